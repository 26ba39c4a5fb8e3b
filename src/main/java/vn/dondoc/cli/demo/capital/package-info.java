/** Vốn đầu tư công của tỉnh dùng thử: plainly invented owners, projects and payments. */
@NullMarked
package vn.dondoc.cli.demo.capital;

import org.jspecify.annotations.NullMarked;
