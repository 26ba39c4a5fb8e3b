package vn.dondoc.capital.line;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.EntryKind;

/**
 * Một bút toán trên sổ chi tiết.
 *
 * @param id its number
 * @param valueOn ngày giá trị
 * @param kind loại
 * @param amountVnd số tiền với dấu của loại, đồng
 * @param paper chứng từ
 * @param booked ghi sổ
 * @param plan kế hoạch lũy kế
 * @param entered đã nhập lũy kế
 * @param disbursed giải ngân lũy kế
 * @param mended đính chính
 */
record EntryLine(
    long id,
    LocalDate valueOn,
    EntryKind kind,
    long amountVnd,
    Paper paper,
    Booked booked,
    long plan,
    long entered,
    long disbursed,
    Mended mended) {

  /**
   * Đính chính: of it, or by it.
   *
   * @param takenBackVnd what corrections took back of it, đồng
   * @param moves it is one end of a movement, which is moved back instead
   * @param closed it is dated in a closed period
   * @param afterClosing it corrects an entry whose period had been closed by then
   */
  record Mended(long takenBackVnd, boolean moves, boolean closed, boolean afterClosing) {}

  /** A correction may take it back, or what is left of it. */
  boolean correctable() {
    return !mended.moves() && paper.corrects() == null && mended.takenBackVnd() < abs(amountVnd);
  }

  private static long abs(long amount) {
    return amount < 0 ? -amount : amount;
  }

  /** Who may correct it. */
  String right() {
    return BookedEntry.right(kind);
  }

  /**
   * Chứng từ.
   *
   * @param number số
   * @param series ký hiệu
   * @param issuer nơi phát hành
   * @param note nội dung
   * @param corrects số chứng từ bị đính chính
   */
  record Paper(
      String number,
      String series,
      String issuer,
      @Nullable String note,
      @Nullable String corrects) {
    String words() {
      return String.join(" ", number, series).strip();
    }
  }

  /**
   * Lần ghi sổ.
   *
   * @param on ngày ghi sổ
   * @param by người ghi
   * @param reason lý do
   * @param signer người ký đính chính
   */
  record Booked(LocalDate on, String by, @Nullable String reason, @Nullable String signer) {}

  /** The amount as it changes what it is of. */
  static long signed(EntryKind kind, int direction, long amount) {
    return switch (kind) {
      case TRANSFER_OUT, CARRY_OUT, CANCEL, REFUND, REFUND_ADVANCE -> -direction * amount;
      case ASSIGN, ALLOCATE, ENTER, ADJUST, TRANSFER_IN, CARRY_IN, ADVANCE, PAYMENT, RECOVER ->
          direction * amount;
    };
  }
}
