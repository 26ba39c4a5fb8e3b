package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Province;

/** Lists of vouchers, lists that allocate plans, and what owners report. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentsDbTest {
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

  private static TableBook vouchers() {
    return new TableBook()
        .row("BẢNG KÊ CHỨNG TỪ (ĐVT: đồng)")
        .row("STT", "Số chứng từ", "Ngày chứng từ", "Mã dự án", "Nguồn vốn", "Loại", "Số tiền");
  }

  private static byte[] first() {
    return vouchers()
        .row(1, "CT-01", LocalDate.of(2020, 3, 2), "DA-0001", POOL, "Tạm ứng", 900_000_000)
        .row(2, "CT-02", "15/4/2020", "DA-0001", POOL, "Thanh toán KLHT", "300.000.000")
        .row(3, "CT-02", 43936, "DA-0001", POOL, "Thu hồi tạm ứng", 200_000_000)
        .row(4, "CT-03", "ngày 5 tháng 5 năm 2020", "DA-0002", POOL, "KLHT", "1,250,000,000")
        .row(null, "Cộng", null, null, null, null, 2_650_000_000L)
        .bytes();
  }

  @Test
  @Order(1)
  void vouchersAreBookedWithTheirDaysHoweverTheyAreWritten() {
    Actor clerk = world.clerk();
    long id = world.stage(clerk, world.vouchers(), first());
    Plan plan = world.read(clerk, id);
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(plan.rows(Plan.State.NEW)).isEqualTo(4);
    assertThat(world.commit(clerk, id, null)).isEqualTo(4);
    assertThat(world.stands(0, IntakeWorld.BALANCE, LocalDate.of(2020, 4, 14)))
        .containsExactly(900_000_000L, 0L);
    assertThat(world.stands(0, IntakeWorld.BALANCE, LocalDate.of(2020, 4, 15)))
        .containsExactly(700_000_000L, 500_000_000L);
    assertThat(world.stands(1, IntakeWorld.BALANCE, IntakeWorld.JULY))
        .containsExactly(0L, 1_250_000_000L);
  }

  @Test
  @Order(2)
  void vouchersSentAgainAreKnownAndOneWithAnotherAmountIsRefusedAtItsCell() {
    Actor clerk = world.clerk();
    long again = world.stage(clerk, world.vouchers(), first());
    assertThat(world.planned(clerk, again).rows(Plan.State.SAME)).isEqualTo(4);
    byte[] changed =
        vouchers()
            .row(1, "CT-01", LocalDate.of(2020, 3, 2), "DA-0001", POOL, "Tạm ứng", 900_000_001)
            .row(2, "CT-04", LocalDate.of(2020, 6, 2), "DA-0001", POOL, "Nộp trả tạm ứng", 1_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), changed);
    Plan plan = world.planned(clerk, id);
    assertThat(plan.rows(Plan.State.NEW)).isEqualTo(1);
    assertThat(IntakeWorld.told(plan.problems()))
        .singleElement()
        .asString()
        .contains("Biểu 01!G3", "CT-01", "900.000.000", "900.000.001", "chênh 1 đồng");
    assertThatThrownBy(() -> world.commit(clerk, id, null)).isInstanceOf(Refusal.class);
  }

  @Test
  @Order(3)
  void wrongDaysKindsAndNumbersOfVouchersAreToldAllAtOnce() {
    Actor clerk = world.clerk();
    byte[] wrong =
        vouchers()
            .row(1, "CT-11", "31/02/2020", "DA-0001", POOL, "Tạm ứng", 5)
            .row(2, null, LocalDate.of(2020, 6, 2), "DA-0001", POOL, "Tạm ứng", 5)
            .row(3, "CT-12", LocalDate.of(2020, 6, 2), "DA-0001", POOL, "Chi khác", 5)
            .row(4, "CT-13", LocalDate.of(2020, 6, 2), "DA-0005", "SDD-2020", "Tạm ứng", 5)
            .bytes();
    Plan plan = world.planned(clerk, world.stage(clerk, world.vouchers(), wrong));
    assertThat(IntakeWorld.told(plan.problems()))
        .anyMatch(s -> s.contains("Biểu 01!C3: “31/02/2020” không phải ngày"))
        .anyMatch(s -> s.contains("Biểu 01!B4: chưa có số chứng từ"))
        .anyMatch(s -> s.contains("Biểu 01!F5: “Chi khác” không cho biết"))
        .anyMatch(s -> s.contains("Biểu 01!G6") && s.contains("chưa được phân bổ vốn"));
  }

  @Test
  @Order(3)
  void whatTheLedgerRefusesIsToldAtItsCellAndNothingIsKept() {
    Actor clerk = world.clerk();
    byte[] early =
        vouchers()
            .row(1, "CT-21", LocalDate.of(2020, 6, 2), "DA-0004", POOL, "Tạm ứng", 5_000_000)
            .row(2, "CT-22", LocalDate.of(2020, 1, 1), "DA-0005", POOL, "Tạm ứng", 7_000_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), early);
    assertThatThrownBy(() -> world.commit(clerk, id, null))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(IntakeWorld.told(refusal.problems()))
                    .anySatisfy(s ->
                        assertThat(s).contains("Biểu 01!G4", "01/01/2020", "vượt 7.000.000 đồng")));
    assertThat(world.one(clerk, id).isWaiting()).isTrue();
    assertThat(world.stands(3, IntakeWorld.BALANCE, IntakeWorld.JULY)).containsExactly(0L, 0L);
  }

  @Test
  @Order(3)
  void recoveryAboveTheAdvanceAndDaysAheadAreToldBeforeTheCommit() {
    Actor clerk = world.clerk();
    byte[] wrong =
        vouchers()
            .row(1, "CT-31", LocalDate.of(2020, 6, 2), "DA-0004", POOL, "Tạm ứng", 5_000_000)
            .row(
                2, "CT-32", LocalDate.of(2020, 6, 3), "DA-0004", POOL, "Thu hồi tạm ứng", 5_000_001)
            .row(3, "CT-33", LocalDate.of(2099, 1, 1), "DA-0005", POOL, "Tạm ứng", 7_000_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), wrong);
    assertThat(IntakeWorld.told(world.planned(clerk, id).problems()))
        .hasSize(2)
        .anyMatch(s ->
            s.contains("Biểu 01!G4")
                && s.contains("dư tạm ứng chỉ 5.000.000 đồng")
                && s.contains("vượt 1 đồng"))
        .anyMatch(s -> s.contains("Biểu 01!G5") && s.contains("CT-33 ghi ngày 01/01/2099"));
    assertThatThrownBy(() -> world.commit(clerk, id, null)).isInstanceOf(Refusal.class);
    Acting.as(clerk, () -> world.intakes().drop(id));
  }

  @Test
  @Order(3)
  void sourceNobodyCanTakeIsNamedAsItsCellNamesIt() {
    Actor clerk = world.clerk();
    String another = "Cân đối Ngân sách ĐỊA PHƯƠNG 2019";
    String unknown = "Nguồn Vốn Chưa Ai Biết (ODA)";
    byte[] wrong =
        vouchers()
            .row(1, "CT-36", LocalDate.of(2020, 6, 2), "DA-0004", another, "Tạm ứng", 5_000_000)
            .row(2, "CT-37", LocalDate.of(2020, 6, 2), "DA-0004", unknown, "Tạm ứng", 5_000_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), wrong);
    assertThat(IntakeWorld.told(world.read(clerk, id).problems()))
        .anySatisfy(told -> assertThat(told).contains("“" + another + "”"));
    assertThat(
            world.questions(clerk, id).stream()
                .map(question -> String.valueOf(question.said().name())))
        .containsExactly(unknown);
    Acting.as(clerk, () -> world.intakes().drop(id));
  }

  @Test
  @Order(3)
  void recoveryDatedBeforeItsAdvanceIsToldBeforeTheCommitAndRefusedAtIt() {
    Actor clerk = world.clerk();
    byte[] early =
        vouchers()
            .row(1, "CT-34", LocalDate.of(2020, 6, 10), "DA-0004", POOL, "Tạm ứng", 5_000_000)
            .row(
                2, "CT-35", LocalDate.of(2020, 6, 3), "DA-0004", POOL, "Thu hồi tạm ứng", 2_000_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), early);
    assertThat(IntakeWorld.told(world.planned(clerk, id).problems()))
        .singleElement()
        .asString()
        .contains(
            "Biểu 01!G4",
            "thu hồi tạm ứng 2.000.000 đồng ngày 03/06/2020, trước ngày tạm ứng",
            "dư tạm ứng chỉ 0 đồng");
    assertThatThrownBy(() -> world.commit(clerk, id, null)).isInstanceOf(Refusal.class);
    Acting.as(clerk, () -> world.intakes().drop(id));
  }

  @Test
  @Order(3)
  void aDecisionThatEntersMoreThanItAllocatesSaysSoBeforeTheCommit() {
    Actor planner = world.planner();
    byte[] list =
        new TableBook()
            .row("Đơn vị tính: triệu đồng")
            .row(
                "TT",
                "Danh mục dự án",
                "Chủ đầu tư",
                "Nguồn vốn",
                "Kế hoạch phân bổ",
                "Nhập TABMIS")
            .row(1, IntakeWorld.NAMES.get(2), "Ban QLDA mẫu 01", "NTM-2020", 2_000, 2_001)
            .bytes();
    long id = world.stage(planner, world.plan("76/QĐ-UBND", LocalDate.of(2020, 5, 19)), list);
    assertThat(IntakeWorld.told(world.read(planner, id).problems()))
        .singleElement()
        .asString()
        .contains(
            "Biểu 01!F3", "nhập dự toán 2.001.000.000", "chỉ 2.000.000.000", "vượt 1.000.000");
    Acting.as(planner, () -> world.intakes().drop(id));
  }

  @Test
  @Order(4)
  void aDecisionAllocatesAndEntersAndSentAgainChangesNothing() {
    Actor planner = world.planner();
    byte[] list =
        new TableBook()
            .row("Phụ lục kèm theo Quyết định mẫu")
            .row("Đơn vị tính: triệu đồng")
            .row(
                "TT",
                "Danh mục dự án",
                "Chủ đầu tư",
                "Nguồn vốn",
                "Kế hoạch phân bổ",
                "Nhập TABMIS")
            .row("I", "Dự án chuyển tiếp", null, null, 3_500, 2_000)
            .row(1, IntakeWorld.NAMES.get(2), "Ban QLDA mẫu 01", "NTM-2020", 2_000, 2_000)
            .row(2, IntakeWorld.NAMES.get(3), "Ban QLDA mẫu 02", "NTM-2020", 1_500, null)
            .bytes();
    Intake.What what = world.plan("77/QĐ-UBND", LocalDate.of(2020, 5, 20));
    long id = world.stage(planner, what, list);
    Plan plan = world.read(planner, id);
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(world.commit(planner, id, null)).isEqualTo(3);
    assertThat(
            world
                .owner()
                .sql(
                    """
                    select l.plan || ' ' || l.entered from capital.lines_on('2020-05-20', 2020) l
                     where l.pool_id = :pool order by 1
                    """)
                .param("pool", world.pool(IntakeWorld.RURAL))
                .query(String.class)
                .list())
        .containsExactly("1500000000 0", "2000000000 2000000000");
    long again = world.stage(planner, what, list);
    assertThat(world.planned(planner, again).rows(Plan.State.SAME)).isEqualTo(3);
  }

  @Test
  @Order(6)
  void planToldBesideTheFiguresIsComparedWithTheLedgers() {
    Actor clerk = world.clerk();
    byte[] planned =
        new TableBook()
            .row("ĐVT: triệu đồng")
            .row("STT", "Mã dự án", "Tên dự án", "Nguồn vốn", "Kế hoạch vốn", "Tạm ứng", "KLHT")
            .row(1, "DA-0003", "x", POOL, 9_999, 0, 800)
            .row(2, "DA-0004", "y", POOL, 10_000, 0, 700)
            .bytes();
    long id = world.stage(clerk, world.cumulated(IntakeWorld.JULY), planned);
    Plan plan = world.read(clerk, id);
    assertThat(IntakeWorld.told(plan.looks()))
        .singleElement()
        .asString()
        .contains("Biểu 01!E3", "“x”", "9.999.000.000", "10.000.000.000", "chênh 1.000.000 đồng");
    assertThat(plan.isReady()).as("told, not refused").isTrue();
    Acting.as(clerk, () -> world.intakes().drop(id));
  }
}
