package vn.dondoc.capital.reallocation.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.dondoc.capital.reallocation.LineStands;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Các dòng đã thay đổi từ khi xác nhận đề xuất: what the ledger says now beside what the proposal
 * says.
 *
 * @param lines in the order of the proposal, those that wait for their decision
 */
public record Changes(List<One> lines) {
  public Changes {
    lines = List.copyOf(lines);
  }

  /** Một dòng, as it was put forward and as it is. */
  public record One(Submission.Moved move, LineStands.Stand now) {
    private static boolean isChanged(Submission.Moved move, LineStands.Stand now) {
      return !parts(move, now).isEmpty();
    }

    private static List<Problem> parts(Submission.Moved move, LineStands.Stand now) {
      List<Problem> parts = new ArrayList<>();
      part("plan", move.planVnd(), now.planVnd(), parts);
      part("paid", move.paidVnd(), now.paidVnd(), parts);
      // Of proposals before it was kept nobody knows what it was.
      part(
          "unpaid",
          Objects.requireNonNullElse(move.unpaidVnd(), now.unpaidVnd()),
          now.unpaidVnd(),
          parts);
      return parts;
    }

    private static void part(String what, long was, long is, List<Problem> parts) {
      if (was != is) {
        parts.add(Problem.at("", "capital.submission.changed." + what, was, is));
      }
    }

    /** What of it changed, and nothing else. */
    public Problem what() {
      return parts(move, now).stream()
          .reduce((one, more) -> Problem.at("", "capital.submission.changed.and", one, more))
          .orElseThrow();
    }
  }

  static Changes of(Submission submission, Map<Long, LineStands.Stand> now) {
    List<One> lines = new ArrayList<>();
    for (Submission.Moved move : submission.moves()) {
      LineStands.Stand stand = now.get(move.line().lineId());
      if (move.isOpen() && stand != null && One.isChanged(move, stand)) {
        lines.add(new One(move, stand));
      }
    }
    return new Changes(lines);
  }

  /** Tells these changes from others: whoever looked at them looked at no other. */
  public String seen() {
    StringBuilder words = new StringBuilder();
    lines.forEach(one ->
        words
            .append(one.move().line().lineId())
            .append(' ')
            .append(one.now().planVnd())
            .append(' ')
            .append(one.now().paidVnd())
            .append(' ')
            .append(one.now().unpaidVnd())
            .append(';'));
    return lines.isEmpty()
        ? ""
        : UUID.nameUUIDFromBytes(words.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Those that a decision approves something of. */
  List<One> of(NewDecision decision) {
    return lines.stream()
        .filter(one -> decision.approved().getOrDefault(one.move().line().lineId(), 0L) > 0)
        .toList();
  }
}
