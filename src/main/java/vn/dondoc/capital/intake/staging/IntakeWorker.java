package vn.dondoc.capital.intake.staging;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import vn.dondoc.kernel.Rounds;

/**
 * Làm việc nền: does what is queued, at once when somebody asks, and now and then on the nodes that
 * are told to look, in case another one died over it.
 */
@Component
public class IntakeWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
  private static final Actor CLAIMER = Actor.system("Đọc tệp nhập vốn");
  private static final int MOST_ATTEMPTS = 3;
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final IntakeJobStore jobs;
  private final IntakeUnpacking unpacking;
  private final IntakeReading reading;
  private final TransactionTemplate transaction;
  private final boolean looks;
  private final Rounds rounds;

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
    // The database may be away for a while; the work is in it.
    this.rounds =
        new Rounds(
            Thread.ofVirtual().name("intake"),
            EVERY,
            this::drain,
            e -> LOG.warn("queued files could not be looked into: {}", e.getMessage()));
  }

  /** Begins what is queued, without waiting for it. */
  public void nudge() {
    rounds.nudge();
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
    if (looks) {
      rounds.begin();
    }
  }

  @Override
  public void stop() {
    rounds.end();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
