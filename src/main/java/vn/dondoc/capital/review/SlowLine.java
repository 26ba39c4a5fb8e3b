package vn.dondoc.capital.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Texts;

/**
 * Dòng vốn trong rà soát: where it stands and which rules it breaks.
 *
 * @param lineId dòng vốn
 * @param project dự án
 * @param ownerId chủ đầu tư
 * @param owner its name
 * @param pool nhóm vốn
 * @param money kế hoạch và giải ngân
 * @param trouble what its owner last said stands in the way
 * @param hits the rules it breaks, in the order of the rules
 */
public record SlowLine(
    long lineId,
    Project project,
    int ownerId,
    String owner,
    Pool pool,
    Money money,
    Trouble trouble,
    List<Hit> hits) {
  public SlowLine {
    hits = List.copyOf(hits);
  }

  /** Dự án. */
  public record Project(long id, @Nullable String code, String name) {
    /** Code and name. */
    public String words() {
      return code == null ? name : code + " " + name;
    }
  }

  /** Nhóm vốn. */
  public record Pool(int id, String code, String name, String source) {}

  /**
   * Kế hoạch và giải ngân, đồng.
   *
   * @param plan kế hoạch còn hiệu lực
   * @param disbursed tạm ứng chưa thu hồi và khối lượng đã thanh toán
   * @param outstanding of it advances not recovered
   */
  public record Money(long plan, long disbursed, long outstanding) {
    /** Plan not disbursed yet. */
    public long unspent() {
      return plan - disbursed;
    }

    /** Disbursed by plan; zero where there is no plan. */
    public BigDecimal rate() {
      return rate(disbursed, plan);
    }

    /** Whether its rate is lower, by the đồng and not by a rounded rate. */
    boolean isBelow(Money other) {
      return BigDecimal.valueOf(disbursed)
              .multiply(BigDecimal.valueOf(other.plan()))
              .compareTo(BigDecimal.valueOf(other.disbursed()).multiply(BigDecimal.valueOf(plan)))
          < 0;
    }

    static BigDecimal rate(long disbursed, long plan) {
      return plan == 0
          ? BigDecimal.ZERO
          : BigDecimal.valueOf(disbursed).divide(BigDecimal.valueOf(plan), 6, RoundingMode.HALF_UP);
    }
  }

  /**
   * Khó khăn as last reported; null where nothing was.
   *
   * @param blocker loại
   * @param difficulty in words
   * @param proposal đề xuất
   * @param authority cấp thẩm quyền
   * @param month of which month
   */
  public record Trouble(
      @Nullable String blocker,
      @Nullable String difficulty,
      @Nullable String proposal,
      @Nullable String authority,
      @Nullable LocalDate month) {}

  /**
   * Một quy tắc bị phạm.
   *
   * @param rule its code
   * @param measure what it measures
   * @param value what was found
   * @param threshold what it should have been
   * @param since the day or month it is about; null where there is none
   * @param clause the words it comes from
   * @param basis where those stand
   */
  public record Hit(
      String rule,
      Measure measure,
      BigDecimal value,
      BigDecimal threshold,
      @Nullable LocalDate since,
      String clause,
      String basis) {
    /** What was found and what it should have been, in words. */
    public String words(Texts texts) {
      Formats formats = new Formats(texts);
      return texts.get(
          measure.key(),
          number(value, formats),
          number(threshold, formats),
          measure == Measure.PROMISE && since != null
              ? since.getMonthValue() + "/" + since.getYear()
              : formats.date(since));
    }

    private static String number(BigDecimal number, Formats formats) {
      BigDecimal bare = number.stripTrailingZeros();
      return formats.decimal(bare, Math.clamp(bare.scale(), 0, 2));
    }
  }

  /** Cách đo. */
  public enum Measure {
    BELOW_PROVINCE,
    ZERO,
    NO_MOVEMENT,
    BELOW_RATE,
    NOT_STARTED,
    PROMISE,
    ADVANCE,
    NOT_REPORTED;

    static Measure of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    /** Message key of its words with value, threshold and day. */
    public String key() {
      return "capital.slow.hit." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  boolean breaks(String rule) {
    return hits.stream().anyMatch(hit -> hit.rule().equals(rule));
  }

  /** Codes of the rules it breaks. */
  String rules() {
    return hits.stream().map(Hit::rule).collect(Collectors.joining(", "));
  }
}
