/**
 * Vòng đời nhiệm vụ: the duty of each body in a task, what has been done about it, and by when.
 * {@link vn.dondoc.task.life.Duties} is the door.
 */
@NamedInterface("life")
@NullMarked
package vn.dondoc.task.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
