/**
 * Tổng quan chỉ đạo: figures about duties by body, head, source and month, the rows behind every
 * figure, and the follow-up report of a month. {@link vn.dondoc.task.overview.Overview} is the
 * door.
 */
@NamedInterface("overview")
@NullMarked
package vn.dondoc.task.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
