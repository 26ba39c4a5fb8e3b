package vn.dondoc.planning.reallocation.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Lines of one pool and side that differ in size alone: whatever plan uses a smaller and not a
 * larger one is as good with the two exchanged.
 */
public final class Chains {
  private final Programme programme;
  private final boolean fair;
  private final Map<Key, List<Integer>> chains = new HashMap<>();

  private record Key(int pool, boolean taker, int owner, int priority, boolean due) {}

  public Chains(Programme programme, boolean fair) {
    this.programme = programme;
    this.fair = fair;
    for (int line = 0; line < programme.lines; line++) {
      if (free(line)) {
        chains.computeIfAbsent(key(line), key -> new ArrayList<>()).add(line);
      }
    }
  }

  /** Tells each larger line and the next smaller. */
  public void each(BiConsumer<Integer, Integer> link) {
    for (List<Integer> chain : chains.values()) {
      chain.sort(Comparator.comparingLong((Integer line) -> -most(line)).thenComparing(it -> it));
      for (int at = 1; at < chain.size(); at++) {
        link.accept(chain.get(at - 1), chain.get(at));
      }
    }
  }

  private long most(int line) {
    LineRoom room = programme.rooms[line];
    return room.takes() ? room.take : room.give;
  }

  private boolean free(int line) {
    LineRoom room = programme.rooms[line];
    return most(line) > 0
        && !room.forced()
        && (!room.takes() || room.takeWithin == room.take)
        && programme.projectRoom[programme.projectOf[line]] == Programme.FREE;
  }

  private Key key(int line) {
    int project = programme.projectOf[line];
    int owner = programme.ownerOf[project];
    boolean bound = programme.ownerLoss[owner] != Programme.FREE;
    return new Key(
        programme.poolOf[line],
        programme.rooms[line].takes(),
        fair || bound ? owner : -1,
        fair ? programme.line(line).priority() : 0,
        fair && programme.instance.projects().get(project).dueArea());
  }
}
