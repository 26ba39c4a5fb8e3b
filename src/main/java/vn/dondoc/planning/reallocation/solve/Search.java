package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Effort;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.PhaseResult;
import vn.dondoc.planning.reallocation.PhaseResult.Proof;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.network.MoneyPhases;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.network.Opening;
import vn.dondoc.planning.reallocation.network.PoolTables;
import vn.dondoc.planning.reallocation.programme.Measures;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;
import vn.dondoc.planning.reallocation.solve.IntegerSearch.Result;

/**
 * The phases in order. Network and tables give bounds and first plans; the integer solver is asked
 * only where the two do not meet.
 */
final class Search {
  private static final int LARGE_LINES = 200;
  private static final double MOVES_SHARE = 0.8;
  private static final Phase[] FAIR = {Phase.PRIORITY, Phase.DUE_CUTS, Phase.OWNER_LOSS};

  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;
  private final Effort effort;
  private final Progress progress;
  private final IntegerSearch search;
  private final Opening opening;
  private final Map<Phase, Long> kept = new EnumMap<>(Phase.class);
  private final Map<Phase, PhaseResult> results = new EnumMap<>(Phase.class);
  private @Nullable Solution best;
  private boolean impossible;
  private int tableBound;
  private Opening.@Nullable Few few;
  private @Nullable LargeSearch large;

  Search(Programme programme, Effort effort, Progress progress) {
    this.programme = programme;
    this.effort = effort;
    this.progress = progress;
    network = new Network(programme);
    money = new MoneyPhases(programme, network);
    opening = new Opening(programme, network, money);
    search = new IntegerSearch(programme, progress, effort.workers());
  }

  MoneyPhases money() {
    return money;
  }

  Network network() {
    return network;
  }

  /** Null without a plan: {@link #impossible()} says whether there is none. */
  @Nullable Solution run() {
    long start = System.nanoTime();
    if (!money.solve()) {
      impossible = true;
      return null;
    }
    begin();
    money(start);
    if (best != null) {
      integers();
    }
    return best;
  }

  /** Forgets what was reckoned for another sum to be gained. */
  private void begin() {
    few = null;
    large =
        programme.lines > LARGE_LINES && Natives.available()
            ? new LargeSearch(programme, network, money, opening, progress, effort.workers() > 1)
            : null;
  }

  boolean impossible() {
    return impossible;
  }

  List<PhaseResult> results() {
    return new ArrayList<>(results.values());
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private void money(long start) {
    tables();
    if (best == null && large != null) {
      best = large.first().orElse(null);
    }
    if (best == null) {
      best = opening.fit(few().open()).orElse(null);
    }
    if (best != null) {
      long shortfall = Measures.of(Phase.SHORTFALL, programme, best);
      put(new PhaseResult(Phase.SHORTFALL, shortfall, shortfall, Proof.DUAL, since(start)));
      long cuts = best.cuts();
      keep(Phase.DISTURBANCE, cuts);
      long cutsVnd = cuts * programme.unitVnd;
      put(new PhaseResult(Phase.DISTURBANCE, cutsVnd, cutsVnd, Proof.DUAL, since(start)));
      return;
    }
    if (Natives.available()) {
      new MoneySearch(start).run();
    }
  }

  private void put(PhaseResult result) {
    results.put(result.phase(), result);
    progress.reached(result.phase(), result.value(), result.bound());
  }

  private void keep(Phase phase, long value) {
    kept.put(phase, value);
  }

  private void tables() {
    Optional<PoolTables.Choice> choice = choice();
    if (choice.isPresent()) {
      best = opening.fit(choice.get().open()).orElse(null);
    }
  }

  /** The fewest lines by the tables; from now on no plan has fewer. */
  private Optional<PoolTables.Choice> choice() {
    long[] cap = new long[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      cap[line] = network.bounds.upper[line];
    }
    Optional<PoolTables.Choice> choice = new PoolTables(programme, cap).fewest(money.needed);
    tableBound = choice.isPresent() ? choice.get().lines() : 0;
    return choice;
  }

  /** The choice by parts of lines, made when first asked for. */
  private Opening.Few few() {
    if (few == null) {
      few = opening.few();
    }
    return few;
  }

  /** Where the smallest move keeps the network's plan from being lawful. */
  private final class MoneySearch {
    private final long start;

    MoneySearch(long start) {
      this.start = start;
    }

    void run() {
      IntegerModel model = new IntegerModel(programme, false);
      LinearExpr gain = model.gain();
      var missing =
          model.model.newIntVar(0, Math.max(0, Math.max(money.needed, programme.missing)), "");
      model.model.addGreaterOrEqual(
          LinearExpr.newBuilder().add(missing).add(gain).build(), programme.missing);
      model.model.addGreaterOrEqual(missing, Math.max(0, programme.missing - money.most));
      Result result = search.least(model, Phase.SHORTFALL, missing, effort.integerMillis());
      impossible = result.impossible();
      best = result.solution();
      if (best == null) {
        return;
      }
      long value = Measures.of(Phase.SHORTFALL, programme, best);
      long bound = programme.shortfallVnd(programme.missing - Math.max(0, result.bound()));
      Proof proof = result.proved() ? Proof.SEARCH : Proof.OPEN;
      put(
          new PhaseResult(
              Phase.SHORTFALL, value, result.proved() ? value : bound, proof, since(start)));
      money.needed = Math.min(programme.missing, best.gain(programme));
      begin();
      choice();
      cuts();
    }

    private void cuts() {
      long began = System.nanoTime();
      IntegerModel model = model(false);
      model.model.addGreaterOrEqual(
          model.measure(Phase.DISTURBANCE), money.fewestCuts(money.needed));
      Result result =
          search.least(
              model, Phase.DISTURBANCE, model.measure(Phase.DISTURBANCE), effort.integerMillis());
      better(result);
      long cuts = current().cuts();
      keep(Phase.DISTURBANCE, cuts);
      money.fewestCuts = cuts;
      long unit = programme.unitVnd;
      Proof proof = result.proved() ? Proof.SEARCH : Proof.OPEN;
      long bound = result.proved() ? cuts : Math.min(cuts, Math.max(0, result.bound()));
      put(new PhaseResult(Phase.DISTURBANCE, cuts * unit, bound * unit, proof, since(began)));
    }
  }

  private Solution current() {
    if (best == null) {
      throw new IllegalStateException("Asked for a plan before there is one.");
    }
    return best;
  }

  private void better(Result result) {
    if (result.solution() != null) {
      best = result.solution();
    }
  }

  private IntegerModel model(boolean fair) {
    IntegerModel model = new IntegerModel(programme, fair);
    model.model.addGreaterOrEqual(model.gain(), money.needed);
    kept.forEach((phase, value) -> model.model.addLessOrEqual(model.measure(phase), value));
    if (best != null) {
      model.hint(best, Measures.decisions(programme, best));
    }
    return model;
  }

  private void integers() {
    long until = System.nanoTime() + effort.integerMillis() * 1_000_000;
    phase(Phase.MOVES, share(until, MOVES_SHARE));
    phase(Phase.DECISIONS, until);
    until = System.nanoTime() + effort.fairnessMillis() * 1_000_000;
    for (int at = 0; at < FAIR.length; at++) {
      phase(FAIR[at], share(until, 1.0 / (FAIR.length - at)));
    }
  }

  /** A share of the time that is left; all of it in a small province, where none is used up. */
  private long share(long until, double part) {
    if (large == null) {
      return until;
    }
    long now = System.nanoTime();
    return now + (long) (Math.max(0, until - now) * part);
  }

  private void phase(Phase phase, long until) {
    long start = System.nanoTime();
    long least = least(phase);
    long value = Measures.of(phase, programme, current());
    Proof proof = phase == Phase.MOVES && value > 0 ? Proof.TABLE : Proof.TRIVIAL;
    long bound = least;
    LargeSearch whole = large;
    if (value > least && whole != null && phase != Phase.MOVES) {
      bound = relaxed(phase, whole, least, until);
      value = Measures.of(phase, programme, current());
      proof = Proof.SEARCH;
    }
    if (value > bound && whole != null && phase == Phase.MOVES) {
      best = whole.fewest(current(), bound, until);
      bound = whole.bound();
      value = current().moves();
      proof = Proof.SEARCH;
    } else if (value > bound && going(until)) {
      Result result = searched(phase, bound, until);
      value = Measures.of(phase, programme, current());
      bound = result.proved() ? value : Math.clamp(result.bound(), bound, value);
      proof = Proof.SEARCH;
    }
    keep(phase, value);
    long scale = Measures.scale(phase, programme);
    Proof told = value > bound ? Proof.OPEN : proof;
    put(new PhaseResult(phase, value * scale, bound * scale, told, since(start)));
  }

  private boolean going(long until) {
    return !progress.stopped() && Natives.available() && until > System.nanoTime();
  }

  private Result searched(Phase phase, long least, long until) {
    IntegerModel model = model(phase != Phase.DECISIONS && phase != Phase.MOVES);
    var measure = model.measure(phase);
    model.model.addGreaterOrEqual(measure, least);
    Result result = search.least(model, phase, measure, (until - System.nanoTime()) / 1_000_000);
    better(result);
    return result;
  }

  /** Without a search: a bound by prices, and for decisions a plan that does without one. */
  private long relaxed(Phase phase, LargeSearch whole, long least, long until) {
    if (phase != Phase.DECISIONS) {
      return Math.clamp(whole.bound(phase, kept), least, Measures.of(phase, programme, current()));
    }
    best = whole.fewerDecisions(current(), until);
    return Math.max(least, whole.neededDecisions());
  }

  /** What needs no search to know. */
  private long least(Phase phase) {
    return switch (phase) {
      case MOVES -> fewestMoves();
      case DECISIONS -> current().moves() > 0 ? 1 : 0;
      case SHORTFALL, DISTURBANCE, PRIORITY, DUE_CUTS, OWNER_LOSS -> 0;
    };
  }

  private long fewestMoves() {
    long least = tableBound;
    if (large != null) {
      return Math.max(least, large.bound());
    }
    if (least < current().moves()) {
      least = Math.max(least, few().fewest());
      opening
          .fit(few().open())
          .filter(found -> found.moves() < current().moves())
          .ifPresent(found -> best = found);
    }
    return least;
  }
}
