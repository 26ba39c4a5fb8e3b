/** Giải ngân: where the plan of a year stands, on any day, and the lines behind every figure. */
@NullMarked
package vn.dondoc.capital.cockpit;

import org.jspecify.annotations.NullMarked;
