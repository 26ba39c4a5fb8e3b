/**
 * Chỉ tiêu kế hoạch: the targets of a year, each with its definition, denominator, value and state.
 * {@link vn.dondoc.rural.target.Targets} is the door.
 */
@NamedInterface("target")
@NullMarked
package vn.dondoc.rural.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
