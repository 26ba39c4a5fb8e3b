/**
 * Cơ quan, đơn vị: the bodies that are given work: what each is called and was called, who heads
 * it, which place it is in charge of, who carried on its work, and the groups official texts name.
 *
 * <p>{@link vn.dondoc.agency.Bodies} is the door.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "audit", "exchange", "place"})
package vn.dondoc.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
