package vn.dondoc.task.reminder;

import java.time.LocalDate;
import java.util.List;

/**
 * Một bậc vừa đến: a duty that is to be told of today.
 *
 * @param duty the duty
 * @param due its deadline
 * @param audience who is told
 */
record Told(long duty, LocalDate due, List<String> audience) {}
