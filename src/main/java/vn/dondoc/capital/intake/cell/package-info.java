/** Đọc ô: what numbers, days and units mean as people write them into cells. Plain Java. */
@NullMarked
package vn.dondoc.capital.intake.cell;

import org.jspecify.annotations.NullMarked;
