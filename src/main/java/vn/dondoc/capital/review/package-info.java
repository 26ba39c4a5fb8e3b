/**
 * Rà soát hằng tháng: which lines are slow by which rule, what was promised and what came, and the
 * packet of the monthly meeting. {@link vn.dondoc.capital.review.Reviews} is the door.
 */
@NamedInterface("review")
@NullMarked
package vn.dondoc.capital.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
