package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Dòng vốn cuối năm, as of a day.
 *
 * @param lineId dòng vốn
 * @param projectId dự án
 * @param project mã và tên
 * @param ownerId chủ đầu tư
 * @param owner its name
 * @param pool nhóm vốn
 * @param money plan and what became of it
 * @param until its deadlines
 * @param state how it stands
 */
public record YearEndLine(
    long lineId,
    long projectId,
    String project,
    int ownerId,
    String owner,
    Pool pool,
    Money money,
    Until until,
    State state) {

  /**
   * Nhóm vốn.
   *
   * @param central money of the central budget
   * @param carried of an earlier year's plan
   */
  public record Pool(int id, String code, String name, boolean central, boolean carried) {
    /** As the grounds of an extension call its money. */
    String money() {
      return central ? "central" : "local";
    }
  }

  /**
   * Số tiền, đồng.
   *
   * @param plan kế hoạch
   * @param disbursed giải ngân
   * @param outstanding of it advances not recovered
   * @param remaining plan not disbursed
   * @param carried carried into the next year
   * @param cancelled hủy
   * @param asked xin kéo dài, not decided
   * @param allowed được kéo dài, not carried
   * @param lapsing what lapses
   */
  public record Money(
      long plan,
      long disbursed,
      long outstanding,
      long remaining,
      long carried,
      long cancelled,
      long asked,
      long allowed,
      long lapsing) {
    /** What an extension may still be asked for. */
    public long free() {
      return Math.max(0, remaining - asked - allowed);
    }
  }

  /**
   * Thời hạn.
   *
   * @param advances the last day of ordinary advances
   * @param payments the last day of payments
   * @param lapsesOn the day what is left lapses
   */
  public record Until(LocalDate advances, LocalDate payments, LocalDate lapsesOn) {}

  /** Tình trạng. */
  public enum State {
    /** Còn tạm ứng, thanh toán. */
    OPEN,
    /** Chỉ còn thanh toán khối lượng. */
    PAYING,
    /** Đã giải ngân hết. */
    SPENT,
    /** Chờ quyết định kéo dài. */
    ASKED,
    /** Được kéo dài, chờ chuyển nguồn. */
    TO_CARRY,
    /** Đã chuyển nguồn. */
    CARRIED,
    /** Hết hạn, phải hủy. */
    LAPSING,
    /** Đã hủy. */
    LAPSED;

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Message key of its words. */
    public String key() {
      return "capital.yearend.state." + code();
    }

    /** Style of its tag. */
    public String style() {
      return switch (this) {
        case OPEN -> "tag-info";
        case PAYING, ASKED, TO_CARRY -> "tag-due";
        case SPENT, CARRIED -> "tag-ok";
        case LAPSING -> "tag-bad";
        case LAPSED -> "tag-nil";
      };
    }
  }
}
