/** Lịch iCalendar: the deadlines of a person or a body, read by a calendar program with a key. */
@NullMarked
package vn.dondoc.task.feed;

import org.jspecify.annotations.NullMarked;
