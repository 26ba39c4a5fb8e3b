/** Sổ dự án: the list, its sheet out and back, the form of one project. */
@NullMarked
package vn.dondoc.project.register;

import org.jspecify.annotations.NullMarked;
