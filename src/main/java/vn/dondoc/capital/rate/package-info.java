/**
 * Tỷ lệ giải ngân: what a rate means, as data, and the targets of a year. {@link
 * vn.dondoc.capital.rate.Rates} is the door to definitions, {@link
 * vn.dondoc.capital.rate.RateTargets} to targets.
 */
@NamedInterface("rate")
@NullMarked
package vn.dondoc.capital.rate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
