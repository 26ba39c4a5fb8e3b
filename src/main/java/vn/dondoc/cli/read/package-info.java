/** Lệnh {@code read}. */
@NullMarked
package vn.dondoc.cli.read;

import org.jspecify.annotations.NullMarked;
