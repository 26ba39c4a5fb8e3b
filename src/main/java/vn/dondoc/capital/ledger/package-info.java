/**
 * Sổ vốn: entries in whole đồng that are only ever added, and what they come to. {@link
 * vn.dondoc.capital.ledger.Ledger} is the door.
 */
@NamedInterface("ledger")
@NullMarked
package vn.dondoc.capital.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
