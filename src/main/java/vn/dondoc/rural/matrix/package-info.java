/**
 * Ma trận xã và tiêu chí: which commune meets which criterion on a day, and what that comes to for
 * districts, groups and the province. {@link vn.dondoc.rural.matrix.Matrices} is the door.
 */
@NamedInterface("matrix")
@NullMarked
package vn.dondoc.rural.matrix;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
