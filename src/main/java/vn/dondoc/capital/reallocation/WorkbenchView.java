package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.planning.reallocation.Conflict;
import vn.dondoc.planning.reallocation.Limit;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.web.Page;

/**
 * Bàn làm việc of one scenario as its page shows it.
 *
 * @param scenario which
 * @param form its rules as typed
 * @param job whose plan is shown: while a new one is sought, the last one there is
 * @param solved what was found; null while there is nothing
 * @param words its sentences
 * @param choices pools and definitions to choose from
 * @param drift what moved in the ledger since
 * @param keptUnallocated vốn chưa phân bổ that is not used, by the words of its pool
 * @param names words of the year's lines
 * @param problems what is wrong with what was sent
 * @param solvedBy the rules it was solved with, whatever they are now
 * @param page whose language
 */
record WorkbenchView(
    Scenario scenario,
    ScenarioForm form,
    @Nullable SolveJob job,
    @Nullable Solved solved,
    MoveWords words,
    Choices choices,
    List<Scenarios.Drift> drift,
    Map<String, Long> keptUnallocated,
    Map<Long, LineName> names,
    List<Problem> problems,
    ScenarioRules solvedBy,
    Page page) {
  private static final int MOST_DRIFT = 5;

  /** What a planner chooses from. */
  record Choices(List<Pool> pools, List<RateDefinition> definitions) {}

  boolean mayPlan() {
    return vn.dondoc.kernel.Acting.current().may(ScenarioPage.PLAN);
  }

  boolean isFrozen(Pool pool) {
    return form.frozen().contains(Integer.toString(pool.id()));
  }

  List<Scenarios.Drift> driftShown() {
    return drift.stream().filter(one -> names.containsKey(one.line())).limit(MOST_DRIFT).toList();
  }

  /** Lines that moved and are not shown. */
  int driftRest() {
    return drift.size() - driftShown().size();
  }

  /** A plan is being sought. */
  boolean isGoing() {
    SolveJob last = scenario.job();
    return last != null && last.isGoingOn();
  }

  /** What is shown is of the time before the one that goes on. */
  boolean isEarlier() {
    SolveJob last = scenario.job();
    return last != null && job != null && last.id() != job.id();
  }

  /** One unit more may bring nothing by itself: moves have a smallest sum. */
  boolean hasSmallestMove() {
    return solvedBy.smallestVnd() > solvedBy.unitVnd();
  }

  String line(long id) {
    LineName name = names.get(id);
    return name == null ? Long.toString(id) : name.project().name();
  }

  String pin(ScenarioRules.Held pin) {
    return words.pin(pin, subject(pin.scope(), pin.subject()));
  }

  /** A pin of a conflict by its number; a frozen pool has one below zero. */
  String pin(long id) {
    if (id < 0) {
      return words.pin(
          new ScenarioRules.Held(id, Pin.Kind.KEEP, Pin.Scope.POOL, -id, 0),
          subject(Pin.Scope.POOL, -id));
    }
    return scenario.rules().pins().stream()
        .filter(pin -> pin.id() == id)
        .findFirst()
        .map(this::pin)
        .orElse(Long.toString(id));
  }

  private Subjects subjects() {
    return new Subjects(names, choices.pools());
  }

  private String subject(Pin.Scope scope, long subject) {
    return subjects().of(scope, subject);
  }

  /** What each đồng more of a limit would bring, by kind. */
  List<Loosened> loosened() {
    return Loosened.of(Objects.requireNonNull(proposal()).marginals(), subjects());
  }

  /** Limits that bind and bring nothing by themselves. */
  long idle() {
    return Loosened.idle(Objects.requireNonNull(proposal()).marginals());
  }

  /** Owners whose share holds money back. */
  List<String> holdingOwners() {
    return Objects.requireNonNull(proposal()).certificate().owners().stream()
        .map(owner -> subject(Pin.Scope.OWNER, owner))
        .toList();
  }

  /** Projects whose ceiling holds money back. */
  List<String> holdingProjects() {
    return Objects.requireNonNull(proposal()).certificate().projects().stream()
        .map(project -> subject(Pin.Scope.PROJECT, project))
        .toList();
  }

  @Nullable Proposal proposal() {
    return solved == null ? null : solved.proposal();
  }

  @Nullable Conflict conflict() {
    Proposal proposal = proposal();
    return proposal == null ? null : proposal.conflict();
  }

  /** Every phase that was entered is proved. */
  boolean isProved() {
    Proposal proposal = Objects.requireNonNull(proposal());
    return proposal.phases().stream().allMatch(vn.dondoc.planning.reallocation.PhaseResult::proved);
  }

  /** Tỷ đồng with one decimal, without its unit. */
  String billions(long dong) {
    return page.formats().decimal(BigDecimal.valueOf(dong, 9), 1);
  }

  String limit(Limit limit) {
    return words.limit(limit);
  }

  /** How the rate was measured when it was solved. */
  String definition() {
    return solvedBy.definition();
  }

  /** What was computed no longer fits the ledger or the rules. */
  boolean isStale() {
    return scenario.isChanged() || !drift.isEmpty();
  }
}
