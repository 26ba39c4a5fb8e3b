/**
 * Chỉ đạo: official documents taken in, the review of what was read in them, and the confirmation
 * that makes tasks. {@link vn.dondoc.directive.Directives} is the door.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "audit",
      "exchange",
      "agency",
      "task",
      "task :: life",
      "task :: overview",
      "reading"
    })
package vn.dondoc.directive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
