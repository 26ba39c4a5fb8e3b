/**
 * Bàn làm việc: the home of a person who signed in, composed of what the other modules know. Owns
 * no table; {@link vn.dondoc.desk.Works} asks where the duties stand.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "exchange",
      "agency",
      "task",
      "task :: life",
      "directive :: circulation"
    })
package vn.dondoc.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
