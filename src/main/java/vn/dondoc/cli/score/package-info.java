/** Lệnh {@code score}. */
@NullMarked
package vn.dondoc.cli.score;

import org.jspecify.annotations.NullMarked;
