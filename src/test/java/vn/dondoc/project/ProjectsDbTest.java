package vn.dondoc.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;

/** What a project is, who may say so, what was decided of it and how far it has come. */
class ProjectsDbTest {
  private static final LocalDate DAY = ProjectWorld.DAY;
  private static final LocalDate SIGNED = LocalDate.of(2020, 3, 2);
  private static final long BILLION = 1_000_000_000L;
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

  private static Projects projects() {
    return world.projects();
  }

  private static Project seen(Actor actor, long id) {
    return Acting.call(actor, () -> projects().required(id));
  }

  private static boolean sees(Actor actor, long id) {
    return Acting.call(actor, () -> projects().find(id).isPresent());
  }

  private static AbstractStringAssert<?> refused(ThrowingCallable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, act);
    assertThat(refusal).as("a refusal").isNotNull();
    return assertThat(refusal.getMessage());
  }

  @Test
  void loadingTheSameReferenceDataAgainChangesNothing() {
    int changed = Acting.call(ProjectWorld.SYSTEM, () -> world.door(ProjectReference.class).load());
    assertThat(changed).isZero();
  }

  @Test
  void ownerSeesItsProjectsDistrictThoseInItOverseersAllAndOthersNone() {
    long id = world.register("Đường mẫu qua Chi Lăng");
    assertThat(sees(world.board(), id)).isTrue();
    assertThat(sees(world.district(), id)).isTrue();
    assertThat(sees(world.planning(), id)).isTrue();
    assertThat(sees(world.treasury(), id)).isTrue();
    assertThat(sees(world.otherBoard(), id)).isFalse();
    assertThat(sees(world.department(), id)).isFalse();
    assertThat(sees(Actor.visitor(), id)).isFalse();
    long elsewhere = world.register(world.facts("Đường mẫu ngoài Chi Lăng", null), null);
    assertThat(sees(world.district(), elsewhere)).isFalse();
  }

  @Test
  void nobodyWritesToWhatIsAnothersNotEvenPastThePages() {
    long id = world.register("Đường mẫu của ban");
    NewDecision said = world.investment("11/QĐ-UBND", SIGNED, 90);
    for (Actor other : List.of(world.district(), world.treasury())) {
      refused(() -> Acting.as(other, () -> projects().decide(id, said))).contains("not_yours");
    }
    for (Actor other : List.of(world.district(), world.treasury(), world.otherBoard())) {
      Exception past =
          catchThrowableOfType(
              Exception.class, () -> Acting.as(other, () -> insertDecision(id, other.accountId())));
      assertThat(past).as(other.name()).hasStackTraceContaining("row-level security");
    }
    Acting.as(world.board(), () -> insertDecision(id, world.board().accountId()));
  }

  /** Past the pages and the door. */
  private static void insertDecision(long id, long account) {
    JdbcClient jdbc = world.door(JdbcClient.class);
    world
        .door(TransactionTemplate.class)
        .executeWithoutResult(status ->
            jdbc.sql(
                    "insert into project.decision (project_id, kind, number, signed_on, issuer,"
                        + " value_vnd, on_day, by_account, by_name) values (:id, 'investment', '1',"
                        + " '2020-01-01', 'x', 1, '2020-08-14', :account, 'x')")
                .param("id", id)
                .param("account", account)
                .update());
  }

  @Test
  void everyProblemOfAProjectIsToldAtOnce() {
    ProjectFacts wrong =
        new ProjectFacts(
            new ProjectFacts.Codes("?", "12"),
            " ",
            999_999,
            new ProjectFacts.Classing("tinh", "xay-dung", "Z", "giao-thong"),
            new ProjectFacts.Time(2022, 2019),
            null,
            List.of(-1));
    NewProject fresh = new NewProject(wrong, "khong-co", null, false);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> Acting.as(world.planning(), () -> projects().register(fresh)));
    assertThat(refusal.problems())
        .extracting(Refusal.Problem::place)
        .contains("name", "code", "budget", "owner", "group", "until", "places", "stage");
  }

  @Test
  void sameCodeIsRefusedAndSameNameOfTheSameOwnerIsAQuestion() {
    world.register(world.facts("Cầu mẫu số một", "MAU-0001"), null);
    NewProject sameCode =
        new NewProject(world.facts("Hồ chứa mẫu", "MAU-0001"), "de-xuat", null, true);
    refused(() -> Acting.as(world.board(), () -> projects().register(sameCode)))
        .contains("code_taken")
        .contains("Cầu mẫu số một");
    NewProject nearly = new NewProject(world.facts("CẦU MẪU số một", null), "de-xuat", null, false);
    refused(() -> Acting.as(world.board(), () -> projects().register(nearly)))
        .contains("duplicate");
    NewProject another = new NewProject(nearly.facts(), "de-xuat", null, true);
    long id = Acting.call(world.board(), () -> projects().register(another));
    assertThat(sees(world.board(), id)).isTrue();
  }

  @Test
  void prefixPhaseAndZerosDoNotHideADuplicateAndTwoPhasesStayTwo() {
    int board = world.body(ProjectWorld.BOARD);
    long road = world.register(world.facts("Cải tạo đường mẫu 07 đoạn qua xã", null), null);
    long second = world.register(world.facts("Kè suối mẫu (giai đoạn 2)", null), null);
    for (String name :
        List.of(
            "Dự án: cải tạo đường mẫu 7 đoạn qua xã",
            "Dự án đầu tư cải tạo đường mẫu 007 đoạn qua xã",
            "Cải tạo đường mẫu 07 đoạn qua xã (giai đoạn 1)")) {
      assertThat(alike(name, board)).as(name).containsExactly(road);
    }
    assertThat(alike("Cải tạo đường mẫu 08 đoạn qua xã", board)).isEmpty();
    assertThat(alike("Dự án Kè suối mẫu", board)).containsExactly(second);
    assertThat(alike("Kè suối mẫu – giai đoạn 1", board)).isEmpty();
    assertThat(alike("Cải tạo đường mẫu 07 đoạn qua xã", world.body(ProjectWorld.OTHER_BOARD)))
        .isEmpty();
  }

  private static List<Long> alike(String name, int owner) {
    return Acting.call(world.planning(), () -> projects().alike(name, owner)).stream()
        .map(Project::id)
        .toList();
  }

  @Test
  void codeOfAProjectOutOfSightIsTakenAllTheSame() {
    int other = world.body(ProjectWorld.OTHER_BOARD);
    world.register(world.facts("Đường mẫu khuất", "MAU-KHUAT", other), null);
    NewProject fresh =
        new NewProject(world.facts("Đường mẫu khác hẳn", "MAU-KHUAT"), "de-xuat", null, false);
    refused(() -> Acting.as(world.board(), () -> projects().register(fresh)))
        .contains("code_taken")
        .doesNotContain("khuất,");
  }

  @Test
  void changeKeepsWhatWasAndWhoComesSecondIsTold() {
    long id = world.register(world.facts("Trường mẫu", "MAU-0002", "huyện Chi Lăng"), null);
    ProjectFacts renamed = world.facts("Trường mẫu mới", "MAU-0002", "huyện Chi Lăng");
    refused(() -> Acting.as(world.board(), () -> projects().change(id, 1, renamed, " ")))
        .contains("no_why");
    Acting.as(world.board(), () -> projects().change(id, 1, renamed, "đổi tên"));
    refused(() -> Acting.as(world.planning(), () -> projects().change(id, 1, renamed, "nữa")))
        .contains("changed");
    assertThat(seen(world.board(), id).facts().name()).isEqualTo("Trường mẫu mới");
    assertThat(Acting.call(world.board(), () -> projects().history(id)))
        .extracting(told -> told.facts().name())
        .containsExactly("Trường mẫu mới", "Trường mẫu");
    assertThat(Acting.call(world.board(), () -> projects().on(LocalDate.of(2020, 8, 1))))
        .filteredOn(project -> project.id() == id)
        .extracting(project -> project.facts().name())
        .containsExactly("Trường mẫu");
  }

  @Test
  void ownerMayHandAProjectOverAndSeesItNoMore() {
    long id = world.register(world.facts("Trạm mẫu", null), null);
    ProjectFacts handed =
        world.facts("Trạm mẫu", null, world.body(ProjectWorld.OTHER_BOARD), "huyện Chi Lăng");
    Acting.as(world.board(), () -> projects().change(id, 1, handed, "chuyển chủ đầu tư"));
    assertThat(sees(world.board(), id)).isFalse();
    assertThat(sees(world.otherBoard(), id)).isTrue();
  }

  @Test
  void lastDecisionGivesTheTotalAndACorrectionTakesOneBack() {
    long id = world.register("Đê mẫu");
    List<Long> told = new ArrayList<>();
    ApplicationListener<PayloadApplicationEvent<InvestmentDecided>> listener =
        event -> told.add(event.getPayload().projectId());
    world.province().server().context().addApplicationListener(listener);
    Acting.as(
        world.board(), () -> projects().decide(id, world.investment("20/QĐ-UBND", SIGNED, 90)));
    NewDecision adjusted =
        new NewDecision(
            "adjustment", "31/QĐ-UBND", SIGNED.plusMonths(3), "UBND tỉnh", 95 * BILLION, null);
    long second = Acting.call(world.board(), () -> projects().decide(id, adjusted));
    assertThat(seen(world.treasury(), id).money().totalVnd()).isEqualTo(95 * BILLION);
    refused(() -> Acting.as(world.board(), () -> projects().decide(id, adjusted)))
        .contains("twice");
    Acting.as(world.board(), () -> projects().correct(id, second, null, "ghi nhầm dự án"));
    assertThat(seen(world.treasury(), id).money().totalVnd()).isEqualTo(90 * BILLION);
    refused(() -> Acting.as(world.board(), () -> projects().correct(id, second, null, "lại")))
        .contains("changed");
    assertThat(told).containsOnly(id).hasSize(3);
    NewDecision settled =
        new NewDecision("settlement", "40/QĐ-STC", DAY, "Sở Tài chính", 88 * BILLION, null);
    Acting.as(world.planning(), () -> projects().decide(id, settled));
    assertThat(seen(world.board(), id).money().settlementVnd()).isEqualTo(88 * BILLION);
  }

  @Test
  void decisionIsKnownFromTheDayItIsRecordedAndNobodyBackdatesOne() {
    long id = world.register("Kè mẫu");
    Acting.as(
        ProjectWorld.SYSTEM,
        () ->
            projects()
                .decide(id, world.investment("21/QĐ-UBND", SIGNED, 50), LocalDate.of(2020, 6, 30)));
    assertThat(totalOn(id, LocalDate.of(2020, 6, 29))).isNull();
    assertThat(totalOn(id, LocalDate.of(2020, 6, 30))).isEqualTo(50 * BILLION);
    refused(() ->
            Acting.as(
                world.board(),
                () ->
                    projects()
                        .decide(
                            id, world.investment("22/QĐ", SIGNED, 60), LocalDate.of(2020, 7, 1))))
        .contains("backdated");
  }

  private static @Nullable Long totalOn(long id, LocalDate day) {
    return world
        .owner()
        .sql("select (select total_vnd from project.investment_on(:day) where project_id = :id)")
        .param("day", day)
        .param("id", id)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  @Test
  void groupFollowsTheThresholdsOfTheLawItWasFirstDecidedUnder() {
    long old = world.register("Đường mẫu nhóm B");
    Acting.as(
        world.board(), () -> projects().decide(old, world.investment("50/QĐ-UBND", SIGNED, 120)));
    Project seen = seen(world.board(), old);
    assertThat(seen.money().lawGroup()).isEqualTo("B");
    assertThat(seen.isGroupInDoubt()).isTrue();
    assertThat(seen.money().lawBasis()).contains("39/2019");
    long just = world.register("Đường mẫu nhóm C");
    NewDecision below =
        new NewDecision("investment", "51/QĐ-UBND", SIGNED, "UBND tỉnh", 120 * BILLION - 1, null);
    Acting.as(world.board(), () -> projects().decide(just, below));
    assertThat(seen(world.board(), just).money().lawGroup()).isEqualTo("C");
    world.standOn(LocalDate.of(2025, 6, 1));
    long later = world.register("Đường mẫu theo luật mới");
    Acting.as(
        ProjectWorld.SYSTEM,
        () ->
            projects()
                .decide(later, world.investment("52/QĐ-UBND", LocalDate.of(2025, 5, 5), 120)));
    assertThat(seen(ProjectWorld.SYSTEM, later).money().lawGroup()).isEqualTo("C");
    assertThat(seen(ProjectWorld.SYSTEM, old).money().lawGroup()).isEqualTo("B");
  }

  @Test
  void placesAreToldOnTheMapOfTheDay() {
    long id = world.register(world.facts("Trạm y tế mẫu", null, "xã Y Tịch"), null);
    assertThat(seen(world.board(), id).facts().places()).containsExactly(world.unit("xã Y Tịch"));
    world.standOn(LocalDate.of(2025, 8, 1));
    List<Integer> now = seen(ProjectWorld.SYSTEM, id).facts().places();
    assertThat(now).isNotEmpty().doesNotContain(world.unit("xã Y Tịch"));
    assertThat(
            world
                .owner()
                .sql(
                    "select bool_and(exists (select from place.version v where v.unit_id = u.id and"
                        + " v.valid @> date '2025-08-01')) from unnest(:now::int[]) u (id)")
                .param("now", now.toArray(Integer[]::new))
                .query(Boolean.class)
                .single())
        .isTrue();
    Actor successor =
        new Actor(
            310, "Xã mới mẫu", Set.of(Projects.READ), false, List.of(), List.of(now.getFirst()));
    assertThat(sees(successor, id)).isTrue();
  }

  @Test
  void projectMovesOnlyAlongTheMachineAndBackOnlyWithAReason() {
    long id = world.register("Chợ mẫu");
    Standings standings = world.door(Standings.class);
    Move leap = new Move("tat-toan", "binh-thuong", DAY, null, "vội");
    refused(() -> Acting.as(world.board(), () -> standings.move(id, 1, leap)))
        .contains("refusal.move")
        .contains("ban-giao");
    Move tender = new Move("lua-chon-nha-thau", "binh-thuong", DAY, "12/QĐ", null);
    Acting.as(world.board(), () -> standings.move(id, 1, tender));
    refused(() -> Acting.as(world.board(), () -> standings.move(id, 1, tender)))
        .contains("changed");
    Move back = new Move("da-quyet-dinh", "tam-dung", DAY, null, null);
    refused(() -> Acting.as(world.board(), () -> standings.move(id, 2, back))).contains("no_why");
    Acting.as(
        world.board(),
        () -> standings.move(id, 2, new Move("da-quyet-dinh", "tam-dung", DAY, null, "hủy thầu")));
    assertThat(seen(world.board(), id).standing().sideState()).isEqualTo("tam-dung");
    assertThat(
            catchThrowableOfType(
                DataIntegrityViolationException.class,
                () ->
                    world
                        .owner()
                        .sql(
                            "insert into project.state_change (project_id, step, stage, side_state,"
                                + " since, on_day, by_account, by_name) values (:id, 4, 'tat-toan',"
                                + " 'tam-dung', '2020-08-14', '2020-08-14', 1, 'x')")
                        .param("id", id)
                        .update()))
        .hasStackTraceContaining("cannot move");
  }

  @Test
  void classIsOfAYearAndChangesWithAReason() {
    long id = world.register(world.facts("Bến xe mẫu", null), "khoi-cong-moi");
    Standings standings = world.door(Standings.class);
    assertThat(seen(world.board(), id).yearClass()).isEqualTo("khoi-cong-moi");
    Acting.as(world.board(), () -> standings.classify(id, 2021, "chuyen-tiep", null));
    refused(() -> Acting.as(world.board(), () -> standings.classify(id, 2020, "chuyen-tiep", "")))
        .contains("no_why");
    Acting.as(world.board(), () -> standings.classify(id, 2020, "chuan-bi", "chưa đủ thủ tục"));
    assertThat(Acting.call(world.board(), () -> standings.classes(id)))
        .containsEntry(2020, "chuan-bi")
        .containsEntry(2021, "chuyen-tiep");
  }
}
