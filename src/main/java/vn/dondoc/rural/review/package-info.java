/**
 * Thẩm tra, thẩm định: what waits for the district's look and for the department's that owns an
 * indicator, and the pages on which they accept, record otherwise or give back.
 */
@NullMarked
package vn.dondoc.rural.review;

import org.jspecify.annotations.NullMarked;
