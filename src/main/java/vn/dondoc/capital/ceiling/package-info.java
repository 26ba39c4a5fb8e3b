/** Kế hoạch đầu tư công trung hạn: what a project may get in a term, and what is left of it. */
@NullMarked
package vn.dondoc.capital.ceiling;

import org.jspecify.annotations.NullMarked;
