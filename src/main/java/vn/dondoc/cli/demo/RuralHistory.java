package vn.dondoc.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dondoc.place.Attribute;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Rule;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Hai năm báo cáo minh hoạ: what the communes of the demonstration reported month by month. The 13
 * due communes add up to the notice's 15.46 in the end; the 52 recognised before the year are whole
 * from the day they were; everything else is made up and says so.
 */
final class RuralHistory {
  static final int MONTHS = 24;
  static final int YEAR = Demonstration.DAY.getYear();

  /** Communes recognised before the year began, as the notice has it: 65 less 13. */
  static final int RECOGNISED = 52;

  private static final YearMonth LAST = YearMonth.from(Demonstration.DAY);
  private static final YearMonth FIRST = LAST.minusMonths(MONTHS - 1L);
  private static final int DAY_OF_REPORT = 12;
  private static final String KIND = Standards.COMMUNE;
  private static final String GROUP = "TDMNPB";
  private static final String WAITED = "17.1";

  /** Of the recognised, how many were whole before the history; the rest in its two Novembers. */
  private static final int WHOLE_BEFORE = 31;

  private static final int WHOLE_BY_2018 = 40;
  private static final int NOVEMBER_2018 = 2;
  private static final int NOVEMBER_2019 = 14;

  /** When the due communes that wait for the decision came to meet all: June, July, August. */
  private static final int[] WAITING_SINCE = {21, 22, 23, 23};

  private final Yardstick yardstick;
  private final List<Place> communes;
  private final Set<Integer> ofOld;
  private final Set<Integer> border;
  private final Set<Integer> pilots;
  private final Map<String, Set<String>> due;

  private RuralHistory(
      Yardstick yardstick, List<Place> communes, Set<Integer> ofOld, List<Attribute> marks) {
    this.yardstick = yardstick;
    this.communes = communes;
    this.ofOld = ofOld;
    this.border = marked(marks, "border");
    this.pilots = marked(marks, "pilot");
    this.due = due();
  }

  /** Lets two years of reports come in, each on its day. */
  static void letHappen(Places places, Standards standards, Assessments assessments) {
    List<Place> communes =
        places.on(Demonstration.DAY).places().stream()
            .filter(place -> place.type().code().equals(KIND))
            .sorted(Comparator.comparingInt(RuralHistory::lot))
            .toList();
    // A unit whose code or name alone changed was there before.
    Set<Integer> ofOld =
        places.on(FIRST.atDay(1)).places().stream().map(Place::id).collect(Collectors.toSet());
    List<Attribute> marks =
        places.attributes(communes.stream().map(Place::id).toList(), Demonstration.DAY);
    Yardstick yardstick = standards.yardstick(KIND, Demonstration.DAY).orElseThrow();
    new RuralHistory(yardstick, communes, ofOld, marks).write(assessments);
  }

  private static Set<Integer> marked(List<Attribute> marks, String key) {
    return marks.stream()
        .filter(mark -> mark.key().equals(key))
        .map(Attribute::placeId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void write(Assessments assessments) {
    List<Course> courses = courses();
    SortedMap<LocalDate, List<Report>> history = new TreeMap<>();
    for (int at = 0; at < MONTHS; at++) {
      YearMonth month = FIRST.plusMonths(at);
      List<Report> reports = new ArrayList<>();
      for (Course course : courses) {
        if (course.isReported(month, at)) {
          reports.add(course.claim(month, at));
        }
      }
      history.put(month.atDay(DAY_OF_REPORT), reports);
    }
    assessments.load("Báo cáo minh hoạ", history);
    judge(assessments, courses);
  }

  /**
   * Districts verified what was whole, departments appraised what was recognised, and looked at it
   * again in the end.
   */
  private void judge(Assessments assessments, List<Course> courses) {
    SortedMap<LocalDate, List<Report>> verified = new TreeMap<>();
    SortedMap<LocalDate, List<Report>> appraised = new TreeMap<>();
    for (Course course : courses) {
      Journey journey = course.journey();
      if (journey.isRecognised()) {
        Report claim = course.claim(FIRST.plusMonths(journey.whole()), journey.whole());
        LocalDate seen = lookedAt(journey);
        put(verified, seen, step(claim, 1, Report.Kind.VERIFY));
        put(appraised, seen.plusDays(1), step(claim, 2, Report.Kind.APPRAISE));
      }
      Report last = course.claim(LAST, MONTHS - 1);
      if (journey.isWhole()) {
        put(verified, LAST.atDay(DAY_OF_REPORT), step(last, 1, Report.Kind.VERIFY));
      } else if (journey.due()
          && journey.missing().contains(WAITED)
          && course.indicator().number().equals(WAITED)) {
        put(verified, LAST.atDay(DAY_OF_REPORT), step(last, 1, Report.Kind.WAIT));
      }
      if (journey.isRecognised()) {
        put(appraised, LAST.atDay(DAY_OF_REPORT + 1), step(last, 2, Report.Kind.APPRAISE));
      }
    }
    assessments.load("Thẩm tra, chờ kết quả minh hoạ", verified);
    assessments.load("Thẩm định minh hoạ", appraised);
  }

  /** December, before the year ends; what was recognised before the history is found so at once. */
  private static LocalDate lookedAt(Journey journey) {
    YearMonth month = FIRST.plusMonths(journey.whole());
    return journey.whole() == 0 ? month.atDay(DAY_OF_REPORT) : month.plusMonths(1).atDay(20);
  }

  private static void put(SortedMap<LocalDate, List<Report>> days, LocalDate day, Report report) {
    days.computeIfAbsent(day, on -> new ArrayList<>()).add(report);
  }

  private static Report step(Report claim, int seen, Report.Kind kind) {
    return new Report(
        claim.unitId(),
        claim.indicatorId(),
        claim.period(),
        seen,
        kind,
        kind.tells() ? claim.figures() : Map.of(),
        false,
        true,
        kind == Report.Kind.WAIT
            ? "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn: phân tích mẫu nước"
            : null);
  }

  private List<Course> courses() {
    List<Course.Measure> measures =
        yardstick.indicators().values().stream()
            .map(indicator -> new Course.Measure(indicator, rules(indicator)))
            .toList();
    List<Course> courses = new ArrayList<>();
    for (Journey journey : journeys()) {
      Map<String, Integer> from = journey.metFrom(yardstick.criteria());
      for (Course.Measure measure : measures) {
        int met = Objects.requireNonNull(from.get(measure.indicator().number()));
        courses.add(Course.of(journey, measure, met));
      }
    }
    return courses;
  }

  private Map<Integer, Rule> rules(Indicator indicator) {
    return IntStream.rangeClosed(FIRST.getYear(), LAST.getYear())
        .boxed()
        .collect(
            Collectors.toMap(
                year -> year, year -> yardstick.rule(indicator, GROUP, year).orElseThrow().rule()));
  }

  private List<Journey> journeys() {
    List<String> others = others();
    List<String> waiting =
        due.keySet().stream()
            .filter(code -> Objects.requireNonNull(due.get(code)).isEmpty())
            .sorted()
            .toList();
    List<Journey> journeys = new ArrayList<>();
    for (Place commune : communes) {
      boolean isDue = due.containsKey(commune.code());
      int place = (isDue ? waiting : others).indexOf(commune.code());
      int first =
          ofOld.contains(commune.id()) ? 0 : (int) FIRST.until(commune.from(), ChronoUnit.MONTHS);
      int whole = isDue ? waitingSince(place) : recognisedFrom(place);
      journeys.add(
          new Journey(commune, first, whole < MONTHS ? Set.of() : missing(commune), whole, isDue));
    }
    return journeys;
  }

  private static int waitingSince(int place) {
    return place < 0 ? MONTHS : WAITING_SINCE[place];
  }

  private static int recognisedFrom(int place) {
    if (place < WHOLE_BEFORE) {
      return 0;
    }
    if (place < WHOLE_BY_2018) {
      return NOVEMBER_2018;
    }
    return place < RECOGNISED ? NOVEMBER_2019 : MONTHS;
  }

  /** Numbers of the indicators a commune that is not whole lacks in the end. */
  private Set<String> missing(Place commune) {
    Set<String> written = due.get(commune.code());
    if (written != null) {
      return written;
    }
    // Border communes lack seven or eight criteria, and so do those made by a merger, whose coming
    // leaves the mean where it was; the others lack five to sixteen.
    boolean near = border.contains(commune.id()) || !ofOld.contains(commune.id());
    int lacking = near ? 7 + lot(commune) % 2 : 5 + lot(commune) % 12;
    Set<String> missing = new TreeSet<>();
    List<Criterion> criteria = yardstick.criteria();
    for (int i = 0; missing.size() < lacking && i < criteria.size(); i++) {
      // Steps of seven go through all nineteen; where they begin differs by commune.
      Criterion criterion = criteria.get((lot(commune) + 7 * i) % criteria.size());
      List<Indicator> indicators = criterion.indicators();
      missing.add(indicators.get(lot(commune) % indicators.size()).number());
    }
    return missing;
  }

  /**
   * Codes of the communes that are not due, in an order drawn by lot; border and pilot ones, and
   * those made by a merger since, last.
   */
  private List<String> others() {
    return communes.stream()
        .filter(place -> !due.containsKey(place.code()))
        .sorted(
            Comparator.comparing((Place place) ->
                    border.contains(place.id())
                        || pilots.contains(place.id())
                        || !ofOld.contains(place.id()))
                .thenComparingInt(RuralHistory::lot))
        .map(Place::code)
        .toList();
  }

  /** The same number for the same commune every time. */
  private static int lot(Place place) {
    return Math.floorMod(place.code().hashCode() * 0x9E3779B1, 9973);
  }

  private static Map<String, Set<String>> due() {
    Map<String, Set<String>> due = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RuralHistory.class
                        .getClassLoader()
                        .getResourceAsStream("demo/tieu-chi-mau.csv")),
                StandardCharsets.UTF_8))) {
      for (String line : reader.lines().skip(1).toList()) {
        String[] cells = line.split(";", -1);
        due.put(
            cells[0],
            cells[1].isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(cells[1].split(" ", -1))));
      }
      return due;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(Math.round(value * 10), 1);
  }
}
