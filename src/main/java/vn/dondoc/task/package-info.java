/**
 * Nhiệm vụ: who owes what by when, whatever made it. {@link vn.dondoc.task.Tasks} is the door.
 *
 * <p>A task knows its source by a typed reference only, never what kind of thing it is.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "audit", "exchange", "agency", "identity"})
package vn.dondoc.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
