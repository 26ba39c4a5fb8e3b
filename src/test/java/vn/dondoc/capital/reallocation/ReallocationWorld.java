package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.reallocation.reading.Reading;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.capital.reallocation.submission.Ground;
import vn.dondoc.capital.reallocation.submission.Submission;
import vn.dondoc.capital.reallocation.submission.Submissions;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.project.ProjectWorld;

/**
 * Pools with one line that hardly pays and one that pays fast; every test takes a pool of its own
 * and leaves the others as they are.
 *
 * @param review the province of August 2020 with its ledger
 */
public record ReallocationWorld(ReviewWorld review) implements AutoCloseable {
  static final int YEAR = 2020;
  static final long BILLION = ReviewWorld.BILLION;

  /** A document that shows a surplus. */
  static final String RESULTS = "QĐ 12/QĐ-UBND mẫu ngày 03/08/2020 duyệt kết quả đấu thầu";

  static ReallocationWorld start() {
    return new ReallocationWorld(ReviewWorld.start());
  }

  /** A line that was paid once and one that is paid every month, in a pool. */
  public Pair pair(String pool, String name) {
    long slow = review.line(name + " chậm", ProjectWorld.BOARD, pool, 10 * BILLION);
    review.book(EntryKind.PAYMENT, slow, LocalDate.of(2020, 2, 20), BILLION / 2);
    long fast = review.line(name + " nhanh", ProjectWorld.OTHER_BOARD, pool, 10 * BILLION);
    for (int month = 2; month <= 8; month++) {
      review.book(EntryKind.PAYMENT, fast, LocalDate.of(2020, month, 3), 1_300_000_000L);
    }
    return new Pair(pool, slow, fast);
  }

  /** Dòng chậm, dòng nhanh. */
  public record Pair(String pool, long slow, long fast) {}

  /** A decided project in one commune. */
  long projectIn(String commune) {
    return review.project("Công trình mẫu " + commune, ProjectWorld.BOARD, null, commune);
  }

  Scenarios scenarios() {
    return review.door(Scenarios.class);
  }

  /** Xã phấn đấu về đích of the year. */
  void due(String commune) {
    review
        .projects()
        .owner()
        .sql(
            "insert into place.attribute (unit_id, key, value, valid, source, confidence)"
                + " values (:unit, 'due_year', '2020', '[2020-01-01,2021-01-01)', 'mẫu', 'memory')")
        .param("unit", review.projects().unit(commune))
        .update();
  }

  /** What the engine computes with under these rules. */
  Instance instance(ScenarioRules rules) {
    return Acting.call(
        planner(),
        () ->
            Objects.requireNonNull(
                review
                    .door(TransactionTemplate.class)
                    .execute(
                        held -> review.door(Instances.class).build(YEAR, rules, ReviewWorld.DAY))));
  }

  Submissions submissions() {
    return review.door(Submissions.class);
  }

  Cuts cuts() {
    return review.door(Cuts.class);
  }

  Actor planner() {
    return review.planning();
  }

  /** Another person of the planning department. */
  Actor otherPlanner() {
    Actor one = review.planning();
    return new Actor(377, "Chuyên viên mẫu hai", one.rights(), false, one.bodies(), one.places());
  }

  /** Văn phòng UBND tỉnh: enters what was decided. */
  Actor office() {
    return new Actor(
        378, "Văn phòng mẫu", Set.of("capital.read", "capital.decide"), true, List.of(), List.of());
  }

  /** Rules under which only one pool moves. */
  ScenarioRules rules(String pool, List<ScenarioRules.Held> pins) {
    return rules(
        pool, pins, Acting.call(planner(), () -> scenarios().usual(YEAR).definition()), "95");
  }

  /** The same measured in another way, to another target. */
  ScenarioRules rules(
      String pool, List<ScenarioRules.Held> pins, String definition, String percent) {
    return Acting.call(
        planner(),
        () -> {
          return new ScenarioRules(
              new BigDecimal(percent),
              definition,
              50,
              50,
              100_000_000L,
              1_000_000L,
              100,
              false,
              scenarios().pools(YEAR).stream()
                  .filter(one -> !one.code().equals(pool))
                  .map(Pool::id)
                  .toList(),
              pins);
        });
  }

  /** A scenario of a pool, solved. */
  Scenario solved(String name, String pool, List<ScenarioRules.Held> pins) {
    long id = Acting.call(planner(), () -> scenarios().make(YEAR, name, rules(pool, pins)));
    return solve(id);
  }

  /** The same by these rules. */
  Scenario solved(String name, ScenarioRules rules) {
    return solve(Acting.call(planner(), () -> scenarios().make(YEAR, name, rules)));
  }

  Scenario solve(long id) {
    Acting.as(planner(), () -> scenarios().solve(id));
    review.door(SolveWorker.class).drain();
    return Acting.call(planner(), () -> scenarios().required(id));
  }

  Solved plan(Scenario scenario) {
    return Acting.call(
        planner(),
        () ->
            review.door(Reading.class).of(scenario.year(), Objects.requireNonNull(scenario.job())));
  }

  /** Every decrease for one reason, with a document where it is a surplus. */
  Map<Long, Ground> grounds(Scenario scenario, CutReason reason, String evidence) {
    Map<Long, Ground> grounds = new HashMap<>();
    plan(scenario).rows().stream()
        .filter(Solved.Row::gives)
        .forEach(row -> grounds.put(row.line().id(), new Ground(reason, evidence)));
    return grounds;
  }

  long confirm(Actor actor, Scenario scenario, CutReason reason) {
    return confirm(
        actor, scenario, grounds(scenario, reason, reason == CutReason.SLOW ? "" : RESULTS));
  }

  long confirm(Actor actor, Scenario scenario, Map<Long, Ground> grounds) {
    long job = Objects.requireNonNull(scenario.job()).id();
    return Acting.call(actor, () -> submissions().confirm(scenario.id(), job, "Đợt mẫu", grounds));
  }

  /** Whoever is asked says something. */
  void hear(long submission) {
    Acting.call(planner(), () -> submissions().required(submission)).moves().stream()
        .map(Submission.Moved::cut)
        .filter(cut -> cut != null && cut.state(ReviewWorld.DAY) == Cut.State.ASKED)
        .forEach(
            cut -> Acting.as(review.board(), () -> cuts().comment(cut.id(), "Đơn vị mẫu đồng ý.")));
  }

  /** Approves of a line around the program. */
  void around(long submission, long line, long vnd) {
    review
        .projects()
        .owner()
        .sql(
            """
            do $$
            declare
              decided bigint;
            begin
              insert into capital.reallocation_decision (reallocation_id, number, issuer, signer,
                                                         signed_on, on_day, by_account, by_name)
              values (%d, 'vòng mẫu', 'UBND tỉnh', 'mẫu', '2020-08-14', '2020-08-14', 1, 'mẫu')
              returning id into decided;
              insert into capital.reallocation_ruling (reallocation_id, line_id, decision_id,
                                                       approved_vnd)
              values (%d, %d, decided, %d);
            end
            $$
            """
                .formatted(submission, submission, line, vnd))
        .update();
  }

  /** Another proposal of that money, put forward before the pool had less. */
  long alsoPutForward(long first, long line) {
    return review
        .projects()
        .owner()
        .sql(
            """
            with made as (
              insert into capital.reallocation (job_id, scenario_id, budget_year, name, told, on_day,
                                                by_account, by_name)
              select job_id, scenario_id, budget_year, 'Đợt mẫu hai', told, on_day, by_account, by_name
                from capital.reallocation where id = :first
              returning id)
            insert into capital.reallocation_move (reallocation_id, line_id, pool_id, amount_vnd,
                                                   plan_vnd, paid_vnd, why, documents)
            select made.id, l.id, l.pool_id, 1000000000, 0, 0, 'mẫu', '{}'
              from made, capital.line l where l.id = :line
            returning reallocation_id
            """)
        .param("first", first)
        .param("line", line)
        .query(Long.class)
        .single();
  }

  Balance balance(long line) {
    return Acting.call(planner(), () -> review.ledger().balances(List.of(line)).getFirst());
  }

  @Override
  public void close() {
    review.close();
  }
}
