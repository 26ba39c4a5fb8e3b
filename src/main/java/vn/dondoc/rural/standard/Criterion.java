package vn.dondoc.rural.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;

/**
 * Tiêu chí.
 *
 * @param id its id
 * @param number số of the criterion, as the act has it
 * @param name tên
 * @param group nhóm tiêu chí
 * @param indicators its indicators, in the order of the act
 */
public record Criterion(
    int id, String number, CriteriaSet.Name name, Bilingual group, List<Indicator> indicators) {
  public Criterion {
    indicators = List.copyOf(indicators);
  }

  /** Ai làm: work the state answers for, or the community itself. */
  public enum Responsibility {
    STATE,
    COMMUNITY
  }

  /**
   * Chỉ tiêu.
   *
   * @param id its id
   * @param number số, {@code "17.1"}
   * @param name tên
   * @param dataOwner cơ quan phụ trách, as the act or the province names it
   * @param responsibility who does the work
   * @param ifAny "nếu có": it need not be met where there is nothing to assess
   * @param confidence how sure the figures are
   * @param parts the figures it is told by
   * @param thresholds when it is met, by group of units and year
   */
  public record Indicator(
      int id,
      String number,
      CriteriaSet.Name name,
      String dataOwner,
      Responsibility responsibility,
      boolean ifAny,
      String confidence,
      List<Part> parts,
      List<Threshold> thresholds) {
    public Indicator {
      parts = List.copyOf(parts);
      thresholds = List.copyOf(thresholds);
    }
  }

  /**
   * Giá trị thành phần.
   *
   * @param code name in rules
   * @param name what it counts
   * @param type YES_NO, PERCENT, NUMBER, COUNT, MONEY
   * @param unit đơn vị tính
   * @param range the values it can have
   * @param partOf code of the figure it can never be larger than; null for none
   */
  public record Part(
      String code,
      Bilingual name,
      ValueType type,
      @Nullable Bilingual unit,
      Range range,
      @Nullable String partOf) {}

  /** Khoảng giá trị; null on an open side. */
  public record Range(java.math.@Nullable BigDecimal least, java.math.@Nullable BigDecimal most) {}

  /** Kiểu giá trị. */
  public enum ValueType {
    /** Đạt hay không: 1 or 0. */
    YES_NO,
    /** Phần trăm, 0 to 100. */
    PERCENT,
    NUMBER,
    /** Số đếm: whole. */
    COUNT,
    /** Tiền, in the unit of the part. */
    MONEY
  }

  /**
   * Mức quy định.
   *
   * @param id its id
   * @param unitGroup nhóm đơn vị it is for
   * @param fromYear the first year; null without a beginning
   * @param untilYear the last year; null without an end
   * @param rule when it is met
   * @param confidence how sure it is
   * @param own given by this set itself, not by the one it fills in
   */
  public record Threshold(
      int id,
      String unitGroup,
      @Nullable Integer fromYear,
      @Nullable Integer untilYear,
      Rule rule,
      String confidence,
      boolean own) {
    /** Whether it counts in a year. */
    public boolean counts(int year) {
      return (fromYear == null || year >= fromYear) && (untilYear == null || year <= untilYear);
    }
  }
}
