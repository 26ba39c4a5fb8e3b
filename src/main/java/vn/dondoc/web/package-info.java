/**
 * Khung trang: the frame every page stands in, the words of both languages, formats of numbers and
 * dates, and what a person is told when something is refused.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package vn.dondoc.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
