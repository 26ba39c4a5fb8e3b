/**
 * Đề xuất điều chuyển: the scenario a person put forward, what the authority decided of it and how
 * it came into the ledger. {@link vn.dondoc.capital.reallocation.submission.Submissions} is the
 * door.
 */
@NamedInterface("reallocation-submission")
@NullMarked
package vn.dondoc.capital.reallocation.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
