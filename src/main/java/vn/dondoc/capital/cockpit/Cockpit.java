package vn.dondoc.capital.cockpit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.rate.Rate;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.place.Places;

/** Giải ngân của một năm, seen on any day: what every page, sheet and paper of it reads. */
@Component
@Transactional(readOnly = true)
class Cockpit {
  private final CockpitStore store;
  private final Places places;

  Cockpit(CockpitStore store, Places places) {
    this.store = store;
    this.places = places;
  }

  /**
   * A row of a dimension.
   *
   * @param key whose it is; empty for the whole
   * @param figures its figures
   * @param rate its rate; null where the denominator has no share in it
   * @param before the rate on the same day a year before; null where it is not known
   * @param beforeVnd disbursed by then
   */
  record Row(
      String key,
      Figures figures,
      @Nullable Rate rate,
      @Nullable Rate before,
      @Nullable Long beforeVnd) {

    /** The owners' estimate to what was planned of the lines they told of. */
    @Nullable Rate estimate() {
      Figures.Told told = figures.estimate();
      return told.lines() == 0 ? null : new Rate(told.amountVnd(), told.planVnd());
    }
  }

  /**
   * Cùng kỳ ngoài bảng: lines of the year before that are of none of this year's rows.
   *
   * @param lines how many
   * @param disbursedVnd what they had disbursed by the day
   */
  record Elsewhere(long lines, long disbursedVnd) {}

  /**
   * The largest project of a question.
   *
   * @param id dự án
   * @param name its name
   * @param figures its figures
   * @param without the rate of everything else
   */
  record Largest(long id, String name, Figures figures, @Nullable Rate without) {}

  /**
   * What a month brought.
   *
   * @param month tháng
   * @param day the last day of it that is counted
   * @param increment trong tháng
   * @param total lũy kế
   */
  record Month(YearMonth month, LocalDate day, long increment, long total) {}

  /**
   * What stands still by a cause.
   *
   * @param cause vướng mắc
   * @param figures of the lines it blocks
   * @param moneyDays money not yet spent × days blocked, đồng × ngày
   */
  record Blocked(String cause, Figures figures, long moneyDays) {}

  /**
   * All of a question.
   *
   * @param whole everything it asks for
   * @param rows by the dimension, in no order
   * @param largest null where there is nothing
   * @param elsewhere what the year before had outside of these rows; null when nothing
   * @param months from the first that brought something, oldest first
   * @param blocked most money-days first
   */
  record Found(
      Row whole,
      List<Row> rows,
      @Nullable Elsewhere elsewhere,
      @Nullable Largest largest,
      List<Month> months,
      List<Blocked> blocked) {}

  Found of(CockpitFilter filter, Dimension by) {
    CockpitQuery.Days days = CockpitQuery.Days.of(filter);
    Regions map = regions(filter);
    List<CockpitStore.Answer> now = store.answers(filter, by, days, map);
    Map<String, CockpitStore.Answer> before =
        store.rows(filter, by, days.before(), map).stream()
            .filter(answer -> answer.figures().lines() > 0)
            .collect(Collectors.toMap(Cockpit::key, answer -> answer));
    Assignments assigned = assignments(filter, days, by);
    Assignments assignedBefore = assignments(filter, days.before(), by);
    List<Row> rows = new ArrayList<>();
    for (CockpitStore.Answer answer : now) {
      if (isRow(answer) && answer.figures().lines() + wholeLines(answer) > 0) {
        CockpitStore.Answer was = before.get(key(answer));
        rows.add(
            new Row(
                key(answer),
                answer.figures(),
                rate(filter, answer.figures(), assigned.of(key(answer))),
                was == null ? null : rate(filter, was.figures(), assignedBefore.of(key(answer))),
                was == null ? null : (Long) was.figures().disbursed()));
      }
    }
    Row whole = rows.stream().filter(row -> row.key().isEmpty()).findFirst().orElseThrow();
    List<Row> parts = new ArrayList<>(rows.stream().filter(row -> !row.key().isEmpty()).toList());
    parts.addAll(unallocated(filter, assigned, parts));
    return new Found(
        whole,
        parts,
        elsewhere(before.values(), parts),
        largest(filter, now, whole),
        months(now, days.day()),
        blocked(now));
  }

  /** Plan assigned of which no line has anything yet: a part of the whole as well. */
  private static List<Row> unallocated(
      CockpitFilter filter, Assignments assigned, List<Row> parts) {
    Set<String> known = parts.stream().map(Row::key).collect(Collectors.toSet());
    return assigned.sums().entrySet().stream()
        .filter(one -> !one.getKey().isEmpty() && one.getValue() != 0)
        .filter(one -> !known.contains(one.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(one ->
            new Row(
                one.getKey(), Figures.NONE, rate(filter, Figures.NONE, one.getValue()), null, null))
        .toList();
  }

  /** What the year before had that is of none of this year's rows. */
  private static @Nullable Elsewhere elsewhere(
      Collection<CockpitStore.Answer> before, List<Row> parts) {
    Set<String> known = parts.stream().map(Row::key).collect(Collectors.toSet());
    List<Figures> lost =
        before.stream()
            .filter(answer -> answer.kind() == CockpitStore.Kind.ROW)
            .filter(answer -> !known.contains(key(answer)))
            .map(CockpitStore.Answer::figures)
            .toList();
    return lost.isEmpty()
        ? null
        : new Elsewhere(
            lost.stream().mapToLong(Figures::lines).sum(),
            lost.stream().mapToLong(Figures::disbursed).sum());
  }

  /** The map of the day. */
  Regions regions(CockpitFilter filter) {
    return Regions.of(places.on(filter.counted()).places());
  }

  private static boolean isRow(CockpitStore.Answer answer) {
    return answer.kind() == CockpitStore.Kind.ROW || answer.kind() == CockpitStore.Kind.WHOLE;
  }

  private static long wholeLines(CockpitStore.Answer answer) {
    return answer.kind() == CockpitStore.Kind.WHOLE ? 1 : 0;
  }

  private static String key(CockpitStore.Answer answer) {
    return answer.kind() == CockpitStore.Kind.WHOLE ? "" : Objects.requireNonNull(answer.key());
  }

  /**
   * Plan assigned, by key.
   *
   * @param sums empty where plan assigned to pools has no share in the question's rows
   */
  private record Assignments(Map<String, Long> sums) {
    @Nullable Long of(String key) {
      return sums.get(key);
    }
  }

  private Assignments assignments(CockpitFilter filter, CockpitQuery.Days days, Dimension by) {
    RateDefinition.Denominator denominator = filter.definition().denominator();
    Map<String, Long> sums = new HashMap<>();
    if (denominator.ofPools() && filter.ofPools()) {
      for (CockpitStore.Assigned one : store.assigned(filter, days)) {
        long amount = denominator == RateDefinition.Denominator.ASSIGNED_PM ? one.pm() : one.all();
        sums.merge("", amount, Long::sum);
        if (by.ofPools()) {
          sums.merge(by == Dimension.SOURCE ? one.source() : one.programme(), amount, Long::sum);
        }
      }
    }
    return new Assignments(sums);
  }

  private static @Nullable Rate rate(
      CockpitFilter filter, Figures figures, @Nullable Long assigned) {
    RateDefinition definition = filter.definition();
    Long denominator = definition.denominator().ofPools() ? assigned : (Long) figures.plan();
    if (definition.numerator() == RateDefinition.Numerator.WORK_DONE) {
      // Nothing told is no zero: what was told is divided by the plan it was told of.
      return figures.work().lines() == 0 || denominator == null ? null : figures.work().rate();
    }
    return denominator == null ? null : new Rate(figures.disbursed(), denominator);
  }

  private static @Nullable Largest largest(
      CockpitFilter filter, List<CockpitStore.Answer> now, Row whole) {
    return now.stream()
        .filter(answer -> answer.kind() == CockpitStore.Kind.LARGEST)
        .findFirst()
        .map(answer -> {
          Figures figures = answer.figures();
          boolean work = filter.definition().numerator() == RateDefinition.Numerator.WORK_DONE;
          Rate part = work ? figures.work().rate() : new Rate(figures.disbursed(), figures.plan());
          Rate rate = whole.rate();
          return new Largest(
              Long.parseLong(Objects.requireNonNull(answer.key())),
              Objects.requireNonNullElse(answer.name(), "–"),
              figures,
              rate == null ? null : rate.without(part));
        })
        .orElse(null);
  }

  private static List<Month> months(List<CockpitStore.Answer> now, LocalDate day) {
    Map<YearMonth, Long> increments = new HashMap<>();
    now.stream()
        .filter(answer -> answer.kind() == CockpitStore.Kind.MONTH)
        .forEach(answer ->
            increments.put(
                YearMonth.from(LocalDate.parse(Objects.requireNonNull(answer.key()))),
                answer.figure()));
    List<Month> months = new ArrayList<>();
    if (increments.isEmpty()) {
      return months;
    }
    long total = 0;
    YearMonth last = YearMonth.from(day);
    for (YearMonth month = increments.keySet().stream().sorted().findFirst().orElseThrow();
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      long increment = increments.getOrDefault(month, 0L);
      total += increment;
      months.add(
          new Month(month, month.equals(last) ? day : month.atEndOfMonth(), increment, total));
    }
    return months;
  }

  private static List<Blocked> blocked(List<CockpitStore.Answer> now) {
    return now.stream()
        .filter(answer -> answer.kind() == CockpitStore.Kind.CAUSE)
        .map(answer ->
            new Blocked(Objects.requireNonNull(answer.key()), answer.figures(), answer.figure()))
        .sorted((a, b) -> Long.compare(b.moneyDays(), a.moneyDays()))
        .toList();
  }
}
