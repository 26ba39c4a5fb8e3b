package vn.dondoc.planning.reallocation;

import java.util.List;

/**
 * Các ghim mâu thuẫn: no plan keeps to all of these, and every smaller choice of them can be kept.
 *
 * @param pins ids of the planner's pins, in ascending order; empty when the law alone cannot be
 *     kept
 * @param smallest whether no set with fewer pins contradicts (else only: none can be left out)
 * @param limits the limits of law that they meet, where one line or pool alone shows it
 */
public record Conflict(List<Long> pins, boolean smallest, List<Limit> limits) {
  public Conflict {
    pins = List.copyOf(pins);
    limits = List.copyOf(limits);
  }
}
