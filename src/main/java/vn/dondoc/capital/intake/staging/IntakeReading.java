package vn.dondoc.capital.intake.staging;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.capital.intake.Intake;
import vn.dondoc.capital.intake.IntakeStore;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Head;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.intake.layout.SheetWalk;
import vn.dondoc.web.Label;

/** Reads the rows of a file as its mapping says; goes on where somebody else stopped. */
@Component
class IntakeReading {
  private final IntakeStore intakes;
  private final IntakeRawStore raw;
  private final IntakeJobStore jobs;
  private final IntakeRowStore stagings;
  private final IntakeMappings mappings;
  private final TransactionTemplate transaction;

  IntakeReading(
      IntakeStore intakes,
      IntakeRawStore raw,
      IntakeJobStore jobs,
      IntakeRowStore stagings,
      IntakeMappings mappings,
      PlatformTransactionManager transactions) {
    this.intakes = intakes;
    this.raw = raw;
    this.jobs = jobs;
    this.stagings = stagings;
    this.mappings = mappings;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What one reading needs. */
  private record Ground(Intake intake, Mapping mapping, PoolNames names, Head head) {}

  void run(Job job) {
    Ground ground = Objects.requireNonNull(transaction.execute(status -> ground(job)));
    StagingSink sink = new StagingSink(ground.intake(), ground.names(), mappings::owners);
    SheetWalk walk =
        new SheetWalk(
            ground.intake().what().content(),
            ground.mapping(),
            mappings.words(),
            ground.names(),
            sink);
    dated(ground, sink);
    int after = -1;
    while (true) {
      int from = after;
      List<IntakeRawStore.Placed> page =
          Objects.requireNonNull(
              transaction.execute(status ->
                  raw.after(job.intakeId(), ground.mapping().tab(), from, IntakeUnpacking.BATCH)));
      if (page.isEmpty()) {
        break;
      }
      after = page.getLast().ordinal();
      transaction.executeWithoutResult(status -> take(job, page, walk, sink));
    }
    walk.end();
    transaction.executeWithoutResult(status -> {
      if (jobs.end(job, Job.State.DONE, List.of())) {
        stagings.addNotes(Objects.requireNonNull(job.readingId()), sink.notes());
      }
    });
  }

  private void take(Job job, List<IntakeRawStore.Placed> page, SheetWalk walk, StagingSink sink) {
    page.forEach(placed -> walk.row(placed.row()));
    int done = sink.read(page.size());
    StagingSink.Batch batch = sink.take();
    // Kept before somebody else stopped.
    if (done > job.progress().rowsDone()) {
      if (!jobs.advance(job, done)) {
        throw new IntakeUnpacking.Overtaken();
      }
      long reading = Objects.requireNonNull(job.readingId());
      stagings.addKeys(reading, batch.keys());
      stagings.addRows(reading, batch.rows());
    }
  }

  private Ground ground(Job job) {
    Intake intake = intakes.find(job.intakeId()).orElseThrow();
    Mapping mapping = mappings.reading(Objects.requireNonNull(job.readingId())).mapping();
    return new Ground(
        intake,
        mapping,
        mappings.names(intake),
        mappings.head(intake, mapping.tab(), mapping.from(), mapping.to()));
  }

  /** What the heading says of the cut-off has to be what was told of the file. */
  private static void dated(Ground ground, StagingSink sink) {
    Head head = ground.head();
    Intake.What what = ground.intake().what();
    if (head.until() != null
        && head.untilAt() != null
        && what.content() == Content.TREASURY
        && !head.until().equals(what.cutOff())) {
      sink.stop(head.untilAt(), "capital.intake.other_day", head.until(), what.cutOff());
    }
    if (head.unit() != null && head.unitAt() != null && head.unit() != ground.mapping().unit()) {
      sink.look(
          head.unitAt(),
          "capital.intake.other_unit",
          new Label(head.unit().key()),
          new Label(Objects.requireNonNull(ground.mapping().unit()).key()));
    }
  }
}
