package vn.dondoc.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.clearance.Clearances;
import vn.dondoc.project.contract.Acceptance;
import vn.dondoc.project.contract.Contract;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.contract.Finding;
import vn.dondoc.project.contract.Terms;
import vn.dondoc.project.milestone.DueDay;
import vn.dondoc.project.milestone.Milestone;
import vn.dondoc.project.milestone.Milestones;
import vn.dondoc.project.milestone.Saying;
import vn.dondoc.project.photo.PhotoFile;
import vn.dondoc.project.photo.Photos;
import vn.dondoc.project.start.Start;
import vn.dondoc.project.start.StartRule;
import vn.dondoc.project.start.StartRules;

/** How a project gets done: milestones, contracts, site clearance, starts ordered, photos. */
class WorksDbTest {
  private static final LocalDate DAY = ProjectWorld.DAY;
  private static final long BILLION = 1_000_000_000L;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
  private static ProjectWorld world;

  @BeforeAll
  static void start() {
    world = ProjectWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void standOnTheDay() {
    world.standOn(DAY);
  }

  private static AbstractStringAssert<?> refused(ThrowingCallable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, act);
    assertThat(refusal).as("a refusal").isNotNull();
    return assertThat(refusal.getMessage());
  }

  // ---- Milestones.

  private static void say(
      long project, int seen, Saying.Kind kind, @Nullable String day, @Nullable String why) {
    LocalDate on = day == null ? null : LocalDate.parse(day);
    Saying saying = new Saying("khoi-cong", "", seen, kind, on, null, why);
    Acting.as(world.board(), () -> world.door(Milestones.class).say(project, saying));
  }

  private static Milestone start(long project) {
    return Acting.call(world.board(), () -> world.door(Milestones.class).of(project)).stream()
        .filter(mark -> mark.typeCode().equals("khoi-cong"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void movedAheadOfItsDayAndMissedAreDifferentFacts() {
    long id = world.register("Đường mẫu có mốc");
    world.standOn(LocalDate.of(2020, 3, 1));
    say(id, 0, Saying.Kind.DUE, "2020-05-01", null);
    world.standOn(LocalDate.of(2020, 4, 1));
    say(id, 1, Saying.Kind.DUE, "2020-06-15", "chờ mặt bằng");
    world.standOn(LocalDate.of(2020, 7, 1));
    assertThat(start(id).state()).isEqualTo(Milestone.State.LATE);
    say(id, 2, Saying.Kind.DUE, "2020-08-20", "nhà thầu chậm");
    world.standOn(DAY);
    Milestone moved = start(id);
    assertThat(moved.state()).isEqualTo(Milestone.State.DUE);
    assertThat(moved.moved()).isEqualTo(2);
    assertThat(moved.missed()).isEqualTo(1);
    assertThat(moved.firstDueOn()).isEqualTo(LocalDate.of(2020, 5, 1));
    assertThat(Acting.call(world.board(), () -> world.door(Milestones.class).dues(id)))
        .extracting(DueDay::missed)
        .containsExactly(false, true, false);
    world.standOn(LocalDate.of(2020, 9, 1));
    say(id, 3, Saying.Kind.DONE, "2020-08-25", null);
    assertThat(start(id).state()).isEqualTo(Milestone.State.DONE_LATE);
    assertThat(start(id).missed()).isEqualTo(2);
  }

  @Test
  void dayMovesWithAReasonDoneIsNotAheadAndWhatIsDoneIsFirstUndone() {
    long id = world.register("Cầu mẫu có mốc");
    say(id, 0, Saying.Kind.DUE, "2020-08-30", null);
    refused(() -> say(id, 1, Saying.Kind.DUE, "2020-09-30", null)).contains("no_why");
    refused(() -> say(id, 1, Saying.Kind.DUE, "2020-08-30", "x")).contains("due_same");
    refused(() -> say(id, 0, Saying.Kind.DUE, "2020-09-30", "x")).contains("changed");
    refused(() -> say(id, 1, Saying.Kind.DONE, "2020-08-15", null)).contains("done_ahead");
    refused(() -> say(id, 1, Saying.Kind.UNDO, null, "x")).contains("milestone_state");
    say(id, 1, Saying.Kind.DONE, "2020-08-10", null);
    assertThat(start(id).state()).isEqualTo(Milestone.State.DONE);
    refused(() -> say(id, 2, Saying.Kind.DUE, "2020-09-30", "x")).contains("milestone_state");
    say(id, 2, Saying.Kind.UNDO, null, "ghi nhầm dự án");
    assertThat(start(id).state()).isEqualTo(Milestone.State.DUE);
    assertThat(
            catchThrowableOfType(
                DataIntegrityViolationException.class,
                () ->
                    world
                        .owner()
                        .sql(
                            "insert into project.milestone (project_id, type_code, step, kind,"
                                + " due_on, on_day, by_account, by_name) values (:id, 'khoi-cong',"
                                + " 4, 'plan', '2020-12-01', '2020-08-14', 1, 'x')")
                        .param("id", id)
                        .update()))
        .hasStackTraceContaining("cannot be");
  }

  // ---- Contracts.

  private static Terms terms(long billions, String ends) {
    return terms(billions, ends, "2020-03-01");
  }

  private static Terms terms(long billions, String ends, String signed) {
    return new Terms(
        "thi-cong",
        "Gói thầu mẫu 01",
        "Công ty mẫu Một",
        null,
        billions * BILLION,
        LocalDate.parse(signed),
        null,
        LocalDate.parse(ends));
  }

  private static Contract contract(long project, long id) {
    return Acting.call(world.board(), () -> world.door(Contracts.class).required(project, id));
  }

  private static void accept(long project, long contract, String number, long billions) {
    Acceptance.Content said =
        new Acceptance.Content(number, LocalDate.of(2020, 7, 1), billions * BILLION, null);
    Acting.as(world.board(), () -> world.door(Contracts.class).accept(project, contract, said));
  }

  @Test
  void noMoreIsAcceptedThanTheContractIsWorthAndAnAppendixMakesRoom() {
    long project = world.register("Trường mẫu có hợp đồng");
    Contracts contracts = world.door(Contracts.class);
    long id =
        Acting.call(world.board(), () -> contracts.sign(project, "01/HĐ", terms(10, "2020-07-31")));
    accept(project, id, "NT-1", 7);
    refused(() -> accept(project, id, "NT-2", 4)).contains("accepted_over").contains("1000000000");
    refused(() -> accept(project, id, "NT-1", 1)).contains("acceptance_twice");
    assertThat(contract(project, id).isLate(DAY)).isTrue();
    assertThat(contract(project, id).acceptedPercent()).isEqualTo(70);
    refused(() ->
            Acting.as(
                world.board(),
                () -> contracts.amend(project, id, 1, terms(6, "2020-07-31"), "giảm")))
        .contains("accepted_over");
    Acting.as(
        world.board(),
        () -> contracts.amend(project, id, 1, terms(12, "2020-12-31"), "phụ lục 01"));
    Terms later = terms(12, "2020-12-31", "2020-07-15");
    refused(() -> Acting.as(world.board(), () -> contracts.amend(project, id, 2, later, "nhầm")))
        .contains("place=signed", "signed_accepted", "NT-1", "2020-07-01");
    accept(project, id, "NT-2", 4);
    Contract grown = contract(project, id);
    assertThat(grown.progress().acceptedVnd()).isEqualTo(11 * BILLION);
    assertThat(grown.firstEndsOn()).isEqualTo(LocalDate.of(2020, 7, 31));
    assertThat(
            catchThrowableOfType(
                DataIntegrityViolationException.class,
                () ->
                    world
                        .owner()
                        .sql(
                            "insert into project.acceptance (contract_id, project_id, number,"
                                + " accepted_on, value_vnd, on_day, by_account, by_name) values"
                                + " (:id, :project, 'NT-3', '2020-07-02', 1000000001, '2020-08-14',"
                                + " 1, 'x')")
                        .param("id", id)
                        .param("project", project)
                        .update()))
        .hasStackTraceContaining("is worth");
    long first = Acting.call(world.board(), () -> contracts.acceptances(id)).getFirst().id();
    Acting.as(world.board(), () -> contracts.correct(project, id, first, null, "ghi nhầm"));
    assertThat(contract(project, id).progress().acceptedVnd()).isEqualTo(4 * BILLION);
    refused(() ->
            Acting.as(world.board(), () -> contracts.correct(project, id, first, null, "lại")))
        .contains("acceptance");
  }

  @Test
  void findingsOfPaceAndQualityAreCountedUntilPutRight() {
    long project = world.register("Chợ mẫu có hợp đồng");
    Contracts contracts = world.door(Contracts.class);
    long id =
        Acting.call(world.board(), () -> contracts.sign(project, "02/HĐ", terms(5, "2020-12-31")));
    Finding.Content pace =
        new Finding.Content(
            "tien-do", LocalDate.of(2020, 7, 1), "chậm 20 ngày", LocalDate.of(2020, 8, 1));
    Finding.Content quality =
        new Finding.Content("chat-luong", LocalDate.of(2020, 7, 5), "bê tông rỗ", null);
    Acting.as(world.board(), () -> contracts.note(project, id, pace, DAY));
    Acting.as(world.planning(), () -> contracts.note(project, id, quality, DAY));
    assertThat(contract(project, id).progress())
        .extracting(
            Contract.Progress::paceFindings,
            Contract.Progress::otherFindings,
            Contract.Progress::lateRemedies)
        .containsExactly(1, 1, 1);
    Finding late =
        Acting.call(world.board(), () -> contracts.findings(id)).stream()
            .filter(one -> one.isLate(DAY))
            .findFirst()
            .orElseThrow();
    Finding.Closed mended = new Finding.Closed(DAY, "đã bù tiến độ");
    Acting.as(world.board(), () -> contracts.close(project, id, late.id(), mended));
    refused(() -> Acting.as(world.board(), () -> contracts.close(project, id, late.id(), mended)))
        .contains("finding");
    assertThat(contract(project, id).progress().paceFindings()).isZero();
    refused(() -> Acting.as(world.district(), () -> contracts.note(project, id, quality, DAY)))
        .contains("not_yours");
  }

  // ---- Site clearance.

  private static Clearance.State site(int handed, @Nullable String blocker, int body) {
    return new Clearance.State(
        "chi-tra",
        new Clearance.Area(10_000, handed),
        new Clearance.Households(20, 12, 8),
        new Clearance.Money(5 * BILLION, 3 * BILLION),
        new Clearance.Blocker(blocker, null),
        body,
        LocalDate.of(2020, 8, 1));
  }

  @Test
  void districtSaysHowFarItsSitesAreAndTheHeadOfTheBodyAnswers() {
    long project = world.register("Đường mẫu có mặt bằng");
    Clearances clearances = world.door(Clearances.class);
    int unit = world.unit("huyện Chi Lăng");
    int body = world.body("UBND huyện Chi Lăng");
    world.standOn(LocalDate.of(2020, 6, 1));
    long id =
        Acting.call(
            world.district(),
            () -> clearances.open(project, unit, "", site(2_000, "gia-dat-cham", body)));
    world.standOn(LocalDate.of(2020, 7, 1));
    Acting.as(
        world.board(), () -> clearances.say(project, id, 1, site(3_000, "gia-dat-cham", body)));
    world.standOn(DAY);
    Clearance now = Acting.call(world.treasury(), () -> clearances.required(project, id));
    assertThat(now.blockedSince()).isEqualTo(LocalDate.of(2020, 6, 1));
    assertThat(now.head()).isEqualTo("Chủ tịch");
    assertThat(now.isLate(DAY)).isTrue();
    Acting.as(world.district(), () -> clearances.say(project, id, 2, site(4_000, null, body)));
    assertThat(Acting.call(world.district(), () -> clearances.required(project, id)).blockedSince())
        .isNull();
    refused(() ->
            Acting.as(
                world.board(), () -> clearances.say(project, id, 3, site(10_001, null, body))))
        .contains("within");
    refused(() ->
            Acting.as(
                world.department(), () -> clearances.say(project, id, 3, site(1, null, body))))
        .contains("refusal.clearance");
    int elsewhere = world.unit("huyện Hữu Lũng");
    refused(() ->
            Acting.as(
                world.district(),
                () -> clearances.open(project, elsewhere, "", site(1, null, body))))
        .contains("not_yours");
  }

  // ---- Starts ordered.

  @Test
  void ruleLeadsFromItsClauseThroughTheProjectsToTheHeadWhoAnswers() {
    StartRules rules = world.door(StartRules.class);
    long task = world.orderStart(world.body(ProjectWorld.BOARD));
    StartRule.Terms terms =
        new StartRule.Terms(
            "Khởi công mới trước 31/8/2020",
            "Khởi công toàn bộ các dự án khởi công mới trước ngày 31/8/2020",
            2020,
            "khoi-cong-moi",
            LocalDate.of(2020, 8, 30),
            List.of(world.body(ProjectWorld.BOARD)));
    refused(() -> Acting.as(world.planning(), () -> rules.make(999_999, terms)))
        .contains("rule_task");
    long begun = world.register(world.facts("Khởi công mẫu một", null), "khoi-cong-moi");
    long idle = world.register(world.facts("Khởi công mẫu hai", null), "khoi-cong-moi");
    long other = world.register(world.facts("Chuyển tiếp mẫu", null), "chuyen-tiep");
    long id = Acting.call(ProjectWorld.SYSTEM, () -> rules.make(task, terms));
    say(begun, 0, Saying.Kind.DONE, "2020-08-10", null);
    assertThat(states(rules, id, ProjectWorld.SYSTEM))
        .contains(begun + " STARTED", idle + " WAITING")
        .doesNotContain(other + " WAITING");
    world.standOn(LocalDate.of(2020, 8, 31));
    assertThat(states(rules, id, world.board())).contains(idle + " LATE");
    Start late =
        Acting.call(world.board(), () -> rules.starts(List.of(rules.required(id)))).stream()
            .filter(start -> start.projectId() == idle)
            .findFirst()
            .orElseThrow();
    assertThat(late.owner().head()).isEqualTo("Giám đốc");
    assertThat(late.owner().id()).isEqualTo(world.body(ProjectWorld.BOARD));
    say(idle, 0, Saying.Kind.DONE, "2020-08-31", null);
    assertThat(states(rules, id, world.board())).contains(idle + " STARTED_LATE");
    assertThat(states(rules, id, world.otherBoard())).isEmpty();
  }

  @Test
  void personPutsAProjectUnderARuleOrLeavesItOutWithAReason() {
    StartRules rules = world.door(StartRules.class);
    long task = world.orderStart(world.body("Sở Tài chính"));
    StartRule.Terms terms =
        new StartRule.Terms("Khởi công mẫu", "lời mẫu", 2020, "khoi-cong-moi", DAY.plusDays(20));
    refused(() -> Acting.as(ProjectWorld.SYSTEM, () -> rules.make(task, terms)))
        .contains("rule_clause", "rule_last", "lời mẫu", "2020-08-30");
    long id =
        Acting.call(
            ProjectWorld.SYSTEM, () -> rules.make(task, terms.differing("kết luận bằng miệng")));
    long classed = world.register(world.facts("Ngoại lệ mẫu một", null), "khoi-cong-moi");
    long added = world.register(world.facts("Ngoại lệ mẫu hai", null), "chuyen-tiep");
    refused(() -> Acting.as(world.planning(), () -> rules.except(id, classed, false, " ")))
        .contains("no_why");
    Acting.as(world.planning(), () -> rules.except(id, classed, false, "vốn chưa giao"));
    Acting.as(world.planning(), () -> rules.except(id, added, true, "lãnh đạo yêu cầu"));
    refused(() -> Acting.as(world.planning(), () -> rules.except(id, added, true, "nữa")))
        .contains("exception_same");
    assertThat(states(rules, id, world.board()))
        .contains(added + " WAITING")
        .doesNotContain(classed + " WAITING");
    assertThat(Acting.call(world.planning(), () -> rules.gone(id)))
        .singleElement()
        .satisfies(one -> assertThat(one.said().why()).isEqualTo("vốn chưa giao"));
    StartRule now = Acting.call(world.planning(), () -> rules.required(id));
    StartRule ended = new StartRule(id, task, now.step(), now.terms(), true);
    Acting.as(world.planning(), () -> rules.change(ended, "đã xong"));
    refused(() -> Acting.as(world.planning(), () -> rules.except(id, classed, true, "x")))
        .contains("rule_ended");
  }

  private static List<String> states(StartRules rules, long id, Actor actor) {
    return Acting.call(actor, () -> rules.starts(List.of(rules.required(id)))).stream()
        .map(start -> start.projectId() + " " + start.state())
        .toList();
  }

  // ---- Photos.

  @Test
  void photosAreSniffedKeptOnceSeenByWhoSeesTheProjectAndPutAwayWithAReason() {
    long project = world.register("Trạm mẫu có ảnh");
    Photos photos = world.door(Photos.class);
    Photos.About about = new Photos.About(DAY, "Mặt bằng mẫu");
    PhotoFile good = new PhotoFile("anh.png", PNG);
    PhotoFile forged = new PhotoFile("anh.jpg", new byte[] {'M', 'Z', 0, 0});
    refused(() -> Acting.as(world.board(), () -> photos.add(project, List.of(good, forged), about)))
        .contains("photo_type");
    assertThat(Acting.call(world.board(), () -> photos.add(project, List.of(good), about)))
        .isEqualTo(new Photos.Sent(1, 0, 0));
    assertThat(Acting.call(world.board(), () -> photos.add(project, List.of(good), about)))
        .isEqualTo(new Photos.Sent(0, 0, 1));
    long id = Acting.call(world.district(), () -> photos.of(project)).getFirst().id();
    refused(() -> Acting.as(world.otherBoard(), () -> photos.required(id))).contains("photo");
    refused(() -> Acting.as(world.district(), () -> photos.add(project, List.of(good), about)))
        .contains("not_yours");
    refused(() -> Acting.as(world.board(), () -> photos.putAway(project, id, ""))).contains("why");
    Acting.as(world.board(), () -> photos.putAway(project, id, "ảnh của dự án khác"));
    assertThat(Acting.call(world.board(), () -> photos.of(project))).isEmpty();
    refused(() -> Acting.as(world.board(), () -> photos.required(id))).contains("photo");
    assertThat(Acting.call(world.board(), () -> photos.add(project, List.of(good), about)))
        .isEqualTo(new Photos.Sent(0, 1, 0));
    assertThat(Acting.call(world.board(), () -> photos.of(project))).hasSize(1);
    Acting.as(world.board(), () -> photos.putAway(project, id, "vẫn không đúng"));
    assertThat(Acting.call(world.board(), () -> photos.of(project))).isEmpty();
  }
}
