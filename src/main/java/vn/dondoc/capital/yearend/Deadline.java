package vn.dondoc.capital.yearend;

import java.time.LocalDate;

/**
 * Thời hạn cuối năm by the law that counts for a budget year.
 *
 * @param what {@code accept}, {@code advance}, {@code clearance}, {@code pay}, {@code extend}
 * @param lastDay its last day
 * @param clause what the law says
 * @param basis where
 */
public record Deadline(String what, LocalDate lastDay, String clause, String basis) {
  /** Message key of what it is the deadline of. */
  public String key() {
    return "capital.yearend.what." + what;
  }
}
