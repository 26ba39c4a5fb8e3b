/** Danh sách minh chứng: what was sent as evidence, of which commune, indicator and month. */
@NullMarked
package vn.dondoc.rural.evidence;

import org.jspecify.annotations.NullMarked;
