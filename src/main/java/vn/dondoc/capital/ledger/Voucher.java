package vn.dondoc.capital.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chứng từ: what a document books. It comes once, however often it is sent; sent again it has to
 * say the same.
 *
 * @param paper its identity and day
 * @param rows what it books, in its order
 */
public record Voucher(Paper paper, List<Row> rows) {
  public Voucher {
    rows = List.copyOf(rows);
  }

  /** A document with one row. */
  public static Voucher of(Paper paper, Row row) {
    return new Voucher(paper, List.of(row));
  }

  /**
   * What identifies a document.
   *
   * @param issuer who issued it: the Treasury's office, the committee
   * @param series ký hiệu; empty when it has none
   * @param number số
   * @param valueOn ngày giá trị
   * @param note nội dung
   */
  public record Paper(
      String issuer, String series, String number, LocalDate valueOn, @Nullable String note) {
    /** A document without further words. */
    public static Paper of(String issuer, String series, String number, LocalDate valueOn) {
      return new Paper(issuer, series, number, valueOn, null);
    }

    /** As a sentence calls it. */
    public String words() {
      return String.join(" ", number, series, issuer).replaceAll(" +", " ").strip();
    }
  }

  /** Cấp giao kế hoạch. */
  public enum Authority {
    /** Thủ tướng Chính phủ. */
    PM,
    /** Tỉnh. */
    PROVINCE
  }

  /**
   * One row.
   *
   * @param kind loại bút toán
   * @param lineId dòng vốn; null for what is of a pool
   * @param poolId nhóm vốn; null where the line tells it
   * @param direction 1, or -1 for what takes away
   * @param amountVnd số tiền, đồng, above zero
   * @param authority who assigned, for {@link EntryKind#ASSIGN}
   */
  public record Row(
      EntryKind kind,
      @Nullable Long lineId,
      @Nullable Integer poolId,
      int direction,
      long amountVnd,
      @Nullable Authority authority) {

    /** Of a line. */
    public static Row of(EntryKind kind, long lineId, long amountVnd) {
      return new Row(kind, lineId, null, 1, amountVnd, null);
    }

    /** Of a line, taking away: a lower plan, less entered. */
    public static Row less(EntryKind kind, long lineId, long amountVnd) {
      return new Row(kind, lineId, null, -1, amountVnd, null);
    }

    /** Plan assigned to a pool. */
    public static Row assign(int poolId, Authority authority, long amountVnd) {
      return new Row(EntryKind.ASSIGN, null, poolId, 1, amountVnd, authority);
    }
  }
}
