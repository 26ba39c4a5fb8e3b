package vn.dondoc.capital.ledger;

import java.util.Locale;

/** Loại bút toán: what an entry says, and so its sign. */
public enum EntryKind {
  /** Giao kế hoạch: to a pool, by the Prime Minister or the province. */
  ASSIGN(true),
  /** Phân bổ chi tiết: to a line. */
  ALLOCATE(false),
  /** Nhập dự toán để thanh toán (TABMIS): what the Treasury may pay from. */
  ENTER(true),
  /** Điều chỉnh tăng, giảm. */
  ADJUST(true),
  /** Điều chuyển đi, within a pool. */
  TRANSFER_OUT(false),
  /** Điều chuyển đến. */
  TRANSFER_IN(false),
  /** Chuyển nguồn sang năm sau. */
  CARRY_OUT(false),
  /** Nhận chuyển nguồn từ năm trước. */
  CARRY_IN(false),
  /** Hủy dự toán: lapsed. */
  CANCEL(false),
  /** Tạm ứng. */
  ADVANCE(false),
  /** Thanh toán khối lượng hoàn thành, net of what is recovered. */
  PAYMENT(false),
  /** Thu hồi tạm ứng: an advance becomes volume paid; nothing new is disbursed. */
  RECOVER(false),
  /** Nộp trả tạm ứng. */
  REFUND_ADVANCE(false),
  /** Nộp trả, giảm thanh toán khối lượng. */
  REFUND(false);

  private final boolean eitherWay;

  EntryKind(boolean eitherWay) {
    this.eitherWay = eitherWay;
  }

  /** It may add or take away; others take away only as a correction. */
  public boolean eitherWay() {
    return eitherWay;
  }

  /** It is of a pool, not of a line. */
  public boolean ofPool() {
    return this == ASSIGN;
  }

  /** One end of a movement, written by the door alone. */
  public boolean moves() {
    return this == TRANSFER_OUT || this == TRANSFER_IN || this == CARRY_OUT || this == CARRY_IN;
  }

  /** As the database calls it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  public String key() {
    return "capital.kind." + code();
  }

  /** The kind the database calls so. */
  public static EntryKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
