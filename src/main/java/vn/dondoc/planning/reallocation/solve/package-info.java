/** How a reallocation is solved: the phases in order, integer search, contradictions, reasons. */
@NullMarked
package vn.dondoc.planning.reallocation.solve;

import org.jspecify.annotations.NullMarked;
