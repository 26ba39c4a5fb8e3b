package vn.dondoc.task.life;

import java.time.LocalDate;

/**
 * Thời hạn đổi theo lịch: a deadline that another calendar counts otherwise.
 *
 * @param duty the duty as it stands
 * @param to its deadline by the other calendar
 */
public record Recount(Duty duty, LocalDate to) {}
