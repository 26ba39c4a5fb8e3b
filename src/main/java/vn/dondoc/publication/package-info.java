/**
 * Công khai: the public pages. Sees confirmed figures only, never identity or audit.
 *
 * <p>{@link vn.dondoc.publication.Figures} is the door.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web"})
package vn.dondoc.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
