/**
 * Nhập tệp: workbooks of the Treasury, of owners and of plans come in as people make them, are read
 * by a mapping remembered for each sender, looked at, and committed whole by a person. {@link
 * vn.dondoc.capital.intake.Intakes} is the door.
 */
@NamedInterface("intake")
@NullMarked
package vn.dondoc.capital.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
