package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tổng hợp của một nhóm xã.
 *
 * @param communes số xã
 * @param unreported of them, those that reported nothing by the set: in no band and in no mean
 * @param met criteria met by all of them together
 * @param mean bình quân tiêu chí một xã, two decimals; null when none has reported
 * @param criteria how many communes meet each criterion, by its id
 * @param bands how many communes are in each band, by its code; a band without any is absent
 */
public record Rollup(
    int communes,
    int unreported,
    int met,
    @Nullable BigDecimal mean,
    Map<Integer, Integer> criteria,
    Map<String, Integer> bands) {
  public Rollup {
    criteria = Map.copyOf(criteria);
    bands = Map.copyOf(bands);
  }

  /** Whether any of them has reported anything by the set. */
  public boolean reports() {
    return unreported < communes;
  }

  /** How many have reported anything by the set: those the mean is about. */
  public int reported() {
    return communes - unreported;
  }

  /** How many communes meet a criterion. */
  public int meeting(int criterionId) {
    return criteria.getOrDefault(criterionId, 0);
  }

  /** How many communes are in a band. */
  public int in(Band band) {
    return bands.getOrDefault(band.code(), 0);
  }
}
