/**
 * Lịch làm việc: the page on which a year's days off are entered, checked against the public
 * holidays of the law, and replaced.
 */
@NullMarked
package vn.dondoc.task.calendar;

import org.jspecify.annotations.NullMarked;
