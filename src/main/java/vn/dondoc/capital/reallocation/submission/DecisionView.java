package vn.dondoc.capital.reallocation.submission;

import java.util.List;
import vn.dondoc.capital.reallocation.reading.MoveRules;

/**
 * What is asked of whoever enters a decision.
 *
 * @param law who decides what
 * @param decides whoever looks may enter it
 * @param deciding who decides what is open
 * @param mediumTerm who changes the medium-term plan that something open goes above
 * @param changes what changed since the proposal
 * @param late a deadline is over: a reason is asked for
 * @param mediumAsked a change of the medium-term plan turned out to be needed
 * @param aboveCeilings projects that were raised above the medium-term plan by its own decision,
 *     whose ceilings are still to be entered
 */
public record DecisionView(
    MoveRules law,
    boolean decides,
    List<MoveRules.Authority> deciding,
    List<MoveRules.Authority> mediumTerm,
    Changes changes,
    boolean late,
    boolean mediumAsked,
    List<String> aboveCeilings) {
  public DecisionView {
    deciding = List.copyOf(deciding);
    mediumTerm = List.copyOf(mediumTerm);
    aboveCeilings = List.copyOf(aboveCeilings);
  }

  /** The decision of the medium-term plan is asked for. */
  public boolean asksMediumTerm() {
    return mediumAsked || !mediumTerm.isEmpty();
  }
}
