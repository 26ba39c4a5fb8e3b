/**
 * Hồ sơ người đứng đầu: duties that were late although the words told a consequence, what the body
 * explains and what the competent authority decided. {@link vn.dondoc.task.head.Heads} is the door.
 */
@NamedInterface("head")
@NullMarked
package vn.dondoc.task.head;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
