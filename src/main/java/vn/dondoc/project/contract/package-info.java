/**
 * Hợp đồng: contractors, values, days, what was accepted and what was found wrong. {@link
 * vn.dondoc.project.contract.Contracts} is the door.
 */
@NamedInterface("contract")
@NullMarked
package vn.dondoc.project.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
