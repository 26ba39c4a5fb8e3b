package vn.dondoc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void whoAsksWhileTheQueueIsGoneThroughIsAnsweredByOneMoreRoundOfTheSameThread()
      throws InterruptedException {
    Semaphore begun = new Semaphore(0);
    Semaphore mayGoOn = new Semaphore(0);
    AtomicInteger together = new AtomicInteger();
    Queue<Integer> atOnce = new ConcurrentLinkedQueue<>();
    Rounds rounds =
        new Rounds(
            Thread.ofVirtual(),
            HOUR,
            () -> {
              atOnce.add(together.incrementAndGet());
              begun.release();
              mayGoOn.acquireUninterruptibly();
              together.decrementAndGet();
            },
            failure -> {});
    rounds.nudge();
    assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    for (int asked = 0; asked < 50; asked++) {
      rounds.nudge();
    }
    mayGoOn.release();
    assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).as("one more round").isTrue();
    mayGoOn.release();
    assertThat(begun.tryAcquire(50, TimeUnit.MILLISECONDS)).as("no third round").isFalse();
    assertThat(atOnce).containsExactly(1, 1);
  }

  @Test
  void whatFailedIsToldAndTriedAgainByTheNextRound() throws InterruptedException {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    CountDownLatch twice = new CountDownLatch(2);
    Rounds rounds =
        new Rounds(
            Thread.ofVirtual(),
            Duration.ofMillis(1),
            () -> {
              twice.countDown();
              throw new IllegalStateException("the database is away");
            },
            failure -> told.add(String.valueOf(failure.getMessage())));
    rounds.begin();
    assertThat(rounds.isRunning()).isTrue();
    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    rounds.end();
    assertThat(rounds.isRunning()).isFalse();
    assertThat(told).contains("the database is away");
  }
}
