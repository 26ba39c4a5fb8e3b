package vn.dondoc.capital.reallocation.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.reallocation.LineStands;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.planning.reallocation.Project;

/**
 * Kiểm tra số liệu hôm nay: whether what a decision approves still fits lines, projects and what
 * the pools have unallocated, whatever happened since its proposal.
 */
@Component
class FigureCheck {
  private final SubmissionStore store;

  FigureCheck(SubmissionStore store) {
    this.store = store;
  }

  List<Problem> problems(Submission submission, NewDecision decision, LineStands.Picture now) {
    return new Weighing(submission, decision, now).problems();
  }

  private final class Weighing {
    private final Submission submission;
    private final NewDecision decision;
    private final LineStands.Picture now;
    private final List<Problem> problems = new ArrayList<>();

    Weighing(Submission submission, NewDecision decision, LineStands.Picture now) {
      this.submission = submission;
      this.decision = decision;
      this.now = now;
    }

    List<Problem> problems() {
      Map<Integer, long[]> pools = new TreeMap<>();
      for (Submission.Moved move : submission.moves()) {
        Long approved = decision.approved().get(move.line().lineId());
        if (approved != null) {
          long[] sums = pools.computeIfAbsent(move.line().pool().id(), pool -> new long[2]);
          sums[move.gives() ? 0 : 1] += approved;
          if (move.gives()) {
            floor(move, approved);
          }
        }
      }
      projects();
      changes();
      pools.forEach(this::balance);
      return problems;
    }

    private static String place(Submission.Moved move) {
      return "duyet-" + move.line().lineId();
    }

    /** No line is cut below what is paid, or accepted and unpaid, by now. */
    private void floor(Submission.Moved move, long approved) {
      LineStands.Stand stand = now.lines().get(move.line().lineId());
      if (stand != null && approved > 0 && stand.planVnd() - approved < stand.floorVnd()) {
        problems.add(
            Problem.at(
                place(move),
                SubmissionRefusal.BELOW_FLOOR.key(),
                move.line().project().name(),
                approved,
                stand.planVnd() - approved,
                stand.paidVnd(),
                stand.unpaidVnd(),
                Math.max(0, stand.planVnd() - stand.floorVnd())));
      }
    }

    /** No project gets money it may not receive, or more than it may cost and still needs. */
    private void projects() {
      Map<Long, Long> changes = new HashMap<>();
      Map<Long, Submission.Moved> raised = new TreeMap<>();
      for (Submission.Moved move : submission.moves()) {
        long approved = decision.approved().getOrDefault(move.line().lineId(), 0L);
        if (approved > 0) {
          long project = move.line().project().id();
          changes.merge(project, move.gives() ? -approved : approved, Long::sum);
          if (!move.gives()) {
            raised.putIfAbsent(project, move);
          }
        }
      }
      raised.forEach((project, move) -> {
        LineStands.Room room = now.projects().get(project);
        if (room == null) {
          return;
        }
        long change = changes.getOrDefault(project, 0L);
        SubmissionRefusal barred = barred(room.standing());
        if (barred != null) {
          problems.add(
              Problem.at(
                  place(move),
                  barred.key(),
                  move.line().project().name(),
                  decision.approved().getOrDefault(move.line().lineId(), 0L)));
        } else if (change > room.leftVnd()) {
          problems.add(
              Problem.at(
                  place(move),
                  SubmissionRefusal.ABOVE_TOTAL.key(),
                  move.line().project().name(),
                  change,
                  Objects.requireNonNullElse(room.totalVnd(), 0L),
                  room.givenVnd(),
                  room.leftVnd()));
        }
      });
    }

    private static @Nullable SubmissionRefusal barred(Project.Eligibility standing) {
      return switch (standing) {
        case ELIGIBLE -> null;
        case SUSPENDED -> SubmissionRefusal.SUSPENDED;
        case NO_INVESTMENT_DECISION -> SubmissionRefusal.NO_INVESTMENT_DECISION;
        case NOT_IN_MEDIUM_TERM -> SubmissionRefusal.NOT_IN_MEDIUM_TERM;
        case PROCEDURES_INCOMPLETE -> SubmissionRefusal.PROCEDURES_INCOMPLETE;
        case CAPITAL_TIME_OVER -> SubmissionRefusal.CAPITAL_TIME_OVER;
      };
    }

    /** The ledger moved since the proposal: whoever books it has looked at how. */
    private void changes() {
      Changes changes = Changes.of(submission, now.lines());
      List<Changes.One> spoken = changes.of(decision);
      if (spoken.isEmpty() || changes.seen().equals(decision.said().seen())) {
        return;
      }
      for (Changes.One one : spoken) {
        problems.add(
            Problem.at(
                "seen",
                SubmissionRefusal.LINE_CHANGED.key(),
                one.move().line().project().name(),
                one.what()));
      }
    }

    /** Increases are what lines give and what the proposal itself takes from unallocated money. */
    private void balance(int pool, long[] sums) {
      Submission.Moved first =
          submission.moves().stream()
              .filter(move -> move.line().pool().id() == pool)
              .filter(move -> decision.approved().containsKey(move.line().lineId()))
              .findFirst()
              .orElseThrow();
      long takes = sums[1] - sums[0];
      long may = Math.max(0, submission.takenVnd(pool) - submission.approvedTakenVnd(pool));
      LineName.Pool of = first.line().pool();
      if (takes < 0) {
        problems.add(
            Problem.at(
                place(first),
                SubmissionRefusal.MOVE_UNBALANCED.key(),
                of.name(),
                sums[0],
                sums[1]));
      } else if (takes > may) {
        problems.add(
            Problem.at(place(first), SubmissionRefusal.TAKES_MORE.key(), of.name(), takes, may));
      } else if (takes > 0) {
        unallocated(first, takes);
      }
    }

    /** What another open proposal holds is not taken, as it is not when one is put forward. */
    private void unallocated(Submission.Moved first, long takes) {
      LineName.Pool pool = first.line().pool();
      List<SubmissionStore.Holder> holders = store.holders(pool.id(), submission.id());
      long has = store.unallocated(pool.id());
      long left =
          Math.max(0, has - holders.stream().mapToLong(SubmissionStore.Holder::amountVnd).sum());
      if (takes <= left) {
        return;
      }
      if (holders.isEmpty()) {
        problems.add(
            Problem.at(
                place(first), SubmissionRefusal.UNALLOCATED_SHORT.key(), pool.name(), takes, has));
      }
      for (SubmissionStore.Holder holder : holders) {
        problems.add(
            Problem.at(
                place(first),
                SubmissionRefusal.UNALLOCATED_HELD.key(),
                pool.name(),
                takes,
                has,
                holder.amountVnd(),
                holder.name(),
                holder.by(),
                holder.on(),
                left));
      }
    }
  }
}
