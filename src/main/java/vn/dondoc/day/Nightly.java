package vn.dondoc.day;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Việc hằng đêm: begins the province's day when it has come in Việt Nam, on as many servers as
 * there are. What fails is tried again; it runs only once it is started.
 */
@Component
public class Nightly implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
  private static final Duration LOOK = Duration.ofSeconds(20);
  private static final Duration AGAIN = Duration.ofMinutes(5);
  private static final Duration LAST_WORK = Duration.ofSeconds(30);

  private final ProvinceDays days;
  private final Clock clock;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Thread thread;

  Nightly(ProvinceDays days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  /** Starts it; once started it runs until the server ends. */
  public void start() {
    start(AGAIN);
  }

  synchronized void start(Duration again) {
    if (thread == null) {
      thread = Thread.ofVirtual().name("nightly").start(() -> run(again));
    }
  }

  private void run(Duration again) {
    LocalDate reached = LocalDate.MIN;
    Duration pause = Duration.ZERO;
    while (!endsWithin(pause)) {
      LocalDate today = LocalDate.now(clock);
      pause = LOOK;
      // Nothing is asked of the database until the day changes.
      if (!today.equals(reached)) {
        try {
          days.catchUp(today);
          reached = today;
        } catch (RuntimeException | Error e) {
          LOG.error("the day's work failed and is tried again in {}", again, e);
          pause = again;
        }
      }
    }
  }

  private boolean endsWithin(Duration pause) {
    try {
      return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    ended.countDown();
    Thread running;
    synchronized (this) {
      running = thread;
    }
    if (running != null) {
      running.join(LAST_WORK);
    }
  }
}
