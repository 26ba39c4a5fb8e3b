/**
 * Báo cáo của chủ đầu tư: what owners say of their lines each month, and who has not said anything.
 * {@link vn.dondoc.capital.owner.OwnerReports} is the door.
 */
@NamedInterface("owner")
@NullMarked
package vn.dondoc.capital.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
