package vn.dondoc.capital.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.cut.NewCut;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.reallocation.ReallocationWorld.Pair;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.capital.reallocation.submission.NewDecision;
import vn.dondoc.capital.reallocation.submission.Submission;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Line;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Project;
import vn.dondoc.planning.reallocation.Proposal;

/** From a scenario over the proposal and the authority's decision into the ledger. */
class ReallocationDbTest {
  private static final LocalDate DAY = ReviewWorld.DAY;
  private static final LocalDate JANUARY = LocalDate.of(2020, 1, 15);
  private static final long BILLION = ReviewWorld.BILLION;
  private static final String COMMUNES = "XA-2020";
  private static final String BOARD = vn.dondoc.project.ProjectWorld.BOARD;
  private static ReallocationWorld world;

  @BeforeAll
  static void start() {
    world = ReallocationWorld.start();
    world.review().open("XSKT-2020", "Xổ số kiến thiết mẫu 2020", "NSDP.XSKT", "province", 2020);
    world.review().open(COMMUNES, "Ngân sách xã mẫu 2020", "NSDP.XA", "commune", 2020);
    world.review().open("HUYEN-2020", "Ngân sách huyện mẫu 2020", "NSDP.HUYEN", "district", 2020);
    world.review().open("TT-2020", "Tăng thu mẫu 2020", "NSDP.TT", "province", 2020);
    world.review().open("CD-T-2020", "Cân đối mẫu cấp huyện", "NSDP.CD", "district", 2020);
    world.review().open("XSKT-T-2020", "Xổ số mẫu cấp huyện", "NSDP.XSKT", "district", 2020);
    world.review().open("TT-T-2020", "Tăng thu mẫu cấp huyện", "NSDP.TT", "district", 2020);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static NewDecision decision(Submission submission, String number, double part) {
    Map<Long, Long> approved = new HashMap<>();
    submission
        .moves()
        .forEach(move ->
            approved.put(
                move.line().lineId(), (long) (move.sizeVnd() / 1_000_000 * part) * 1_000_000));
    return new NewDecision(number, "HĐND tỉnh", "Chủ tịch mẫu", DAY, approved);
  }

  private static Submission required(long id) {
    return Acting.call(world.planner(), () -> world.submissions().required(id));
  }

  private static List<String> decide(long id, NewDecision decision) {
    return ReviewWorld.told(world.office(), () -> world.submissions().decide(id, decision));
  }

  @Test
  void scenarioComesIntoTheLedgerOnlyByTheDecisionAndAfterTheUnitWasHeard() {
    Pair pair = world.pair(ReviewWorld.LOCAL, "Đường mẫu");
    Scenario scenario = world.solved("Kịch bản mẫu A", pair.pool(), List.of());
    SolveJob job = Objects.requireNonNull(scenario.job());
    assertThat(job.progress().state()).isEqualTo(SolveJob.State.DONE);
    Solved plan = world.plan(scenario);
    assertThat(plan.rows()).hasSize(2);
    Solved.Row gives = plan.rows().getFirst();
    Solved.Row takes = plan.rows().getLast();
    assertThat(gives.line().id()).isEqualTo(pair.slow());
    assertThat(takes.line().id()).isEqualTo(pair.fast());
    assertThat(gives.amountVnd()).isEqualTo(takes.amountVnd()).isPositive();
    assertThat(gives.offered()).isEqualTo(CutReason.SLOW);
    assertThat(plan.after()).isGreaterThan(plan.before());
    assertThat(job.found().chanceAfter())
        .isNotNull()
        .isGreaterThanOrEqualTo(Objects.requireNonNull(job.found().chanceBefore()));
    assertThat(world.balance(pair.slow()).plan()).isEqualTo(10 * ReallocationWorld.BILLION);

    long id = world.confirm(world.planner(), scenario, CutReason.SLOW);
    Submission waiting = required(id);
    assertThat(waiting.state()).isEqualTo(Submission.State.WAITING);
    assertThat(decide(id, decision(waiting, "NQ 01 mẫu", 1)))
        .singleElement()
        .asString()
        .contains("chưa có ý kiến", "19/08/2020");
    assertThat(world.balance(pair.slow()).plan()).isEqualTo(10 * ReallocationWorld.BILLION);
    Cut cut = Objects.requireNonNull(waiting.moves().getFirst().cut());
    assertThat(ReviewWorld.told(world.planner(), () -> world.cuts().drop(cut.id(), "thử")))
        .singleElement()
        .asString()
        .contains("đề xuất điều chuyển đang chờ");
    Acting.as(world.review().board(), () -> world.cuts().comment(cut.id(), "Vướng mặt bằng."));
    assertThat(decide(id, decision(waiting, "NQ 01 mẫu", 1))).isEmpty();

    long moved = gives.amountVnd();
    assertThat(world.balance(pair.slow()).plan()).isEqualTo(10 * ReallocationWorld.BILLION - moved);
    assertThat(world.balance(pair.fast()).plan()).isEqualTo(10 * ReallocationWorld.BILLION + moved);
    Submission decided = required(id);
    assertThat(decided.state()).isEqualTo(Submission.State.DECIDED);
    assertThat(decided.decisions())
        .singleElement()
        .satisfies(one -> assertThat(one.signer()).isEqualTo("Chủ tịch mẫu"));
    assertThat(Objects.requireNonNull(decided.moves().getFirst().cut()).state(DAY))
        .isEqualTo(Cut.State.DONE);
    assertThat(decide(id, decision(waiting, "NQ 02 mẫu", 1)))
        .singleElement()
        .asString()
        .contains("đã quyết định");
    keepsWhatItWasForecastToPay(gives, world.plan(world.solve(scenario.id())));
  }

  /** What a giver was left is what it was forecast to pay: nothing of it lapses anew. */
  private static void keepsWhatItWasForecastToPay(Solved.Row gave, Solved again) {
    Line line =
        again.instance().lines().stream()
            .filter(one -> one.id() == gave.line().id())
            .findFirst()
            .orElseThrow();
    assertThat(line.plannedVnd()).isEqualTo(gave.afterVnd());
    long left = line.plannedVnd() - line.paidVnd();
    assertThat(left).isPositive();
    assertThat(line.plannedVnd() - line.expectedVnd(line.plannedVnd(), 50)).isLessThan(left / 20);
  }

  @Test
  void secondPlannerThatUsesTheSameMoneyIsToldByWhom() {
    Pair pair = world.pair("XSKT-2020", "Trường mẫu");
    Scenario first = world.solved("Kịch bản mẫu B1", pair.pool(), List.of());
    Scenario second = world.solved("Kịch bản mẫu B2", pair.pool(), List.of());
    long id = world.confirm(world.planner(), first, CutReason.TENDER_SAVINGS);
    assertThat(
            ReviewWorld.told(
                world.otherPlanner(),
                () -> world.confirm(world.otherPlanner(), second, CutReason.TENDER_SAVINGS)))
        .hasSize(2)
        .allSatisfy(
            said -> assertThat(said).contains("Kịch bản mẫu B1", "Sở KH&ĐT mẫu", "14/08/2020"));
    assertThat(ReviewWorld.told(world.planner(), () -> world.submissions().withdraw(id, " ")))
        .hasSize(1);
    assertThat(
            ReviewWorld.told(
                world.planner(),
                () ->
                    world
                        .cuts()
                        .propose(
                            new NewCut(
                                pair.slow(),
                                null,
                                BILLION,
                                CutReason.TENDER_SAVINGS,
                                "Thừa",
                                ReallocationWorld.RESULTS))))
        .singleElement()
        .asString()
        .contains("“Kịch bản mẫu B1”", "Sở KH&ĐT mẫu", "14/08/2020");
    Acting.as(world.planner(), () -> world.submissions().withdraw(id, "Nhường kịch bản khác"));
    assertThat(required(id).state()).isEqualTo(Submission.State.DROPPED);
    assertThat(world.confirm(world.otherPlanner(), second, CutReason.TENDER_SAVINGS))
        .isGreaterThan(id);
    assertThat(decide(id, decision(required(id), "NQ 03 mẫu", 1))).hasSize(1);
  }

  @Test
  void partIsApprovedBalancedAndNothingElse() {
    Pair pair = world.pair("TT-2020", "Cầu mẫu");
    Scenario scenario = world.solved("Kịch bản mẫu C", pair.pool(), List.of());
    long id = world.confirm(world.planner(), scenario, CutReason.TENDER_SAVINGS);
    Submission waiting = required(id);
    world.hear(id);
    NewDecision half = decision(waiting, "NQ 04 mẫu", 0.5);
    long approved = Objects.requireNonNull(half.approved().get(pair.slow()));
    Map<Long, Long> uneven = new HashMap<>(half.approved());
    uneven.put(pair.fast(), approved - 1_000_000);
    uneven.put(pair.slow(), waiting.moves().getFirst().sizeVnd() + 1);
    assertThat(decide(id, new NewDecision("", "HĐND tỉnh", "", DAY.plusDays(1), uneven)))
        .hasSize(5)
        .anyMatch(said -> said.contains("ký hiệu quyết định có 0 ký tự"))
        .anyMatch(said -> said.contains("Ngày ký 15/08/2020"))
        .anyMatch(said -> said.contains("chỉ đề xuất"))
        .anyMatch(said -> said.contains("hai số phải bằng nhau"));
    assertThat(world.balance(pair.slow()).plan()).isEqualTo(10 * ReallocationWorld.BILLION);
    assertThat(decide(id, half)).isEmpty();
    assertThat(world.balance(pair.slow()).plan())
        .isEqualTo(10 * ReallocationWorld.BILLION - approved);
    assertThat(world.balance(pair.fast()).plan())
        .isEqualTo(10 * ReallocationWorld.BILLION + approved);
    Cut cut = Objects.requireNonNull(required(id).moves().getFirst().cut());
    assertThat(cut.cutVnd()).isEqualTo(approved).isLessThan(cut.content().amountVnd());
  }

  @Test
  void paymentsAfterSolvingAreToldAndHinderTheProposalUntilItIsSolvedAgain() {
    Pair pair = world.pair("CD-T-2020", "Kè mẫu");
    Scenario scenario = world.solved("Kịch bản mẫu D", pair.pool(), List.of());
    world.review().book(EntryKind.PAYMENT, pair.slow(), LocalDate.of(2020, 8, 13), 77_000_000L);
    assertThat(Acting.call(world.planner(), () -> world.scenarios().drift(scenario)))
        .filteredOn(one -> one.line() == pair.slow())
        .singleElement()
        .satisfies(one -> assertThat(one.paidIs() - one.paidWas()).isEqualTo(77_000_000L));
    assertThat(
            ReviewWorld.told(
                world.planner(),
                () -> world.confirm(world.planner(), scenario, CutReason.TENDER_SAVINGS)))
        .singleElement()
        .asString()
        .contains("Kè mẫu chậm", "tính lại kịch bản");
    long other = world.review().line("Dòng ngoài phương án", BOARD, COMMUNES, BILLION);
    Scenario again = world.solve(scenario.id());
    world.review().book(EntryKind.PAYMENT, other, LocalDate.of(2020, 8, 13), 5_000_000L);
    assertThat(
            ReviewWorld.told(
                world.planner(),
                () -> world.confirm(world.planner(), again, CutReason.TENDER_SAVINGS)))
        .singleElement()
        .asString()
        .contains("1 dòng vốn khác đã thay đổi", "tính lại kịch bản");
    Scenario third = world.solve(scenario.id());
    assertThat(world.confirm(world.planner(), third, CutReason.TENDER_SAVINGS)).isPositive();
  }

  @Test
  void contradictingPinsAreNamedAndAnInterruptedSearchGoesOn() {
    Pair pair = world.pair("XSKT-T-2020", "Chợ mẫu");
    Scenario scenario =
        world.solved(
            "Kịch bản mẫu E",
            pair.pool(),
            List.of(
                new ScenarioRules.Held(1, Pin.Kind.KEEP, Pin.Scope.LINE, pair.slow(), 0),
                new ScenarioRules.Held(
                    2, Pin.Kind.FORCE_CUT, Pin.Scope.LINE, pair.slow(), 1_000_000_000L),
                new ScenarioRules.Held(3, Pin.Kind.NO_CUT, Pin.Scope.LINE, pair.fast(), 0)));
    Proposal proposal = world.plan(scenario).proposal();
    assertThat(proposal.outcome()).isEqualTo(Proposal.Outcome.CONTRADICTION);
    assertThat(Objects.requireNonNull(proposal.conflict()).pins()).containsExactly(1L, 2L);

    Acting.as(
        world.planner(),
        () ->
            world
                .scenarios()
                .change(scenario.id(), scenario.step(), scenario.rules().with(List.of())));
    assertThat(
            ReviewWorld.told(
                world.planner(),
                () ->
                    world
                        .scenarios()
                        .change(scenario.id(), scenario.step(), scenario.rules().with(List.of()))))
        .singleElement()
        .asString()
        .contains("vừa sửa điều kiện");
    Acting.as(world.planner(), () -> world.scenarios().solve(scenario.id()));
    assertThat(ReviewWorld.told(world.planner(), () -> world.scenarios().solve(scenario.id())))
        .singleElement()
        .asString()
        .contains("đang được tính");
    world
        .review()
        .projects()
        .owner()
        .sql(
            "update capital.solve_job set state = 'running', claim = gen_random_uuid(),"
                + " claimed_until = clock_timestamp() - interval '1 minute' where state = 'queued'")
        .update();
    world.review().door(SolveWorker.class).drain();
    SolveJob job =
        Objects.requireNonNull(
            Acting.call(world.planner(), () -> world.scenarios().required(scenario.id())).job());
    assertThat(job.progress().interruptedAt()).isNotNull();
    assertThat(job.progress().state()).isEqualTo(SolveJob.State.DONE);
    assertThat(job.hasPlan()).isTrue();
    assertThat(ReviewWorld.told(world.planner(), () -> world.scenarios().stop(scenario.id())))
        .hasSize(1);
  }

  @Test
  void unitsReadOnlyWhatIsPutForwardOfTheirOwnLines() {
    Pair pair = world.pair("TT-T-2020", "Trạm mẫu");
    Scenario scenario = world.solved("Kịch bản mẫu F", pair.pool(), List.of());
    long id = world.confirm(world.planner(), scenario, CutReason.SLOW);
    Actor board = world.review().board();
    assertThat(Acting.call(board, () -> world.scenarios().of(ReallocationWorld.YEAR))).isEmpty();
    assertThat(Acting.call(board, () -> world.submissions().required(id)).moves())
        .singleElement()
        .satisfies(move -> assertThat(move.line().lineId()).isEqualTo(pair.slow()));
    assertThat(ReviewWorld.told(Actor.visitor(), () -> world.submissions().required(id)))
        .hasSize(1);
    world.review().settle(world.balance(pair.fast()).projectId(), DAY, 10 * BILLION);
    assertThat(decide(id, decision(required(id), "NQ 06 mẫu", 1)))
        .anyMatch(said ->
            said.contains("(hoặc quyết toán) 10.000.000.000 đồng")
                && said.contains("chỉ còn 0 đồng"));
  }

  @Test
  void projectsOfCommunesDueThisYearAreKnownToTheEngine() {
    world.due("xã Y Tịch");
    long due = world.review().line(world.projectIn("xã Y Tịch"), COMMUNES, BILLION, JANUARY);
    long other = world.review().line(world.projectIn("xã Bằng Mạc"), COMMUNES, BILLION, JANUARY);
    Instance instance = world.instance(world.rules(COMMUNES, List.of()));
    Map<Long, Project> projects =
        instance.projects().stream().collect(Collectors.toMap(Project::id, project -> project));
    Map<Long, Project> ofLine =
        instance.lines().stream()
            .collect(Collectors.toMap(Line::id, line -> projects.get(line.project())));
    assertThat(ofLine.get(due)).matches(Project::dueArea);
    assertThat(ofLine.get(other)).matches(project -> !project.dueArea());
  }

  @Test
  void everythingThatIsWrongWithRulesIsToldAtOnce() {
    ScenarioRules usual = world.rules("LOCAL", List.of());
    ScenarioRules wrong =
        new ScenarioRules(
            BigDecimal.valueOf(101), "R0", 60, 40, 0, 1, 100, false, List.of(-7), List.of());
    assertThat(
            ReviewWorld.told(
                world.planner(), () -> world.scenarios().make(ReallocationWorld.YEAR, " ", wrong)))
        .hasSize(6);
    Map<String, String> typed = new HashMap<>(ScenarioForm.of(usual).typed());
    typed.put("loss", "12,5");
    assertThat(
            ReviewWorld.told(
                world.planner(), () -> new ScenarioForm(typed, List.of()).rules(List.of())))
        .singleElement()
        .asString()
        .contains("“12,5” không phải số nguyên");
    ScenarioRules work = world.rules("LOCAL", List.of(), "R5", "95");
    assertThat(
            ReviewWorld.told(
                world.planner(),
                () -> world.scenarios().make(ReallocationWorld.YEAR, "Khối lượng mẫu", work)))
        .singleElement()
        .asString()
        .contains("R5 đo khối lượng thực hiện");
    Acting.as(
        world.planner(),
        () -> world.scenarios().make(ReallocationWorld.YEAR, "Kịch bản mẫu G", usual));
    assertThat(
            ReviewWorld.told(
                world.planner(),
                () -> world.scenarios().make(ReallocationWorld.YEAR, "Kịch bản mẫu G", usual)))
        .singleElement()
        .asString()
        .contains("Năm 2020 đã có kịch bản tên");
    assertThat(
            Acting.call(world.planner(), () -> world.scenarios().law(ReallocationWorld.YEAR))
                .authorities())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.basis()).isNotBlank());
  }

  @Test
  void decisionOfAnotherAuthorityBooksNothingOfThePool() {
    Pair local = world.pair("HUYEN-2020", "Chợ huyện mẫu");
    Scenario scenario = world.solved("Kịch bản mẫu H", local.pool(), List.of());
    long id = world.confirm(world.planner(), scenario, CutReason.SLOW);
    world.hear(id);
    NewDecision whole = decision(required(id), "QĐ 09 mẫu", 1);
    for (String issuer : List.of("Thủ tướng Chính phủ", "HĐND tỉnh", "UBND huyện mẫu")) {
      assertThat(decide(id, by(issuer, whole)))
          .singleElement()
          .asString()
          .contains("Ngân sách huyện mẫu 2020", "của “" + issuer + "”", "HĐND cấp huyện");
    }
    assertThat(world.balance(local.slow()).plan()).isEqualTo(10 * BILLION);
    assertThat(decide(id, by("Hội đồng nhân dân huyện Chi Lăng", whole))).isEmpty();
    assertThat(world.balance(local.slow()).plan()).isLessThan(10 * BILLION);
  }

  private static NewDecision by(String issuer, NewDecision one) {
    return new NewDecision(one.number(), issuer, one.signer(), one.signedOn(), one.approved());
  }
}
