/**
 * Nhắc việc: what falls on a day of the ladder is told to who can do something about it, once.
 * {@link vn.dondoc.task.reminder.Reminders} is the door.
 */
@NamedInterface("reminder")
@NullMarked
package vn.dondoc.task.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
