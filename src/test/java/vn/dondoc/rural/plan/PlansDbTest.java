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
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.rural.matrix.Matrices;
import vn.dondoc.rural.matrix.Result;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

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
            PlanFilter.Sort.INDICATOR,
            null);
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
            PlanFilter.Sort.UNIT,
            null);
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
    refused(() -> change(office(), seen, "mở hai lớp"))
        .hasMessageContaining("changed")
        .hasMessageContaining("mở lớp");
  }

  @Test
  void whoOwesALineChangesItAndNobodyElseThoughItLiesInTheirPlace() {
    Actor commune = planner(world.commune());
    Actor district = planner(world.district());
    assertThat(told(() -> change(commune, line("Y Tịch", "7.1"), "x")))
        .isEqualTo(
            "Xã Y Tịch, chỉ tiêu 7.1: dòng này do Ủy ban nhân dân huyện Chi Lăng sửa. Anh/chị chỉ"
                + " sửa được dòng thuộc trách nhiệm của cơ quan mình; cần đổi thì đề nghị cơ quan"
                + " ấy hoặc Văn phòng Điều phối.");
    assertThat(told(() -> change(commune, line("Y Tịch", "8.4"), "x")))
        .contains("do Sở Thông tin và Truyền thông sửa");
    assertThat(told(() -> change(district, line("Y Tịch", "18.2"), "x")))
        .contains("do Ủy ban nhân dân xã Y Tịch sửa");
    assertThat(told(() -> change(department("Sở Y tế"), line("Y Tịch", "8.4"), "x")))
        .contains("do Sở Thông tin và Truyền thông sửa");
    assertThat(line("Y Tịch", "7.1").step()).isZero();
    change(district, line("Y Tịch", "7.1"), "Sửa chợ");
    change(office(), line("Y Tịch", "18.2"), "Mở lớp bồi dưỡng");
    assertThat(line("Y Tịch", "7.1").owed().action()).isEqualTo("Sửa chợ");
    assertThat(line("Y Tịch", "18.2").owed().action()).isEqualTo("Mở lớp bồi dưỡng");
  }

  @Test
  void districtHandsItsOwnWorkDownButOnlyAsksADepartmentToTakeIt() {
    Actor district = planner(world.district());
    int own = world.body("UBND huyện Chi Lăng");
    int trade = world.body("Sở Công Thương");
    int commune = world.body("UBND xã Vạn Linh");
    hand(district, line("Vạn Linh", "7.1"), trade);
    assertThat(line("Vạn Linh", "7.1").owed().bodyId()).isEqualTo(own);
    assertThat(line("Vạn Linh", "7.1").hands().askedBodyId()).isEqualTo(trade);
    hand(district, line("Vạn Linh", "6.3"), commune);
    assertThat(line("Vạn Linh", "6.3").owed().bodyId()).isEqualTo(commune);
    hand(planner(world.department("Sở Công Thương")), line("Vạn Linh", "7.1"), trade);
    assertThat(line("Vạn Linh", "7.1").owed().bodyId())
        .as("who is asked takes it")
        .isEqualTo(trade);
  }

  private static void hand(Actor actor, PlanLine line, int body) {
    PlanChange change = PlanChange.of(line, YEAR, line.owed().by(body), "theo phân công");
    Acting.as(actor, () -> plans().change(List.of(change)));
  }

  /** What a person who is refused is told. */
  private static String told(ThrowableAssert.ThrowingCallable act) {
    Refusal refusal =
        Objects.requireNonNull(catchThrowableOfType(Refusal.class, act), "not refused");
    return Texts.in(Language.VI).tell(refusal.problems().getFirst());
  }

  private static Actor department(String name) {
    return planner(world.department(name));
  }

  /** Văn phòng Điều phối: answers for the whole plan. */
  private static Actor office() {
    return new Actor(
        104,
        "Điều phối mẫu",
        Set.of("rural.read", Plans.EDIT, "rural.appraise_any"),
        false,
        List.of(world.body("Văn phòng Điều phối nông thôn mới tỉnh")),
        List.of());
  }

  @Test
  void lineNobodyWroteProposesWhatIsToBeDoneInWords() {
    world.record(world.commune(), world.claim("Y Tịch", "12.1", "61.5", 0));
    assertThat(proposal("12.1")).startsWith("Đưa từ mức nay (61,5").contains("tới mức phải đạt: ≥");
    assertThat(proposal("15.1")).startsWith("Báo cáo số liệu; phải đạt: ");
    assertThat(proposal("4.2")).startsWith("Giữ mức đạt: ≥").contains("nay 97");
    assertThat(proposal("17.1")).contains(" và ", "≥").doesNotContain("_", "gia_tri");
    Report waits = world.claim("Y Tịch", "17.2", "20", 0);
    world.record(world.commune(), waits);
    world.record(
        world.commune(), RuralWorld.as(Report.Kind.WAIT, waits, 1, "Trung tâm Kiểm soát bệnh tật"));
    assertThat(proposal("17.2"))
        .startsWith("Lấy kết quả đang chờ (“Trung tâm Kiểm soát bệnh tật”, từ ngày 14/08/2020)");
    Report back = world.claim("Y Tịch", "19.2", "1", 0);
    world.record(world.commune(), back);
    world.record(
        world.district(), RuralWorld.as(Report.Kind.RETURN, back, 1, "Thiếu biên bản họp thôn"));
    assertThat(proposal("19.2")).startsWith("Sửa theo ý kiến trả lại “Thiếu biên bản họp thôn”");
    PlanLine line = line("Y Tịch", "12.1");
    assertThat(line.owed().action()).isNull();
    Acting.as(SYSTEM, () -> world.door(Givings.class).give(List.of(line.key()), YEAR));
    long task = Objects.requireNonNull(line("Y Tịch", "12.1").owed().taskId());
    Task given = Acting.call(SYSTEM, () -> world.door(Tasks.class).find(task)).orElseThrow();
    assertThat(given.content().wording().action())
        .startsWith("Hoàn thành chỉ tiêu 12.1 ")
        .contains("tại xã Y Tịch: Đưa từ mức nay");
  }

  @Test
  void stateOfALineIsTheOneOfTheMatrix() {
    Report waits = world.claim("Vạn Linh", "17.4", "0", 0);
    Actor all = world.district();
    world.record(
        all,
        waits,
        world.claim("Vạn Linh", "12.1", "95", 0),
        world.claim("Vạn Linh", "16.1", "100", 0));
    world.record(all, RuralWorld.as(Report.Kind.WAIT, waits, 1, "mẫu nước"));
    world
        .owner()
        .sql(
            "insert into rural.evidence (entry_id, unit_id, indicator_id, name, media_type, size,"
                + " sha256, expires_on, content) select max(id), :unit, :indicator, 'a.pdf',"
                + " 'application/pdf', 1, repeat('0', 64), '2020-08-12', 'x' from rural.entry")
        .param("unit", world.unit("Vạn Linh"))
        .param("indicator", world.indicator("12.1").id())
        .update();
    assertThat(state("17.4")).isEqualTo(Result.WAITING);
    assertThat(state("12.1")).isEqualTo(Result.EXPIRED);
    assertThat(state("16.1")).isEqualTo(Result.MET);
    assertThat(state("19.1")).isEqualTo(Result.UNREPORTED);
    int unit = world.unit("Vạn Linh");
    var matrix =
        Acting.call(
            SYSTEM,
            () -> world.door(Matrices.class).results(List.of(unit), RuralWorld.DAY, Stage.CLAIMED));
    int evidence = world.yardstick().criterion("12").orElseThrow().id();
    assertThat(matrix)
        .anySatisfy(one -> {
          assertThat(one.criterionId()).isEqualTo(evidence);
          assertThat(one.result()).isEqualTo(state("12.1"));
        });
  }

  private static Result state(String indicator) {
    return line("Vạn Linh", indicator).result(RuralWorld.DAY);
  }

  private static String proposal(String indicator) {
    PlanLine line = line("Y Tịch", indicator);
    return new Proposal(line, world.yardstick(), YEAR).words(RuralWorld.DAY, Texts.in(Language.VI));
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
                    "rural.refusal.plan.no_why_day",
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
