/**
 * Cắt giảm kế hoạch vốn: who lost what and why; slowness is no surplus. {@link
 * vn.dondoc.capital.cut.Cuts} is the door.
 */
@NamedInterface("cut")
@NullMarked
package vn.dondoc.capital.cut;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
