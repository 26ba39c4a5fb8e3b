/** Khóa sổ kỳ: months of a year with their state, closed by two persons. */
@NullMarked
package vn.dondoc.capital.closing;

import org.jspecify.annotations.NullMarked;
