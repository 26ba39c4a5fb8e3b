package vn.dondoc.capital.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Mục tiêu giải ngân của một năm: a figure of a document with its denominator and its day.
 *
 * @param said what it says
 * @param step the how-manieth word on it
 * @param assumed nobody confirmed yet that the document means this denominator and this day
 * @param why why it was said again
 * @param by who said it
 * @param at when
 */
public record RateTarget(
    Said said, int step, boolean assumed, @Nullable String why, String by, Instant at) {

  /**
   * What a target says.
   *
   * @param year năm ngân sách
   * @param percent how much, in percent
   * @param definition code of the definition that names its denominator and pools
   * @param byDay by which day
   * @param clause the words of the document
   * @param document which document
   */
  public record Said(
      int year,
      BigDecimal percent,
      String definition,
      LocalDate byDay,
      String clause,
      String document) {}

  /** As a ratio. */
  public BigDecimal ratio() {
    return said.percent().movePointLeft(2);
  }
}
