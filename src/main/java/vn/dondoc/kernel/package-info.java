/**
 * Words every module shares: a refusal that names place, value and remedy; the province's day.
 *
 * <p>Uses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.dondoc.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
