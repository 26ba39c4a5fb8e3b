package vn.dondoc.task.reminder;

import java.time.LocalDate;

/**
 * Một phần việc đã quá hạn: told once for each of its deadlines, on the first day past it.
 *
 * @param dutyId the duty
 * @param bodyId who owes it
 * @param due the deadline that passed
 */
public record TaskOverdue(long dutyId, int bodyId, LocalDate due) {}
