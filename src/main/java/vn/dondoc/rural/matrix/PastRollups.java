package vn.dondoc.rural.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.matrix.MatrixStore.Measure;

/**
 * Số liệu kỳ trước: what a day that is over came to, kept for whoever asked. It changes only when a
 * fact of such a day is added, and is judged anew from every fact of those units each time it is
 * asked, which is most of what a page of the running month costs.
 */
@Component
class PastRollups {
  private static final int KEPT = 200;

  private final MatrixStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Asked, Map<String, Rollup>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Map<String, Rollup>> eldest) {
          return size() > KEPT;
        }
      };

  PastRollups(MatrixStore store) {
    this.store = store;
  }

  /**
   * @param viewer who asks, with what he may see
   * @param facts the youngest facts of the day or before it
   */
  private record Asked(Actor viewer, Measure by, Map<String, List<Integer>> groups, String facts) {}

  Map<String, Rollup> of(Map<String, List<Integer>> groups, Measure by) {
    Asked asked = new Asked(Acting.current(), by, Map.copyOf(groups), store.factsUntil(by.day()));
    Map<String, Rollup> found = looked(asked);
    if (found == null) {
      found = Map.copyOf(store.rollups(groups, by));
      keep(asked, found);
    }
    return found;
  }

  private @Nullable Map<String, Rollup> looked(Asked asked) {
    lock.lock();
    try {
      return kept.get(asked);
    } finally {
      lock.unlock();
    }
  }

  private void keep(Asked asked, Map<String, Rollup> found) {
    lock.lock();
    try {
      kept.put(asked, found);
    } finally {
      lock.unlock();
    }
  }
}
