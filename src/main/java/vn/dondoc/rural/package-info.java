/**
 * Nông thôn mới: criteria sets in force at a date, and what each unit shows of them. {@link
 * vn.dondoc.rural.standard.Standards} is the door to the sets.
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
      "place",
      "task",
      "project",
      "planning"
    })
package vn.dondoc.rural;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
