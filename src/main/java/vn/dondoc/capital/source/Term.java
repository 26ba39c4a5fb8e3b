package vn.dondoc.capital.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Thời hạn giải ngân của một nhóm vốn.
 *
 * @param payUntil the last day payments and recoveries may be dated
 * @param advanceUntil the last day ordinary advances may be dated
 * @param ground căn cứ gia hạn; null for the term a pool opens with
 * @param authority who extended it
 * @param document by which document
 */
public record Term(
    LocalDate payUntil,
    LocalDate advanceUntil,
    @Nullable String ground,
    @Nullable String authority,
    @Nullable String document) {

  /** The term a pool opens with. */
  public static Term until(LocalDate payUntil, LocalDate advanceUntil) {
    return new Term(payUntil, advanceUntil, null, null, null);
  }
}
