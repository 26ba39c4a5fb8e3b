/** Sổ chi tiết của một dòng vốn: the entries of a project in a pool, with the running balance. */
@NullMarked
package vn.dondoc.capital.line;

import org.jspecify.annotations.NullMarked;
