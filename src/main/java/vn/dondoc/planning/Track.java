package vn.dondoc.planning;

import java.time.YearMonth;
import java.util.List;

/**
 * Diễn biến của một chỉ tiêu ở một đơn vị, month by month.
 *
 * @param unit đơn vị
 * @param indicator chỉ tiêu
 * @param first the month of the first state
 * @param states one a month, without a hole
 */
public record Track(int unit, int indicator, YearMonth first, List<State> states) {
  public Track {
    states = List.copyOf(states);
  }

  /** Where an indicator stood at the end of a month. */
  public enum State {
    /** Đạt. */
    MET,
    /** Chưa đạt nhưng gần mức: nine tenths of the way or more. */
    NEAR,
    /** Chưa đạt, đã quá nửa đường. */
    HALFWAY,
    /** Chưa đạt, còn xa. */
    FAR,
    /** Chưa đạt, có hoặc không: there is no way between. */
    OPEN,
    /** Chưa báo cáo. */
    UNKNOWN;

    /** How far a figure is on its way to a bound; {@code most} where less is better. */
    public static State of(double figure, double bound, boolean most) {
      double way = most ? bound / Math.max(figure, 1e-9) : figure / Math.max(bound, 1e-9);
      if (way >= 0.9) {
        return NEAR;
      }
      return way >= 0.5 ? HALFWAY : FAR;
    }

    boolean isWanting() {
      return this != MET && this != UNKNOWN;
    }
  }
}
