/**
 * Các mốc của dự án: what each procedure brings by when, moved and missed apart. {@link
 * vn.dondoc.project.milestone.Milestones} is the door.
 */
@NamedInterface("milestone")
@NullMarked
package vn.dondoc.project.milestone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
