/**
 * Bảng Excel vào và ra: tasks and duties go out as sheets and come back with the same columns,
 * looked at before anything is written. {@link vn.dondoc.task.sheet.SheetImports} is the door.
 */
@NamedInterface("sheet")
@NullMarked
package vn.dondoc.task.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
