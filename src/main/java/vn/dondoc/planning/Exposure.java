package vn.dondoc.planning;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Một tháng quan sát: an indicator that was wanting, or met, at the end of a month and known at the
 * end of the next.
 *
 * @param unit đơn vị
 * @param indicator chỉ tiêu
 * @param before where it stood
 * @param month the month in which it could change
 * @param changed it did: became met, or was lost
 */
record Exposure(int unit, int indicator, Track.State before, YearMonth month, boolean changed) {
  static List<Exposure> of(List<Track> tracks) {
    List<Exposure> all = new ArrayList<>();
    for (Track track : tracks) {
      for (int i = 0; i + 1 < track.states().size(); i++) {
        Track.State before = track.states().get(i);
        Track.State after = track.states().get(i + 1);
        if (before != Track.State.UNKNOWN && after != Track.State.UNKNOWN) {
          boolean changed = (before == Track.State.MET) != (after == Track.State.MET);
          YearMonth month = track.first().plusMonths(i + 1L);
          all.add(new Exposure(track.unit(), track.indicator(), before, month, changed));
        }
      }
    }
    return all;
  }
}
