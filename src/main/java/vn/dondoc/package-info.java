/** Đôn Đốc: one application, a package per module; each package-info says what it may use. */
@NullMarked
package vn.dondoc;

import org.jspecify.annotations.NullMarked;
