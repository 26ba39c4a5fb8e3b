/**
 * Dự án đầu tư công: the register of projects, what was decided of each, how far it has come.
 *
 * <p>{@link vn.dondoc.project.Projects} is the door. What a project is paid is not kept here.
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
      "task"
    })
package vn.dondoc.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
