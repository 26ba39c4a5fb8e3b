package vn.dondoc.capital.reallocation.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.cut.NewCut;
import vn.dondoc.capital.reallocation.PutForward;
import vn.dondoc.capital.reallocation.Scenario;
import vn.dondoc.capital.reallocation.Scenarios;
import vn.dondoc.capital.reallocation.SolveJob;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.capital.reallocation.reading.Reading;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Các đề xuất điều chuyển. A person puts one scenario forward; what is cut for slowness waits for
 * the unit's comment; nothing comes into the ledger before the authority's decision was entered.
 */
@Component
@Transactional(readOnly = true)
public class Submissions implements PutForward {
  private static final int MOST = 200;
  private static final int LONGEST_WORDS = 2000;
  private static final int LONGEST_WHY = 1000;

  private final SubmissionStore store;
  private final Scenarios scenarios;
  private final Reading reading;
  private final Cuts cuts;
  private final Booking booking;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Submissions(
      SubmissionStore store,
      Scenarios scenarios,
      Reading reading,
      Cuts cuts,
      Booking booking,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.scenarios = scenarios;
    this.reading = reading;
    this.cuts = cuts;
    this.booking = booking;
    this.audit = audit;
    this.day = day;
  }

  @Override
  public List<One> of(int year) {
    List<SubmissionStore.Head> heads = store.heads(null, year, MOST);
    Map<Long, SubmissionStore.Sum> sums =
        store.sums(heads.stream().map(SubmissionStore.Head::id).toList());
    List<One> all = new ArrayList<>();
    for (SubmissionStore.Head head : heads) {
      SubmissionStore.Sum sum = sums.getOrDefault(head.id(), new SubmissionStore.Sum(0, 0, 0));
      Submission.State state =
          head.drop() != null
              ? Submission.State.DROPPED
              : sum.open() == 0
                  ? Submission.State.DECIDED
                  : sum.decided() > 0 ? Submission.State.PARTLY : Submission.State.WAITING;
      all.add(
          new One(
              SubmissionPage.PATH + "/" + head.id(),
              head.name(),
              head.by(),
              head.on(),
              sum.movedVnd(),
              state.key(),
              state.style()));
    }
    return all;
  }

  /**
   * One proposal, as far as it is within sight.
   *
   * @throws Refusal when there is none, or none within sight
   */
  public Submission required(long id) {
    SubmissionStore.Head head =
        store.heads(id, null, 1).stream()
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(SubmissionRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
    List<SubmissionStore.MoveRow> rows = store.moves(id, head.year(), day.today());
    Map<Long, LineName> names =
        scenarios.names(rows.stream().map(SubmissionStore.MoveRow::lineId).toList());
    return new Submission(
        head.id(),
        head.scenarioId(),
        head.year(),
        head.name(),
        head.words(),
        head.told(),
        head.by(),
        head.on(),
        rows.stream()
            .filter(row -> names.containsKey(row.lineId()))
            .map(row -> moved(row, Objects.requireNonNull(names.get(row.lineId()))))
            .toList(),
        store.decisions(id),
        head.drop(),
        store.seesAll());
  }

  /**
   * The same for its papers, which are of the whole.
   *
   * @throws Refusal also when only some of its lines are within sight
   */
  public Submission whole(long id) {
    Submission submission = required(id);
    if (!submission.whole()) {
      throw Refusal.of(SubmissionRefusal.UNKNOWN, Long.toString(id), Long.toString(id));
    }
    return submission;
  }

  private Submission.Moved moved(SubmissionStore.MoveRow row, LineName name) {
    return new Submission.Moved(
        name,
        row.amountVnd(),
        row.planVnd(),
        row.paidVnd(),
        row.figures(),
        row.why(),
        row.documents(),
        row.cutId() == null ? null : cuts.required(row.cutId()),
        row.approvedVnd(),
        row.decisionId());
  }

  /** What a scenario would put forward. */
  public Solved plan(Scenario scenario) {
    SolveJob job = scenario.job();
    if (job == null || !job.hasPlan() || job.found().proposal() == null) {
      throw Refusal.of(SubmissionRefusal.NO_PLAN, "", scenario.name());
    }
    return reading.of(scenario.year(), job);
  }

  /**
   * Puts a scenario forward: every decrease with its reason, which opens a cut; for slowness the
   * unit is asked from today.
   *
   * @param jobId the time of solving the person looked at
   * @param words what else there is to say; empty for nothing
   * @param grounds of every line that gives
   * @return its number
   * @throws Refusal with everything that is wrong; and with the names of who put the same money
   *     forward before
   */
  @Transactional
  public long confirm(long scenarioId, long jobId, String words, Map<Long, Ground> grounds) {
    Scenario scenario = scenarios.required(scenarioId);
    Solved solved = plan(scenario);
    List<Problem> problems = new ArrayList<>();
    if (solved.job().isGoingOn()) {
      problems.add(Problem.at("", SubmissionRefusal.RUNNING.key(), scenario.name()));
    } else if (solved.job().id() != jobId || scenario.isChanged()) {
      problems.add(Problem.at("", SubmissionRefusal.CHANGED.key(), scenario.name()));
    }
    List<Solved.Row> rows = solved.rows();
    if (rows.isEmpty()) {
      problems.add(Problem.at("", SubmissionRefusal.NO_PLAN.key(), scenario.name()));
    }
    String said = words.strip();
    if (said.length() > LONGEST_WORDS) {
      problems.add(
          Problem.at("words", SubmissionRefusal.WORDS.key(), said.length(), LONGEST_WORDS));
    }
    stale(scenario, solved, rows, problems);
    for (Solved.Row row : rows) {
      if (row.gives() && !grounds.containsKey(row.line().id())) {
        problems.add(
            Problem.at(
                "reason-" + row.line().id(),
                SubmissionRefusal.REASON.key(),
                row.name().project().name()));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(SubmissionRefusal.SUBMISSION, problems);
    }
    MoveWords sentences = reading.words(Texts.in(Language.VI));
    long id =
        store.add(
            scenario, jobId, said.isEmpty() ? null : said, told(scenario, solved), day.today());
    Map<Long, Long> cutOf = cuts.proposeOfReallocation(cuts(rows, sentences, grounds));
    List<SubmissionStore.NewMove> moves =
        rows.stream()
            .map(row -> move(row, told(row, sentences), cutOf.get(row.line().id())))
            .toList();
    SubmissionFault.told(() -> store.move(id, moves));
    record(
        "capital.reallocation",
        id,
        said.isEmpty() ? null : said,
        Map.of("scenario", scenarioId, "moves", moves.size(), "moved", solved.movedVnd()));
    return id;
  }

  private void stale(
      Scenario scenario, Solved solved, List<Solved.Row> rows, List<Problem> problems) {
    Map<Long, Scenarios.Drift> drift = new HashMap<>();
    scenarios.drift(scenario.year(), solved.job()).forEach(one -> drift.put(one.line(), one));
    for (Solved.Row row : rows) {
      Scenarios.Drift one = drift.get(row.line().id());
      if (one != null) {
        problems.add(
            Problem.at(
                Long.toString(one.line()),
                SubmissionRefusal.STALE.key(),
                row.name().project().name(),
                one.planWas(),
                one.planIs(),
                one.paidWas(),
                one.paidIs()));
      }
    }
  }

  private static String told(Solved.Row row, MoveWords sentences) {
    String why = sentences.why(row);
    return why.substring(0, Math.min(why.length(), LONGEST_WORDS));
  }

  private static List<NewCut> cuts(
      List<Solved.Row> rows, MoveWords sentences, Map<Long, Ground> grounds) {
    List<NewCut> cuts = new ArrayList<>();
    for (Solved.Row row : rows) {
      Ground ground = grounds.get(row.line().id());
      if (row.gives() && ground != null) {
        cuts.add(
            new NewCut(
                row.line().id(),
                null,
                row.amountVnd(),
                ground.reason(),
                told(row, sentences),
                ground.evidence()));
      }
    }
    return cuts;
  }

  private static SubmissionStore.NewMove move(Solved.Row row, String told, @Nullable Long cut) {
    return new SubmissionStore.NewMove(
        row.line().id(),
        row.move().amountVnd(),
        row.line().plannedVnd(),
        row.line().paidVnd(),
        told,
        row.move().documents().stream()
            .sorted()
            .map(document -> document.name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(" ")),
        cut);
  }

  private static Submission.Told told(Scenario scenario, Solved solved) {
    return new Submission.Told(
        solved.target(),
        solved.before(),
        solved.after(),
        solved.job().found().chanceBefore(),
        solved.job().found().chanceAfter(),
        scenario.rules().definition(),
        solved.proposal().phases().stream()
            .allMatch(vn.dondoc.planning.reallocation.PhaseResult::proved),
        solved.shortVnd(),
        solved.isReached() ? null : ceilings(solved));
  }

  private static Submission.Ceilings ceilings(Solved solved) {
    return new Submission.Ceilings(
        solved.most(),
        solved.ceilings().stream()
            .map(one ->
                new Submission.Ceiling(
                    one.pool().name(), one.before(), one.most(), one.of().binding()))
            .toList());
  }

  /**
   * Enters the authority's decision: what it approves comes into the ledger, balanced, in one
   * transaction; what it does not is dropped; what it does not speak of stays open.
   *
   * @throws Refusal with everything that is wrong; nothing is booked then
   */
  @Transactional
  public void decide(long id, NewDecision decision) {
    Submission submission = required(id);
    List<Problem> problems =
        booking.problems(submission, decision, scenarios.law(submission.year()));
    if (!problems.isEmpty()) {
      throw Refusal.of(SubmissionRefusal.DECISION, problems);
    }
    SubmissionFault.told(() -> {
      long number = store.decide(id, decision, day.today());
      store.rule(id, number, decision.approved());
    });
    booking.book(submission, decision);
    record(
        "capital.reallocation_decide",
        id,
        null,
        Map.of(
            "number",
            decision.number(),
            "issuer",
            decision.issuer(),
            "signed",
            decision.signedOn().toString(),
            "lines",
            decision.approved().size(),
            "approved",
            decision.approved().values().stream().mapToLong(Long::longValue).sum()));
  }

  /**
   * Withdraws what is not decided, with why; its cuts are dropped.
   *
   * @throws Refusal when it is over, or no reason is given
   */
  @Transactional
  public void withdraw(long id, String why) {
    Submission submission = required(id);
    String said = why.strip();
    if (said.isEmpty() || said.length() > LONGEST_WHY) {
      throw Refusal.of(SubmissionRefusal.WORDS, "why", said.length(), LONGEST_WHY);
    }
    if (!submission.isOpen()) {
      throw Refusal.of(SubmissionRefusal.OVER, "", submission.name());
    }
    SubmissionFault.told(() -> store.drop(id, said, day.today()));
    for (Submission.Moved move : submission.moves()) {
      Cut cut = move.cut();
      if (move.isOpen() && cut != null && cut.end() == null) {
        cuts.drop(cut.id(), said);
      }
    }
    record("capital.reallocation_withdraw", id, said, Map.of());
  }

  private void record(String act, long id, @Nullable String why, Map<String, ?> facts) {
    audit.record(new Act(act, "capital.reallocation", Long.toString(id), why, Map.of(), facts));
  }
}
