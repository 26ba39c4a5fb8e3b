package vn.dondoc.place;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Số liệu quy về bản đồ khác: totals of one map told on another. What {@code totals} and {@code
 * open} hold adds up to what was given.
 *
 * @param totals by unit of the other map
 * @param open what could not be restated, with the reason
 * @param incomplete units of the other map whose total may lack something that stayed open
 */
public record Restated(Map<Integer, BigDecimal> totals, List<Open> open, Set<Integer> incomplete) {
  public Restated {
    totals = Map.copyOf(totals);
    open = List.copyOf(open);
    incomplete = Set.copyOf(incomplete);
  }

  /**
   * Phần còn để ngỏ.
   *
   * @param placeId the unit whose total stopped here, on whichever map it stopped
   * @param candidates the units its parts went to
   */
  public record Open(int placeId, BigDecimal total, Reason reason, List<Integer> candidates) {
    public Open {
      candidates = List.copyOf(candidates);
    }
  }

  /** Why a total could not be carried over. */
  public enum Reason {
    /** Parts went to several units, or it is not known where all of it went. */
    NEEDS_SHARE,
    /** The unit ended and nothing took its place, as districts did. */
    ENDED,
    /** The unit is not on the map the totals are said to stand on. */
    NOT_ON_MAP
  }
}
