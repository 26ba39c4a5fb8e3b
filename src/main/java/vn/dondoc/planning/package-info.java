/**
 * Dự báo: pure mathematics of what will come, without Spring and without a database. {@link
 * vn.dondoc.planning.CompletionModel} tells how likely units reach every criterion by a month;
 * {@link vn.dondoc.planning.reallocation.Reallocations} finds the lawful reallocation of a year's
 * capital.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.dondoc.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
