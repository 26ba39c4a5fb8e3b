package vn.dondoc.capital.intake.staging;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.capital.intake.IntakeRefusal;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Làm việc nền: does what is queued, at once when somebody asks, and now and then on the nodes that
 * are told to look, in case another one died over it.
 */
@Component
public class IntakeWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
  private static final Actor CLAIMER = Actor.system("Đọc tệp nhập vốn");
  private static final int MOST_ATTEMPTS = 3;
  private static final int EVERY_SECONDS = 60;

  private final IntakeJobStore jobs;
  private final IntakeUnpacking unpacking;
  private final IntakeReading reading;
  private final TransactionTemplate transaction;
  private final boolean looks;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile @Nullable CountDownLatch end;

  IntakeWorker(
      IntakeJobStore jobs,
      IntakeUnpacking unpacking,
      IntakeReading reading,
      PlatformTransactionManager transactions,
      @Value("${dondoc.intake.poll:false}") boolean looks) {
    this.jobs = jobs;
    this.unpacking = unpacking;
    this.reading = reading;
    this.transaction = new TransactionTemplate(transactions);
    this.looks = looks;
  }

  /** Begins what is queued, without waiting for it. */
  public void nudge() {
    if (asked.getAndIncrement() == 0) {
      Thread.ofVirtual().name("intake").start(this::answer);
    }
  }

  /** Asked again meanwhile, it looks again. */
  private void answer() {
    int seen;
    do {
      seen = asked.get();
      try {
        drain();
      } catch (RuntimeException e) {
        // The database may be away for a while; the work is in it.
        LOG.warn("queued files could not be looked into: {}", e.getMessage());
      }
    } while (!asked.compareAndSet(seen, 0));
  }

  /** Does everything that is queued. */
  public void drain() {
    Optional<Job> claimed = claim();
    while (claimed.isPresent()) {
      Job job = claimed.get();
      Acting.as(job.asker().actor(), () -> work(job));
      claimed = claim();
    }
  }

  private Optional<Job> claim() {
    return Acting.call(
        CLAIMER, () -> Objects.requireNonNull(transaction.execute(status -> jobs.claim())));
  }

  private void work(Job job) {
    try {
      if (job.task() == Job.Task.UNPACK) {
        unpacking.run(job);
      } else {
        reading.run(job);
      }
    } catch (IntakeUnpacking.Overtaken e) {
      LOG.info("file {} is worked on elsewhere", job.intakeId());
    } catch (Refusal refusal) {
      end(job, Job.State.FAILED, refusal.problems());
    } catch (RuntimeException | Error e) {
      LOG.error("work on file {} failed", job.intakeId(), e);
      boolean again = job.progress().attempts() < MOST_ATTEMPTS;
      end(
          job,
          again ? Job.State.QUEUED : Job.State.FAILED,
          again
              ? List.of()
              : List.of(
                  Problem.at(
                      Long.toString(job.intakeId()), IntakeRefusal.FAILED.key(), MOST_ATTEMPTS)));
    }
  }

  private void end(Job job, Job.State state, List<Problem> problems) {
    transaction.executeWithoutResult(status -> jobs.end(job, state, problems));
  }

  @Override
  public void start() {
    if (looks && end == null) {
      CountDownLatch latch = new CountDownLatch(1);
      end = latch;
      Thread.ofVirtual().name("intake-rounds").start(() -> rounds(latch));
    }
  }

  private void rounds(CountDownLatch latch) {
    try {
      do {
        nudge();
      } while (!latch.await(EVERY_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    CountDownLatch latch = end;
    end = null;
    if (latch != null) {
      latch.countDown();
    }
  }

  @Override
  public boolean isRunning() {
    return end != null;
  }
}
