package vn.dondoc.capital.reallocation.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.cut.Cuts;
import vn.dondoc.capital.reallocation.LineStands;
import vn.dondoc.capital.reallocation.PutForward;
import vn.dondoc.capital.reallocation.Scenario;
import vn.dondoc.capital.reallocation.Scenarios;
import vn.dondoc.capital.reallocation.SolveJob;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.reallocation.reading.MoveRules;
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
  private final LineStands stands;
  private final DecisionCheck check;
  private final Booking booking;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Submissions(
      SubmissionStore store,
      Scenarios scenarios,
      Reading reading,
      Cuts cuts,
      LineStands stands,
      DecisionCheck check,
      Booking booking,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.scenarios = scenarios;
    this.reading = reading;
    this.cuts = cuts;
    this.stands = stands;
    this.check = check;
    this.booking = booking;
    this.audit = audit;
    this.day = day;
  }

  @Override
  public List<One> of(int year) {
    List<SubmissionStore.Head> heads = store.heads(null, year, MOST);
    Map<Long, Long> sums = store.sums(heads.stream().map(SubmissionStore.Head::id).toList());
    List<One> all = new ArrayList<>();
    for (SubmissionStore.Head head : heads) {
      all.add(
          new One(
              SubmissionPage.PATH + "/" + head.id(),
              head.name(),
              head.by(),
              head.on(),
              sums.getOrDefault(head.id(), 0L),
              head.state().key(),
              head.state().style()));
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
        store.seesAll(),
        head.state());
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
        row.unpaidVnd(),
        row.figures(),
        new Submission.Why(row.why(), row.whyEn()),
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
    MoveWords sentences = reading.words(Texts.in(Language.VI), solved.job());
    long id =
        store.add(
            scenario,
            jobId,
            said.isEmpty() ? null : said,
            Forward.told(scenario, solved),
            day.today());
    Map<Long, Long> cutOf = cuts.proposeOfReallocation(Forward.cuts(rows, sentences, grounds));
    MoveWords english = reading.words(Texts.in(Language.EN), solved.job());
    List<SubmissionStore.NewMove> moves =
        rows.stream()
            .map(row -> Forward.move(row, sentences, english, cutOf.get(row.line().id())))
            .toList();
    SubmissionFault.told(() -> store.move(id, moves));
    record(
        "capital.reallocation",
        id,
        said.isEmpty() ? null : said,
        Map.of("scenario", scenarioId, "moves", moves.size(), "moved", solved.movedVnd()));
    return id;
  }

  /** Its rates are of the whole ledger: every line that changed makes it old. */
  private void stale(
      Scenario scenario, Solved solved, List<Solved.Row> rows, List<Problem> problems) {
    Map<Long, Scenarios.Drift> drift = new HashMap<>();
    scenarios.drift(scenario.year(), solved.job()).forEach(one -> drift.put(one.line(), one));
    for (Solved.Row row : rows) {
      Scenarios.Drift one = drift.remove(row.line().id());
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
    if (!drift.isEmpty()) {
      problems.add(Problem.at("", SubmissionRefusal.STALE_OTHERS.key(), drift.size()));
    }
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
    LineStands.Picture now = stands.of(submission.year());
    MoveRules law = scenarios.law(submission.year());
    List<Problem> problems = check.problems(submission, decision, law, now);
    if (!problems.isEmpty()) {
      throw Refusal.of(SubmissionRefusal.DECISION, problems);
    }
    SubmissionStore.Found found = check.found(submission, decision, law, now);
    // A reason that was typed without need is none: it would call a timely signature late.
    NewDecision kept = found.late().isEmpty() ? decision.inTime() : decision;
    SubmissionFault.told(() -> {
      long number = store.decide(id, kept, found, day.today());
      store.rule(id, number, kept.approved());
    });
    booking.book(submission, kept);
    record("capital.reallocation_decide", id, late(kept), facts(kept, found));
  }

  private static @Nullable String late(NewDecision decision) {
    return decision.said().late().isEmpty() ? null : decision.said().late();
  }

  private static Map<String, Object> facts(NewDecision decision, SubmissionStore.Found found) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("number", decision.number());
    facts.put("issuer", decision.issuer());
    facts.put("signed", decision.signedOn().toString());
    facts.put("lines", decision.approved().size());
    facts.put("approved", decision.approved().values().stream().mapToLong(Long::longValue).sum());
    if (!found.changed().isEmpty()) {
      facts.put("changed", found.changed());
    }
    if (!found.late().isEmpty()) {
      facts.put("late", found.late());
    }
    NewDecision.MediumTerm medium = decision.mediumTerm();
    if (medium != null) {
      facts.put("medium_term", medium.number());
      facts.put("medium_term_issuer", medium.issuer());
      facts.put("medium_term_signed", medium.signedOn().toString());
    }
    return facts;
  }

  /**
   * What decisions raised above the medium-term plan and its ceilings, as they are entered, do not
   * hold yet, by project.
   */
  public List<String> aboveCeilings(Submission submission) {
    if (submission.decisions().stream().allMatch(one -> one.mediumTerm() == null)) {
      return List.of();
    }
    Map<Long, LineStands.Stand> now = stands.lines(submission.year());
    return submission.moves().stream()
        .filter(move -> {
          LineStands.Stand stand = now.get(move.line().lineId());
          return submission.decisions().stream()
                  .anyMatch(one -> Objects.equals(one.id(), move.decisionId()) && one.raises(move))
              && stand != null
              && stand.aboveMediumTerm(0) > 0;
        })
        .map(move -> move.line().project().name())
        .distinct()
        .toList();
  }

  /** What changed of its lines since it was put forward. */
  public Changes changes(Submission submission) {
    return Changes.of(submission, stands.lines(submission.year()));
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
