package vn.dondoc.planning.reallocation.solve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.reallocation.Progress;

/**
 * A search on the second core, for as long as the first one goes on. Either may be over first: that
 * one's proof ends the other.
 */
final class Beside implements AutoCloseable {
  private final MovesSearch search;
  private final Watch watch;
  private final Thread thread;
  private volatile MovesSearch.@Nullable Result result;
  private volatile @Nullable RuntimeException broken;

  /**
   * @param lines the most that a plan may have
   * @param least no plan has fewer
   * @param ended told when the search is over by itself
   */
  Beside(
      MovesSearch search, Progress progress, long lines, long least, long millis, Runnable ended) {
    this.search = search;
    watch = new Watch(progress, search::stop);
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("reallocation-beside")
            .start(() -> {
              try {
                result = search.run(lines, least, millis);
              } catch (RuntimeException e) {
                broken = e;
              }
              ended.run();
            });
  }

  /** What it found; empty while it goes on. */
  Optional<MovesSearch.Result> result() {
    if (broken != null) {
      throw new IllegalStateException("The search beside broke.", broken);
    }
    return Optional.ofNullable(result);
  }

  /** Waits until it is over. */
  void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watch.end();
    search.stop();
    await();
  }
}
