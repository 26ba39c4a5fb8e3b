package vn.dondoc.capital.intake.staging;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Resolution;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.intake.Intake;
import vn.dondoc.capital.intake.IntakeRefusal;
import vn.dondoc.capital.intake.layout.ColumnWords;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Head;
import vn.dondoc.capital.intake.layout.HeadFinder;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.intake.layout.Proposal;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Ghép cột: proposed by the titles, told by a person, remembered for the sender's next file. */
@Component
@Transactional(readOnly = true)
public class IntakeMappings {
  private final IntakeRawStore raw;
  private final IntakeMappingStore store;
  private final IntakeJobStore jobs;
  private final Sources sources;
  private final Bodies bodies;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final ColumnWords words;

  IntakeMappings(
      IntakeRawStore raw,
      IntakeMappingStore store,
      IntakeJobStore jobs,
      Sources sources,
      Bodies bodies,
      AuditTrail audit,
      ProvinceDay day,
      @Value("${dondoc.reference:}") String directory) {
    this.raw = raw;
    this.store = store;
    this.jobs = jobs;
    this.sources = sources;
    this.bodies = bodies;
    this.audit = audit;
    this.day = day;
    this.words = ColumnWords.load(directory.isBlank() ? null : Path.of(directory));
  }

  /** The last work on a file. */
  public Optional<Job> job(Intake intake) {
    return jobs.last(intake.id());
  }

  /** Has a file that came in taken apart. */
  @Transactional
  public void queue(long intake) {
    jobs.queue(intake, Job.Task.UNPACK, null, null);
  }

  /** Whether the reading of a file was by its sender's profile, asking nobody. */
  public boolean isRemembered(long reading) {
    return store.reading(reading).remembered();
  }

  /** How the rows of a reading were read. */
  public Mapping mapping(long reading) {
    return store.reading(reading).mapping();
  }

  /** Sent in as running totals, but every row has a voucher's number and day. */
  public boolean listsVouchers(Intake intake, Mapping mapping) {
    return intake.what().content() == Content.TREASURY && words.listsVouchers(mapping.seen());
  }

  ColumnWords words() {
    return words;
  }

  IntakeMappingStore.Told reading(long id) {
    return store.reading(id);
  }

  List<IntakeRawStore.Tab> tabs(Intake intake) {
    return raw.tabs(intake.id());
  }

  List<SheetRow> top(Intake intake, String tab) {
    return raw.top(intake.id(), tab, HeadFinder.DEEPEST);
  }

  PoolNames names(Intake intake) {
    return new PoolNames(
        sources.pools(),
        sources.all(),
        intake.what().budgetYear(),
        name -> bodies.resolve(name, day.today()).isSure(),
        store.headings(intake.what().senderId()));
  }

  /** Bodies that words name, those that are sure. */
  Map<String, Integer> owners(Collection<String> names) {
    Map<String, Integer> sure = new HashMap<>();
    Map<String, Resolution> told = bodies.resolve(names, day.today());
    told.forEach((name, resolution) -> {
      if (resolution.isSure() && resolution.bodies().size() == 1) {
        sure.put(name, resolution.bodies().getFirst().id());
      }
    });
    return sure;
  }

  /** The titles of a sheet where a mapping says they stand. */
  Head head(Intake intake, String tab, int from, @Nullable Integer to) {
    return finder(intake, tab).at(from, to);
  }

  private HeadFinder finder(Intake intake, String name) {
    IntakeRawStore.Tab tab =
        tabs(intake).stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    return new HeadFinder(words, intake.what().content(), name, top(intake, name), tab.ranges());
  }

  /**
   * What a mapping seems to be.
   *
   * @param tab the sheet asked for; empty for the one that looks most like a table
   * @param row where its titles are said to begin; null to find them
   */
  public Mapping propose(Intake intake, String tab, @Nullable Integer row) {
    PoolNames names = names(intake);
    Mapping best = null;
    for (IntakeRawStore.Tab one : tabs(intake)) {
      if (!tab.isEmpty() && !tab.equals(one.name())) {
        continue;
      }
      HeadFinder finder = finder(intake, one.name());
      Head head =
          row != null ? finder.at(row, null) : finder.find().orElseGet(() -> finder.at(1, 1));
      Mapping seems = Proposal.of(intake.what().content(), head, words, names, one.notation());
      Mapping kept =
          store
              .kept(intake.what())
              .flatMap(mapping -> mapping.in(head))
              .filter(mapping -> !mapping.misses(seems))
              .map(mapping -> mapping.told(head))
              .orElse(seems);
      if (best == null || kept.columns().size() > best.columns().size()) {
        best = kept;
      }
    }
    if (best == null) {
      throw Refusal.of(IntakeRefusal.NOT_READ, intake.file().name(), intake.file().name());
    }
    return best;
  }

  /** Reads a file as its sender's last one was, when it has the same columns and unit. */
  @Transactional
  void remember(Intake intake) {
    Mapping kept = store.kept(intake.what()).orElse(null);
    if (kept == null) {
      return;
    }
    PoolNames names = names(intake);
    for (IntakeRawStore.Tab tab : tabs(intake)) {
      Head head = finder(intake, tab.name()).find().orElse(null);
      Mapping fits = head == null ? null : kept.in(head).orElse(null);
      if (head == null || fits == null) {
        continue;
      }
      boolean sameUnit = head.unit() == null || head.unit() == kept.unit();
      Mapping seems = Proposal.of(intake.what().content(), head, words, names, tab.notation());
      if (sameUnit && !fits.misses(seems)) {
        long reading = store.add(intake.id(), fits, true);
        jobs.queue(intake.id(), Job.Task.READ, reading, tab.rows());
        return;
      }
    }
  }

  /** Reads a file again as it was read: what is known of its names changed. */
  @Transactional
  public void again(Intake intake) {
    Mapping mapping = mapping(Objects.requireNonNull(intake.reading()));
    int rows =
        tabs(intake).stream()
            .filter(tab -> tab.name().equals(mapping.tab()))
            .mapToInt(IntakeRawStore.Tab::rows)
            .sum();
    jobs.queue(intake.id(), Job.Task.READ, store.add(intake.id(), mapping, false), rows);
  }

  /**
   * Reads a file as a person says, and remembers it for the sender's next one.
   *
   * @throws Refusal with everything that keeps it from being read
   */
  @Transactional
  public void read(Intake intake, Mapping mapping) {
    IntakeRawStore.Tab tab =
        tabs(intake).stream()
            .filter(one -> one.name().equals(mapping.tab()))
            .findFirst()
            .orElseThrow(() -> Refusal.of(IntakeRefusal.MAPPING, mapping.tab(), mapping.tab()));
    List<Problem> problems = mapping.problems(intake.what().content());
    if (!problems.isEmpty()) {
      throw Refusal.of(IntakeRefusal.MAPPING, problems);
    }
    store.keep(intake.what(), mapping);
    long reading = store.add(intake.id(), mapping, false);
    jobs.queue(intake.id(), Job.Task.READ, reading, tab.rows());
    audit.record(
        new Act(
            "capital.intake.map",
            "capital.intake",
            Long.toString(intake.id()),
            null,
            Map.of(),
            Map.of(
                "tab", mapping.tab(),
                "unit", String.valueOf(mapping.unit()),
                "columns", mapping.columns().size())));
  }
}
