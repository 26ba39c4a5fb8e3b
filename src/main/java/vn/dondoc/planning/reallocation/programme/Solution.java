package vn.dondoc.planning.reallocation.programme;

/** What changes, in units: by line (increase above 0), and by pool what leaves and what is used. */
public final class Solution {
  public final long[] change;
  public final long[] returned;
  public final long[] fromUnallocated;

  public Solution(Programme programme) {
    change = new long[programme.lines];
    returned = new long[programme.pools];
    fromUnallocated = new long[programme.pools];
  }

  public long cuts() {
    long sum = 0;
    for (long each : change) {
      sum += Math.max(0, -each);
    }
    return sum;
  }

  public int moves() {
    int count = 0;
    for (long each : change) {
      count += each == 0 ? 0 : 1;
    }
    return count;
  }

  public long gain(Programme programme) {
    long sum = 0;
    for (int line = 0; line < change.length; line++) {
      if (change[line] > 0 && programme.counted[programme.poolOf[line]]) {
        sum += programme.moved * change[line];
      }
    }
    for (int pool = 0; pool < returned.length; pool++) {
      sum += programme.counted[pool] ? programme.returned * returned[pool] : 0;
    }
    return sum;
  }

  /** Whether no change is smaller than the smallest move. */
  public boolean largeEnough(Programme programme) {
    for (long each : change) {
      if (each != 0 && Math.abs(each) < programme.smallest) {
        return false;
      }
    }
    return true;
  }
}
