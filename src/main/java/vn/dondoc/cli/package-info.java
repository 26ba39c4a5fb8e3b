/**
 * Dòng lệnh: the commands of {@code ./dondoc}; composes the doors of other modules, no rule here.
 */
@NullMarked
@ApplicationModule
package vn.dondoc.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
