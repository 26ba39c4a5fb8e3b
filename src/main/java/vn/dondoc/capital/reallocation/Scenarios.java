package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.RateTarget;
import vn.dondoc.capital.rate.RateTargets;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Các kịch bản điều chuyển: made, changed, solved in the background, compared. */
@Component
@Transactional(readOnly = true)
public class Scenarios {
  static final int MOST = 200;
  static final int MOST_PINS = 200;
  static final int LONGEST_NAME = 100;
  private static final BigDecimal YEAR_END = BigDecimal.valueOf(95);
  private static final long MILLION = 1_000_000;
  private static final long SMALLEST = 100 * MILLION;

  private final ScenarioStore store;
  private final SolveJobStore jobs;
  private final InstanceStore instances;
  private final Sources sources;
  private final Rates rates;
  private final RateTargets targets;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final String province;

  Scenarios(
      ScenarioStore store,
      SolveJobStore jobs,
      InstanceStore instances,
      Sources sources,
      Rates rates,
      RateTargets targets,
      AuditTrail audit,
      ProvinceDay day,
      @Value("${dondoc.province:}") String province) {
    this.store = store;
    this.jobs = jobs;
    this.instances = instances;
    this.sources = sources;
    this.rates = rates;
    this.targets = targets;
    this.audit = audit;
    this.day = day;
    this.province = province;
  }

  /** The scenarios of a year within sight, the latest first. */
  public List<Scenario> of(int year) {
    return store.scenarios(null, year, MOST).stream().map(this::solved).toList();
  }

  /**
   * One scenario with the last time it was solved.
   *
   * @throws Refusal when there is none, or none within sight
   */
  public Scenario required(long id) {
    return store.scenarios(id, null, 1).stream()
        .findFirst()
        .map(this::solved)
        .orElseThrow(
            () -> Refusal.of(ReallocationRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  private Scenario solved(Scenario one) {
    return new Scenario(
        one.id(),
        one.year(),
        one.name(),
        one.by(),
        one.on(),
        one.step(),
        one.rules(),
        one.changedBy(),
        jobs.last(one.id()).orElse(null));
  }

  /** Whose plan a page shows: the last time's, or while that seeks one, the time's before. */
  public @Nullable SolveJob shown(Scenario scenario) {
    SolveJob last = scenario.job();
    return last == null || !last.isGoingOn() || last.found().proposal() != null
        ? last
        : jobs.proposed(scenario.id()).orElse(last);
  }

  /** Điều kiện của phương án đã đề xuất, as a paper states them; none where out of sight. */
  public List<String> conditions(long submission, int year) {
    return jobs.putForward(submission)
        .map(job ->
            new Conditions(
                    rules(job.scenarioId(), job.step()), new Subjects(names(year), pools(year)))
                .told())
        .orElse(List.of());
  }

  /** A scenario as one time of solving saw it: its rules, its numbers. */
  public SolveJob job(long id) {
    return jobs.one(id)
        .orElseThrow(
            () -> Refusal.of(ReallocationRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** The rules a scenario had at a step. */
  public ScenarioRules rules(long scenario, int step) {
    return store
        .rules(scenario, step)
        .orElseThrow(() ->
            Refusal.of(
                ReallocationRefusal.UNKNOWN, Long.toString(scenario), Long.toString(scenario)));
  }

  /** The words of every line of a year. */
  public Map<Long, LineName> names(int year) {
    return instances.names(day.today(), year, null);
  }

  /** The words of some lines. */
  public Map<Long, LineName> names(List<Long> lines) {
    return instances.names(day.today(), null, lines);
  }

  /** Pools of a year. */
  public List<Pool> pools(int year) {
    return sources.pools(year);
  }

  /** Who decides by when in each pool, and who may receive. */
  public MoveRules law(int year) {
    return new MoveRules(
        instances.authorities(day.today(), year), instances.receivers(year), province);
  }

  /** Vốn chưa phân bổ that a scenario leaves where it is, by the words of its pool. */
  public Map<String, Long> keptUnallocated(Scenario scenario) {
    RateDefinition definition = rates.definition(scenario.rules().definition());
    Map<Integer, String> names =
        sources.pools(scenario.year()).stream()
            .filter(pool -> !scenario.rules().frozen().contains(pool.id()))
            .collect(Collectors.toMap(Pool::id, Pool::name));
    Map<String, Long> kept = new LinkedHashMap<>();
    for (InstanceStore.PoolRow pool : instances.pools(day.today(), scenario.year())) {
      String name = names.get(pool.id());
      if (name != null && pool.unallocated() > 0 && Instances.keepsUnallocated(pool, definition)) {
        kept.put(name, pool.unallocated());
      }
    }
    return kept;
  }

  /** What a new scenario of a year begins with: the target of the year as it is known. */
  public ScenarioRules usual(int year) {
    RateTarget target = targets.of(year, day.today()).orElse(null);
    return new ScenarioRules(
        target == null ? YEAR_END : target.said().percent(),
        target == null || !rates.definition(target.said().definition()).isOfDisbursement()
            ? rates.assumed().code()
            : target.said().definition(),
        50,
        50,
        SMALLEST,
        MILLION,
        100,
        false,
        List.of(),
        List.of());
  }

  /** What of the ledger moved since a scenario was solved: the lines, as they were and are. */
  public List<Drift> drift(Scenario scenario) {
    SolveJob job = scenario.job();
    if (job == null || job.found().instance() == null) {
      return List.of();
    }
    return drift(scenario.year(), job);
  }

  /** The same of one time of solving. */
  public List<Drift> drift(int year, SolveJob job) {
    Map<Long, InstanceStore.LineRow> now =
        instances.lines(day.today(), year).stream()
            .collect(Collectors.toMap(InstanceStore.LineRow::id, line -> line));
    List<Drift> drift = new ArrayList<>();
    Objects.requireNonNull(job.found().instance())
        .lines()
        .forEach(was -> {
          InstanceStore.LineRow is = now.remove(was.id());
          if (is != null && (is.plan() != was.plannedVnd() || is.disbursed() != was.paidVnd())) {
            drift.add(
                new Drift(was.id(), was.plannedVnd(), is.plan(), was.paidVnd(), is.disbursed()));
          }
        });
    now.values().stream()
        .filter(line -> line.plan() > 0)
        .forEach(line -> drift.add(new Drift(line.id(), 0, line.plan(), 0, line.disbursed())));
    return drift;
  }

  /** Kế hoạch và giải ngân of a line, as they were and are. */
  public record Drift(long line, long planWas, long planIs, long paidWas, long paidIs) {}

  /**
   * Makes a scenario.
   *
   * @throws Refusal with everything that is wrong
   */
  @Transactional
  public long make(int year, String name, ScenarioRules rules) {
    List<Problem> problems = problems(year, rules);
    String said = name.strip();
    if (said.isEmpty() || said.length() > LONGEST_NAME) {
      problems.addFirst(
          Problem.at("name", ReallocationRefusal.NAME.key(), said.length(), LONGEST_NAME));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ReallocationRefusal.SCENARIO, problems);
    }
    long id;
    try {
      id = store.add(year, said, day.today());
    } catch (DuplicateKeyException e) {
      throw Refusal.of(ReallocationRefusal.NAME_TAKEN, "name", said, Integer.toString(year));
    }
    store.set(id, 1, rules, day.today());
    record("capital.scenario", id, null, Map.of("year", year, "name", said));
    return id;
  }

  /**
   * Changes the rules of a scenario.
   *
   * @param seen the step the planner saw
   * @throws Refusal with everything that is wrong, or when somebody else was faster
   */
  @Transactional
  public void change(long id, int seen, ScenarioRules rules) {
    Scenario was = required(id);
    List<Problem> problems = problems(was.year(), rules);
    if (!problems.isEmpty()) {
      throw Refusal.of(ReallocationRefusal.SCENARIO, problems);
    }
    if (was.step() != seen) {
      throw Refusal.of(ReallocationRefusal.CHANGED, "", was.changedBy());
    }
    if (was.rules().equals(rules)) {
      return;
    }
    try {
      store.set(id, seen + 1, rules, day.today());
    } catch (DuplicateKeyException e) {
      throw Refusal.of(ReallocationRefusal.CHANGED, "", was.changedBy());
    }
    record("capital.scenario_rules", id, null, Map.of("step", seen + 1));
  }

  /**
   * Queues a scenario to be solved by its rules of now.
   *
   * @throws Refusal when it is being solved already
   */
  @Transactional
  public void solve(long id) {
    Scenario scenario = required(id);
    try {
      jobs.queue(id, scenario.step(), day.today());
    } catch (DuplicateKeyException e) {
      throw Refusal.of(ReallocationRefusal.RUNNING, "", scenario.name());
    }
    record("capital.solve", id, null, Map.of("step", scenario.step()));
  }

  /**
   * Asks for the best so far.
   *
   * @throws Refusal when nothing is being solved
   */
  @Transactional
  public void stop(long id) {
    Scenario scenario = required(id);
    if (!jobs.stop(id)) {
      throw Refusal.of(ReallocationRefusal.NOT_RUNNING, "", scenario.name());
    }
    record("capital.solve_stop", id, null, Map.of());
  }

  private List<Problem> problems(int year, ScenarioRules rules) {
    List<Problem> problems = new ArrayList<>();
    if (rules.percent().signum() < 0 || rules.percent().compareTo(BigDecimal.valueOf(100)) > 0) {
      problems.add(
          Problem.at(
              "percent", ReallocationRefusal.PERCENT.key(), rules.percent().toPlainString()));
    }
    if (rates.all().stream().noneMatch(one -> one.code().equals(rules.definition()))) {
      problems.add(
          Problem.at("definition", ReallocationRefusal.DEFINITION.key(), rules.definition()));
    } else if (!rates.definition(rules.definition()).isOfDisbursement()) {
      problems.add(
          Problem.at("definition", ReallocationRefusal.WORK_DONE.key(), rules.definition()));
    }
    if (rules.receiver() < 10 || rules.receiver() > 50) {
      problems.add(Problem.at("receiver", ReallocationRefusal.QUANTILE.key(), rules.receiver()));
    }
    if (rules.giver() < 50 || rules.giver() > 90) {
      problems.add(Problem.at("giver", ReallocationRefusal.QUANTILE.key(), rules.giver()));
    }
    Set<Integer> pools = sources.pools(year).stream().map(Pool::id).collect(Collectors.toSet());
    rules.frozen().stream()
        .filter(pool -> !pools.contains(pool))
        .forEach(pool ->
            problems.add(
                Problem.at(
                    "frozen",
                    ReallocationRefusal.POOL.key(),
                    Integer.toString(pool),
                    Integer.toString(year))));
    if (rules.pins().size() > MOST_PINS) {
      problems.add(
          Problem.at(
              "pins", ReallocationRefusal.TOO_MANY_PINS.key(), rules.pins().size(), MOST_PINS));
    }
    return problems;
  }

  private void record(String act, long id, @Nullable String why, Map<String, ?> facts) {
    audit.record(new Act(act, "capital.scenario", Long.toString(id), why, Map.of(), facts));
  }

  /** The province's day. */
  public LocalDate today() {
    return day.today();
  }
}
