package vn.dondoc.capital.owner;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Báo cáo tháng của chủ đầu tư về một dòng vốn.
 *
 * @param money amounts, đồng
 * @param trouble what stands in the way
 */
public record OwnerReport(Money money, Trouble trouble) {
  /** The list of levels that may have to decide. */
  public static final String AUTHORITY = "authority";

  /** Ước hay thực. */
  public enum Kind {
    /** Ước thực hiện. */
    ESTIMATE,
    /** Thực tế. */
    ACTUAL;

    /** As the database calls it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As an address calls it. */
    public String word() {
      return this == ESTIMATE ? "uoc" : "thuc";
    }

    /** Message key of its words. */
    public String key() {
      return "capital.owner.kind." + code();
    }
  }

  /**
   * Số tiền; null where nothing was said.
   *
   * @param disbursed lũy kế giải ngân của kế hoạch, to the end of the month
   * @param workDone khối lượng thực hiện
   * @param accepted khối lượng nghiệm thu
   * @param promisedNext đăng ký giải ngân trong tháng sau
   * @param expectedDecember ước lũy kế đến 31/12
   * @param expectedJanuary ước lũy kế đến 31/1 năm sau
   */
  public record Money(
      @Nullable Long disbursed,
      @Nullable Long workDone,
      @Nullable Long accepted,
      @Nullable Long promisedNext,
      @Nullable Long expectedDecember,
      @Nullable Long expectedJanuary) {
    static final Money NONE = new Money(null, null, null, null, null, null);

    /** What it has no word for stays as it was said before. */
    Money over(Money before) {
      return new Money(
          or(disbursed, before.disbursed),
          or(workDone, before.workDone),
          or(accepted, before.accepted),
          or(promisedNext, before.promisedNext),
          or(expectedDecember, before.expectedDecember),
          or(expectedJanuary, before.expectedJanuary));
    }

    private static @Nullable Long or(@Nullable Long amount, @Nullable Long before) {
      return amount == null ? before : amount;
    }
  }

  /**
   * Khó khăn, vướng mắc.
   *
   * @param blocker loại, a code of the list of blockers
   * @param difficulty in words
   * @param proposal đề xuất
   * @param authority cấp thẩm quyền giải quyết, a code of {@link #AUTHORITY}
   */
  public record Trouble(
      @Nullable String blocker,
      @Nullable String difficulty,
      @Nullable String proposal,
      @Nullable String authority) {
    static final Trouble NONE = new Trouble(null, null, null, null);
  }

  static final OwnerReport NOTHING = new OwnerReport(Money.NONE, Trouble.NONE);

  /** Nothing was said at all. */
  public boolean isEmpty() {
    return equals(NOTHING);
  }

  /**
   * What was said and when.
   *
   * @param lineId dòng vốn
   * @param step how often it was said
   * @param report the words
   * @param on the day
   * @param by who
   */
  public record Said(long lineId, int step, OwnerReport report, LocalDate on, String by) {}
}
