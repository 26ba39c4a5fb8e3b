/**
 * Bộ tiêu chí: sets, criteria, indicators and the rules by which an indicator is met, all of it
 * data. {@link vn.dondoc.rural.standard.Standards} is the door.
 */
@NamedInterface("standard")
@NullMarked
package vn.dondoc.rural.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
