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
  private static final int LARGE_LINES = 600;
  private static final long FIRST_MILLIS = 10_000;
  private static final Phase[] COUNTED = {Phase.MOVES, Phase.DECISIONS};
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
  private Opening.Few few = new Opening.Few(null, 0);

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
    money(start);
    if (best != null) {
      integers();
    }
    return best;
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
    if (best == null) {
      best = opening.fit(few.open()).orElse(null);
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
    few = opening.few();
    tableBound = Math.max(tableBound, few.fewest());
    return choice;
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
    for (Phase phase : COUNTED) {
      phase(phase, until, false);
    }
    until = System.nanoTime() + effort.fairnessMillis() * 1_000_000;
    for (Phase phase : FAIR) {
      phase(phase, until, true);
    }
  }

  private void phase(Phase phase, long until, boolean fair) {
    long start = System.nanoTime();
    long value = Measures.of(phase, programme, current());
    long least = least(phase);
    Proof proof = phase == Phase.MOVES && value > 0 ? Proof.TABLE : Proof.TRIVIAL;
    long bound = least;
    if (phase == Phase.MOVES && programme.lines > LARGE_LINES && value > least) {
      bound = fewest(least, start + (until - start) / 5 * 4);
      value = current().moves();
      proof = value == bound ? Proof.SEARCH : Proof.OPEN;
    } else if (value > least && !progress.stopped() && Natives.available() && until > start) {
      IntegerModel model = model(fair);
      var measure = model.measure(phase);
      model.model.addGreaterOrEqual(measure, least);
      Result result = search.least(model, phase, measure, (until - start) / 1_000_000);
      better(result);
      value = Measures.of(phase, programme, current());
      bound = result.proved() ? value : Math.clamp(result.bound(), least, value);
      proof = result.proved() ? Proof.SEARCH : Proof.OPEN;
    } else if (value > least) {
      proof = Proof.OPEN;
    }
    keep(phase, value);
    long scale = Measures.scale(phase, programme);
    put(new PhaseResult(phase, value * scale, bound * scale, proof, since(start)));
  }

  /** Fewest moves in a large province: two runs, so that a bound is told between them. */
  private long fewest(long least, long until) {
    long bound = least;
    long slice = FIRST_MILLIS;
    while (bound < current().moves() && !progress.stopped() && Natives.available()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      MovesSearch moves = new MovesSearch(programme, network, money, bound);
      Watch watch = new Watch(progress, moves::stop);
      MovesSearch.Result result = moves.run(current(), Math.min(slice, left));
      watch.end();
      result
          .open()
          .flatMap(opening::fit)
          .filter(found -> found.moves() < current().moves())
          .ifPresent(found -> best = found);
      bound = Math.clamp(result.bound(), bound, current().moves());
      progress.reached(Phase.MOVES, current().moves(), bound);
      slice = left;
    }
    return bound;
  }

  private long least(Phase phase) {
    return switch (phase) {
      case MOVES -> tableBound;
      case DECISIONS -> current().moves() > 0 ? 1 : 0;
      case SHORTFALL, DISTURBANCE, PRIORITY, DUE_CUTS, OWNER_LOSS -> 0;
    };
  }
}
