package vn.dondoc.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Sáp nhập, chia tách: the whole or a part of one unit went to another on a day.
 *
 * @param from the unit that gave
 * @param to the unit that received
 */
public record Descent(
    int from,
    int to,
    LocalDate on,
    Share share,
    String legalBasis,
    String confidence,
    @Nullable String note) {
  /** How much of the unit went. */
  public enum Share {
    WHOLE,
    PART
  }
}
