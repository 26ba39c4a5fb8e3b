/** Phương án điều chuyển as it is read: lines, reasons, limits and law in words. */
@NamedInterface("reallocation-reading")
@NullMarked
package vn.dondoc.capital.reallocation.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
