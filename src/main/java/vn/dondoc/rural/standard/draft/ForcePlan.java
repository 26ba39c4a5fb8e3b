package vn.dondoc.rural.standard.draft;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;

/**
 * Điều sẽ xảy ra when a set takes force or ends, told before it does.
 *
 * @param problems why it cannot be
 * @param ending sets that end on the day, that day not counted
 * @param offered sets in the way that could end so, if asked to
 * @param units how many units are measured by it from that day, as the map has them
 * @param kept which results keep their set
 * @param overriding levels that stand before the parent's own
 */
record ForcePlan(
    List<Problem> problems,
    List<CriteriaSet> ending,
    List<CriteriaSet> offered,
    int units,
    List<Kept> kept,
    int overriding) {
  ForcePlan {
    problems = List.copyOf(problems);
    ending = List.copyOf(ending);
    offered = List.copyOf(offered);
    kept = List.copyOf(kept);
  }

  /**
   * What a person asks for.
   *
   * @param from the first day
   * @param until the day it ends, that day not counted; null while it lasts
   * @param endOld sets in the way end the day before
   */
  record Days(LocalDate from, @Nullable LocalDate until, boolean endOld) {
    boolean holds(LocalDate day) {
      return new CriteriaSet.Force(from, until).holds(day);
    }
  }

  /**
   * Kết quả giữ nguyên.
   *
   * @param code the set they rest on
   * @param results how many
   * @param first the earliest month, by its last day
   * @param last the latest
   */
  record Kept(String code, long results, LocalDate first, LocalDate last) {}
}
