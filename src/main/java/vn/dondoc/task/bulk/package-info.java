/**
 * Sửa hàng loạt: many tasks changed together after a preview, and taken back together. {@link
 * vn.dondoc.task.bulk.Batches} is the door.
 */
@NamedInterface("bulk")
@NullMarked
package vn.dondoc.task.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
