/**
 * Đọc tệp: rows are taken out of a workbook in the background, its columns told by a person or
 * remembered of its sender, and what they say staged until it is committed.
 */
@NullMarked
package vn.dondoc.capital.intake.staging;

import org.jspecify.annotations.NullMarked;
