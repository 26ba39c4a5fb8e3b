/**
 * Khởi công theo chỉ đạo: which projects a directive wants begun by when, and which are. {@link
 * vn.dondoc.project.start.StartRules} is the door.
 */
@NamedInterface("start")
@NullMarked
package vn.dondoc.project.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
