/** The instance in whole units: what each line may give and take, and by which limits. */
@NullMarked
package vn.dondoc.planning.reallocation.programme;

import org.jspecify.annotations.NullMarked;
