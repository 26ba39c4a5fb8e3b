/** The shared test world: a real PostgreSQL, the province of August 2020, a real browser. */
@NullMarked
package vn.dondoc.testing;

import org.jspecify.annotations.NullMarked;
