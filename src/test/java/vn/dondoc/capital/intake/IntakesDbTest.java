package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.security.access.AccessDeniedException;
import vn.dondoc.capital.intake.staging.Job;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Province;

/** The Treasury's running totals, file after file, and who may do what with them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IntakesDbTest {
  private static final LocalDate JUNE = LocalDate.of(2020, 6, 30);
  private static final LocalDate AUGUST = LocalDate.of(2020, 8, 14);
  private static final String POOL = "Cân đối ngân sách địa phương";
  private static IntakeWorld world;

  @BeforeAll
  static void start() {
    world = new IntakeWorld(Province.ofAugust2020());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static TableBook titled() {
    return new TableBook()
        .row("ĐVT: triệu đồng")
        .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Tạm ứng", "KLHT");
  }

  // A workbook carries the moment it was made: the same file is made once.
  private static final byte[] JULY_FILE =
      titled()
          .row(1, "DA-0001", IntakeWorld.NAMES.get(0), POOL, 500, 1000)
          .row(2, null, "Đường thôn Bản mẫu chưa ai biết", POOL, 20, 30)
          .row(3, "DA-0003", IntakeWorld.NAMES.get(2), "Nguồn cân đối tỉnh", 0, 700)
          .bytes();

  private static String code(Runnable act) {
    String[] code = new String[1];
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Refusal.class, r -> code[0] = String.valueOf(r.code()));
    return Objects.requireNonNull(code[0]);
  }

  @Test
  @Order(1)
  void namesNobodyIsSureOfAreAskedAndTheAnswersRemembered() {
    Actor clerk = world.clerk();
    long id = world.stage(clerk, world.cumulated(IntakeWorld.JULY), JULY_FILE);
    assertThat(world.one(clerk, id).reading()).as("no profile of the sender yet").isNull();
    Plan plan = world.read(clerk, id);
    assertThat(plan.rows(Plan.State.ASKED)).isEqualTo(2);
    assertThat(code(() -> world.commit(clerk, id, null))).isEqualTo("QUESTIONS");

    List<IntakeMatchStore.Question> asked = world.questions(clerk, plan.intake().id());
    assertThat(asked).hasSize(2);
    IntakeMatchStore.Question project =
        asked.stream().filter(q -> !q.isPool()).findFirst().orElseThrow();
    IntakeMatchStore.Question pool =
        asked.stream().filter(q -> q.isPool()).findFirst().orElseThrow();
    assertThat(project.near().getFirst().name()).as("shares most letters").contains("mẫu");
    assertThat(code(() -> answer(clerk, id, project.key(), "DA-9999"))).isEqualTo("ANSWER");
    answer(clerk, id, project.key(), "DA-0002");
    answer(clerk, id, pool.key(), IntakeWorld.BALANCE);
    assertThat(world.planned(clerk, id).isReady()).isTrue();
    assertThat(world.said(clerk, id))
        .isEqualTo(
            Map.of(
                "1 CD-2020", 1_500_000_000L, "2 CD-2020", 50_000_000L, "3 CD-2020", 700_000_000L));
    assertThat(world.commit(clerk, id, null)).isEqualTo(3);
    assertThat(world.stands(1, IntakeWorld.BALANCE, IntakeWorld.JULY))
        .containsExactly(20_000_000L, 30_000_000L);
    assertThat(world.as(clerk, () -> world.intakes().plan(id)).written())
        .as("the report stays as it was")
        .isEqualTo(3);
  }

  private static void answer(Actor actor, long id, int key, String means) {
    Acting.as(
        actor,
        () -> world.intakes().answer(id, List.of(new Intakes.Answer(key, means)), List.of()));
  }

  @Test
  @Order(2)
  void theSameFileTwiceChangesNothingAndAsksNothing() {
    Actor clerk = world.clerk();
    long entries = entries();
    long id = world.stage(clerk, world.cumulated(IntakeWorld.JULY), JULY_FILE);
    assertThat(world.one(clerk, id).reading()).as("read as the last one was").isNotNull();
    Plan plan = world.planned(clerk, id);
    assertThat(plan.rows(Plan.State.SAME)).isEqualTo(3);
    assertThat(IntakeWorld.told(plan.looks())).anyMatch(s -> s.contains("giống hệt tệp"));
    assertThat(code(() -> world.commit(clerk, id, null))).isEqualTo("NOTHING");
    assertThat(entries()).isEqualTo(entries);
  }

  private static long entries() {
    return world.owner().sql("select count(*) from capital.entry").query(Long.class).single();
  }

  @Test
  @Order(3)
  void laterTotalsBookTheDifferenceAndAnAdvanceThatBecameVolumeIsRecovered() {
    Actor clerk = world.clerk();
    byte[] august = titled().row(1, "DA-0001", "x", POOL, 200, 1800).bytes();
    long id = world.stage(clerk, world.cumulated(AUGUST), august);
    world.commit(clerk, id, null);
    assertThat(world.stands(0, IntakeWorld.BALANCE, AUGUST))
        .containsExactly(200_000_000L, 1_800_000_000L);
    assertThat(
            world
                .owner()
                .sql(
                    """
                    select e.kind || ' ' || e.amount_vnd from capital.entry e
                      join capital.posting p on p.id = e.posting_id
                     where p.import_id = :id order by 1
                    """)
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactly("payment 500000000", "recover 300000000");
  }

  @Test
  @Order(4)
  void olderTotalsAreNotTakenOverNewerOnes() {
    Actor clerk = world.clerk();
    byte[] june = titled().row(1, "DA-0001", "x", POOL, 1, 2).bytes();
    long id = world.stage(clerk, world.cumulated(JUNE), june);
    assertThat(IntakeWorld.told(world.planned(clerk, id).problems()))
        .anyMatch(
            s -> s.contains("30/06/2020") && s.contains("cũ hơn") && s.contains("14/08/2020"));
    assertThat(code(() -> world.commit(clerk, id, null))).isEqualTo("PROBLEMS");
  }

  @Test
  @Order(5)
  void figuresGoDownOnlyWithAReasonAndAreBookedAsGivenBack() {
    Actor clerk = world.clerk();
    byte[] less = titled().row(1, "DA-0001", "x", POOL, 150, 1700).bytes();
    long id = world.stage(clerk, world.cumulated(AUGUST), less);
    assertThat(world.planned(clerk, id).lowered()).isEqualTo(150_000_000L);
    assertThat(code(() -> world.commit(clerk, id, null))).isEqualTo("REASON");
    world.commit(clerk, id, "Nhà thầu nộp trả theo kết luận thanh tra mẫu");
    assertThat(world.stands(0, IntakeWorld.BALANCE, AUGUST))
        .containsExactly(150_000_000L, 1_700_000_000L);
    assertThat(Objects.requireNonNull(world.one(clerk, id).end()).reason()).contains("thanh tra");
    assertThat(code(() -> world.commit(clerk, id, null))).isEqualTo("ENDED");
  }

  @Test
  @Order(6)
  void aFileThatWouldOverspendSaysSoBeforeAnybodyCommitsAndNothingIsKept() {
    Actor clerk = world.clerk();
    byte[] above =
        titled()
            .row(1, "DA-0003", "x", POOL, 0, 800)
            .row(2, "DA-0004", "x", POOL, 0, 10_001)
            .bytes();
    long id = world.stage(clerk, world.cumulated(AUGUST), above);
    assertThat(IntakeWorld.told(world.planned(clerk, id).problems()))
        .singleElement()
        .asString()
        .contains("Biểu 01!E4", "10.001.000.000", "10.000.000.000", "vượt 1.000.000 đồng");
    Plan plan = world.planned(clerk, id);
    assertThat(plan.rows(Plan.State.BLOCKED)).as("the row has a word of its own").isEqualTo(1);
    assertThat(plan.written()).as("and is not to be booked").isEqualTo(1);
    assertThat(code(() -> world.commit(clerk, id, null))).isEqualTo("PROBLEMS");
    assertThat(world.one(clerk, id).isWaiting()).isTrue();
    assertThat(world.stands(2, IntakeWorld.BALANCE, AUGUST)).containsExactly(0L, 700_000_000L);
    Acting.as(clerk, () -> world.intakes().drop(id));
    assertThat(world.one(clerk, id).isWaiting()).isFalse();
  }

  @Test
  @Order(7)
  void codeBesideTheNameOfAnotherProjectIsAskedAboutAndTheAnswerRemembered() {
    Actor clerk = world.clerk();
    byte[] crossed =
        titled()
            .row(1, "DA-0003", IntakeWorld.NAMES.get(3), POOL, 0, 800)
            .row(2, "DA-0005", "Hồ chứa thượng nguồn Khuổi Pín", POOL, 0, 600)
            .row(3, "DA-0004", "Trạm y tế xã mẫu 4", POOL, 0, 500)
            .bytes();
    long id = world.stage(clerk, world.cumulated(AUGUST), crossed);
    Plan plan = world.read(clerk, id);
    assertThat(plan.rows(Plan.State.ASKED)).isEqualTo(2);
    List<IntakeMatchStore.Question> asked = world.questions(clerk, plan.intake().id());
    assertThat(asked)
        .extracting(question -> String.valueOf(question.said().name()))
        .containsExactly(IntakeWorld.NAMES.get(3), "Hồ chứa thượng nguồn Khuổi Pín");
    assertThat(asked)
        .extracting(question -> Objects.requireNonNull(question.coded()).name())
        .as("the register's name beside the file's")
        .containsExactly(IntakeWorld.NAMES.get(2), IntakeWorld.NAMES.get(4));
    assertThat(code(() -> world.commit(clerk, id, null))).isEqualTo("QUESTIONS");
    answer(clerk, id, asked.getFirst().key(), "DA-0003");
    answer(clerk, id, asked.getLast().key(), "");
    Acting.as(clerk, () -> world.intakes().drop(id));

    long again = world.stage(clerk, world.cumulated(AUGUST), crossed);
    Plan remembered = world.read(clerk, again);
    assertThat(remembered.rows(Plan.State.LEFT_OUT)).isEqualTo(1);
    assertThat(remembered.leftOut()).isEqualTo(600_000_000L);
    assertThat(world.said(clerk, again)).containsEntry("3 CD-2020", 800_000_000L);
    Acting.as(clerk, () -> world.intakes().drop(again));
  }

  @Test
  @Order(7)
  void vouchersThatLiftALineAboveTheTotalItsSenderConfirmedAreToldWithBothSums() {
    Actor clerk = world.clerk();
    byte[] late =
        new TableBook()
            .row("BẢNG KÊ CHỨNG TỪ (ĐVT: đồng)")
            .row("STT", "Số chứng từ", "Ngày chứng từ", "Mã dự án", "Nguồn vốn", "Loại", "Số tiền")
            .row(1, "CT-90", AUGUST, "DA-0003", POOL, "Thanh toán KLHT", 40_000_000)
            .row(2, "CT-91", IntakeWorld.JULY, "DA-0003", POOL, "Thanh toán KLHT", 50_000_000)
            .row(3, "CT-92", AUGUST, "DA-0005", POOL, "Thanh toán KLHT", 60_000_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), late);
    Plan plan = world.read(clerk, id);
    assertThat(IntakeWorld.told(plan.looks()))
        .as("nothing was confirmed of the fifth, nothing to the later day of the third")
        .singleElement()
        .asString()
        .contains("Biểu 01!G4", "DA-0003", "31/07/2020", "750.000.000", "700.000.000", "bang.xlsx");
    assertThat(plan.isReady()).as("told, not refused").isTrue();
    Acting.as(clerk, () -> world.intakes().drop(id));
  }

  @Test
  @Order(7)
  void filesAndWhatIsSaidOfThemAreOnlyEverAddedTo() {
    for (String table : List.of("intake", "intake_file", "intake_match", "intake_outcome")) {
      assertThatThrownBy(() -> world.owner().sql("delete from capital." + table).update())
          .as(table)
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  @Order(8)
  void ownersTakeNothingInForOthersAndSeeNothingOfTheirs() {
    Actor reporter = world.reporter();
    assertThat(code(() -> world.stage(reporter, world.cumulated(AUGUST), JULY_FILE)))
        .isEqualTo("FORM");
    Intake.What other =
        new Intake.What(
            vn.dondoc.capital.intake.layout.Content.REPORT,
            world.secondOwner(),
            "",
            2020,
            AUGUST,
            "actual",
            null,
            null);
    assertThat(code(() -> world.stage(reporter, other, JULY_FILE))).isEqualTo("FORM");
    long treasurys = world.as(world.clerk(), () -> world.intakes().latest().getFirst().id());
    assertThat(code(() -> world.one(reporter, treasurys))).isEqualTo("UNKNOWN");
    Actor looks =
        new Actor(
            7_004, "Văn phòng mẫu", java.util.Set.of(Intakes.READ), true, List.of(), List.of());
    long waiting = world.stage(world.clerk(), world.cumulated(AUGUST), JULY_FILE);
    assertThat(world.one(looks, waiting).file().name()).isEqualTo("bang.xlsx");
    assertThatThrownBy(() -> world.commit(looks, waiting, null))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  @Order(9)
  void totalsOfAClosedPeriodAreRefused() {
    Closings closings = world.province().server().door(Closings.class);
    long closing =
        Acting.call(world.planner(), () -> closings.propose(LocalDate.of(2020, 7, 31), null));
    Actor second =
        new Actor(
            7_009,
            "Người thứ hai",
            java.util.Set.of(),
            false,
            List.of(world.planning()),
            List.of());
    Acting.as(second, () -> closings.sign(closing));
    Actor planner = world.planner();
    Intake.What july =
        new Intake.What(
            vn.dondoc.capital.intake.layout.Content.TREASURY,
            world.planning(),
            "",
            2020,
            IntakeWorld.JULY,
            null,
            null,
            null);
    long id = world.stage(planner, july, titled().row(1, "DA-0004", "x", POOL, 0, 5).bytes());
    Plan plan = world.read(planner, id);
    assertThat(IntakeWorld.told(plan.problems()))
        .anyMatch(s -> s.contains("đã khóa sổ đến hết 31/07/2020"));
  }

  @Test
  @Order(10)
  void filesThatAreNoWorkbookOrTooLongAreRefusedInASentence() {
    Actor clerk = world.clerk();
    long text =
        world.stage(
            clerk,
            world.cumulated(AUGUST),
            "chữ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Job job = world.job(clerk, text);
    assertThat(job.isFailed()).isTrue();
    assertThat(IntakeWorld.told(job.problems()))
        .singleElement()
        .asString()
        .contains("không phải bảng tính XLSX");
    long million = world.stage(clerk, world.cumulated(AUGUST), LongBook.of(1_000_000));
    assertThat(IntakeWorld.told(world.job(clerk, million).problems()))
        .singleElement()
        .asString()
        .contains("100.000 dòng");
  }

  @Test
  @Order(11)
  void workThatDiedHalfwayIsGoneOnWithWhereItStopped() {
    Actor clerk = world.clerk();
    long id =
        world.as(
            clerk,
            () -> world.intakes().stage(world.cumulated(AUGUST), "dai.xlsx", LongBook.of(3_500)));
    // Another server took it, kept two batches and died.
    world
        .owner()
        .sql(
            """
            update capital.intake_job set state = 'running', claim = gen_random_uuid(), attempts = 1,
                   rows_done = 2000, claimed_until = clock_timestamp() - interval '1 second'
             where intake_id = :id
            """)
        .param("id", id)
        .update();
    world
        .owner()
        .sql(
            """
            insert into capital.intake_raw (intake_id, ordinal, tab, number, cells)
            select :id, n, 'Biểu', n + 1, '["tkept"]' from generate_series(0, 1999) n
            """)
        .param("id", id)
        .update();
    world.worker().drain();
    assertThat(world.job(clerk, id).progress().state()).isEqualTo(Job.State.DONE);
    assertThat(
            world
                .owner()
                .sql(
                    """
                    select count(*) || ' ' || count(*) filter (where cells = '["tkept"]')
                      from capital.intake_raw where intake_id = :id
                    """)
                .param("id", id)
                .query(String.class)
                .single())
        .isEqualTo("3500 2000");
  }
}
