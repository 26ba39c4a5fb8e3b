/**
 * Tự đánh giá: the pages on which a commune says how its indicators stand, made for a phone and a
 * line that comes and goes.
 */
@NullMarked
package vn.dondoc.rural.form;

import org.jspecify.annotations.NullMarked;
