/**
 * Vốn đầu tư công: where the money comes from and every đồng of it in a ledger. {@link
 * vn.dondoc.capital.source.Sources} is the door to sources and pools, {@link
 * vn.dondoc.capital.ledger.Ledger} to the ledger.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "audit",
      "exchange",
      "agency",
      "place",
      "task",
      "task :: head",
      "project",
      "project :: funding",
      "planning :: reallocation",
      "planning :: forecast"
    })
package vn.dondoc.capital;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
