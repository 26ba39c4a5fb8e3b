package vn.dondoc.capital.intake.staging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.capital.intake.Intake;
import vn.dondoc.capital.intake.IntakeRefusal;
import vn.dondoc.capital.intake.IntakeStore;
import vn.dondoc.capital.intake.cell.Notation;
import vn.dondoc.capital.intake.layout.HeadFinder;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetFinding;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;

/** Takes the rows out of a workbook, a thousand at a time; goes on where somebody else stopped. */
@Component
class IntakeUnpacking {
  static final int BATCH = 1_000;

  private final IntakeStore intakes;
  private final IntakeRawStore raw;
  private final IntakeJobStore jobs;
  private final IntakeMappings mappings;
  private final TransactionTemplate transaction;

  IntakeUnpacking(
      IntakeStore intakes,
      IntakeRawStore raw,
      IntakeJobStore jobs,
      IntakeMappings mappings,
      PlatformTransactionManager transactions) {
    this.intakes = intakes;
    this.raw = raw;
    this.jobs = jobs;
    this.mappings = mappings;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Does the work.
   *
   * @throws Refusal when the file is no workbook, is over a limit, or holds nothing
   */
  void run(Job job) {
    Intake intake =
        Objects.requireNonNull(
            transaction.execute(status -> intakes.find(job.intakeId()).orElseThrow()));
    byte[] bytes = Objects.requireNonNull(transaction.execute(status -> intakes.file(intake.id())));
    Taking taking = new Taking(job);
    List<SheetFinding> findings = read(intake.file().name(), bytes, taking);
    taking.flush();
    if (taking.tabs.isEmpty()) {
      throw Refusal.of(IntakeRefusal.EMPTY, intake.file().name(), intake.file().name());
    }
    transaction.executeWithoutResult(status -> {
      if (jobs.end(job, Job.State.DONE, List.of())) {
        raw.add(intake.id(), taking.tabs(findings));
        mappings.remember(intake);
      }
    });
  }

  private static List<SheetFinding> read(String name, byte[] bytes, Taking taking) {
    try {
      return Sheets.read(name, new ByteArrayInputStream(bytes), taking::take);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is seen of a sheet on the way. */
  private static final class Seen {
    private int rows;
    private int vietnamese;
    private int english;
  }

  private final class Taking {
    private final Job job;
    private final List<SheetRow> batch = new ArrayList<>();
    private final Map<String, Seen> tabs = new LinkedHashMap<>();
    private int taken;

    Taking(Job job) {
      this.job = job;
    }

    void take(SheetRow row) {
      Seen seen = tabs.computeIfAbsent(row.sheet(), name -> new Seen());
      seen.rows++;
      for (SheetCell cell : row.cells()) {
        Notation evident = cell instanceof SheetCell.Text ? Notation.evident(cell.text()) : null;
        seen.vietnamese += evident == Notation.VI ? 1 : 0;
        seen.english += evident == Notation.EN ? 1 : 0;
      }
      batch.add(row);
      if (batch.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      int from = taken;
      taken += batch.size();
      // Kept before somebody else stopped.
      if (taken > job.progress().rowsDone() && !batch.isEmpty()) {
        transaction.executeWithoutResult(status -> {
          if (!jobs.advance(job, taken)) {
            throw new Overtaken();
          }
          raw.add(job.intakeId(), from, batch);
        });
      }
      batch.clear();
    }

    List<IntakeRawStore.Tab> tabs(List<SheetFinding> findings) {
      List<IntakeRawStore.Tab> told = new ArrayList<>();
      tabs.forEach((name, seen) -> {
        String merged =
            findings.stream()
                .filter(finding -> finding.kind() == SheetFinding.Kind.MERGED_CELLS)
                .filter(finding -> finding.place().sheet().equals(name))
                .filter(finding -> finding.place().row() <= HeadFinder.DEEPEST)
                .map(SheetFinding::shown)
                .collect(Collectors.joining(" "));
        told.add(new IntakeRawStore.Tab(name, seen.rows, merged, seen.vietnamese, seen.english));
      });
      return told;
    }
  }

  /** Somebody else has taken the work over. */
  static final class Overtaken extends RuntimeException {}
}
