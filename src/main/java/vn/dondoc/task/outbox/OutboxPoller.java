package vn.dondoc.task.outbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/** Người đưa thư: looks into the outbox again and again, on the nodes that are told to. */
@Component
class OutboxPoller implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxPoller.class);
  private static final Actor SENDER = Actor.system("Gửi thư nhắc việc");
  private static final int MOST_A_ROUND = 1000;

  private final Outbox outbox;
  private final MailSettings settings;
  private final boolean wanted;
  private final long everySeconds;
  private volatile @Nullable Round running;

  OutboxPoller(
      Outbox outbox,
      MailSettings settings,
      @Value("${dondoc.mail.poll:false}") boolean wanted,
      @Value("${dondoc.mail.every:30}") long everySeconds) {
    this.outbox = outbox;
    this.settings = settings;
    this.wanted = wanted;
    this.everySeconds = Math.clamp(everySeconds, 1, 3600);
  }

  private record Round(Thread thread, CountDownLatch end) {}

  @Override
  public void start() {
    if (wanted && running == null) {
      CountDownLatch end = new CountDownLatch(1);
      running = new Round(Thread.ofVirtual().name("outbox").start(() -> rounds(end)), end);
    }
  }

  /** A letter on its way is let through: cut off, it would be sent twice. */
  @Override
  public void stop() {
    Round round = running;
    running = null;
    if (round == null) {
      return;
    }
    round.end().countDown();
    try {
      round.thread().join(settings.patience());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  private void rounds(CountDownLatch end) {
    try {
      do {
        sendAll(end);
      } while (!end.await(everySeconds, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendAll(CountDownLatch end) {
    try {
      for (int letters = 0; letters < MOST_A_ROUND && end.getCount() > 0; letters++) {
        Outbox.Outcome outcome = Acting.call(SENDER, outbox::sendNext);
        if (outcome == Outbox.Outcome.NOTHING || outcome == Outbox.Outcome.NOBODY_THERE) {
          return;
        }
      }
    } catch (RuntimeException e) {
      // The database may be away for a while; the letters are in it.
      LOG.warn("the outbox could not be looked into: {}", e.getMessage());
    }
  }
}
