/** Điều gõ vào: reads the fields of the register's forms. */
@NullMarked
package vn.dondoc.project.entry;

import org.jspecify.annotations.NullMarked;
