/**
 * Đánh giá tiêu chí: what communes claim, districts verify and departments appraise, and where each
 * indicator stands. {@link vn.dondoc.rural.assessment.Assessments} is the door.
 */
@NamedInterface("assessment")
@NullMarked
package vn.dondoc.rural.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
