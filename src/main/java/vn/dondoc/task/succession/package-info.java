/**
 * Cơ quan đã kết thúc hoạt động: open duties of bodies that ceased, and the act that gives them to
 * whoever carries on.
 */
@NamedInterface("succession")
@NullMarked
package vn.dondoc.task.succession;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
