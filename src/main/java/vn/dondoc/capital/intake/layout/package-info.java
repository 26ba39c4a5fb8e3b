/**
 * Cách bày một bảng số liệu vốn: where its header stands, what its columns hold, which rows are
 * groups and totals, what its numbers and days mean. Plain Java; asks nothing of the database.
 */
@NullMarked
package vn.dondoc.capital.intake.layout;

import org.jspecify.annotations.NullMarked;
