package vn.dondoc.planning.reallocation.network;

import java.util.Arrays;
import java.util.Optional;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;

/**
 * Fewest lines, were pools coupled by nothing but the target: in each pool the largest givers and
 * the largest takers serve any sum with fewest lines, so a table says what a number of lines can
 * gain, and tables add up over pools. What comes out bounds every coupled plan from below; the
 * choice behind it is where the search for a plan begins.
 */
public final class PoolTables {
  private static final int FIRST_LINES = 64;

  private final Programme programme;
  private final PoolTable[] tables;
  private final int forced;

  public PoolTables(Programme programme, long[] cap) {
    this.programme = programme;
    tables = new PoolTable[programme.pools];
    Arrays.setAll(tables, pool -> new PoolTable(programme, pool, cap));
    int count = 0;
    for (LineRoom room : programme.rooms) {
      count += room.forced() ? 1 : 0;
    }
    forced = count;
  }

  /** The lines of a choice, and how many they are with the forced ones; null if not enough. */
  public record Choice(boolean[] open, int lines) {}

  /** Fewest lines that can gain so much; none if all together cannot. */
  public Optional<Choice> fewest(long needed) {
    int most = 0;
    for (PoolTable table : tables) {
      most += table.lines();
    }
    for (int lines = Math.min(FIRST_LINES, most); ; lines = Math.min(2 * lines, most)) {
      long[][] best = sums(lines);
      long[] last = best[tables.length];
      for (int count = 0; count <= lines; count++) {
        if (last[count] >= needed) {
          return Optional.of(choice(best, count));
        }
      }
      if (lines == most) {
        return Optional.empty();
      }
    }
  }

  private long[][] sums(int lines) {
    long[][] best = new long[tables.length + 1][lines + 1];
    for (int pool = 0; pool < tables.length; pool++) {
      long[] gains = tables[pool].gains();
      for (int count = 0; count <= lines; count++) {
        long value = Long.MIN_VALUE;
        for (int here = 0; here <= count && here < gains.length; here++) {
          value = Math.max(value, best[pool][count - here] + gains[here]);
        }
        best[pool + 1][count] = value;
      }
    }
    return best;
  }

  private Choice choice(long[][] best, int count) {
    boolean[] open = new boolean[programme.lines];
    for (int line = 0; line < programme.lines; line++) {
      open[line] = programme.rooms[line].forced();
    }
    int left = count;
    for (int pool = tables.length - 1; pool >= 0; pool--) {
      long[] gains = tables[pool].gains();
      int here = 0;
      while (best[pool][left - here] + gains[here] != best[pool + 1][left]) {
        here++;
      }
      tables[pool].open(here, open);
      left -= here;
    }
    return new Choice(open, count + forced);
  }
}
