package vn.dondoc.task.reminder;

import java.time.LocalDate;

/**
 * Một phần việc sắp đến hạn: told once for each of its deadlines, when it comes within seven days.
 *
 * @param dutyId the duty
 * @param bodyId who owes it
 * @param due the deadline
 */
public record DutyDueSoon(long dutyId, int bodyId, LocalDate due) {}
