package vn.dondoc.capital.line;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;

/** Thao tác tay trên một dòng vốn, as its document says it. */
sealed interface LineAct {
  /** The line it was asked on. */
  long lineId();

  /** By which document, with the day it counts from. */
  Voucher.Paper paper();

  /** Why, in words. */
  String reason();

  /**
   * Chuyển vốn: plan of a line goes to another of its pool.
   *
   * @param receiver who gets it
   * @param amountVnd how much, đồng
   * @param ground why the line can lose it
   */
  record Moving(
      long lineId,
      Receiver receiver,
      long amountVnd,
      CutReason ground,
      Voucher.Paper paper,
      String reason)
      implements LineAct {}

  /**
   * Điều chỉnh: plan, or what is entered for payment, becomes more or less.
   *
   * @param kind {@link EntryKind#ADJUST} or {@link EntryKind#ENTER}
   * @param direction 1 for more, -1 for less
   * @param amountVnd by how much, đồng
   */
  record Adjusting(
      long lineId,
      EntryKind kind,
      int direction,
      long amountVnd,
      Voucher.Paper paper,
      String reason)
      implements LineAct {
    /** The plan becomes another. */
    boolean changesPlan() {
      return kind == EntryKind.ADJUST;
    }

    /** Money leaves the line. */
    boolean lowersPlan() {
      return kind == EntryKind.ADJUST && direction < 0;
    }

    /** Money comes to the line. */
    boolean raisesPlan() {
      return kind == EntryKind.ADJUST && direction > 0;
    }
  }

  /**
   * Đính chính: an entry becomes what it should have said.
   *
   * @param entry the entry as it stands
   * @param rightVnd what is right, đồng; zero when it should not be there
   * @param signer who answers for it
   */
  record Correcting(
      long lineId,
      BookedEntry entry,
      long rightVnd,
      String signer,
      Voucher.Paper paper,
      String reason)
      implements LineAct {}

  /**
   * Thanh toán: what one voucher of the Treasury books on the line.
   *
   * @param amounts đồng by kind, in the order they are booked
   */
  record Paying(long lineId, SortedMap<EntryKind, Long> amounts, Voucher.Paper paper, String reason)
      implements LineAct {}

  /**
   * Dòng nhận vốn.
   *
   * @param lineId the line; null when the project has none in the pool yet
   * @param projectId dự án
   * @param name what it is called
   */
  record Receiver(@Nullable Long lineId, long projectId, String name) {}
}
