package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Resolution;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.matrix.Matrices;
import vn.dondoc.rural.matrix.Succession;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Các kế hoạch: what is lacking and to be kept, proposed from the assessment, changed by people.
 */
@Component
@Transactional(readOnly = true)
public class Plans {
  /** Rows of a page. */
  public static final int PAGE = 50;

  /** Rows of a sheet. */
  static final int EXPORT = 100_000;

  /** Lines changed in one act. */
  static final int MOST = 5_000;

  /** To do what a body owes into the plan. */
  public static final String EDIT = "rural.plan";

  private static final String KIND = Standards.COMMUNE;

  private final PlanStore store;
  private final Standards standards;
  private final Bodies bodies;
  private final Matrices matrices;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final java.nio.file.@Nullable Path directory;

  Plans(
      PlanStore store,
      Standards standards,
      Bodies bodies,
      Matrices matrices,
      AuditTrail audit,
      ProvinceDay day,
      @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.standards = standards;
    this.bodies = bodies;
    this.matrices = matrices;
    this.audit = audit;
    this.day = day;
    this.directory = directory.isBlank() ? null : java.nio.file.Path.of(directory);
  }

  /**
   * Takes in who owes which indicator, and by when, where nobody says otherwise. What is there
   * stays.
   *
   * @return how many rows are new
   */
  @Transactional
  public int load() {
    return store.load(
        ReferenceTable.read(
            directory,
            "rural/owed.csv",
            List.of("set", "indicator", "level", "post", "confidence")),
        ReferenceTable.read(
            directory,
            "rural/plan-days.csv",
            List.of("kind", "month", "day", "source", "confidence")));
  }

  /**
   * Trang kế hoạch.
   *
   * @param lines its lines
   * @param counts of the whole question
   * @param measured what they are measured by
   */
  record Found(List<PlanLine> lines, PlanCounts counts, Measured measured) {}

  /**
   * Đo bằng gì, đến ngày nào.
   *
   * @param yardstick the set of the day
   * @param day as at the end of this day
   * @param seen the day its dates are held against
   * @param succession the set followed another and not every commune has reported by it; else null
   * @param ended the set is in force no more: its plan is read and not changed
   */
  record Measured(
      Yardstick yardstick,
      LocalDate day,
      LocalDate seen,
      @Nullable Succession succession,
      boolean ended) {}

  /** A page of the plan with what stands beside it; what both rest on is read once. */
  Found page(PlanFilter filter, @Nullable Long after, int most) {
    Measured measured = measured(filter);
    PlanStore.Ground ground = ground(measured.yardstick(), measured.day(), measured.seen());
    PlanStore.Paged found = store.page(ground, filter, after, most);
    return new Found(found.lines(), found.counts(), measured);
  }

  /** What a question is measured by. */
  Measured measured(PlanFilter filter) {
    LocalDate today = day.today();
    LocalDate on = filter.day(today);
    Yardstick yardstick = yardstick(on);
    CriteriaSet.Force force = yardstick.set().force();
    boolean ended = force == null || !force.holds(today);
    Succession succession = ended ? null : matrices.succession(on).orElse(null);
    return new Measured(yardstick, on, filter.seenOn(today), succession, ended);
  }

  /**
   * Một nhóm dòng để so: lines as they stand, and as they stood when somebody saw them.
   *
   * @param now by key
   * @param seen by key; of lines nobody changed since, the same
   * @param yardstick what they are measured by
   */
  record Compared(Map<Long, PlanLine> now, Map<Long, PlanLine> seen, Yardstick yardstick) {}

  /**
   * Lines beside what they said when they were seen; what is not there is left out.
   *
   * @param steps how often each had been changed when it was seen, by key
   */
  Compared compare(Map<Long, Integer> steps, int year) {
    Yardstick yardstick = yardstick();
    PlanStore.Ground ground = ground(yardstick);
    Map<Long, PlanLine> now = find(ground, steps.keySet(), year);
    Map<Long, Integer> older = new HashMap<>();
    now.forEach((key, line) -> {
      int step = Objects.requireNonNull(steps.get(key));
      if (step < line.step()) {
        older.put(key, step);
      }
    });
    Map<Long, PlanLine> seen = new HashMap<>(now);
    if (!older.isEmpty()) {
      seen.putAll(find(ground.older(older), older.keySet(), year));
    }
    return new Compared(now, seen, yardstick);
  }

  /** What the plan of today is measured by. */
  public Yardstick yardstick() {
    return yardstick(day.today());
  }

  private Yardstick yardstick(LocalDate on) {
    return standards.yardstick(KIND, on).orElseThrow(() -> Refusal.of(PlanRefusal.NO_SET, "", on));
  }

  /**
   * A page of the plan.
   *
   * @param after key of the last line of the page before; null for the first page
   */
  public List<PlanLine> lines(PlanFilter filter, @Nullable Long after, int most) {
    return store.lines(ground(filter), filter, after, most);
  }

  public PlanCounts count(PlanFilter filter) {
    return store.count(ground(filter), filter);
  }

  /** Communes of today as far as the asker sees, those due in the year first. */
  public List<PlanLine.Unit> units(int year) {
    return units(PlanFilter.of(year));
  }

  /** Communes of a day whose names hold the words, those due in the year first. */
  List<PlanLine.Unit> units(PlanFilter filter) {
    return store.units(ground(filter), filter.year(), filter.words());
  }

  /** The lines of these keys, in no order; what is not there is left out. */
  public Map<Long, PlanLine> find(java.util.Collection<Long> keys, int year) {
    return find(ground(yardstick()), keys, year);
  }

  private Map<Long, PlanLine> find(
      PlanStore.Ground ground, java.util.Collection<Long> keys, int year) {
    List<Integer> units = keys.stream().map(PlanLine::unitOf).distinct().toList();
    Map<Long, PlanLine> found = new HashMap<>();
    store.ofUnits(ground, year, units).forEach(line -> found.put(line.key(), line));
    found.keySet().retainAll(keys);
    return found;
  }

  /** Who changed a line last, and when. */
  Optional<PlanConflict.Last> last(PlanLine line, int year) {
    return store.last(line.unit().id(), line.indicatorId(), year);
  }

  /**
   * Writes these changes or none.
   *
   * @throws Refusal with every problem: somebody changed a line since it was seen, a day out of
   *     reach, a body that does not owe it
   */
  @Transactional
  public void change(List<PlanChange> changes) {
    if (changes.size() > MOST) {
      throw Refusal.of(PlanRefusal.MANY, "", changes.size(), MOST);
    }
    Map<Long, PlanLine> now =
        changes.isEmpty()
            ? Map.of()
            : find(changes.stream().map(Plans::key).toList(), changes.getFirst().year());
    Map<Integer, Indicator> indicators = yardstick().indicators();
    Map<Integer, String> names = names(List.copyOf(now.values()));
    List<Problem> problems = new ArrayList<>();
    for (PlanChange change : changes) {
      PlanLine line = now.get(key(change));
      Indicator indicator = indicators.get(change.indicatorId());
      if (line == null || indicator == null) {
        problems.add(Problem.at(key(change) + "", PlanRefusal.UNKNOWN.key(), key(change) + ""));
      } else {
        PlanCheck.of(change, line, indicator, names, day.today()).look(problems);
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(PlanRefusal.LINES, problems);
    }
    for (PlanChange change : changes) {
      PlanLine before = Objects.requireNonNull(now.get(key(change)));
      write(Handing.written(change, before), before);
    }
  }

  /** Whether the actor may change a line, or answer whoever asked to hand it over. */
  public static boolean mayChange(PlanLine line) {
    return Handing.owes(line) || Handing.answers(line);
  }

  /** Whoever gives lines of that year at the same moment waits, and finds what was given. */
  void holdGiving(int year) {
    store.holdGiving(year);
  }

  private void write(PlanChange change, PlanLine before) {
    try {
      store.add(change, Handing.given(change, before), Handing.asked(change, before), day.today());
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(PlanRefusal.CHANGED, before.unit().name(), before.unit().name(), "", "");
    }
    audit.record(
        new Act(
            "rural.plan",
            "rural.plan_change",
            change.year() + "/" + key(change),
            change.why().isBlank() ? null : change.why(),
            PlanCheck.facts(before.owed(), before.owed().bodyId(), before.hands().askedBodyId()),
            PlanCheck.facts(
                change.owed(),
                Handing.given(change, before) ? change.owed().bodyId() : before.owed().bodyId(),
                Handing.asked(change, before))));
  }

  private static long key(PlanChange change) {
    return PlanLine.key(change.unitId(), change.indicatorId());
  }

  private PlanStore.Ground ground(PlanFilter filter) {
    LocalDate on = filter.day(day.today());
    return ground(yardstick(on), on, filter.seenOn(day.today()));
  }

  private PlanStore.Ground ground(Yardstick yardstick) {
    return ground(yardstick, day.today(), day.today());
  }

  private PlanStore.Ground ground(Yardstick yardstick, LocalDate on, LocalDate seen) {
    Map<Integer, Indicator> indicators = yardstick.indicators();
    Map<String, Resolution> owners =
        bodies.resolve(
            indicators.values().stream().map(Indicator::dataOwner).collect(Collectors.toSet()), on);
    Map<Integer, Integer> owned =
        indicators.values().stream()
            .filter(i -> {
              Resolution found = owners.get(i.dataOwner());
              return found != null && found.isSure() && !found.bodies().isEmpty();
            })
            .collect(
                Collectors.toMap(
                    Indicator::id,
                    i ->
                        Objects.requireNonNull(owners.get(i.dataOwner()))
                            .bodies()
                            .getFirst()
                            .id()));
    Map<String, Integer> holders = Holders.of(store.awaited(on), bodies, on);
    return new PlanStore.Ground(yardstick.set().id(), on, seen, owned, holders, Map.of());
  }

  /** Bodies by id, for the names of a page. */
  Map<Integer, String> names(List<PlanLine> lines) {
    Set<Integer> ids = new HashSet<>();
    for (PlanLine line : lines) {
      add(ids, line.owed().bodyId());
      add(ids, line.found().turnBodyId());
      add(ids, line.hands().askedBodyId());
    }
    return bodies.find(ids).stream()
        .collect(Collectors.toMap(vn.dondoc.agency.Body::id, vn.dondoc.agency.Body::name));
  }

  private static void add(Set<Integer> ids, @Nullable Integer id) {
    if (id != null) {
      ids.add(id);
    }
  }
}
