package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Một ý kiến về một chỉ tiêu: what somebody says of one indicator of one unit in one month.
 *
 * @param unitId đơn vị
 * @param indicatorId chỉ tiêu
 * @param period kỳ báo cáo, a month
 * @param seen how many facts of that month the speaker had seen; 0 for none
 * @param kind which step it is
 * @param figures giá trị by the name of the part; empty unless the kind carries figures
 * @param nothing "nếu có": there is nothing to assess here
 * @param sure the speaker was asked about an unusual figure and keeps it
 * @param words lý do of a return, whom a wait is for, a note
 */
public record Report(
    int unitId,
    int indicatorId,
    YearMonth period,
    int seen,
    Kind kind,
    Map<String, BigDecimal> figures,
    boolean nothing,
    boolean sure,
    @Nullable String words) {
  public Report {
    figures = Map.copyOf(figures);
  }

  /** Bước đánh giá. */
  public enum Kind {
    /** Xã tự đánh giá. */
    CLAIM("rural.claim"),
    /** Huyện thẩm tra. */
    VERIFY("rural.verify"),
    /** Tỉnh thẩm định. */
    APPRAISE("rural.appraise"),
    /** Trả lại để đánh giá lại. */
    RETURN("rural.verify"),
    /** Chờ kết quả của cơ quan khác. */
    WAIT("rural.claim"),
    /** Kết quả đã có. */
    ARRIVE("rural.claim"),
    /** Xã rút lại số đã gửi mà chưa ai xét. */
    WITHDRAW("rural.claim");

    private final String right;

    Kind(String right) {
      this.right = right;
    }

    /** What one must be allowed to. */
    public String right() {
      return right;
    }

    /** Whether it tells figures. */
    public boolean tells() {
      return this == CLAIM || this == VERIFY || this == APPRAISE;
    }

    /** As the database keeps it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Xã tự đánh giá: figures claimed for a month. */
  public static Report claim(
      int unitId, int indicatorId, YearMonth period, int seen, Map<String, BigDecimal> figures) {
    return new Report(unitId, indicatorId, period, seen, Kind.CLAIM, figures, false, false, null);
  }

  /** The same, by somebody who was asked and is sure. */
  public Report surely() {
    return new Report(unitId, indicatorId, period, seen, kind, figures, nothing, true, words);
  }
}
