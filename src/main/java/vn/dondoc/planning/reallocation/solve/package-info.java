/** How a reallocation is solved: network, pools' tables, integer search, reasons. */
@NullMarked
package vn.dondoc.planning.reallocation.solve;

import org.jspecify.annotations.NullMarked;
