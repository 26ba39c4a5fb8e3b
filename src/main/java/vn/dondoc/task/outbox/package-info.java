/**
 * Hộp thư đi: letters wait in the database until a mail server or a folder has taken them. {@link
 * vn.dondoc.task.outbox.Outbox} is the door.
 */
@NullMarked
package vn.dondoc.task.outbox;

import org.jspecify.annotations.NullMarked;
