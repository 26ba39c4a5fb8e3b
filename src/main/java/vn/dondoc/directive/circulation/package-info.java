/**
 * Gửi và nhận văn bản: whom a document was sent to, who says it was received, and who passed it on.
 * {@link vn.dondoc.directive.circulation.Circulation} is the door.
 */
@NamedInterface("circulation")
@NullMarked
package vn.dondoc.directive.circulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
