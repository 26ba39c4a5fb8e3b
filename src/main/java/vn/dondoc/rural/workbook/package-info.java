/**
 * Biểu Excel: figures of communes go out as a workbook the program makes and come back by upload,
 * or come in as a sheet of somebody's own; looked at before anything is written. {@link
 * vn.dondoc.rural.workbook.Workbooks} is the door.
 */
@NamedInterface("workbook")
@NullMarked
package vn.dondoc.rural.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
