/** Điều gõ vào: reads the fields of the register's forms and sheets. */
@NullMarked
package vn.dondoc.project.entry;

import org.jspecify.annotations.NullMarked;
