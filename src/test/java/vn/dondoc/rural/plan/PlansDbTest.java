package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;

/** Who lacks what, who owes it, by when: proposed from the assessment, changed by people. */
class PlansDbTest {
  private static final int YEAR = 2020;
  private static final Actor SYSTEM = Actor.system("test");
  private static RuralWorld world;

  @BeforeAll
  static void start() {
    world = RuralWorld.start();
    world.door(PlaceReference.class).loadDemonstration();
    Acting.as(SYSTEM, () -> plans().load());
    world.record(world.commune(), world.claim("Y Tịch", "4.2", "97", 0));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void everythingACommuneLacksIsProposedWithABodyAndADay() {
    PlanLine speakers = line("Y Tịch", "8.3");
    assertThat(speakers.kind()).isEqualTo(PlanLine.Kind.MISSING);
    assertThat(speakers.found().reported()).isFalse();
    assertThat(speakers.owed().bodyId()).isEqualTo(world.body("Sở Thông tin và Truyền thông"));
    assertThat(line("Y Tịch", "10.1").owed().bodyId()).isEqualTo(world.body("UBND xã Y Tịch"));
    assertThat(line("Y Tịch", "5.1").owed().bodyId()).isEqualTo(world.body("UBND huyện Chi Lăng"));
    assertThat(line("Y Tịch", "10.1").owed().dueOn())
        .isEqualTo(
            line("Y Tịch", "10.1").unit().due()
                ? LocalDate.of(YEAR, 11, 30)
                : LocalDate.of(YEAR, 12, 31));
    assertThat(line("Vạn Linh", "10.1").owed().dueOn()).isEqualTo(LocalDate.of(YEAR, 12, 31));
  }

  @Test
  void whatIsMetStaysInThePlanAsSomethingToKeep() {
    assertThat(line("Y Tịch", "4.2").kind()).isEqualTo(PlanLine.Kind.KEEP);
    assertThat(lines(PlanFilter.ofUnit(YEAR, world.unit("Y Tịch")))).hasSize(49);
  }

  @Test
  void communityOwnWorkAndWhatABodyOwesCanBeAskedFor() {
    PlanFilter community =
        new PlanFilter(
            YEAR,
            world.unit("Y Tịch"),
            null,
            null,
            PlanLine.Kind.MISSING,
            PlanFilter.Only.COMMUNITY,
            "",
            PlanFilter.Sort.INDICATOR);
    assertThat(lines(community))
        .allMatch(line -> world.indicator("10.1").responsibility() != null)
        .extracting(PlanLine::indicatorId)
        .contains(world.indicator("10.1").id(), world.indicator("16.1").id())
        .doesNotContain(world.indicator("8.3").id());
    PlanFilter owed =
        new PlanFilter(
            YEAR,
            null,
            null,
            world.body("Sở Thông tin và Truyền thông"),
            PlanLine.Kind.MISSING,
            PlanFilter.Only.ALL,
            "",
            PlanFilter.Sort.UNIT);
    assertThat(lines(owed))
        .isNotEmpty()
        .allMatch(line -> Objects.equals(line.owed().bodyId(), owed.bodyId()));
  }

  @Test
  void communeChangesItsOwnLinesAndNobodyElsesAndTheStepIsKept() {
    Actor commune = planner(world.commune());
    change(commune, line("Y Tịch", "16.1"), "Vận động 3 thôn còn lại");
    assertThat(line("Y Tịch", "16.1"))
        .satisfies(line -> {
          assertThat(line.step()).isEqualTo(1);
          assertThat(line.owed().action()).isEqualTo("Vận động 3 thôn còn lại");
        });
    refused(() -> change(commune, line("Vạn Linh", "16.1"), "x")).hasMessageContaining("unknown");
    PlanLine seen = line("Y Tịch", "14.1");
    change(commune, seen, "mở lớp");
    refused(() -> change(planner(world.district()), seen, "mở hai lớp"))
        .hasMessageContaining("changed")
        .hasMessageContaining("mở lớp");
  }

  @Test
  void departmentChangesWhatItOwesAndNothingElse() {
    Actor department = planner(world.department("Sở Thông tin và Truyền thông"));
    change(department, line("Vạn Linh", "8.3"), "Lắp 9 cụm loa");
    assertThat(line("Vạn Linh", "8.3").owed().action()).isEqualTo("Lắp 9 cụm loa");
    refused(() -> change(department, line("Vạn Linh", "10.1"), "x"))
        .hasMessageContaining("not_yours");
  }

  @Test
  void linesBecomeTasksOnceAndAreFollowedAsTasks() {
    PlanLine line = line("Y Tịch", "5.1");
    Givings givings = world.door(Givings.class);
    assertThat(
            Acting.<Integer, RuntimeException>call(
                SYSTEM, () -> givings.give(List.of(line.key()), YEAR)))
        .isEqualTo(1);
    long task = Objects.requireNonNull(line("Y Tịch", "5.1").owed().taskId());
    Task made = Acting.call(SYSTEM, () -> world.door(Tasks.class).find(task)).orElseThrow();
    assertThat(made.content().parties())
        .extracting(party -> party.bodyId())
        .containsExactly(world.body("UBND huyện Chi Lăng"));
    assertThat(made.content().wording().action()).contains("5.1").contains("Y Tịch");
    refused(() -> Acting.as(SYSTEM, () -> givings.give(List.of(line.key()), YEAR)))
        .hasMessageContaining("given");
    PlanLine kept = line("Y Tịch", "4.2");
    refused(() -> Acting.as(SYSTEM, () -> givings.give(List.of(kept.key()), YEAR)))
        .hasMessageContaining("met");
    assertThat(
            Acting.<Boolean, RuntimeException>call(
                SYSTEM, () -> world.door(Tasks.class).find(task).isPresent()))
        .isTrue();
  }

  @Test
  void impossibleDaysCostsAndBlocksAreRefusedTogether() {
    PlanLine line = line("Y Tịch", "13.1");
    PlanLine.Owed wrong =
        new PlanLine.Owed(
            "x",
            line.owed().bodyId(),
            null,
            LocalDate.of(2035, 1, 1),
            -1L,
            null,
            null,
            LocalDate.of(2020, 9, 1),
            null);
    refused(() ->
            Acting.as(
                planner(world.commune()),
                () -> plans().change(List.of(PlanChange.of(line, YEAR, wrong, "")))))
        .satisfies(refusal ->
            assertThat(((Refusal) refusal).problems())
                .extracting(Refusal.Problem::key)
                .containsExactlyInAnyOrder(
                    "rural.refusal.plan.day_far",
                    "rural.refusal.plan.no_block",
                    "rural.refusal.plan.cost"));
  }

  @Test
  void communeSeesItsOwnPlanWithoutAnyFilter() {
    List<PlanLine> seen =
        Acting.call(world.commune(), () -> plans().lines(PlanFilter.of(YEAR), null, Plans.EXPORT));
    assertThat(seen).hasSize(49).allMatch(line -> line.unit().name().equals("Y Tịch"));
    assertThat(Acting.call(world.commune(), () -> plans().units(YEAR))).hasSize(1);
  }

  @Test
  void pagesGoOnBehindTheirLastLine() {
    PlanFilter all = PlanFilter.of(YEAR);
    List<PlanLine> first = Acting.call(SYSTEM, () -> plans().lines(all, null, 50));
    List<PlanLine> second =
        Acting.call(SYSTEM, () -> plans().lines(all, first.getLast().key(), 50));
    assertThat(second).hasSize(50).doesNotContainAnyElementsOf(first);
    assertThat(Acting.call(SYSTEM, () -> plans().count(all)).lines()).isEqualTo(181 * 49L);
  }

  private static void change(Actor actor, PlanLine line, String action) {
    PlanLine.Owed owed =
        new PlanLine.Owed(
            action,
            line.owed().bodyId(),
            line.owed().post(),
            line.owed().dueOn(),
            null,
            null,
            null,
            null,
            line.owed().taskId());
    Acting.as(actor, () -> plans().change(List.of(PlanChange.of(line, YEAR, owed, ""))));
  }

  /** The same person with the right to plan. */
  private static Actor planner(Actor actor) {
    return new Actor(
        actor.accountId(),
        actor.name(),
        Set.of("rural.read", Plans.EDIT),
        false,
        actor.bodies(),
        actor.places());
  }

  private static PlanLine line(String unit, String indicator) {
    int id = world.indicator(indicator).id();
    return lines(PlanFilter.ofUnit(YEAR, world.unit(unit))).stream()
        .filter(line -> line.indicatorId() == id)
        .findFirst()
        .orElseThrow();
  }

  private static List<PlanLine> lines(PlanFilter filter) {
    return Acting.call(SYSTEM, () -> plans().lines(filter, null, Plans.EXPORT));
  }

  private static Plans plans() {
    return world.door(Plans.class);
  }

  private static ThrowableAssert<Refusal> refused(ThrowableAssert.ThrowingCallable act) {
    return new ThrowableAssert<>(
        Objects.requireNonNull(catchThrowableOfType(Refusal.class, act), "not refused"));
  }
}
