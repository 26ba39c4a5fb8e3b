package vn.dondoc.capital.reallocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.capital.reallocation.reading.EngineWords;
import vn.dondoc.capital.review.Reviews;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.kernel.Rounds;
import vn.dondoc.planning.reallocation.Effort;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Phase;
import vn.dondoc.planning.reallocation.Progress;
import vn.dondoc.planning.reallocation.Proposal;
import vn.dondoc.planning.reallocation.Reallocations;

/**
 * Tính nền: solves what is queued, at once when somebody asks, and now and then on the nodes that
 * are told to look, in case another one died over it. A first lawful plan is kept before the long
 * search begins, so that there is one whatever happens.
 */
@Component
public class SolveWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SolveWorker.class);
  private static final Actor CLAIMER = Actor.system("Tính phương án điều chuyển");
  private static final Effort FIRST = new Effort(1, 1, 1);
  private static final int MOST_ATTEMPTS = 3;
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final int BEAT_MILLIS = 500;

  private final SolveJobStore jobs;
  private final ScenarioStore scenarios;
  private final Instances instances;
  private final Reviews reviews;
  private final TransactionTemplate transaction;
  private final Effort effort;
  private final boolean looks;
  private final Rounds rounds;
  private volatile boolean closing;

  SolveWorker(
      SolveJobStore jobs,
      ScenarioStore scenarios,
      Instances instances,
      Reviews reviews,
      PlatformTransactionManager transactions,
      @Value("${dondoc.reallocation.seconds:60}") int seconds,
      @Value("${dondoc.reallocation.poll:false}") boolean looks) {
    this.jobs = jobs;
    this.scenarios = scenarios;
    this.instances = instances;
    this.reviews = reviews;
    this.transaction = new TransactionTemplate(transactions);
    this.effort = new Effort(seconds * 1_000L, seconds * 1_000L / 3, 1);
    this.looks = looks;
    // The database may be away for a while; the work is in it.
    this.rounds =
        new Rounds(
            Thread.ofPlatform().daemon().name("reallocation"),
            EVERY,
            this::drain,
            e -> LOG.warn("queued scenarios could not be looked into: {}", e.getMessage()));
  }

  /** Begins what is queued, without waiting for it. */
  public void nudge() {
    rounds.nudge();
  }

  /** Solves everything that is queued. */
  public void drain() {
    Optional<SolveJob> claimed = claim();
    while (claimed.isPresent()) {
      SolveJob job = claimed.get();
      Acting.as(job.asker().actor(), () -> work(job));
      claimed = closing ? Optional.empty() : claim();
    }
  }

  private Optional<SolveJob> claim() {
    return Acting.call(
        CLAIMER, () -> Objects.requireNonNull(transaction.execute(status -> jobs.claim())));
  }

  private void work(SolveJob job) {
    try (Running running = new Running(job)) {
      Instance instance = instance(job);
      List<Problem> refusing = EngineWords.refusing(Reallocations.check(instance));
      if (!refusing.isEmpty()) {
        end(job, SolveJob.State.FAILED, refusing);
        return;
      }
      Proposal first = Reallocations.solve(instance, FIRST, running);
      keep(job, instance, first);
      if (first.outcome() == Proposal.Outcome.CONTRADICTION) {
        end(job, SolveJob.State.DONE, List.of());
        return;
      }
      running.anew();
      Proposal best = Reallocations.solve(instance, effort, running);
      if (closing) {
        // Another server goes on; what was found so far stays.
        end(job, SolveJob.State.QUEUED, List.of());
      } else {
        keep(job, instance, best);
        end(job, running.stopped() ? SolveJob.State.STOPPED : SolveJob.State.DONE, List.of());
      }
    } catch (Refusal refusal) {
      end(job, SolveJob.State.FAILED, refusal.problems());
    } catch (RuntimeException | Error e) {
      LOG.error("scenario {} could not be solved", job.scenarioId(), e);
      boolean again = job.progress().attempts() < MOST_ATTEMPTS;
      end(
          job,
          again ? SolveJob.State.QUEUED : SolveJob.State.FAILED,
          again
              ? List.of()
              : List.of(Problem.at("", ReallocationRefusal.FAILED.key(), MOST_ATTEMPTS)));
    }
  }

  /** What it computes with: frozen the first time, the same again after an interruption. */
  private Instance instance(SolveJob job) {
    Instance frozen = job.found().instance();
    if (frozen != null) {
      return frozen;
    }
    return Objects.requireNonNull(
        transaction.execute(status -> {
          ScenarioRules rules = scenarios.rules(job.scenarioId(), job.step()).orElseThrow();
          Instance built = instances.build(year(job), rules, job.asOf());
          jobs.keep(job, built, reviews.on(job.asOf()).hits());
          return built;
        }));
  }

  private void keep(SolveJob job, Instance instance, Proposal proposal) {
    transaction.executeWithoutResult(status ->
        jobs.keep(
            job, proposal, instances.told(year(job), job.asOf(), instance, proposal).orElse(null)));
  }

  private int year(SolveJob job) {
    return scenarios.scenarios(job.scenarioId(), null, 1).stream()
        .findFirst()
        .map(Scenario::year)
        .orElseThrow();
  }

  private void end(SolveJob job, SolveJob.State state, List<Problem> problems) {
    transaction.executeWithoutResult(status -> jobs.end(job, state, problems));
  }

  /** Tells how far it has come and hears whether to stop, twice a second, beside the solver. */
  private final class Running implements Progress, AutoCloseable {
    private final SolveJob job;
    private final Map<Phase, SolveJob.Reached> reached = new ConcurrentHashMap<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    Running(SolveJob job) {
      this.job = job;
      Thread.ofVirtual()
          .name("reallocation-beat")
          .start(() -> Acting.as(job.asker().actor(), this::beats));
    }

    private void beats() {
      try {
        do {
          beat();
        } while (!over.await(BEAT_MILLIS, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void beat() {
      try {
        List<SolveJob.Reached> told = new ArrayList<>(reached.values());
        told.sort(Comparator.comparing(SolveJob.Reached::phase));
        Optional<Boolean> heard =
            Objects.requireNonNull(transaction.execute(status -> jobs.beat(job, told)));
        // Taken over by another server, or stopped by a person: both end the search here.
        if (heard.orElse(true)) {
          stop.set(true);
        }
      } catch (RuntimeException e) {
        // Without a sign of life another server takes over in a while.
        LOG.warn("no sign of life of scenario {}: {}", job.scenarioId(), e.getMessage());
      }
    }

    void anew() {
      reached.clear();
    }

    @Override
    public void reached(Phase phase, long value, long bound) {
      reached.put(phase, new SolveJob.Reached(phase, value, bound));
    }

    @Override
    public boolean stopped() {
      return stop.get() || closing;
    }

    @Override
    public void close() {
      over.countDown();
    }
  }

  @Override
  public void start() {
    if (looks) {
      rounds.begin();
    }
  }

  @Override
  public void stop() {
    closing = true;
    rounds.end();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
