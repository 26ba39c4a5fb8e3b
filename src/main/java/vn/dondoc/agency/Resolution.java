package vn.dondoc.agency;

import java.util.List;

/**
 * Kết quả nhận tên: which body was meant.
 *
 * @param bodies one body when {@code EXACT}, {@code ALIAS} or {@code GROUP}; suggestions when
 *     {@code SIMILAR}; none when {@code UNKNOWN}
 */
public record Resolution(List<Body> bodies, Certainty certainty) {
  public Resolution {
    bodies = List.copyOf(bodies);
  }

  /** Whether it can be used without asking anybody. */
  public boolean isSure() {
    return certainty != Certainty.SIMILAR && certainty != Certainty.UNKNOWN;
  }
}
