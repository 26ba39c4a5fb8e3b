package vn.dondoc.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
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
import vn.dondoc.place.Attribute;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Hai năm báo cáo minh hoạ: what the communes of the demonstration reported month by month. The 13
 * due communes add up to the notice's 15.46; everything else is made up and says so.
 */
final class RuralHistory {
  static final int MONTHS = 24;

  /** Communes at 19 of 19 before the year began, as the notice has it: 65 less 13. */
  static final int RECOGNISED = 52;

  private static final YearMonth LAST = YearMonth.from(Demonstration.DAY);
  private static final int DAY_OF_REPORT = 12;
  private static final String KIND = Standards.COMMUNE;
  private static final String GROUP = "TDMNPB";
  private static final String WAITED = "17.1";

  private final Yardstick yardstick;
  private final List<Place> communes;
  private final Set<Integer> border;
  private final Set<Integer> pilots;
  private final Map<String, Set<String>> due;

  private RuralHistory(
      Yardstick yardstick,
      List<Place> communes,
      Set<Integer> border,
      Set<Integer> pilots,
      Map<String, Set<String>> due) {
    this.yardstick = yardstick;
    this.communes = communes;
    this.border = border;
    this.pilots = pilots;
    this.due = due;
  }

  /** Lets two years of reports come in, each on its day. */
  static void letHappen(Places places, Standards standards, Assessments assessments) {
    List<Place> communes =
        places.on(Demonstration.DAY).places().stream()
            .filter(place -> place.type().code().equals(KIND))
            .sorted(Comparator.comparingInt(RuralHistory::lot))
            .toList();
    List<Attribute> marks =
        places.attributes(communes.stream().map(Place::id).toList(), Demonstration.DAY);
    Yardstick yardstick = standards.yardstick(KIND, Demonstration.DAY).orElseThrow();
    new RuralHistory(yardstick, communes, marked(marks, "border"), marked(marks, "pilot"), due())
        .write(assessments);
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
      YearMonth month = LAST.minusMonths(MONTHS - 1L - at);
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

  /** Districts verified what was whole; departments appraised the 52. */
  private void judge(Assessments assessments, List<Course> courses) {
    List<Report> verified = new ArrayList<>();
    List<Report> appraised = new ArrayList<>();
    List<Report> waits = new ArrayList<>();
    for (Course course : courses) {
      Report claim = course.claim(LAST, MONTHS - 1);
      Set<String> missing = due.get(course.unit().code());
      boolean before = missing == null && missing(course.unit()).isEmpty();
      if (before || missing != null && missing.isEmpty()) {
        verified.add(step(claim, 1, Report.Kind.VERIFY, null));
      }
      if (before) {
        appraised.add(step(claim, 2, Report.Kind.APPRAISE, null));
      }
      if (missing != null
          && missing.contains(WAITED)
          && course.indicator().number().equals(WAITED)) {
        String whose = "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn: phân tích mẫu nước";
        waits.add(step(claim, 1, Report.Kind.WAIT, whose));
      }
    }
    verified.addAll(waits);
    assessments.load(
        "Thẩm tra, chờ kết quả minh hoạ",
        new TreeMap<>(Map.of(LAST.atDay(DAY_OF_REPORT), verified)));
    assessments.load(
        "Thẩm định minh hoạ", new TreeMap<>(Map.of(LAST.atDay(DAY_OF_REPORT + 1), appraised)));
  }

  private static Report step(
      Report claim, int seen, Report.Kind kind, @org.jspecify.annotations.Nullable String words) {
    return new Report(
        claim.unitId(),
        claim.indicatorId(),
        claim.period(),
        seen,
        kind,
        kind.tells() ? claim.figures() : Map.of(),
        false,
        true,
        words);
  }

  private List<Course> courses() {
    List<Course> courses = new ArrayList<>();
    int year = LAST.getYear();
    for (Place commune : communes) {
      Set<String> missing = missing(commune);
      for (Indicator indicator : yardstick.indicators().values()) {
        Criterion.Threshold rule = yardstick.rule(indicator, GROUP, year).orElseThrow();
        courses.add(
            Course.of(
                commune,
                indicator,
                rule.rule(),
                !missing.contains(indicator.number()),
                due.containsKey(commune.code())));
      }
    }
    return courses;
  }

  /** Numbers of the indicators a commune lacks in the end. */
  private Set<String> missing(Place commune) {
    Set<String> written = due.get(commune.code());
    if (written != null) {
      return written;
    }
    int place = others().indexOf(commune.code());
    if (place < RECOGNISED) {
      return Set.of();
    }
    // Border communes lack seven or eight criteria, the others five to fifteen.
    int lacking = border.contains(commune.id()) ? 7 + lot(commune) % 2 : 5 + lot(commune) % 11;
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

  private final List<String> drawn = new ArrayList<>();

  /**
   * Codes of the communes that are not due, in an order drawn by lot; border and pilot ones last.
   */
  private List<String> others() {
    if (drawn.isEmpty()) {
      communes.stream()
          .filter(place -> !due.containsKey(place.code()))
          .sorted(
              Comparator.comparing(
                      (Place place) -> border.contains(place.id()) || pilots.contains(place.id()))
                  .thenComparingInt(RuralHistory::lot))
          .map(Place::code)
          .forEach(drawn::add);
    }
    return drawn;
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
