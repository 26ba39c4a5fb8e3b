package vn.dondoc.task.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.task.Due;
import vn.dondoc.task.Task;

/**
 * Ngày hạn gõ trong bảng: one the register would not take is told where it was typed.
 *
 * @param today the province's day
 */
record DueDays(LocalDate today) {
  /** Whether it refuses, with the reason, a deadline typed for a task. */
  boolean refuses(Line line, Task now, @Nullable Due typed, Reading<?> reading) {
    LocalDate last = typed == null ? null : typed.lastDay();
    if (typed == null || last == null) {
      return false;
    }
    if (!Due.isNear(last, today)) {
      LocalDate first = Due.earliest(today);
      reading.problem(line, TaskSheet.DUE_ON, "task.sheet.day_far", last, first, Due.latest(today));
      return true;
    }
    boolean backdated = typed.isBackdated(now.content().due(), today);
    if (backdated) {
      reading.problem(line, TaskSheet.DUE_ON, "task.sheet.day_past", last, today);
    }
    return backdated;
  }
}
