package vn.dondoc.capital.reallocation.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.dondoc.capital.reallocation.LineStands;

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
  public record One(Submission.Moved move, long planVnd, long paidVnd) {}

  static Changes of(Submission submission, Map<Long, LineStands.Stand> now) {
    List<One> lines = new ArrayList<>();
    for (Submission.Moved move : submission.moves()) {
      LineStands.Stand stand = now.get(move.line().lineId());
      if (move.isOpen()
          && stand != null
          && (stand.planVnd() != move.planVnd() || stand.paidVnd() != move.paidVnd())) {
        lines.add(new One(move, stand.planVnd(), stand.paidVnd()));
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
            .append(one.planVnd())
            .append(' ')
            .append(one.paidVnd())
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
