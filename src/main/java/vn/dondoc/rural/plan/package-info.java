/**
 * Kế hoạch hoàn thành tiêu chí: what each commune lacks or has to keep, who owes it, by when, and
 * how likely it comes in time. {@link vn.dondoc.rural.plan.Plans} is the door.
 */
@NamedInterface("plan")
@NullMarked
package vn.dondoc.rural.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
