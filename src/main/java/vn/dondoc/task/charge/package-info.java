/**
 * Người phụ trách: who within a body is in charge of its duty. {@link
 * vn.dondoc.task.charge.Charges} is the door.
 */
@NamedInterface("charge")
@NullMarked
package vn.dondoc.task.charge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
