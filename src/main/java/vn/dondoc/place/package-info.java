/**
 * Địa bàn: administrative units over time: what each was called, of which type, under which parent
 * on a day; what became of it; dated attributes.
 *
 * <p>{@link vn.dondoc.place.Places} is the door. Levels and types of government are data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "audit", "exchange"})
package vn.dondoc.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
