package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.review.CapitalRules;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Province;

/** Which voucher of a file is one that came before, and which row came twice. */
@TestMethodOrder(OrderAnnotation.class)
class VoucherIdentityDbTest {
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

  private static void sayTheFirstIsOneAndTheLastAnother(
      Actor clerk, long id, List<IntakePapers.Twin> asked) {
    IntakePapers papers = world.province().server().door(IntakePapers.class);
    Map<Integer, Boolean> said =
        Map.of(asked.getFirst().number(), true, asked.getLast().number(), false);
    Acting.as(clerk, () -> papers.answer(id, said));
  }

  @Test
  @Order(1)
  void sameRowTwiceInAFileIsToldWithBothCells() {
    Actor clerk = world.clerk();
    LocalDate june = LocalDate.of(2020, 6, 8);
    byte[] twice =
        vouchers()
            .row(1, "CT-071", june, "DA-0005", POOL, "Tạm ứng", 4_000_000)
            .row(2, "CT-72", june, "DA-0005", POOL, "Tạm ứng", 3_000_000)
            .row(3, "CT-71", june, "DA-0005", POOL, "Tạm ứng", 4_000_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), twice);
    Plan plan = world.read(clerk, id);
    assertThat(plan.rows(Plan.State.NEW)).isEqualTo(1);
    assertThat(IntakeWorld.told(plan.problems()))
        .hasSize(2)
        .anyMatch(s -> s.contains("Biểu 01!G3: dòng này lặp lại ô Biểu 01!G5"))
        .anyMatch(s ->
            s.contains("Biểu 01!G5: dòng này lặp lại ô Biểu 01!G3") && s.contains("4.000.000"));
    assertThatThrownBy(() -> world.commit(clerk, id, null)).isInstanceOf(Refusal.class);
    Acting.as(clerk, () -> world.intakes().drop(id));
  }

  @Test
  @Order(2)
  void voucherIsTheSameWithoutItsZerosAndInAnotherOrderAndAnotherNextYear() {
    Actor clerk = world.clerk();
    LocalDate june = LocalDate.of(2020, 6, 8);
    TableBook sent =
        vouchers()
            .row(1, "0071", june, "DA-0005", POOL, "Tạm ứng", 4_000_000)
            .row(2, "0071", june, "DA-0004", POOL, "Thanh toán KLHT", 3_000_000);
    long first = world.stage(clerk, world.vouchers(), sent.bytes());
    assertThat(IntakeWorld.told(world.read(clerk, first).problems())).isEmpty();
    assertThat(world.commit(clerk, first, null)).isEqualTo(2);
    byte[] turned =
        vouchers()
            .row(1, 71, june, "DA-0004", POOL, "Thanh toán KLHT", 3_000_000)
            .row(2, 71, june, "DA-0005", POOL, "Tạm ứng", 4_000_000)
            .row(3, "00072", june, "DA-0005", POOL, "Tạm ứng", 1_000_000)
            .bytes();
    long second = world.stage(clerk, world.vouchers(), turned);
    Plan plan = world.planned(clerk, second);
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(plan.rows(Plan.State.SAME)).isEqualTo(2);
    assertThat(world.commit(clerk, second, null)).isEqualTo(1);
    assertThat(world.stands(4, IntakeWorld.BALANCE, IntakeWorld.JULY))
        .containsExactly(5_000_000L, 0L);
    byte[] changed = vouchers().row(1, "72", june, "DA-0005", POOL, "Tạm ứng", 2_000_000).bytes();
    long third = world.stage(clerk, world.vouchers(), changed);
    assertThat(IntakeWorld.told(world.planned(clerk, third).problems()))
        .singleElement()
        .asString()
        .contains("đã ghi 1.000.000 đồng", "tệp này ghi 2.000.000 đồng");
    byte[] earlier =
        vouchers()
            .row(1, "72", LocalDate.of(2019, 12, 9), "DA-0005", POOL, "Tạm ứng", 2_000_000)
            .bytes();
    Plan other = world.planned(clerk, world.stage(clerk, world.vouchers(), earlier));
    assertThat(other.rows(Plan.State.NEW)).as("numbers begin anew every year").isEqualTo(1);
  }

  @Test
  @Order(3)
  void twoAmountsOfOneVoucherAreAskedAboutOnceAndThenBothAreBooked() {
    Actor clerk = world.clerk();
    LocalDate july = LocalDate.of(2020, 7, 6);
    byte[] bytes =
        vouchers()
            .row(1, "CT-301", july, "DA-0005", POOL, "Tạm ứng", 4_000_000)
            .row(2, "CT-301", july, "DA-0005", POOL, "Tạm ứng", 3_000_000)
            .row(3, "CT-301", july, "DA-0004", POOL, "Thanh toán KLHT", 2_000_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), bytes);
    Plan plan = world.read(clerk, id);
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(plan.rows(Plan.State.ASKED)).isEqualTo(2);
    IntakeSections.Several asked =
        Acting.call(clerk, () -> world.intakes().preview(id, IntakePlanStore.Asked.ALL, 10))
            .several()
            .getFirst();
    assertThat(asked.document()).isEqualTo("CT-301");
    assertThat(asked.cells())
        .extracting(IntakeSections.Several.Cell::place, IntakeSections.Several.Cell::vnd)
        .containsExactly(tuple("Biểu 01!G3", 4_000_000L), tuple("Biểu 01!G4", 3_000_000L));
    assertThatThrownBy(() -> world.commit(clerk, id, null)).isInstanceOf(Refusal.class);
    Acting.as(
        clerk,
        () -> world.intakes().answer(id, List.of(), List.of(asked.number(), asked.number())));
    assertThat(world.planned(clerk, id).rows(Plan.State.NEW)).isEqualTo(3);
    Acting.as(clerk, () -> world.intakes().drop(id));
    long again = world.stage(clerk, world.vouchers(), bytes);
    assertThat(world.planned(clerk, again).rows(Plan.State.ASKED)).as("said once").isZero();
    assertThat(world.commit(clerk, again, null)).isEqualTo(3);
    long repeated = world.stage(clerk, world.vouchers(), bytes);
    assertThat(world.planned(clerk, repeated).rows(Plan.State.SAME)).isEqualTo(3);
  }

  @Test
  @Order(4)
  void decisionThatTakesFromASlowLineSaysThatItsOwnerWasNotHeard() {
    Actor planner = world.planner();
    Acting.call(
        Actor.system("mẫu"), () -> world.province().server().door(CapitalRules.class).load());
    byte[] list =
        new TableBook()
            .row("Đơn vị tính: triệu đồng")
            .row("TT", "Danh mục dự án", "Chủ đầu tư", "Nguồn vốn", "Điều chỉnh tăng, giảm")
            .row(1, IntakeWorld.NAMES.get(3), "Ban QLDA mẫu 02", POOL, -500)
            .bytes();
    long id = world.stage(planner, world.plan("79/QĐ-UBND", LocalDate.of(2020, 7, 1)), list);
    Plan plan = world.read(planner, id);
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(IntakeWorld.told(plan.looks()))
        .anySatisfy(told ->
            assertThat(told)
                .contains("Biểu 01!E3", "giảm 500.000.000 đồng", "chưa nghe", "trang Cắt giảm"));
  }

  @Test
  @Order(5)
  void voucherOfThePageIsFoundInAFileThatWritesItsSeriesBehindItsNumber() {
    Actor clerk = world.clerk();
    LocalDate july = LocalDate.of(2020, 7, 7);
    String issuer =
        world.one(clerk, world.stage(clerk, world.vouchers(), vouchers().bytes())).what().issuer();
    Acting.call(
        Actor.system("test"),
        () -> {
          long line = world.ledger().line(world.projectId(4), world.pool(IntakeWorld.BALANCE));
          return world
              .ledger()
              .post(
                  Posting.ofLoad(july),
                  List.of(
                      Voucher.of(
                          Voucher.Paper.of(issuer.toUpperCase(Locale.ROOT), "KB-2020", "T9", july),
                          Voucher.Row.of(EntryKind.ADVANCE, line, 1_500_000))));
        });
    byte[] sent =
        vouchers().row(1, "t9/kb-2020", july, "DA-0005", POOL, "Tạm ứng", 1_500_000).bytes();
    Plan plan = world.read(clerk, world.stage(clerk, world.vouchers(), sent));
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(plan.rows(Plan.State.SAME)).isEqualTo(1);
  }

  @Test
  @Order(6)
  void paymentAboveWhatIsEnteredIsToldAtTheCellOfTheLargestRow() {
    Actor clerk = world.clerk();
    LocalDate july = LocalDate.of(2020, 7, 8);
    byte[] sent =
        vouchers()
            .row(1, "CT-401", july, "DA-0003", POOL, "Thanh toán KLHT", 1_000_000)
            .row(2, "CT-402", july, "DA-0003", POOL, "Thanh toán KLHT", 2_000_000)
            .row(3, "CT-403", july, "DA-0003", POOL, "Thanh toán KLHT", 99_000_000_000L)
            .row(4, "CT-404", july, "DA-0003", POOL, "Thanh toán KLHT", 3_000_000)
            .bytes();
    Plan plan = world.read(clerk, world.stage(clerk, world.vouchers(), sent));
    assertThat(IntakeWorld.told(plan.problems()))
        .singleElement()
        .asString()
        .startsWith("Biểu 01!G5")
        .contains("99.006.000.000");
  }

  @Test
  @Order(7)
  void voucherWithoutItsSeriesIsAskedAboutAndBookedOnlyWhereAPersonSaysItIsAnother() {
    Actor clerk = world.clerk();
    LocalDate july = LocalDate.of(2020, 7, 9);
    String issuer =
        world.one(clerk, world.stage(clerk, world.vouchers(), vouchers().bytes())).what().issuer();
    for (String number : List.of("Z1", "Z2")) {
      Acting.call(
          Actor.system("test"),
          () -> {
            long line = world.ledger().line(world.projectId(4), world.pool(IntakeWorld.BALANCE));
            return world
                .ledger()
                .post(
                    Posting.ofLoad(july),
                    List.of(
                        Voucher.of(
                            Voucher.Paper.of(issuer, "KB-2020", number, july),
                            Voucher.Row.of(EntryKind.ADVANCE, line, 1_700_000))));
          });
    }
    byte[] sent =
        vouchers()
            .row(1, "Z1", july, "DA-0005", POOL, "Tạm ứng", 1_700_000)
            .row(2, "Z2", july, "DA-0005", POOL, "Tạm ứng", 1_700_000)
            .row(3, "Z3", july, "DA-0005", POOL, "Tạm ứng", 1_700_000)
            .row(4, "Z1", july, "DA-0005", POOL, "Thanh toán KLHT", 900_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), sent);
    assertThat(world.read(clerk, id).rows(Plan.State.ASKED)).isEqualTo(2);
    assertThatThrownBy(() -> world.commit(clerk, id, null)).isInstanceOf(Refusal.class);
    List<IntakePapers.Twin> asked = world.preview(clerk, id).papers();
    assertThat(asked)
        .extracting(IntakePapers.Twin::said, IntakePapers.Twin::booked)
        .containsExactly(
            tuple("Z1", "Z1 KB-2020 (" + issuer + ")"), tuple("Z2", "Z2 KB-2020 (" + issuer + ")"));
    sayTheFirstIsOneAndTheLastAnother(clerk, id, asked);
    Plan answered = world.planned(clerk, id);
    assertThat(answered.rows(Plan.State.LEFT_OUT)).isEqualTo(1);
    assertThat(answered.rows(Plan.State.NEW)).isEqualTo(3);
    Acting.as(clerk, () -> world.intakes().drop(id));
    long again = world.stage(clerk, world.vouchers(), sent);
    assertThat(world.planned(clerk, again).rows(Plan.State.ASKED)).as("said once").isZero();
    assertThat(world.commit(clerk, again, null)).isEqualTo(3);
  }

  @Test
  @Order(8)
  void rowsOfOneFileThatDifferByASeriesOnlyAreAskedAboutAndBookedOnceOrTwice() {
    Actor clerk = world.clerk();
    LocalDate july = LocalDate.of(2020, 7, 10);
    byte[] sent =
        vouchers()
            .row(1, "Y1", july, "DA-0005", POOL, "Tạm ứng", 1_100_000)
            .row(2, "Y1/KB-2020", july, "DA-0005", POOL, "Tạm ứng", 1_100_000)
            .row(3, "Y2/KB-2020", july, "DA-0005", POOL, "Tạm ứng", 1_200_000)
            .row(4, "Y2", july, "DA-0005", POOL, "Tạm ứng", 1_200_000)
            .row(5, "Y3", july, "DA-0005", POOL, "Tạm ứng", 1_300_000)
            .row(6, "Y3/KB-2020", july, "DA-0005", POOL, "Tạm ứng", 1_400_000)
            .bytes();
    long id = world.stage(clerk, world.vouchers(), sent);
    Plan plan = world.read(clerk, id);
    assertThat(plan.rows(Plan.State.ASKED)).as("another amount is another voucher").isEqualTo(2);
    assertThat(plan.rows(Plan.State.NEW)).isEqualTo(4);
    assertThatThrownBy(() -> world.commit(clerk, id, null)).isInstanceOf(Refusal.class);
    List<IntakePapers.Twin> asked = world.preview(clerk, id).papers();
    assertThat(asked)
        .extracting(
            IntakePapers.Twin::said, IntakePapers.Twin::booked, one -> String.valueOf(one.beside()))
        .containsExactly(
            tuple("Y1", "Y1/KB-2020", "Biểu 01!G4"), tuple("Y2", "Y2/KB-2020", "Biểu 01!G5"));
    sayTheFirstIsOneAndTheLastAnother(clerk, id, asked);
    assertThat(world.planned(clerk, id).rows(Plan.State.LEFT_OUT)).isEqualTo(1);
    assertThat(world.commit(clerk, id, null)).isEqualTo(5);
    Plan again = world.planned(clerk, world.stage(clerk, world.vouchers(), sent));
    assertThat(again.rows(Plan.State.SAME)).as("booked and said once").isEqualTo(5);
    assertThat(again.rows(Plan.State.LEFT_OUT)).isEqualTo(1);
  }
}
