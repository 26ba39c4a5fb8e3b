package vn.dondoc.kernel;

import java.time.LocalDate;

/**
 * Ngày mới của tỉnh: the province's day has come, by the clock or because a demonstration was moved
 * to it. What is due to happen on a day (periods opened, reminders sent) follows from it; told
 * again for the same day it changes nothing.
 *
 * @param day the day that began
 */
public record DayBegan(LocalDate day) {}
