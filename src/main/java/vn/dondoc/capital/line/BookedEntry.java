package vn.dondoc.capital.line;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.EntryKind;

/**
 * Bút toán đã ghi as a correction sees it.
 *
 * @param id số bút toán
 * @param lineId dòng vốn
 * @param kind loại
 * @param direction 1, or -1 for what takes away
 * @param amountVnd số đã ghi, đồng
 * @param takenBackVnd what corrections took back of it so far, đồng
 * @param document số chứng từ
 * @param valueOn ngày giá trị
 * @param bars what keeps it from being corrected
 * @param closedUntil the last day of the closed period it is dated in; null while that is open
 */
record BookedEntry(
    long id,
    long lineId,
    EntryKind kind,
    int direction,
    long amountVnd,
    long takenBackVnd,
    String document,
    LocalDate valueOn,
    Bars bars,
    @Nullable LocalDate closedUntil) {

  /**
   * Điều làm bút toán không đính chính được.
   *
   * @param moves it is one end of a movement
   * @param corrects it is a correction itself
   */
  record Bars(boolean moves, boolean corrects) {}

  /** What still stands of it, đồng. */
  long standingVnd() {
    return amountVnd - takenBackVnd;
  }

  /** It is of the plan, not of payments. */
  boolean ofPlan() {
    return isOfPlan(kind);
  }

  static boolean isOfPlan(EntryKind kind) {
    return switch (kind) {
      case ADVANCE, PAYMENT, RECOVER, REFUND, REFUND_ADVANCE -> false;
      case ASSIGN,
          ALLOCATE,
          ENTER,
          ADJUST,
          TRANSFER_OUT,
          TRANSFER_IN,
          CARRY_OUT,
          CARRY_IN,
          CANCEL ->
          true;
    };
  }

  /** The right that may correct a kind. */
  static String right(EntryKind kind) {
    return isOfPlan(kind) ? LineActs.PLAN : LineActs.PAY;
  }
}
