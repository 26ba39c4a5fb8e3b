package vn.dondoc.capital.reallocation.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.reallocation.LineStands;
import vn.dondoc.capital.reallocation.reading.MoveRules;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Kiểm tra một quyết định trước khi ghi sổ: who decided, by when, of what, and whether the figures
 * of today still allow it.
 */
@Component
class DecisionCheck {
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_ISSUER = 100;
  private static final int LONGEST_SIGNER = 200;
  private static final int LONGEST_LATE = 1000;

  private final SubmissionStore store;
  private final ProvinceDay day;

  DecisionCheck(SubmissionStore store, ProvinceDay day) {
    this.store = store;
    this.day = day;
  }

  /** Everything that is wrong with a decision by the rules of its year and the figures of now. */
  List<Problem> problems(
      Submission submission, NewDecision decision, MoveRules law, LineStands.Picture now) {
    if (!submission.isOpen()) {
      return List.of(Problem.at("", SubmissionRefusal.OVER.key(), submission.name()));
    }
    return new Weighing(submission, decision, law, now).problems();
  }

  private final class Weighing {
    private final Submission submission;
    private final NewDecision decision;
    private final MoveRules law;
    private final LineStands.Picture now;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Integer, long[]> pools = new TreeMap<>();
    private final TreeSet<Integer> above = new TreeSet<>();

    Weighing(Submission submission, NewDecision decision, MoveRules law, LineStands.Picture now) {
      this.submission = submission;
      this.decision = decision;
      this.law = law;
      this.now = now;
    }

    List<Problem> problems() {
      paper();
      int spoken = 0;
      for (Submission.Moved move : submission.moves()) {
        Long approved = decision.approved().get(move.line().lineId());
        if (approved == null) {
          continue;
        }
        spoken++;
        one(move, approved);
        long[] sums = pools.computeIfAbsent(move.line().pool().id(), pool -> new long[2]);
        sums[move.gives() ? 0 : 1] += approved;
      }
      if (spoken == 0 || spoken < decision.approved().size()) {
        problems.add(Problem.at("", SubmissionRefusal.NOTHING.key()));
      }
      if (!decision.issuer().isBlank()) {
        pools.keySet().forEach(this::authority);
      }
      mediumTerm();
      totals();
      late();
      changes();
      pools.forEach(this::balance);
      return problems;
    }

    private void paper() {
      if (isWrong(decision.number(), LONGEST_NUMBER)
          || isWrong(decision.issuer(), LONGEST_ISSUER)
          || isWrong(decision.signer(), LONGEST_SIGNER)) {
        problems.add(
            Problem.at(
                "number",
                SubmissionRefusal.DOCUMENT.key(),
                LONGEST_NUMBER,
                LONGEST_ISSUER,
                LONGEST_SIGNER));
      }
      if (decision.signedOn().isAfter(day.today())
          || decision.signedOn().isBefore(submission.on())) {
        problems.add(
            Problem.at(
                "signed",
                SubmissionRefusal.SIGNED.key(),
                decision.signedOn(),
                submission.on(),
                day.today()));
      }
    }

    private static boolean isWrong(String words, int most) {
      return words.isBlank() || words.length() > most;
    }

    private void one(Submission.Moved move, long approved) {
      String place = "duyet-" + move.line().lineId();
      String project = move.line().project().name();
      if (!move.isOpen()) {
        problems.add(Problem.at(place, SubmissionRefusal.OVER.key(), project));
      } else if (approved < 0 || approved > move.sizeVnd()) {
        problems.add(
            Problem.at(place, SubmissionRefusal.ABOVE.key(), project, approved, move.sizeVnd()));
      }
      Cut cut = move.cut();
      if (cut != null && approved > 0 && cut.state(day.today()) == Cut.State.ASKED) {
        problems.add(
            Problem.at(
                place,
                SubmissionRefusal.COMMENT_FIRST.key(),
                project,
                move.line().owner().name(),
                Objects.requireNonNull(cut.content().answerBy())));
      }
    }

    /** A pool is decided by whom the rules name, and by nobody else; others speak of others. */
    private void authority(int pool) {
      MoveRules.Authority ruled = law.annual(pool).orElse(null);
      if (ruled == null) {
        problems.add(unruled("issuer", SubmissionRefusal.NO_AUTHORITY, pool));
      } else if (!law.is(ruled, decision.issuer())) {
        problems.add(other("issuer", SubmissionRefusal.AUTHORITY, pool, decision.issuer(), ruled));
      }
    }

    private Problem unruled(String place, SubmissionRefusal why, int pool) {
      return Problem.at(place, why.key(), name(pool), Integer.toString(submission.year()));
    }

    private Problem other(
        String place, SubmissionRefusal why, int pool, String issuer, MoveRules.Authority ruled) {
      return Problem.at(place, why.key(), name(pool), issuer, ruled.organ(), ruled.basis());
    }

    /** A raise above the medium-term plan is decided by whoever changes that plan as well. */
    private void mediumTerm() {
      NewDecision.MediumTerm medium = decision.mediumTerm();
      for (Submission.Moved move : submission.moves()) {
        LineStands.Stand stand = now.lines().get(move.line().lineId());
        long approved = decision.approved().getOrDefault(move.line().lineId(), 0L);
        if (move.gives() || approved <= 0 || stand == null) {
          continue;
        }
        long more = stand.aboveMediumTerm(approved);
        if (more > 0) {
          int pool = move.line().pool().id();
          above.add(pool);
          if (medium == null) {
            problems.add(undecided(move, approved, more, stand.mediumTermVnd()));
          }
        }
      }
      if (medium != null) {
        mediumPaper(medium);
        above.forEach(pool -> mediumAuthority(medium, pool));
      }
    }

    private Problem undecided(
        Submission.Moved move, long approved, long more, @Nullable Long mediumVnd) {
      int pool = move.line().pool().id();
      MoveRules.Authority ruled = law.mediumTerm(pool).orElse(null);
      return ruled == null
          ? unruled("m-issuer", SubmissionRefusal.NO_MEDIUM_AUTHORITY, pool)
          : Problem.at(
              "m-number",
              SubmissionRefusal.MEDIUM_TERM.key(),
              move.line().project().name(),
              approved,
              Objects.requireNonNull(mediumVnd),
              more,
              ruled.organ());
    }

    private void mediumPaper(NewDecision.MediumTerm medium) {
      if (isWrong(medium.number(), LONGEST_NUMBER) || isWrong(medium.issuer(), LONGEST_ISSUER)) {
        problems.add(
            Problem.at(
                "m-number", SubmissionRefusal.MEDIUM_PAPER.key(), LONGEST_NUMBER, LONGEST_ISSUER));
      }
      if (medium.signedOn().isAfter(day.today())) {
        problems.add(
            Problem.at(
                "m-signed", SubmissionRefusal.MEDIUM_SIGNED.key(), medium.signedOn(), day.today()));
      }
    }

    private void mediumAuthority(NewDecision.MediumTerm medium, int pool) {
      MoveRules.Authority ruled = law.mediumTerm(pool).orElse(null);
      if (ruled == null) {
        problems.add(unruled("m-issuer", SubmissionRefusal.NO_MEDIUM_AUTHORITY, pool));
      } else if (!medium.issuer().isBlank() && !law.is(ruled, medium.issuer())) {
        problems.add(
            other("m-issuer", SubmissionRefusal.MEDIUM_AUTHORITY, pool, medium.issuer(), ruled));
      }
    }

    /** No project gets more than it may cost and still needs, whatever happened since. */
    private void totals() {
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
        long change = changes.getOrDefault(project, 0L);
        if (room != null && change > room.leftVnd()) {
          problems.add(
              Problem.at(
                  "duyet-" + move.line().lineId(),
                  SubmissionRefusal.ABOVE_TOTAL.key(),
                  move.line().project().name(),
                  change,
                  room.totalVnd() == null ? 0L : room.totalVnd(),
                  room.givenVnd(),
                  room.leftVnd()));
        }
      });
    }

    /** Signed after the day the rules give the authority: only with a reason. */
    private void late() {
      String said = decision.said().late();
      if (said.length() > LONGEST_LATE) {
        problems.add(
            Problem.at("late", SubmissionRefusal.WORDS.key(), said.length(), LONGEST_LATE));
      }
      if (!said.isEmpty()) {
        return;
      }
      NewDecision.MediumTerm medium = decision.mediumTerm();
      for (int pool : pools.keySet()) {
        law.annual(pool).ifPresent(one -> late(one, pool, decision.signedOn()));
        if (medium != null && above.contains(pool)) {
          law.mediumTerm(pool).ifPresent(one -> late(one, pool, medium.signedOn()));
        }
      }
    }

    private void late(MoveRules.Authority one, int pool, LocalDate signed) {
      LocalDate deadline = one.times().deadline();
      if (deadline != null && signed.isAfter(deadline)) {
        problems.add(
            Problem.at(
                "late",
                SubmissionRefusal.LATE.key(),
                name(pool),
                signed,
                deadline,
                one.organ(),
                one.basis()));
      }
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
                one.move().planVnd(),
                one.planVnd(),
                one.move().paidVnd(),
                one.paidVnd()));
      }
    }

    private void balance(int pool, long[] sums) {
      if (sums[1] < sums[0] || sums[1] - sums[0] > store.unallocated(pool)) {
        problems.add(
            Problem.at("", SubmissionRefusal.MOVE_UNBALANCED.key(), name(pool), sums[0], sums[1]));
      }
    }

    private String name(int pool) {
      return submission.moves().stream()
          .filter(move -> move.line().pool().id() == pool)
          .findFirst()
          .map(move -> move.line().pool().name())
          .orElse(Integer.toString(pool));
    }
  }
}
