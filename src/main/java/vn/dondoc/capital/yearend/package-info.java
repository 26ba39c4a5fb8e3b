/**
 * Cuối năm ngân sách: until when, extensions, carry-over, lapse, final settlement. {@link
 * vn.dondoc.capital.yearend.YearEnds} is the door.
 */
@NamedInterface("yearend")
@NullMarked
package vn.dondoc.capital.yearend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
