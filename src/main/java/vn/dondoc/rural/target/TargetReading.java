package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.rural.plan.Forecast;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;

/** Đọc các chỉ tiêu: their values at the end of each month, each day by the set in force on it. */
@Component
@Transactional(readOnly = true)
class TargetReading {
  private static final int CLAIMED = 1;

  /** No set has this id: what is measured has no value then, what is counted has. */
  private static final int NO_SET = 0;

  private final TargetStore store;
  private final Standards standards;
  private final PastValues past;
  private final ProvinceDay day;

  TargetReading(TargetStore store, Standards standards, PastValues past, ProvinceDay day) {
    this.store = store;
    this.standards = standards;
    this.past = past;
    this.day = day;
  }

  /** Within the sight of the whole province, or what is kept would be somebody's part of it. */
  List<Reached> read(int year, LocalDate on, @Nullable Forecast forecast) {
    List<Target> targets = store.ofYear(year);
    LocalDate now = on.getYear() > year ? LocalDate.of(year, 12, 31) : on;
    List<LocalDate> days = days(year, now);
    Map<Integer, Map<LocalDate, BigDecimal>> values = values(year, targets, days);
    String set = standards.measuring(Standards.COMMUNE, now).map(CriteriaSet::code).orElse(null);
    List<Reached> reached = new ArrayList<>();
    for (Target target : targets) {
      Map<LocalDate, BigDecimal> course = values.getOrDefault(target.id(), Map.of());
      BigDecimal value = course.get(now);
      Target.State state = target.state(course.get(days.getFirst()), value, on);
      boolean counted = target.measure().isReported();
      reached.add(
          new Reached(
              target, value, state, course, counted ? null : set, chance(target, forecast)));
    }
    return reached;
  }

  /** Each day by the set that was in force on it; what is reported needs no set. */
  private Map<Integer, Map<LocalDate, BigDecimal>> values(
      int year, List<Target> targets, List<LocalDate> days) {
    List<CriteriaSet> sets = standards.all();
    Map<Integer, List<LocalDate>> bySet = new TreeMap<>();
    for (LocalDate one : days) {
      Standards.measuring(sets, Standards.COMMUNE, one)
          .ifPresent(set -> bySet.computeIfAbsent(set.id(), id -> new ArrayList<>()).add(one));
    }
    Map<Integer, Map<LocalDate, BigDecimal>> values = new HashMap<>();
    put(values, store.values(year, NO_SET, days, CLAIMED));
    int last = targets.stream().mapToInt(Target::id).max().orElse(0);
    bySet.forEach((set, of) ->
        put(
            values,
            past.of(
                new PastValues.Question(year, set, last),
                of,
                day.today(),
                asked -> store.values(year, set, asked, CLAIMED))));
    return values;
  }

  private static void put(
      Map<Integer, Map<LocalDate, BigDecimal>> values,
      Map<Integer, Map<LocalDate, BigDecimal>> more) {
    more.forEach(
        (target, course) -> values.computeIfAbsent(target, id -> new TreeMap<>()).putAll(course));
  }

  /** The last day of the year before, each month's last day since, and today. */
  private static List<LocalDate> days(int year, LocalDate now) {
    List<LocalDate> days = new ArrayList<>();
    for (YearMonth month = YearMonth.of(year - 1, 12);
        month.atEndOfMonth().isBefore(now);
        month = month.plusMonths(1)) {
      days.add(month.atEndOfMonth());
    }
    days.add(now);
    return days;
  }

  /** Communes due in the year are forecast; what is counted or averaged is not. */
  private static @Nullable Double chance(Target target, @Nullable Forecast forecast) {
    if (forecast == null || target.measure() != Target.Measure.WHOLE) {
      return null;
    }
    int due = forecast.due().size();
    int asked = target.aim().low().subtract(target.aim().base()).intValue();
    return asked == due ? (Double) forecast.atLeast(due) : null;
  }
}
