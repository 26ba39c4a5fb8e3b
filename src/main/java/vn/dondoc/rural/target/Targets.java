package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.plan.Forecast;
import vn.dondoc.rural.plan.Forecasts;

/** Các chỉ tiêu kế hoạch: what a year is to bring, and how far it is. */
@Component
@Transactional(readOnly = true)
public class Targets {
  private static final Actor READER = Actor.system("Chỉ tiêu");

  /** Reported figures a page shows: more than a year brings. */
  static final int MOST_SAID = 500;

  private final TargetStore store;
  private final TargetReading reading;
  private final Forecasts forecasts;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Targets(
      TargetStore store,
      TargetReading reading,
      Forecasts forecasts,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.reading = reading;
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
  @Transactional(propagation = Propagation.SUPPORTS)
  public List<Reached> ofYear(int year) {
    return ofYear(year, day.today());
  }

  /**
   * The same as it stood at the end of a day; from the year after, at the year's own end. What the
   * forecast takes a connection for is asked before the values take theirs.
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  List<Reached> ofYear(int year, LocalDate on) {
    Forecast forecast = on.equals(day.today()) ? forecasts.of(year).orElse(null) : null;
    // Of the whole province: what a target has reached is the same for whoever asks.
    return Acting.call(READER, () -> reading.read(year, on, forecast));
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Reached> find(int year, int id) {
    return find(year, id, day.today());
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  Optional<Reached> find(int year, int id, LocalDate on) {
    return ofYear(year, on).stream().filter(one -> one.target().id() == id).findFirst();
  }

  /** A target by its id, without its values. */
  Optional<Target> target(int id) {
    return store.find(id);
  }

  /** What was reported of a target up to the end of a day, and of each of its units last. */
  Counted counted(Target target, LocalDate on) {
    if (!target.measure().isReported()) {
      return new Counted(List.of(), List.of());
    }
    List<Counted.Said> said = store.said(target.id(), on, MOST_SAID);
    if (target.measure() != Target.Measure.EACH) {
      return new Counted(said, List.of());
    }
    Map<Integer, Counted.Said> last = new HashMap<>();
    for (Counted.Said one : said) {
      if (one.unitId() != null) {
        last.putIfAbsent(one.unitId(), one);
      }
    }
    Collator vietnamese = Collator.getInstance(Locale.of("vi"));
    return new Counted(
        said,
        store.units(target.id()).stream()
            .sorted(Comparator.comparing(Counted.Unit::name, vietnamese))
            .map(unit -> new Counted.OfUnit(unit, last.get(unit.id())))
            .toList());
  }

  /** The figure of a day as it stands; empty when none was reported. */
  Optional<Counted.Said> standing(Target target, Count count) {
    return store.standing(target.id(), count.unitId(), count.on());
  }

  /**
   * Records a figure somebody reports for a target that is not computed. What was reported before
   * stays; of a day that has a figure, another stands for it only when it was seen.
   *
   * @throws Refusal when the target is computed, or with every problem of the figure
   */
  @Transactional
  public void count(Target target, Count count) {
    if (!target.measure().isReported()) {
      throw Refusal.of(TargetRefusal.COMPUTED, target.code(), target.name().vi(), target.code());
    }
    boolean known =
        target.measure() != Target.Measure.EACH
            || store.units(target.id()).stream()
                .anyMatch(unit -> Objects.equals(unit.id(), count.unitId()));
    CountCheck check = new CountCheck(target, count, known, day.today());
    check.refuse();
    Counted.Said standing = standing(target, count).orElse(null);
    if (standing != null && standing.id() != count.seen()) {
      throw check.changed(standing);
    }
    try {
      store.count(target.id(), count, standing == null ? null : standing.id());
    } catch (DuplicateKeyException raced) {
      throw check.changed(null);
    }
    audit.record(
        new Act(
            "rural.count_target",
            "rural.target",
            Integer.toString(target.id()),
            count.source().strip(),
            standing == null ? Map.of() : facts(standing.value(), count),
            facts(count.value(), count)));
  }

  private static Map<String, Object> facts(BigDecimal value, Count count) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("value", value);
    facts.put("on", count.on().toString());
    if (count.unitId() != null) {
      facts.put("unit", count.unitId());
    }
    return facts;
  }
}
