package vn.dondoc.capital.reallocation.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
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
  static final int LONGEST_NUMBER = 60;
  static final int LONGEST_ISSUER = 100;
  static final int LONGEST_SIGNER = 200;
  private static final int LONGEST_LATE = 1000;

  private final FigureCheck figures;
  private final ProvinceDay day;

  DecisionCheck(FigureCheck figures, ProvinceDay day) {
    this.figures = figures;
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

  /**
   * What is kept of a decision beside its words: changed lines, raised ones, pools it is late for.
   */
  SubmissionStore.Found found(
      Submission submission, NewDecision decision, MoveRules law, LineStands.Picture now) {
    return new Weighing(submission, decision, law, now).found();
  }

  /** Who signed when. */
  private record Late(MoveRules.Authority ruled, LocalDate signed) {
    boolean isLate() {
      LocalDate deadline = ruled.times().deadline();
      return deadline != null && signed.isAfter(deadline);
    }
  }

  private final class Weighing {
    private final Submission submission;
    private final NewDecision decision;
    private final MoveRules law;
    private final LineStands.Picture now;
    private final List<Problem> problems = new ArrayList<>();
    private final TreeSet<Integer> pools = new TreeSet<>();

    Weighing(Submission submission, NewDecision decision, MoveRules law, LineStands.Picture now) {
      this.submission = submission;
      this.decision = decision;
      this.law = law;
      this.now = now;
      submission.moves().stream()
          .filter(move -> decision.approved().containsKey(move.line().lineId()))
          .forEach(move -> pools.add(move.line().pool().id()));
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
      }
      if (spoken == 0 || spoken < decision.approved().size()) {
        problems.add(Problem.at("", SubmissionRefusal.NOTHING.key()));
      }
      if (!decision.issuer().isBlank()) {
        pools.forEach(this::authority);
      }
      mediumTerm();
      late();
      problems.addAll(figures.problems(submission, decision, now));
      return problems;
    }

    private void paper() {
      paper("number", SubmissionRefusal.NUMBER, decision.number(), LONGEST_NUMBER);
      paper("issuer", SubmissionRefusal.ISSUER, decision.issuer(), LONGEST_ISSUER);
      paper("signer", SubmissionRefusal.SIGNER, decision.signer(), LONGEST_SIGNER);
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

    private void paper(String place, SubmissionRefusal why, String words, int most) {
      if (words.isBlank() || words.length() > most) {
        problems.add(Problem.at(place, why.key(), words.length(), most));
      }
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

    SubmissionStore.Found found() {
      return new SubmissionStore.Found(
          Changes.of(submission, now.lines()).of(decision).stream()
              .map(one -> one.move().line().lineId())
              .toList(),
          raised().stream().map(move -> move.line().lineId()).toList(),
          pools.stream().filter(pool -> !lateOf(pool).isEmpty()).toList());
    }

    /** What it raises above the medium-term plan as that stands today. */
    private List<Submission.Moved> raised() {
      return submission.moves().stream().filter(move -> !move.gives() && above(move) > 0).toList();
    }

    private long approved(Submission.Moved move) {
      return decision.approved().getOrDefault(move.line().lineId(), 0L);
    }

    private long above(Submission.Moved move) {
      LineStands.Stand stand = now.lines().get(move.line().lineId());
      return stand == null || approved(move) <= 0 ? 0 : stand.aboveMediumTerm(approved(move));
    }

    private TreeSet<Integer> poolsAbove() {
      TreeSet<Integer> above = new TreeSet<>();
      raised().forEach(move -> above.add(move.line().pool().id()));
      return above;
    }

    /** A raise above the medium-term plan is decided by whoever changes that plan as well. */
    private void mediumTerm() {
      NewDecision.MediumTerm medium = decision.mediumTerm();
      if (medium == null) {
        raised().forEach(move -> problems.add(undecided(move)));
        return;
      }
      TreeSet<Integer> above = poolsAbove();
      if (above.isEmpty()) {
        // Nobody would have checked who issued it.
        problems.add(
            Problem.at("m-number", SubmissionRefusal.MEDIUM_NOT_NEEDED.key(), medium.number()));
        return;
      }
      mediumPaper(medium);
      above.forEach(pool -> mediumAuthority(medium, pool));
    }

    private Problem undecided(Submission.Moved move) {
      int pool = move.line().pool().id();
      LineStands.Stand stand = Objects.requireNonNull(now.lines().get(move.line().lineId()));
      MoveRules.Authority ruled = law.mediumTerm(pool).orElse(null);
      return ruled == null
          ? unruled("m-issuer", SubmissionRefusal.NO_MEDIUM_AUTHORITY, pool)
          : Problem.at(
              "m-number",
              SubmissionRefusal.MEDIUM_TERM.key(),
              move.line().project().name(),
              approved(move),
              Objects.requireNonNull(stand.mediumTermVnd()),
              above(move),
              ruled.organ());
    }

    private void mediumPaper(NewDecision.MediumTerm medium) {
      paper("m-number", SubmissionRefusal.MEDIUM_NUMBER, medium.number(), LONGEST_NUMBER);
      paper("m-issuer", SubmissionRefusal.MEDIUM_ISSUER, medium.issuer(), LONGEST_ISSUER);
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
      for (int pool : pools) {
        for (Late late : lateOf(pool)) {
          problems.add(
              Problem.at(
                  "late",
                  SubmissionRefusal.LATE.key(),
                  name(pool),
                  late.signed(),
                  Objects.requireNonNull(late.ruled().times().deadline()),
                  late.ruled().organ(),
                  late.ruled().basis()));
        }
      }
    }

    private List<Late> lateOf(int pool) {
      List<Late> late = new ArrayList<>();
      law.annual(pool).ifPresent(one -> late.add(new Late(one, decision.signedOn())));
      NewDecision.MediumTerm medium = decision.mediumTerm();
      if (medium != null && poolsAbove().contains(pool)) {
        law.mediumTerm(pool).ifPresent(one -> late.add(new Late(one, medium.signedOn())));
      }
      late.removeIf(one -> !one.isLate());
      return late;
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
