package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.plan.Forecast;
import vn.dondoc.rural.plan.Forecasts;
import vn.dondoc.rural.standard.Standards;

/** Các chỉ tiêu kế hoạch: what a year is to bring, and how far it is. */
@Component
@Transactional(readOnly = true)
public class Targets {
  private static final int CLAIMED = 1;
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
    List<Target> targets = store.ofYear(year);
    LocalDate today = day.today();
    LocalDate now = today.getYear() == year ? today : LocalDate.of(year, 12, 31);
    List<LocalDate> days = days(year, now);
    Map<Integer, Map<LocalDate, BigDecimal>> values =
        standards
            .yardstick(Standards.COMMUNE, now)
            .map(yardstick -> store.values(year, yardstick.set().id(), days, CLAIMED))
            .orElse(Map.of());
    Forecast forecast = forecasts.of(year).orElse(null);
    List<Reached> reached = new ArrayList<>();
    for (Target target : targets) {
      Map<LocalDate, BigDecimal> course = values.getOrDefault(target.id(), Map.of());
      BigDecimal value = course.get(now);
      Target.State state = target.state(course.get(days.getFirst()), value, today);
      reached.add(new Reached(target, value, state, course, chance(target, forecast)));
    }
    return reached;
  }

  public Optional<Reached> find(int year, int id) {
    return ofYear(year).stream().filter(one -> one.target().id() == id).findFirst();
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
