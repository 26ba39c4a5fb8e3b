package vn.dondoc.capital.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something one seed tries at one step.
 *
 * @param entries what it would book, together
 * @param movement which movement they are of; null for none
 * @param signed whether somebody answers for a correction
 */
record ModelAct(List<ModelEntry> entries, @Nullable Movement movement, boolean signed) {
  /** From one pool to another, or within one. */
  record Movement(String kind, int poolOut, int poolIn) {}

  static ModelAct of(List<ModelEntry> entries) {
    return new ModelAct(entries, null, false);
  }
}
