package vn.dondoc.capital.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Khả năng đạt một mục tiêu của tỉnh.
 *
 * @param kind which
 * @param percent how much, in percent
 * @param byDay by which day
 * @param definition code of how the rate is measured
 * @param denominator mẫu số, đồng
 * @param amount what has to be paid by then, đồng
 * @param probability 0 to 1
 * @param shortfall what lacks in the middle case, đồng; zero when nothing does
 * @param required a month, from the day to the target, đồng
 * @param recent a month, over the last three months, đồng
 * @param expected a month, by the forecast, đồng
 * @param months left
 * @param standing whether it can be told for sure
 */
public record TargetChance(
    Kind kind,
    BigDecimal percent,
    LocalDate byDay,
    String definition,
    long denominator,
    long amount,
    double probability,
    long shortfall,
    long required,
    long recent,
    long expected,
    int months,
    Standing standing) {

  /** Kết luận được chưa. */
  public enum Standing {
    /** Its day is not over: only a chance can be told. */
    OPEN,
    /** Its day is over, but months up to it have no figures: no verdict. */
    UNKNOWN,
    /** Reached or missed. */
    DECIDED
  }

  /** Mục tiêu nào. */
  public enum Kind {
    /** The target of a document. */
    NAMED,
    /** 95 % by the last day of the year's payments. */
    YEAR_END
  }
}
