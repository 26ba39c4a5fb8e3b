/** Dùng thử: the demonstration on a PostgreSQL of its own, started and stopped with the program. */
@NullMarked
package vn.dondoc.cli.demo;

import org.jspecify.annotations.NullMarked;
