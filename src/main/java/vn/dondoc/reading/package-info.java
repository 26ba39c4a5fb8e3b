/**
 * Đọc văn bản: an official text becomes its parts, its assignments, targets and references.
 *
 * <p>A pure engine: no Spring, no database, no clock, no files but its own lexicon. {@link
 * vn.dondoc.reading.Notices} is the door. Offsets are UTF-16 units of the text as given.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.dondoc.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
