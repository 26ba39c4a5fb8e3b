package vn.dondoc.planning.reallocation.programme;

import java.util.HashMap;
import java.util.Map;
import vn.dondoc.planning.reallocation.Phase;

/** What a plan measures in each phase, in the search's units. */
public final class Measures {
  public static final long MILLION = 1_000_000;

  private Measures() {}

  public static long owned(Programme programme, int owner) {
    return Math.max(1, programme.instance.owners().get(owner).plannedVnd() / programme.unitVnd);
  }

  public static long of(Phase phase, Programme programme, Solution solution) {
    return switch (phase) {
      case SHORTFALL -> programme.shortfallVnd(solution.gain(programme));
      case DISTURBANCE -> solution.cuts();
      case MOVES -> solution.moves();
      case DECISIONS -> decisions(programme, solution).size();
      case PRIORITY -> priority(programme, solution);
      case DUE_CUTS -> dueCuts(programme, solution);
      case OWNER_LOSS -> ownerLoss(programme, solution);
    };
  }

  /** What a unit of the search's measure is worth outside. */
  public static long scale(Phase phase, Programme programme) {
    return switch (phase) {
      case DISTURBANCE, PRIORITY, DUE_CUTS -> programme.unitVnd;
      case SHORTFALL, MOVES, DECISIONS, OWNER_LOSS -> 1;
    };
  }

  /** Authorities that decide: Y of the year's plan, M of the medium-term plan. */
  public static Map<String, Boolean> decisions(Programme programme, Solution solution) {
    Map<String, Boolean> names = new HashMap<>();
    for (int line = 0; line < programme.lines; line++) {
      if (solution.change[line] != 0) {
        names.put("Y" + programme.pool(programme.poolOf[line]).authority(), true);
      }
      LineRoom room = programme.rooms[line];
      if (solution.change[line] > 0 && solution.change[line] > room.takeWithin) {
        names.put("M" + programme.pool(programme.poolOf[line]).mediumTermAuthority(), true);
      }
    }
    for (int pool = 0; pool < programme.pools; pool++) {
      if (solution.returned[pool] > 0) {
        names.put("Y" + programme.pool(pool).authority(), true);
      }
    }
    return names;
  }

  private static long priority(Programme programme, Solution solution) {
    long sum = 0;
    for (int line = 0; line < programme.lines; line++) {
      sum += Math.max(0, solution.change[line]) * programme.line(line).priority();
    }
    return sum;
  }

  private static long dueCuts(Programme programme, Solution solution) {
    long sum = 0;
    for (int line = 0; line < programme.lines; line++) {
      boolean due = programme.instance.projects().get(programme.projectOf[line]).dueArea();
      sum += due ? Math.max(0, -solution.change[line]) : 0;
    }
    return sum;
  }

  private static long ownerLoss(Programme programme, Solution solution) {
    long[] lost = new long[programme.owners];
    for (int line = 0; line < programme.lines; line++) {
      lost[programme.ownerOf[programme.projectOf[line]]] -= solution.change[line];
    }
    long most = 0;
    for (int at = 0; at < programme.owners; at++) {
      most = Math.max(most, Amounts.millionths(lost[at], owned(programme, at)));
    }
    return most;
  }
}
