package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.LedgerWorld.Field;
import vn.dondoc.capital.ledger.Transfer.Share;
import vn.dondoc.capital.ledger.Voucher.Authority;
import vn.dondoc.capital.ledger.Voucher.Paper;
import vn.dondoc.capital.ledger.Voucher.Row;

/** Plan that changes its line: within a pool, or into the next vintage of its source. */
class LedgerMovesDbTest {
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
  void transferStaysInItsPoolAndBalances() {
    Field field = world.field();
    field.plan();
    Transfer within = transfer(field, 30, new Share(field.line(2), 30));
    LedgerWorld.asSystem(() -> world.ledger().transfer(Posting.ofPage(null, null), within));
    assertThat(world.balance(field.line(1)))
        .extracting(Balance::plan, Balance::entered)
        .containsExactly(70L, 70L);
    assertThat(world.balance(field.line(2)).plan()).isEqualTo(30);
    world.post(DAY, world.voucher(MARCH, Row.assign(field.pool(2), Authority.PROVINCE, 50)));
    assertThat(refused(transfer(field, 10, new Share(field.line(4), 10))))
        .singleElement()
        .asString()
        .contains(field.poolCode(1), "ra ngoài nhóm vốn");
    assertThat(refused(transfer(field, 10, new Share(field.line(2), 9))))
        .singleElement()
        .asString()
        .contains("giảm 10 đồng, tăng 9 đồng, lệch 1 đồng");
    world.post(DAY, world.voucher(MARCH, Row.of(EntryKind.PAYMENT, field.line(1), 65)));
    assertThat(refused(transfer(field, 6, new Share(field.line(2), 6))))
        .singleElement()
        .asString()
        .contains("giải ngân 65 đồng vượt kế hoạch 64 đồng, vượt 1 đồng");
  }

  @Test
  void lineGivesNothingToItself() {
    Field field = world.field();
    field.plan();
    assertThat(refused(transfer(field, 10, new Share(field.line(1), 10))))
        .singleElement()
        .asString()
        .contains(field.poolCode(1), "chuyển 10 đồng", "chính dòng ấy");
    assertThat(world.balance(field.line(1)).plan()).isEqualTo(100);
  }

  @Test
  void transferSentTwiceMovesOnce() {
    Field field = world.field();
    field.plan();
    Transfer within = transfer(field, 30, new Share(field.line(2), 30));
    LedgerWorld.asSystem(() -> world.ledger().transfer(Posting.ofPage(null, null), within));
    Posted again =
        LedgerWorld.asSystem(() -> world.ledger().transfer(Posting.ofPage(null, null), within));
    assertThat(again.entries()).isZero();
    assertThat(world.balance(field.line(2)).plan()).isEqualTo(30);
    Transfer other =
        new Transfer(
            within.paper(),
            within.poolId(),
            within.ground(),
            null,
            null,
            List.of(new Share(field.line(1), 31)),
            List.of(new Share(field.line(2), 31)));
    assertThat(refused(other)).singleElement().asString().contains(within.paper().number());
  }

  private static List<String> refused(Transfer transfer) {
    return LedgerWorld.told(() ->
        LedgerWorld.asSystem(() -> world.ledger().transfer(Posting.ofPage(null, null), transfer)));
  }

  private static Transfer transfer(Field field, long amount, Share... in) {
    return new Transfer(
        world.voucher(DAY).paper(),
        field.pool(1),
        "slow",
        null,
        "giải ngân chậm",
        List.of(new Share(field.line(1), amount)),
        List.of(in));
  }

  @Test
  void carriesOnlyIntoTheNextVintageOfTheSameSource() {
    Field field = world.field();
    field.plan();
    Carry next = carry(field, field.pool(3));
    LedgerWorld.asSystem(() -> world.ledger().carry(Posting.ofPage(null, null), next));
    assertThat(world.balance(field.line(1)))
        .extracting(Balance::plan, Balance::entered)
        .containsExactly(60L, 60L);
    assertThat(world.balance(field.line(6)).plan()).isEqualTo(40);
    Carry wrong = carry(field, field.pool(2));
    assertThat(
            LedgerWorld.told(() ->
                LedgerWorld.asSystem(
                    () -> world.ledger().carry(Posting.ofPage(null, null), wrong))))
        .singleElement()
        .asString()
        .contains(field.poolCode(2), "không phải là vốn kéo dài", field.poolCode(1));
  }

  private static Carry carry(Field field, int into) {
    return new Carry(
        world.voucher(DAY).paper(),
        field.pool(1),
        into,
        "force_majeure",
        "HĐND tỉnh mẫu",
        null,
        List.of(new Share(field.line(1), 40)));
  }

  @Test
  void voucherIsTheSameHoweverItsSeriesAndItsIssuerAreWritten() {
    Field field = world.field();
    field.plan();
    Row paid = Row.of(EntryKind.PAYMENT, field.line(1), 10);
    String treasury = "Kho bạc Nhà nước tỉnh mẫu";
    world.post(DAY, Voucher.of(Paper.of(treasury, "KB-2020", "T1", MARCH), paid));
    world.post(DAY, Voucher.of(Paper.of(treasury, "", "Đ2/kb-2020", MARCH), paid));
    for (Paper again :
        List.of(
            Paper.of(treasury, "kb-2020", "t1", MARCH),
            Paper.of("KHO BẠC nhà nước  tỉnh mẫu", "KB - 2020", "t 1", MARCH),
            Paper.of(treasury, "", "T1/KB-2020", MARCH),
            Paper.of(treasury, "KB-2020", "đ02", MARCH))) {
      assertThat(world.post(DAY, Voucher.of(again, paid)).entries()).as(again.words()).isZero();
      assertThat(
              LedgerWorld.told(() ->
                  world.post(DAY, Voucher.of(again, Row.of(EntryKind.PAYMENT, field.line(1), 11)))))
          .singleElement()
          .asString()
          .contains("đã ghi 10 đồng", "11 đồng");
    }
    assertThat(world.balance(field.line(1)).disbursed()).isEqualTo(20);
    world.post(DAY, Voucher.of(Paper.of(treasury, "KB-2021", "T1", MARCH), paid));
    world.post(DAY, Voucher.of(Paper.of("Kho bạc khác mẫu", "KB-2020", "T1", MARCH), paid));
    assertThat(world.balance(field.line(1)).disbursed()).isEqualTo(40);
  }
}
