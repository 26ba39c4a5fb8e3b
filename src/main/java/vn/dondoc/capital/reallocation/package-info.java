/**
 * Điều chuyển kế hoạch vốn: scenarios with their rules, solved in the background and compared.
 * {@link vn.dondoc.capital.reallocation.Scenarios} is the door; what is put forward of them stands
 * in {@link vn.dondoc.capital.reallocation.submission.Submissions}. The mathematics is that of
 * {@link vn.dondoc.planning.reallocation.Reallocations}.
 */
@NamedInterface("reallocation")
@NullMarked
package vn.dondoc.capital.reallocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
