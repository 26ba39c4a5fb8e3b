/**
 * Điều chỉnh kế hoạch vốn: the lawful reallocation of a year's capital as an exact programme,
 * without Spring and without a database. {@link vn.dondoc.planning.reallocation.Reallocations} is
 * the door: an {@link vn.dondoc.planning.reallocation.Instance} goes in, a {@link
 * vn.dondoc.planning.reallocation.Proposal} with its proofs and reasons comes out.
 *
 * <p>Money is whole đồng. What moves, moves in whole rounding units.
 */
@NamedInterface("reallocation")
@NullMarked
package vn.dondoc.planning.reallocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
