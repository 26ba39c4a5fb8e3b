/** Trang dự án: everything that is known of one project. */
@NullMarked
package vn.dondoc.project.profile;

import org.jspecify.annotations.NullMarked;
