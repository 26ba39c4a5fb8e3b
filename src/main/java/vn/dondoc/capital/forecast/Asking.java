package vn.dondoc.capital.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Obstacle;
import vn.dondoc.planning.forecast.Question;
import vn.dondoc.planning.forecast.Stage;
import vn.dondoc.planning.forecast.Target;

/** Đặt câu hỏi: makes of what the ledger and the owners tell what the engine asks for. */
final class Asking {
  /** A finished year whose payments came in fewer months tells nothing of its course. */
  private static final int FEWEST_MONTHS = 6;

  /** A province pays to the last days of a month; where nothing came in them, reports lack. */
  private static final int LAST_DAYS = 10;

  private static final Map<String, Obstacle.Kind> KINDS =
      Map.ofEntries(
          Map.entry("sai-khac-do-dac", Obstacle.Kind.SITE_CLEARANCE),
          Map.entry("chua-ro-chu", Obstacle.Kind.SITE_CLEARANCE),
          Map.entry("thieu-tai-dinh-cu", Obstacle.Kind.SITE_CLEARANCE),
          Map.entry("gia-dat-cham", Obstacle.Kind.SITE_CLEARANCE),
          Map.entry("thieu-von-boi-thuong", Obstacle.Kind.SITE_CLEARANCE),
          Map.entry("khong-dong-thuan", Obstacle.Kind.SITE_CLEARANCE),
          Map.entry("dieu-chinh-thiet-ke", Obstacle.Kind.PROCEDURE),
          Map.entry("tham-dinh-cham", Obstacle.Kind.PROCEDURE),
          Map.entry("nha-tai-tro", Obstacle.Kind.PROCEDURE),
          Map.entry("dau-thau", Obstacle.Kind.PROCEDURE),
          Map.entry("sap-xep-bo-may", Obstacle.Kind.PROCEDURE),
          Map.entry("vat-lieu", Obstacle.Kind.MATERIAL),
          Map.entry("nang-luc-nha-thau", Obstacle.Kind.CONTRACTOR),
          Map.entry("von-bo-sung-muon", Obstacle.Kind.REVENUE));

  /**
   * Điều đã biết.
   *
   * @param held lines of the year and of finished ones
   * @param stages of their projects, in order
   * @param obstacles in order
   * @param promises of this year
   * @param kept promises that are over
   * @param closed to which day the ledger was closed: nothing more comes until then; null for none
   */
  record Known(
      List<ForecastStore.Held> held,
      List<ForecastStore.Step> stages,
      List<ForecastStore.Blocked> obstacles,
      List<ForecastStore.Said> promises,
      List<ForecastStore.Over> kept,
      @Nullable LocalDate closed) {}

  private final int year;
  private final int known;
  private final Known facts;
  private final List<ForecastStore.Held> lines;
  private final Map<Long, List<ForecastStore.Step>> stages;
  private final Map<Long, List<ForecastStore.Blocked>> ofProject = new HashMap<>();
  private final Map<Long, List<ForecastStore.Blocked>> ofLine = new HashMap<>();
  private final Map<String, Long> sources = new HashMap<>();

  /** The last month whose payments are all known, 0 for none. */
  private final int reported;

  Asking(int year, LocalDate day, Known facts) {
    this.year = year;
    this.facts = facts;
    known = known(year, day);
    lines = facts.held().stream().filter(held -> held.year() == year).toList();
    stages = facts.stages().stream().collect(Collectors.groupingBy(ForecastStore.Step::project));
    for (ForecastStore.Blocked one : facts.obstacles()) {
      Long project = one.project();
      if (project != null) {
        ofProject.computeIfAbsent(project, id -> new ArrayList<>()).add(one);
      } else {
        ofLine
            .computeIfAbsent(Objects.requireNonNull(one.line()), id -> new ArrayList<>())
            .add(one);
      }
    }
    LocalDate closed = facts.closed();
    reported =
        Math.min(known, Math.max(told(year, lines), closed == null ? 0 : known(year, closed)));
  }

  /** The month of the last payment where that is one of its last days, else the one before. */
  private static int told(int year, List<ForecastStore.Held> lines) {
    int last = lines.stream().mapToInt(Asking::last).max().orElse(0);
    LocalDate moved =
        lines.stream()
            .map(ForecastStore.Held::movedOn)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    boolean partly =
        moved != null
            && last == month(year, moved)
            && moved.getDayOfMonth() <= moved.lengthOfMonth() - LAST_DAYS;
    return partly ? last - 1 : last;
  }

  /** Months wholly over by the end of a day: 0 to 13. */
  static int known(int year, LocalDate day) {
    LocalDate next = day.plusDays(1);
    return Math.clamp((next.getYear() - year) * 12L + next.getMonthValue() - 1, 0, Line.LAST_MONTH);
  }

  /** The month of a year a day is in: 1 to 13, what is before or after at its ends. */
  static int month(int year, LocalDate day) {
    return Math.clamp((day.getYear() - year) * 12L + day.getMonthValue(), 1, Line.LAST_MONTH);
  }

  private static int last(ForecastStore.Held held) {
    int last = 0;
    for (int month : held.months()) {
      last = Math.max(last, month);
    }
    return last;
  }

  int known() {
    return known;
  }

  /** The last month whose payments are all known: later ones are unknown, not empty. */
  int reported() {
    return reported;
  }

  List<ForecastStore.Held> lines() {
    return lines;
  }

  /** The number the engine knows a source by. */
  long source(String key) {
    return sources.computeIfAbsent(key, k -> (long) sources.size());
  }

  /**
   * The question about some of the year's lines.
   *
   * @param asked which
   * @param targets mục tiêu
   */
  Question question(List<ForecastStore.Held> asked, List<Target> targets) {
    Map<Long, Integer> last =
        asked.stream()
            .collect(Collectors.toMap(h -> h.line().id(), h -> month(year, h.line().lastDay())));
    List<Question.Promise> promises = new ArrayList<>();
    for (ForecastStore.Said said : facts.promises()) {
      Integer until = last.get(said.line());
      if (until != null) {
        Question.Promise promise = promise(said, until);
        if (promise != null) {
          promises.add(promise);
        }
      }
    }
    return new Question(
        reported,
        asked.stream().map(this::line).toList(),
        past(),
        targets,
        promises,
        facts.kept().stream()
            .map(over -> new Question.Kept(over.owner(), 0, over.promised(), over.came()))
            .toList(),
        year);
  }

  private static Question.@Nullable Promise promise(ForecastStore.Said said, int until) {
    Long january = said.january();
    if (until == Line.LAST_MONTH && january != null) {
      return new Question.Promise(said.line(), Line.LAST_MONTH, january);
    }
    Long december = said.december();
    return december == null
        ? null
        : new Question.Promise(said.line(), Math.min(until, Line.LAST_MONTH - 1), december);
  }

  /** Finished years whose course by month is known, the newest first. */
  List<List<Line>> past() {
    Map<Integer, List<ForecastStore.Held>> byYear =
        facts.held().stream()
            .filter(held -> held.year() != year)
            .collect(Collectors.groupingBy(ForecastStore.Held::year));
    return byYear.entrySet().stream()
        .sorted(Map.Entry.<Integer, List<ForecastStore.Held>>comparingByKey().reversed())
        .filter(past -> months(past.getValue()) >= FEWEST_MONTHS)
        .map(past -> past.getValue().stream().map(this::line).toList())
        .toList();
  }

  private static int months(List<ForecastStore.Held> lines) {
    Set<Integer> months = new TreeSet<>();
    lines.forEach(line -> months.addAll(List.of(line.months())));
    return months.size();
  }

  Line line(ForecastStore.Held held) {
    boolean current = held.year() == year;
    int months = current ? reported : Line.LAST_MONTH;
    List<@Nullable Long> paid = new ArrayList<>();
    for (int month = 1; month <= months; month++) {
      paid.add(held.by(month));
    }
    LocalDate given = held.plannedOn();
    boolean stood = given == null || !given.isAfter(LocalDate.of(held.year(), 1, 1));
    return new Line(
        held.line().id(),
        held.line().project(),
        held.line().owner(),
        source(held.line().source()),
        held.kind(),
        held.line().plan(),
        0,
        held.movedOff(),
        stood ? 0 : month(held.year(), Objects.requireNonNull(given)),
        month(held.year(), held.line().lastDay()),
        paid,
        steps(held),
        obstacles(held),
        current ? Math.max(0, held.paid() - held.by(months)) : 0);
  }

  private List<Line.Step> steps(ForecastStore.Held held) {
    Map<Integer, Stage> steps = new TreeMap<>();
    for (ForecastStore.Step step : stages.getOrDefault(held.line().project(), List.of())) {
      if (step.since().isBefore(LocalDate.of(held.year() + 1, 2, 1))) {
        steps.put(month(held.year(), step.since()), Stage.valueOf(step.stage()));
      }
    }
    return steps.entrySet().stream().map(s -> new Line.Step(s.getKey(), s.getValue())).toList();
  }

  /** What stands at the same time and is of one kind counts once. */
  private List<Obstacle> obstacles(ForecastStore.Held held) {
    List<Obstacle> all = new ArrayList<>();
    ofProject
        .getOrDefault(held.line().project(), List.of())
        .forEach(one -> add(all, held.year(), one, Obstacle.Kind.SITE_CLEARANCE));
    ofLine
        .getOrDefault(held.line().id(), List.of())
        .forEach(one ->
            add(all, held.year(), one, KINDS.getOrDefault(one.blocker(), Obstacle.Kind.OTHER)));
    Map<Obstacle.Kind, Obstacle> open = new EnumMap<>(Obstacle.Kind.class);
    List<Obstacle> apart = new ArrayList<>();
    all.sort(Comparator.comparingInt(Obstacle::from));
    for (Obstacle one : all) {
      Obstacle before = open.get(one.kind());
      Integer end = before == null ? null : before.until();
      if (before == null || end != null && end < one.from()) {
        if (before != null) {
          apart.add(before);
        }
        open.put(one.kind(), one);
      } else {
        open.put(one.kind(), new Obstacle(one.kind(), before.from(), later(end, one.until())));
      }
    }
    apart.addAll(open.values());
    return apart;
  }

  private static void add(
      List<Obstacle> all, int ofYear, ForecastStore.Blocked one, Obstacle.Kind kind) {
    LocalDate first = LocalDate.of(ofYear, 1, 1);
    LocalDate end = one.until();
    if (one.from().isAfter(LocalDate.of(ofYear + 1, 1, 31)) || end != null && end.isBefore(first)) {
      return;
    }
    int from = month(ofYear, one.from());
    LocalDate due = one.due();
    Integer until =
        end != null
            ? (Integer) Math.max(from + 1, month(ofYear, end))
            : due != null ? (Integer) Math.max(from + 1, month(ofYear, due) + 1) : null;
    all.add(new Obstacle(kind, from, until));
  }

  private static @Nullable Integer later(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null ? null : (Integer) Math.max(one, other);
  }
}
