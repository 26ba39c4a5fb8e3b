/**
 * Giải phóng mặt bằng: how far each site is, what blocks it, who answers. {@link
 * vn.dondoc.project.clearance.Clearances} is the door.
 */
@NamedInterface("clearance")
@NullMarked
package vn.dondoc.project.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
