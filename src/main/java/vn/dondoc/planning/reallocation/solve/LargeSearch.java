package vn.dondoc.planning.reallocation.solve;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.network.MoneyPhases;
import vn.dondoc.planning.reallocation.network.Network;
import vn.dondoc.planning.reallocation.network.Opening;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Measures;
import vn.dondoc.planning.reallocation.programme.Programme;
import vn.dondoc.planning.reallocation.programme.Solution;

/**
 * Lines and decisions of a large province: bounds by prices first, then the switches that these
 * leave in question, first for plans of a few lines above the bound.
 */
final class LargeSearch {
  /** How many lines above the bound are looked at first. */
  private static final long NEAR = 3;

  private static final long PRICES_MILLIS = 15_000;

  private final Programme programme;
  private final Network network;
  private final MoneyPhases money;
  private final Opening opening;
  private final Progress progress;
  private final boolean twice;
  private @Nullable MovesSearch moves;
  private long bound;
  private int needed;

  /**
   * @param twice whether a second core looks for the fewest lines in another way
   */
  LargeSearch(
      Programme programme,
      Network network,
      MoneyPhases money,
      Opening opening,
      Progress progress,
      boolean twice) {
    this.programme = programme;
    this.network = network;
    this.money = money;
    this.opening = opening;
    this.progress = progress;
    this.twice = twice;
  }

  private MovesSearch moves() {
    if (moves == null) {
      moves = new MovesSearch(programme, network, money, network.bounds.upper);
      bound = moves.fewest();
    }
    return moves;
  }

  /** A plan near the relaxed one. */
  Optional<Solution> first() {
    return moves().touched().flatMap(opening::fit);
  }

  /** No plan has fewer lines. */
  long bound() {
    moves();
    return bound;
  }

  /** As few lines as can be found until then; {@link #bound()} is better afterwards. */
  Solution fewest(Solution start, long least, long until) {
    bound = Math.max(bound(), least);
    Solution best = fewer(start, first());
    tell(best);
    if (!twice || bound >= best.moves()) {
      return nearest(best, until, Optional::empty);
    }
    MovesSearch other = moves().whole();
    try (Beside beside =
        new Beside(other, progress, best.moves() - 1L, bound, left(until), moves()::stop)) {
      best = nearest(best, until, beside::result);
      if (bound < best.moves() && going(until)) {
        beside.await();
        best = taken(best, beside.result());
      }
      return best;
    }
  }

  /** First among plans of a few lines above the bound, then of more. */
  private Solution nearest(
      Solution start, long until, Supplier<Optional<MovesSearch.Result>> beside) {
    Solution best = start;
    boolean over = false;
    for (long more = NEAR; bound < best.moves() && going(until) && !over; more *= NEAR) {
      long lines = Math.min(best.moves() - 1L, bound + more);
      Found found = run(moves(), network.bounds.upper, lines, until);
      best = fewer(best, found.plan);
      over = found.bound <= bound && found.plan.isEmpty() && lines == best.moves() - 1L;
      bound = Math.clamp(found.bound, bound, best.moves());
      best = taken(best, beside.get());
      tell(best);
      over |= beside.get().isPresent();
    }
    return best;
  }

  /** With what the other search found. */
  private Solution taken(Solution best, Optional<MovesSearch.Result> result) {
    Solution better = fewer(best, result.flatMap(MovesSearch.Result::open).flatMap(opening::fit));
    result.ifPresent(found -> bound = Math.clamp(found.bound(), bound, better.moves()));
    tell(better);
    return better;
  }

  private static long left(long until) {
    return (until - System.nanoTime()) / 1_000_000;
  }

  private void tell(Solution best) {
    progress.reached(Phase.MOVES, best.moves(), Math.min(bound, best.moves()));
  }

  private static Solution fewer(Solution best, Optional<Solution> found) {
    return found.filter(other -> other.moves() < best.moves()).orElse(best);
  }

  /** The plan of a run, if it made one, and what no plan is below. */
  private record Found(Optional<Solution> plan, long bound) {}

  /** Runs until the choice of lines is a plan too, for all owners. */
  private Found run(MovesSearch among, long[] most, long lines, long until) {
    Watch watch = new Watch(progress, among::stop);
    long least = among == moves ? bound : among.fewest();
    try {
      while (true) {
        MovesSearch.Result result = among.run(lines, least, left(until));
        least = Math.max(least, result.bound());
        Optional<boolean[]> open = result.open();
        Optional<Solution> plan = open.flatMap(choice -> opening.fit(choice, most));
        if (plan.isPresent() || open.isEmpty() || !going(until) || !among.hold(open.get())) {
          return new Found(plan, least);
        }
      }
    } finally {
      watch.end();
    }
  }

  /**
   * Tries to do without each decision in turn. What no plan with so few lines can do without is
   * counted in {@link #neededDecisions()}.
   */
  Solution fewerDecisions(Solution start, long until) {
    Solution best = start;
    Set<String> closed = new TreeSet<>();
    needed = 0;
    for (String name : new TreeSet<>(Measures.decisions(programme, start).keySet())) {
      if (needed(name, start.moves(), until)) {
        needed++;
      } else if (Measures.decisions(programme, best).containsKey(name) && going(until)) {
        closed.add(name);
        Optional<Solution> found = dropped(closed, best, until);
        if (found.isPresent()) {
          best = found.get();
        } else {
          closed.remove(name);
        }
      }
    }
    return best;
  }

  /** Whether it is proved in time that no plan with so few lines does without that decision. */
  private boolean needed(String name, int lines, long until) {
    return forced(name)
        || going(until)
            && new MovesSearch(programme, network, money, without(Set.of(name))).fewest() > lines;
  }

  private boolean going(long until) {
    return left(until) > 0 && !progress.stopped();
  }

  int neededDecisions() {
    return needed;
  }

  private Optional<Solution> dropped(Set<String> closed, Solution best, long until) {
    int now = Measures.decisions(programme, best).size();
    long[] most = without(closed);
    MovesSearch without = new MovesSearch(programme, network, money, most);
    if (without.fewest() > best.moves() || left(until) <= 0) {
      return Optional.empty();
    }
    return run(without, most, best.moves(), System.nanoTime() + (until - System.nanoTime()) / 2)
        .plan
        .filter(found -> found.moves() <= best.moves())
        .filter(found -> Measures.decisions(programme, found).size() < now);
  }

  private boolean forced(String name) {
    for (int line = 0; line < programme.lines; line++) {
      LineRoom room = programme.rooms[line];
      boolean year = room.forced() && name.equals(year(line));
      boolean medium = room.forcedRaise > room.takeWithin && name.equals(medium(line));
      if (year || medium) {
        return true;
      }
    }
    return false;
  }

  private String year(int line) {
    return "Y" + programme.pool(programme.poolOf[line]).authority();
  }

  private String medium(int line) {
    return "M" + programme.pool(programme.poolOf[line]).mediumTermAuthority();
  }

  private long[] without(Set<String> closed) {
    long[] most = new long[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      LineRoom room = programme.rooms[line];
      most[line] = network.bounds.upper[line];
      if (network.cut[line] == 0 && closed.contains(medium(line))) {
        most[line] = Math.min(most[line], room.takeWithin);
      }
      if (closed.contains(year(line))) {
        most[line] = 0;
      }
    }
    return most;
  }

  /** No plan that keeps what the earlier phases reached is below, in the search's units. */
  long bound(Phase phase, Map<Phase, Long> kept) {
    LineModel lines = new LineModel(programme, network, money, network.bounds.upper, null);
    kept.forEach((each, value) -> {
      if (each != Phase.DECISIONS) {
        lines.keep(each, value);
      }
    });
    lines.minimize(phase);
    return lines
        .model
        .prices(PRICES_MILLIS)
        .map(prices -> (long) Math.ceil(prices.bound() - 1e-4))
        .orElse(0L);
  }
}
