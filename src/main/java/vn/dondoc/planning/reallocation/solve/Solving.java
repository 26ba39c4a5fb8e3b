package vn.dondoc.planning.reallocation.solve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Certificate;
import vn.dondoc.planning.reallocation.Certificate.Dual;
import vn.dondoc.planning.reallocation.Conflict;
import vn.dondoc.planning.reallocation.Effort;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Marginal;
import vn.dondoc.planning.reallocation.Problem;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.planning.reallocation.Proposal.Outcome;
import vn.dondoc.planning.reallocation.Proposal.Standing;
import vn.dondoc.planning.reallocation.network.Ceilings;
import vn.dondoc.planning.reallocation.network.Marginals;
import vn.dondoc.planning.reallocation.network.NetworkSimplex;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/** Puts a proposal together. */
public final class Solving {
  private static final Certificate NOTHING =
      new Certificate(0, 0, List.of(), List.of(), List.of(), Dual.NONE, Dual.NONE);

  private final Programme programme;
  private final Search search;
  private final Progress progress;
  private final List<Problem> findings;

  /** Of an instance without problems that refuse it. */
  public Solving(Instance instance, Effort effort, Progress progress, List<Problem> findings) {
    this.progress = progress;
    this.findings = findings;
    programme = new Programme(instance);
    search = new Search(programme, effort, progress);
  }

  public Proposal proposal() {
    Solution solution = search.run();
    if (solution == null) {
      Conflict conflict =
          search.impossible() ? new Contradictions(programme.instance, progress).conflict() : null;
      return nothing(conflict);
    }
    boolean reached = solution.gain(programme) >= programme.missing;
    Reasons reasons = new Reasons(programme, solution);
    return new Proposal(
        reached ? Outcome.REACHED : Outcome.OUT_OF_REACH,
        reasons.moves(),
        returned(solution),
        search.results(),
        before(),
        reasons.standing(),
        new Ceilings(programme, search.network(), search.money()).certificate(),
        reasons.left(),
        reached ? List.of() : marginals(),
        null,
        findings);
  }

  private Proposal nothing(@Nullable Conflict conflict) {
    return new Proposal(
        conflict == null ? Outcome.UNDECIDED : Outcome.CONTRADICTION,
        List.of(),
        Map.of(),
        search.results(),
        before(),
        before(),
        NOTHING,
        List.of(),
        List.of(),
        conflict,
        findings);
  }

  private Standing before() {
    return new Reasons(programme, new Solution(programme)).standing();
  }

  private Map<Long, Long> returned(Solution solution) {
    Map<Long, Long> returned = new HashMap<>();
    for (int pool = 0; pool < programme.pools; pool++) {
      if (solution.returned[pool] > 0) {
        returned.put(programme.pool(pool).id(), solution.returned[pool] * programme.unitVnd);
      }
    }
    return returned;
  }

  private List<Marginal> marginals() {
    NetworkSimplex prices = search.money().prices;
    return prices == null ? List.of() : new Marginals(programme, search.network(), prices).best();
  }
}
