package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thời hạn sau khi sửa: what a corrected deadline makes of the duties a task has.
 *
 * @param schedule by the corrected words
 * @param until by the words until now
 * @param today the province's day
 * @param opened what bodies were given of the task before
 */
record CorrectedDue(
    Schedule schedule, Schedule until, LocalDate today, List<DutyStore.Opened> opened) {

  /** Of another cycle than the corrected one, and not yet due: nobody owes it any more. */
  boolean isForeign(Duty duty) {
    Duty.Span span = duty.period();
    if (span == null || !schedule.recurs()) {
      return span != null || schedule.recurs();
    }
    boolean ahead = duty.due() == null || !duty.due().isBefore(today);
    return ahead && period(span, schedule) == null;
  }

  /** Those of these duties, all of them open, whose day has to be moved. */
  List<DutyMove> moves(List<Duty> open) {
    return open.stream()
        .map(duty -> new DutyMove(duty, last(duty, schedule)))
        .filter(move -> move.isNeeded(today, last(move.duty(), until)))
        .toList();
  }

  /** The last day in time by a deadline. */
  private @Nullable LocalDate last(Duty duty, Schedule by) {
    Duty.Span span = duty.period();
    if (span != null) {
      Schedule.Period period = period(span, by);
      return period == null ? null : period.due();
    }
    return opened.stream()
        .filter(one -> one.body() == duty.bodyId() && one.part() == duty.part())
        .findFirst()
        .map(one -> by.first(one.first()))
        .orElse(null);
  }

  private static Schedule.@Nullable Period period(Duty.Span span, Schedule schedule) {
    return schedule.periods(span.from(), span.from()).stream()
        .filter(period -> period.from().equals(span.from()) && period.to().equals(span.to()))
        .findFirst()
        .orElse(null);
  }
}
