package vn.dondoc.directive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.directive.SourceView.Numbered;
import vn.dondoc.task.DueText;

/**
 * The review screen.
 *
 * @param document the document under review
 * @param source its text with marks
 * @param all every proposal, numbered in order
 * @param shown those the filter leaves
 * @param current the one that is open; null when there is none
 * @param only the filter: "", "mo" (undecided) or "ngo" (doubtful)
 * @param directory names of the bodies to choose from
 * @param dues deadlines in words, by proposal
 */
record ReviewView(
    Directive document,
    SourceView source,
    List<Numbered> all,
    List<Numbered> shown,
    @Nullable Numbered current,
    String only,
    List<Body> directory,
    Map<Long, DueText> dues) {
  private static final double DOUBT = 0.8;

  long count(Proposal.State state) {
    return all.stream().filter(n -> n.proposal().state() == state).count();
  }

  long decided() {
    return all.size() - count(Proposal.State.OPEN);
  }

  /** Tenths of a percent decided, for the width of a bar of 1000. */
  long decidedPerMille() {
    return all.isEmpty() ? 0 : decided() * 1000 / all.size();
  }

  long doubtful() {
    return all.stream().filter(n -> isDoubtful(n.proposal())).count();
  }

  static boolean isDoubtful(Proposal proposal) {
    return proposal.content().confidence() == null || proposal.content().confidence() < DOUBT;
  }

  boolean isCurrent(Numbered numbered) {
    return current != null && current.proposal().id() == numbered.proposal().id();
  }

  /** The proposal after the open one, for moving on; the open one itself at the end. */
  long neighbour(int step) {
    int at = shown.indexOf(current);
    int to = Math.clamp(at + step, 0, Math.max(0, shown.size() - 1));
    return shown.isEmpty() ? 0 : shown.get(to).proposal().id();
  }

  DueText due(Numbered numbered) {
    return Objects.requireNonNull(dues.get(numbered.proposal().id()));
  }

  Numbered open() {
    return Objects.requireNonNull(current);
  }
}
