/**
 * Ngày của tỉnh: each day is begun once, by the clock or because a demonstration is moved to it,
 * and told to the modules as {@link vn.dondoc.kernel.DayBegan}. {@link vn.dondoc.day.ProvinceDays}
 * is the door; the rows stand in the schema of {@code database}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "audit", "task :: life"})
package vn.dondoc.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
