package vn.dondoc.kernel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Làm việc nền: a queue is gone through at once when somebody asks, by one thread at a time, and
 * now and then by itself once the rounds have begun.
 */
public final class Rounds {
  private final Thread.Builder threads;
  private final Duration every;
  private final Runnable work;
  private final Consumer<RuntimeException> failed;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile @Nullable CountDownLatch end;

  /**
   * Rounds that have not begun.
   *
   * @param threads what makes the thread that works
   * @param every how long between two rounds
   * @param work goes through the queue once
   * @param failed is told what the work could not cope with; the next round tries again
   */
  public Rounds(
      Thread.Builder threads, Duration every, Runnable work, Consumer<RuntimeException> failed) {
    this.threads = threads;
    this.every = every;
    this.work = work;
    this.failed = failed;
  }

  /** Goes through the queue, without waiting for it. */
  public void nudge() {
    if (asked.getAndIncrement() == 0) {
      threads.start(this::answer);
    }
  }

  /** Asked again meanwhile, it looks again. */
  private void answer() {
    int seen;
    do {
      seen = asked.get();
      try {
        work.run();
      } catch (RuntimeException e) {
        failed.accept(e);
      }
    } while (!asked.compareAndSet(seen, 0));
  }

  /** Begins the rounds; the first is at once. */
  public void begin() {
    if (end == null) {
      CountDownLatch latch = new CountDownLatch(1);
      end = latch;
      Thread.ofVirtual().name("rounds").start(() -> nudgeUntil(latch));
    }
  }

  private void nudgeUntil(CountDownLatch latch) {
    try {
      do {
        nudge();
      } while (!latch.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the rounds; work that has begun goes on. */
  public void end() {
    CountDownLatch latch = end;
    end = null;
    if (latch != null) {
      latch.countDown();
    }
  }

  /** The rounds have begun and did not end. */
  public boolean isRunning() {
    return end != null;
  }
}
