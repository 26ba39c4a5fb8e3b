package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Party;

/**
 * Dời hạn một phần việc: a duty whose deadline is counted or written otherwise than before.
 *
 * @param duty as it stands
 * @param to its deadline from now on; null when none can be told
 */
record DutyMove(Duty duty, @Nullable LocalDate to) {
  /**
   * The order that keeps every part within its whole on the way: parts that end earlier first, then
   * the wholes, of several those that end later first, then the parts that end later.
   */
  static final Comparator<DutyMove> PARTS_WITHIN_WHOLE =
      Comparator.comparingInt(DutyMove::rank).thenComparing(move -> move.duty().id());

  private int rank() {
    boolean earlier = to != null && duty.due() != null && to.isBefore(duty.due());
    if (duty.part() == Party.Part.LEAD) {
      return to == null ? 3 : earlier ? 2 : 1;
    }
    return earlier ? 0 : 4;
  }

  /**
   * Whether it has to be recorded: a period that is over keeps the day it was given.
   *
   * @param before its deadline by what the task said until now
   */
  boolean isNeeded(LocalDate today, @Nullable LocalDate before) {
    boolean over = duty.period() != null && to != null && to.isBefore(today);
    // A helper that was given an earlier day of its own keeps it.
    boolean own =
        duty.part() == Party.Part.COORDINATE
            && to != null
            && duty.due() != null
            && !duty.due().equals(before)
            && duty.due().isBefore(to);
    if (to == null) {
      // The deadline is taken away where it came from what the task said; an extension stays.
      return before != null
          && before.equals(duty.due())
          && duty.period() == null
          && FactKind.SET_DATE.isPossible(duty.state());
    }
    return !own && !to.equals(duty.due()) && !over && FactKind.SET_DATE.isPossible(duty.state());
  }

  /** Whether the day it had is another than the one it has, and it is still owed. */
  boolean isSetBack() {
    return !Objects.equals(to, duty.due()) && FactKind.SET_DATE.isPossible(duty.state());
  }

  Deed deed(String why) {
    LocalDate until = to == null ? Life.NO_DAY : to;
    return new Deed(FactKind.SET_DATE, duty.step(), until, null, why, "", List.of());
  }
}
