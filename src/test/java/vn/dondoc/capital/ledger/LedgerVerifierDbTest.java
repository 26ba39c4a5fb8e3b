package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.capital.ledger.LedgerWorld.Field;
import vn.dondoc.capital.ledger.Voucher.Row;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/** What was done to the ledger behind its back is told with its place. */
class LedgerVerifierDbTest {
  private static final LocalDate DAY = LedgerWorld.DAY;
  private static final LocalDate JULY = LocalDate.of(2020, 7, 31);
  private static LedgerWorld world;
  private static Field field;

  /** What an owner of the tables with bad intent does: his triggers do not run for himself. */
  enum Tampering {
    AMOUNT("update capital.entry set amount_vnd = 21 where number = 'GN-1'", "tính lại"),
    BALANCE(
        "update capital.line_balance set paid = paid - 1 where line_id = {line}",
        "tính lại từ bút toán"),
    POOL_BALANCE(
        "update capital.pool_balance set allocated = allocated - 1 where pool_id = {pool}",
        "Nhóm vốn"),
    PROJECT_BALANCE(
        "update capital.project_balance set disbursed = disbursed + 1", "lũy kế chi lưu"),
    TAKEN_AWAY("delete from capital.entry where number = 'GN-1'", "lưu 20 đồng"),
    MOVED(
        "update capital.entry set line_id = {other} where number = 'GN-1'",
        "vượt dự toán đã nhập 0"),
    BACK_DATED(
        "update capital.entry set value_on = '2020-01-20' where number = 'GN-1'", "20/01/2020"),
    CLOSED(
        "update capital.entry set amount_vnd = 21 where number = 'GN-1';"
            + " update capital.line_balance set paid = paid + 1 where line_id = {line};"
            + " update capital.project_balance set disbursed = disbursed + 1"
            + " where project_id = {project}",
        "đã thay đổi sau khi"),
    BOOKED_INTO_CLOSED(
        "update capital.posting set at = now() + interval '1 day' where id ="
            + " (select posting_id from capital.entry where number = 'GN-1')",
        "kỳ đã khóa sổ"),
    ALLOCATED(
        "update capital.entry set amount_vnd = 99 where kind = 'assign' and pool_id = {pool}",
        "vượt kế hoạch được giao 99"),
    INVESTMENT(
        "update project.decision set value_vnd = 19 where project_id = {project}", "19 đồng"),
    DECIDED_LATER(
        "insert into project.decision (project_id, kind, number, signed_on, issuer, value_vnd, on_day,"
            + " by_account, by_name) values ({project}, 'total', 'QĐ giảm', '2020-05-04', 'mẫu', 19,"
            + " '2020-05-04', -1, 'mẫu')",
        "ngày 04/05/2020 lũy kế chi 20 đồng vượt tổng mức đầu tư hoặc quyết toán 19 đồng"),
    PART("update capital.entry set part = 2 where number = 'GN-1'", "không trọn"),
    TWIN(
        "alter table capital.entry drop constraint comes_without_twin;"
            + " update capital.entry set number = 'gn-01', series = '', issuer = 'KHO BẠC MẪU', twin = 1,"
            + " value_on = '2020-03-02' where kind = 'assign' and pool_id = {pool};"
            + " update capital.entry set series = '' where number = 'GN-1'",
        "GN-1 KHO BẠC MẪU"),
    LATE(
        "update capital.term set pay_until = '2020-03-01', advance_until = '2020-02-01'",
        "thời hạn"),
    UNBALANCED("update capital.entry set amount_vnd = 9 where kind = 'transfer_in'", "lệch"),
    ONE_PERSON("update capital.signature set by_account = 5", "cùng một người"),
    SOURCE("update capital.source set valid = '[2021-01-01,)'", "không hợp với năm gốc 2020");

    private final String sql;
    private final String words;

    Tampering(String sql, String words) {
      this.sql = sql;
      this.words = words;
    }
  }

  @BeforeAll
  static void book() {
    world = LedgerWorld.start();
    field = world.field();
    field.plan();
    world.post(
        DAY,
        Voucher.of(
            Voucher.Paper.of("Kho bạc mẫu", "2020", "GN-1", LocalDate.of(2020, 3, 2)),
            Row.of(EntryKind.PAYMENT, field.line(1), 20)));
    Transfer.Share out = new Transfer.Share(field.line(1), 10);
    Transfer.Share in = new Transfer.Share(field.line(2), 10);
    Transfer transfer =
        new Transfer(
            world.voucher(DAY).paper(),
            field.pool(1),
            "surplus",
            null,
            null,
            List.of(out),
            List.of(in));
    LedgerWorld.asSystem(() -> world.ledger().transfer(Posting.ofPage(null, null), transfer));
    // Settled below what was paid: the money is ordered back, and the ledger is sound.
    Field settled = world.field();
    settled.plan();
    LocalDate before = DAY.minusDays(1);
    world.post(DAY, world.voucher(before, Row.of(EntryKind.PAYMENT, settled.line(1), 20)));
    settled.decide(1, "settlement", DAY, 15);
    close(person(5), person(6));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Actor person(long account) {
    return new Actor(
        account, "Người ký mẫu " + account, Set.of("capital.close"), true, List.of(), List.of());
  }

  private static void close(Actor first, Actor second) {
    Closings closings = world.server().door(Closings.class);
    long proposed = Acting.call(first, () -> closings.propose(JULY, null));
    assertThat(LedgerWorld.told(() -> Acting.as(first, () -> closings.sign(proposed))))
        .containsExactly(
            "Khóa sổ đến 31/07/2020 do Người ký mẫu 5 đề nghị; cần một người khác ký.");
    Acting.as(second, () -> closings.sign(proposed));
  }

  @Test
  void soundLedgerIsTold() {
    LedgerVerifier.Report report = LedgerVerifier.verify(world.server().database().owner());
    assertThat(report.findings()).isEmpty();
    assertThat(report.sentence()).startsWith("Sổ vốn đúng: ");
    assertThat(LedgerVerifier.verify(world.server().database().application()).entries())
        .isEqualTo(report.entries());
  }

  @Test
  void closedPeriodTakesNothingMoreAndIsNotClosedAgain() {
    Voucher late = world.voucher(JULY, Row.of(EntryKind.PAYMENT, field.line(1), 1));
    assertThat(LedgerWorld.told(() -> world.post(DAY, late)))
        .singleElement()
        .asString()
        .contains("rơi vào kỳ đã khóa sổ đến hết 31/07/2020");
    Closings closings = world.server().door(Closings.class);
    LocalDate june = JULY.minusMonths(1);
    assertThat(LedgerWorld.told(() -> Acting.as(person(5), () -> closings.propose(june, null))))
        .singleElement()
        .asString()
        .contains("Sổ đã khóa đến hết 31/07/2020");
    assertThat(LedgerWorld.told(() -> Acting.as(person(5), () -> closings.propose(DAY, null))))
        .singleElement()
        .asString()
        .contains("chỉ khóa những ngày đã qua");
    assertThatThrownBy(() -> world.owner().sql("delete from capital.signature").update())
        .hasMessageContaining("only ever added to");
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatWasDoneBehindItsBack(Tampering tampering) throws SQLException {
    try (Connection connection = world.server().database().owner().getConnection();
        Statement tamperer = connection.createStatement()) {
      connection.setAutoCommit(false);
      tamperer.execute("set local session_replication_role = replica; " + placed(tampering.sql));
      assertThat(LedgerVerifier.report(connection).findings())
          .anyMatch(finding -> finding.sentence().contains(tampering.words));
      connection.rollback();
    }
  }

  private static String placed(String sql) {
    return sql.replace("{line}", Long.toString(field.line(1)))
        .replace("{other}", Long.toString(field.line(2)))
        .replace("{pool}", Integer.toString(field.pool(1)))
        .replace("{project}", Long.toString(field.project(1)));
  }
}
