package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.plan.Forecast;
import vn.dondoc.rural.plan.Forecasts;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;

/** Các chỉ tiêu kế hoạch: what a year is to bring, and how far it is. */
@Component
@Transactional(readOnly = true)
public class Targets {
  private static final int CLAIMED = 1;

  /** No set has this id: what is measured has no value then, what is counted has. */
  private static final int NO_SET = 0;

  private static final int LONGEST_SOURCE = 300;

  private final TargetStore store;
  private final Standards standards;
  private final Forecasts forecasts;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Targets(
      TargetStore store,
      Standards standards,
      Forecasts forecasts,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.standards = standards;
    this.forecasts = forecasts;
    this.audit = audit;
    this.day = day;
  }

  /** Sets targets; those whose code is there stay as they are. */
  @Transactional
  public void set(List<NewTarget> fresh) {
    for (NewTarget target : fresh) {
      store.add(target);
    }
    audit.record(
        new Act(
            "rural.set_targets",
            "rural.target",
            fresh.isEmpty() ? "" : Integer.toString(fresh.getFirst().year()),
            null,
            Map.of(),
            Map.of("codes", fresh.stream().map(NewTarget::code).toList())));
  }

  /** The targets of a year with their values, month by month, and how likely they are reached. */
  public List<Reached> ofYear(int year) {
    return ofYear(year, day.today());
  }

  /** The same as it stood at the end of a day; from the year after, at the year's own end. */
  List<Reached> ofYear(int year, LocalDate on) {
    List<Target> targets = store.ofYear(year);
    LocalDate now = on.getYear() > year ? LocalDate.of(year, 12, 31) : on;
    List<LocalDate> days = days(year, now);
    Map<Integer, Map<LocalDate, BigDecimal>> values = values(year, days);
    String set = standards.measuring(Standards.COMMUNE, now).map(CriteriaSet::code).orElse(null);
    Forecast forecast = on.equals(day.today()) ? forecasts.of(year).orElse(null) : null;
    List<Reached> reached = new ArrayList<>();
    for (Target target : targets) {
      Map<LocalDate, BigDecimal> course = values.getOrDefault(target.id(), Map.of());
      BigDecimal value = course.get(now);
      Target.State state = target.state(course.get(days.getFirst()), value, on);
      boolean counted = target.measure() == Target.Measure.COUNTED;
      reached.add(
          new Reached(
              target, value, state, course, counted ? null : set, chance(target, forecast)));
    }
    return reached;
  }

  /** Each day by the set that was in force on it. */
  private Map<Integer, Map<LocalDate, BigDecimal>> values(int year, List<LocalDate> days) {
    List<CriteriaSet> sets = standards.all();
    Map<Integer, List<LocalDate>> bySet = new TreeMap<>();
    for (LocalDate one : days) {
      int set =
          Standards.measuring(sets, Standards.COMMUNE, one).map(CriteriaSet::id).orElse(NO_SET);
      bySet.computeIfAbsent(set, id -> new ArrayList<>()).add(one);
    }
    Map<Integer, Map<LocalDate, BigDecimal>> values = new HashMap<>();
    bySet.forEach((set, of) ->
        store
            .values(year, set, of, CLAIMED)
            .forEach((target, course) ->
                values.computeIfAbsent(target, id -> new TreeMap<>()).putAll(course)));
    return values;
  }

  public Optional<Reached> find(int year, int id) {
    return find(year, id, day.today());
  }

  Optional<Reached> find(int year, int id, LocalDate on) {
    return ofYear(year, on).stream().filter(one -> one.target().id() == id).findFirst();
  }

  /**
   * Records a count somebody reports for a target that is not computed.
   *
   * @throws Refusal when the target is computed, or the count cannot be
   */
  @Transactional
  public void count(Target target, LocalDate on, BigDecimal value, String source) {
    if (target.measure() != Target.Measure.COUNTED) {
      throw Refusal.of(TargetRefusal.COMPUTED, target.code(), target.name().vi(), target.code());
    }
    if (value.signum() < 0 || value.stripTrailingZeros().scale() > 0) {
      throw Refusal.of(TargetRefusal.VALUE, "value", value);
    }
    if (value.compareTo(BigDecimal.valueOf(target.aim().denominator())) > 0) {
      throw Refusal.of(TargetRefusal.OVER, "value", value, target.aim().denominator());
    }
    if (on.isAfter(day.today())) {
      throw Refusal.of(TargetRefusal.AHEAD, "day", on, day.today());
    }
    if (source.isBlank() || source.length() > LONGEST_SOURCE) {
      throw Refusal.of(TargetRefusal.SOURCE, "source", LONGEST_SOURCE);
    }
    store.count(target.id(), on, value, source.strip());
    audit.record(
        new Act(
            "rural.count_target",
            "rural.target",
            Integer.toString(target.id()),
            source.strip(),
            Map.of(),
            Map.of("value", value, "on", on.toString())));
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
