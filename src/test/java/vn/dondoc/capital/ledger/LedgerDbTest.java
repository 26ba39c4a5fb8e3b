package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.dondoc.capital.ledger.LedgerWorld.Field;
import vn.dondoc.capital.ledger.Voucher.Authority;
import vn.dondoc.capital.ledger.Voucher.Paper;
import vn.dondoc.capital.ledger.Voucher.Row;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/** What the ledger books, and what it refuses with line, amounts, excess and remedy. */
class LedgerDbTest {
  private static final LocalDate DAY = LedgerWorld.DAY;
  private static final LocalDate MARCH = LocalDate.of(2020, 3, 2);
  private static LedgerWorld world;

  @BeforeAll
  static void start() {
    world = LedgerWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void paysWhatIsEnteredAndTellsAdvancesFromVolume() {
    Field field = world.field();
    field.plan();
    world.post(
        DAY,
        world.voucher(MARCH, Row.of(EntryKind.ADVANCE, field.line(1), 40)),
        world.voucher(
            MARCH.plusMonths(2),
            Row.of(EntryKind.PAYMENT, field.line(1), 30),
            Row.of(EntryKind.RECOVER, field.line(1), 25)),
        world.voucher(MARCH.plusMonths(3), Row.of(EntryKind.REFUND, field.line(1), 5)));
    Balance balance = world.balance(field.line(1));
    assertThat(balance.outstanding()).isEqualTo(15);
    assertThat(balance.volume()).isEqualTo(50);
    assertThat(balance.disbursed()).isEqualTo(65);
  }

  @Test
  void refusesOneDongAboveThePlan() {
    Field field = world.field();
    field.plan();
    world.post(DAY, world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 60)));
    Voucher over = world.voucher(DAY, Row.of(EntryKind.PAYMENT, field.line(1), 41));
    assertThat(LedgerWorld.told(() -> world.post(DAY, over)))
        .containsExactly(
            "Dự án mẫu "
                + field.project(1)
                + " – "
                + field.poolCode(1)
                + ": ngày 14/08/2020 giải ngân 101 đồng vượt kế hoạch 100 đồng, vượt 1 đồng;"
                + " phân bổ thêm trước khi chi, hoặc sửa số tiền.");
    assertThat(world.balance(field.line(1)).disbursed()).isEqualTo(60);
  }

  @Test
  void refusesRecoveryDatedBeforeItsAdvanceWhateverIsSentFirst() {
    Field field = world.field();
    field.plan();
    Voucher advance =
        world.voucher(MARCH.plusMonths(1), Row.of(EntryKind.ADVANCE, field.line(1), 40));
    Voucher early = world.voucher(MARCH, Row.of(EntryKind.RECOVER, field.line(1), 25));
    assertThat(LedgerWorld.told(() -> world.post(DAY, early, advance)))
        .singleElement()
        .asString()
        .contains("trước ngày tạm ứng");
    world.post(DAY, advance);
    assertThat(LedgerWorld.told(() -> world.post(DAY, early)))
        .singleElement()
        .asString()
        .contains("trước ngày tạm ứng");
    // An earlier advance is there to be recovered from, but not for more than it was.
    world.post(
        DAY, world.voucher(MARCH.minusMonths(1), Row.of(EntryKind.ADVANCE, field.line(1), 10)));
    assertThat(LedgerWorld.told(() -> world.post(DAY, early)))
        .singleElement()
        .asString()
        .contains("15 đồng");
    assertThat(world.balance(field.line(1)).outstanding()).isEqualTo(50);
  }

  @Test
  void refusesPaymentDatedBeforeItsMoneyWasEntered() {
    Field field = world.field();
    field.plan();
    Voucher early =
        world.voucher(LocalDate.of(2020, 1, 31), Row.of(EntryKind.PAYMENT, field.line(1), 10));
    assertThat(LedgerWorld.told(() -> world.post(DAY, early)))
        .singleElement()
        .asString()
        .contains("ngày 31/01/2020 giải ngân 10 đồng vượt dự toán đã nhập 0 đồng", "nhập dự toán");
  }

  @Test
  void refusesPlanBelowZeroAndAllocationAboveWhatWasAssigned() {
    Field field = world.field();
    field.plan();
    Voucher less = world.voucher(DAY, Row.less(EntryKind.ADJUST, field.line(2), 7));
    assertThat(LedgerWorld.told(() -> world.post(DAY, less)))
        .anySatisfy(told -> assertThat(told).contains("kế hoạch thành âm 7 đồng"));
    Voucher more = world.voucher(DAY, Row.of(EntryKind.ALLOCATE, field.line(2), 1));
    assertThat(LedgerWorld.told(() -> world.post(DAY, more)))
        .singleElement()
        .asString()
        .contains(field.poolCode(1), "101 đồng", "100 đồng", "vượt 1 đồng");
  }

  @Test
  void refusesPaymentAboveTheSettledValueOnceItIsApproved() {
    Field field = world.field();
    field.plan();
    field.decide(1, "settlement", DAY.minusDays(1), 60);
    Voucher paid = world.voucher(DAY, Row.of(EntryKind.PAYMENT, field.line(1), 61));
    assertThat(LedgerWorld.told(() -> world.post(DAY, paid)))
        .singleElement()
        .asString()
        .contains("lũy kế chi 61 đồng", "60 đồng, vượt 1 đồng");
    Voucher all = world.voucher(DAY, Row.of(EntryKind.PAYMENT, field.line(1), 60));
    assertThat(world.post(DAY, all).entries()).isEqualTo(1);
  }

  @Test
  void limitLoweredLaterHoldsAlsoAgainstWhatIsDatedBeforeIt() {
    Field field = world.field();
    field.plan();
    world.post(DAY, world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 50)));
    field.decide(1, "total", DAY.minusDays(10), 60);
    Voucher datedBack =
        world.voucher(MARCH.plusDays(3), Row.of(EntryKind.PAYMENT, field.line(1), 11));
    assertThat(LedgerWorld.told(() -> world.post(DAY, datedBack)))
        .singleElement()
        .asString()
        .contains("ngày 04/08/2020 lũy kế chi 61 đồng", "60 đồng, vượt 1 đồng");
    field.decide(1, "settlement", DAY.minusDays(5), 40);
    // What takes away is never refused because the value settled fell under what is paid.
    Voucher refund = world.voucher(DAY, Row.of(EntryKind.REFUND, field.line(1), 5));
    assertThat(world.post(DAY, refund).entries()).isEqualTo(1);
  }

  @Test
  void refusesTotalDecidedBelowWhatIsPaidWhoeverWritesIt() {
    Field field = world.field();
    field.plan();
    world.post(DAY, world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 50)));
    assertThatThrownBy(() -> field.decide(1, "total", DAY.minusDays(5), 49))
        .rootCause()
        .hasMessageContaining("decided below what is paid")
        .hasMessageContaining("\"most\": 49")
        .hasMessageContaining("\"amount\": 50");
    // By the day it is signed: in February nothing was paid, but on 2 March it was.
    assertThatThrownBy(() -> field.decide(1, "total", MARCH.minusDays(20), 49))
        .rootCause()
        .hasMessageContaining("\"day\": \"" + MARCH + "\"");
    field.decide(1, "total", DAY.minusDays(5), 50);
  }

  @Test
  void voucherIsOneHoweverItsNumberIsSpelledAndAnotherInAnotherYear() {
    Field field = world.field();
    LocalDate january = LocalDate.of(2020, 1, 15);
    Voucher.Paper paper = Voucher.Paper.of("UBND mẫu", "", "007/QĐ-MẪU", january);
    Row assigned = Row.assign(field.pool(1), Voucher.Authority.PM, 100);
    assertThat(world.post(DAY, Voucher.of(paper, assigned)).entries()).isEqualTo(1);
    Voucher.Paper spelled = Voucher.Paper.of("UBND mẫu", "", "7 /qđ-mẪU", january);
    assertThat(world.post(DAY, Voucher.of(spelled, assigned)).repeated()).isEqualTo(1);
    Voucher more = Voucher.of(spelled, Row.assign(field.pool(1), Voucher.Authority.PM, 101));
    assertThat(LedgerWorld.told(() -> world.post(DAY, more)))
        .singleElement()
        .asString()
        .contains("đã ghi 100 đồng", "nay gửi lại 101 đồng");
    Voucher.Paper next = Voucher.Paper.of("UBND mẫu", "", "7/QĐ-MẪU", january.plusYears(1));
    Voucher.Paper another = Voucher.Paper.of("UBND khác mẫu", "", "7/QĐ-MẪU", january);
    LocalDate later = LocalDate.of(2021, 2, 1);
    assertThat(world.post(later, Voucher.of(next, assigned)).entries()).isEqualTo(1);
    assertThat(world.post(later, Voucher.of(another, assigned)).entries()).isEqualTo(1);
  }

  @Test
  void takesVoucherOnceAndRefusesAnotherAmount() {
    Field field = world.field();
    field.plan();
    Voucher paid = world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 20));
    assertThat(world.post(DAY, paid).entries()).isEqualTo(1);
    assertThat(world.post(DAY, paid))
        .extracting(Posted::entries, Posted::repeated)
        .containsExactly(0, 1);
    assertThat(world.balance(field.line(1)).disbursed()).isEqualTo(20);
    Voucher other = Voucher.of(paid.paper(), Row.of(EntryKind.PAYMENT, field.line(1), 23));
    assertThat(LedgerWorld.told(() -> world.post(DAY, other)))
        .singleElement()
        .asString()
        .contains(paid.paper().number(), "đã ghi 20 đồng", "nay gửi lại 23 đồng", "chênh 3 đồng");
    Voucher longer =
        new Voucher(
            paid.paper(),
            List.of(
                Row.of(EntryKind.PAYMENT, field.line(1), 20),
                Row.of(EntryKind.PAYMENT, field.line(1), 1)));
    assertThat(LedgerWorld.told(() -> world.post(DAY, longer)))
        .singleElement()
        .asString()
        .contains("ghi trọn một lần");
  }

  @Test
  void takesSendingOnceWhateverWasLostOnTheWay() {
    Field field = world.field();
    field.plan();
    Posting sending = Posting.ofPage(UUID.randomUUID(), null);
    List<Voucher> vouchers =
        List.of(world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 20)));
    Posted first = LedgerWorld.asSystem(() -> world.ledger().post(sending, vouchers));
    Posted again = LedgerWorld.asSystem(() -> world.ledger().post(sending, vouchers));
    assertThat(again.posting()).isEqualTo(first.posting());
    assertThat(again.entries()).isZero();
  }

  @Test
  void correctsInTheOpenPeriodWithReasonAndSigner() {
    Field field = world.field();
    field.plan();
    Voucher wrong = world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 50));
    world.post(DAY, wrong);
    long entry =
        world
            .owner()
            .sql("select id from capital.entry where number = :number")
            .param("number", wrong.paper().number())
            .query(Long.class)
            .single();
    Correction back = new Correction(entry, world.voucher(DAY).paper(), 50);
    Voucher right = world.voucher(DAY, Row.of(EntryKind.PAYMENT, field.line(1), 45));
    Posting unsigned = Posting.ofPage(null, "gõ nhầm");
    assertThat(
            LedgerWorld.told(() ->
                LedgerWorld.asSystem(
                    () -> world.ledger().correct(unsigned, List.of(back), List.of(right)))))
        .singleElement()
        .asString()
        .contains("cần lý do và người ký");
    Posting signed = unsigned.signed("gõ nhầm", "Kế toán mẫu");
    LedgerWorld.asSystem(() -> world.ledger().correct(signed, List.of(back), List.of(right)));
    assertThat(world.balance(field.line(1)).disbursed()).isEqualTo(45);
    Correction more = new Correction(entry, world.voucher(DAY).paper(), 1);
    assertThat(
            LedgerWorld.told(() ->
                LedgerWorld.asSystem(
                    () -> world.ledger().correct(signed, List.of(more), List.of()))))
        .singleElement()
        .asString()
        .contains("chỉ ghi 50 đồng, các lần đính chính cộng 51 đồng, quá 1 đồng");
  }

  @Test
  void tellsEveryProblemOfPostingAtOnceAndWritesNothing() {
    Field field = world.field();
    field.plan();
    Voucher[] wrong = {
      world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 101)),
      world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(2), 5)),
      world.voucher(MARCH, Row.of(EntryKind.RECOVER, field.line(4), 5)),
      world.voucher(DAY.plusDays(1), Row.assign(field.pool(2), Authority.PROVINCE, 9))
    };
    List<String> told = LedgerWorld.told(() -> world.post(DAY, wrong));
    assertThat(told)
        .anyMatch(one -> one.contains("vượt 1 đồng"))
        .anyMatch(one -> one.contains("giải ngân 5 đồng vượt kế hoạch 0 đồng"))
        .anyMatch(one -> one.contains("quá số tạm ứng còn lại 5 đồng"))
        .anyMatch(one -> one.contains("sau ngày ghi sổ 14/08/2020"));
    assertThat(
            LedgerWorld.asSystem(() -> world.ledger().problems(Posting.ofLoad(DAY), List.of(wrong)))
                .size())
        .isEqualTo(told.size());
    assertThat(world.balance(field.line(1)).disbursed()).isZero();
  }

  @Test
  void refusesAmountsAndKindsThatAreNone() {
    Field field = world.field();
    assertThat(
            LedgerWorld.told(() ->
                world.post(
                    DAY,
                    world.voucher(DAY, Row.of(EntryKind.ALLOCATE, field.line(1), -5)),
                    world.voucher(DAY, Row.less(EntryKind.PAYMENT, field.line(1), 5)),
                    world.voucher(DAY, Row.of(EntryKind.CARRY_IN, field.line(1), 5)),
                    Voucher.of(
                        Paper.of("", "", "", DAY), Row.of(EntryKind.ALLOCATE, field.line(1), 5)))))
        .hasSize(4)
        .anyMatch(told -> told.contains("số tiền -5 đồng không dùng được"))
        .anyMatch(told -> told.contains("Thanh toán khối lượng"))
        .anyMatch(told -> told.contains("cần số (tối đa 60 ký tự)"));
    assertThat(
            LedgerWorld.told(
                () -> world.post(DAY, world.voucher(DAY, Row.of(EntryKind.ALLOCATE, 999_999, 5)))))
        .singleElement()
        .asString()
        .contains("Không có dòng vốn số 999999");
  }

  @Test
  void orderInWhichTwoImportsArriveChangesNothing() {
    Field first = world.field();
    Field second = world.field();
    for (Field field : List.of(first, second)) {
      field.plan();
    }
    List<Voucher> treasury = payments(first, 7);
    List<Voucher> late = payments(first, 11);
    world.post(DAY, treasury.toArray(Voucher[]::new));
    world.post(DAY, late.toArray(Voucher[]::new));
    world.post(DAY, payments(second, 11).toArray(Voucher[]::new));
    world.post(DAY, payments(second, 7).toArray(Voucher[]::new));
    assertThat(standing(second)).isEqualTo(standing(first)).isNotEmpty();
  }

  private static List<Voucher> payments(Field field, long amount) {
    return List.of(
        world.voucher(MARCH.plusDays(amount), Row.of(EntryKind.ADVANCE, field.line(1), amount)),
        world.voucher(MARCH.plusMonths(1), Row.of(EntryKind.PAYMENT, field.line(1), amount)));
  }

  private static List<String> standing(Field field) {
    return world
        .owner()
        .sql(
            """
            select concat_ws('/', d.day, l.plan, l.entered, l.outstanding, l.volume)
              from generate_series(date '2020-01-01', '2020-08-14', interval '1 day') d (day),
                   capital.lines_on(d.day::date, 2020) l
             where l.line_id = :line
             order by 1
            """)
        .param("line", field.line(1))
        .query(String.class)
        .list()
        .stream()
        .map(String::valueOf)
        .toList();
  }

  @Test
  void ownerOfTheTablesCannotChangeWhatWasBookedByMistake() {
    for (String change :
        List.of(
            "update capital.entry set amount_vnd = 1",
            "delete from capital.entry",
            "truncate capital.entry cascade",
            "update capital.line set pool_id = 1",
            "delete from capital.posting")) {
      assertThatThrownBy(() -> world.owner().sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  void departmentBooksAndOwnerOnlySeesItsOwnLines() {
    Field field = world.field();
    field.plan();
    Actor owner = new Actor(7, "Ban QLDA mẫu 01", Set.of(), false, List.of(1), List.of());
    Actor other = new Actor(8, "Ban QLDA mẫu 02", Set.of(), false, List.of(2), List.of());
    assertThat(Acting.call(owner, () -> world.ledger().balances(List.of(field.line(1)))))
        .hasSize(1);
    assertThat(Acting.call(other, () -> world.ledger().balances(List.of(field.line(1))))).isEmpty();
    Voucher paid = world.voucher(DAY, Row.of(EntryKind.PAYMENT, field.line(1), 1));
    assertThatThrownBy(() ->
            Acting.call(
                owner, () -> world.ledger().post(Posting.ofPage(null, null), List.of(paid))))
        .isInstanceOf(DataAccessException.class);
  }
}
