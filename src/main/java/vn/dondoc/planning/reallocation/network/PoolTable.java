package vn.dondoc.planning.reallocation.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.dondoc.planning.reallocation.programme.LineRoom;
import vn.dondoc.planning.reallocation.programme.Programme;

/** What one pool gains at most with so many lines besides the forced ones. */
public final class PoolTable {
  private final List<Integer> givers = new ArrayList<>();
  private final List<Integer> takers = new ArrayList<>();
  private final long[] gains;
  private final int[] giversUsed;

  public PoolTable(Programme programme, int pool, long[] cap) {
    long given = programme.unallocated[pool];
    long taken = 0;
    for (int line : programme.linesOf(pool)) {
      LineRoom room = programme.rooms[line];
      boolean taker = room.takes() && room.forcedCut == 0;
      if (room.forced()) {
        given += taker ? 0 : cap[line];
        taken += taker ? cap[line] : 0;
      } else if (cap[line] >= programme.smallest) {
        (taker ? takers : givers).add(line);
      }
    }
    Comparator<Integer> largestFirst =
        Comparator.comparingLong((Integer line) -> -cap[line]).thenComparing(line -> line);
    givers.sort(largestFirst);
    takers.sort(largestFirst);
    long[] gives = sums(givers, given, cap);
    long[] takes = sums(takers, taken, cap);
    gains = new long[givers.size() + takers.size() + 1];
    giversUsed = new int[gains.length];
    Arrays.fill(gains, Long.MIN_VALUE / 4);
    if (!programme.counted[pool]) {
      Arrays.fill(gains, 0);
      return;
    }
    for (int give = 0; give < gives.length; give++) {
      for (int take = 0; take < takes.length; take++) {
        long moved = Math.min(Math.min(gives[give], takes[take]), programme.payable[pool]);
        long back = Math.min(gives[give] - moved, programme.mayReturn[pool]);
        long gain = programme.moved * moved + programme.returned * back;
        if (gain > gains[give + take]) {
          gains[give + take] = gain;
          giversUsed[give + take] = give;
        }
      }
    }
  }

  private static long[] sums(List<Integer> order, long start, long[] cap) {
    long[] sums = new long[order.size() + 1];
    sums[0] = start;
    for (int at = 0; at < order.size(); at++) {
      sums[at + 1] = sums[at] + cap[order.get(at)];
    }
    return sums;
  }

  public int lines() {
    return gains.length - 1;
  }

  public long[] gains() {
    return gains;
  }

  public void open(int count, boolean[] open) {
    givers.subList(0, giversUsed[count]).forEach(line -> open[line] = true);
    takers.subList(0, count - giversUsed[count]).forEach(line -> open[line] = true);
  }
}
