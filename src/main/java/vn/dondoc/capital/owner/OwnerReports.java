package vn.dondoc.capital.owner;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectReference;

/** Báo cáo tháng của các chủ đầu tư: said again, the last word counts and the first stays. */
@Component
@Transactional(readOnly = true)
public class OwnerReports {
  /** Lines looked at once: every line of a province. */
  static final int MOST = 20_000;

  /** How many months back a report may still be said. */
  static final int MONTHS_BACK = 6;

  private final ReportStore store;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;

  OwnerReports(ReportStore store, ProjectReference reference, AuditTrail audit, ProvinceDay day) {
    this.store = store;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
  }

  /**
   * What is said of a line, made from what was seen.
   *
   * @param lineId dòng vốn
   * @param seen the step it was made from; 0 when nothing had been said
   * @param report what is said
   */
  public record Entry(long lineId, int seen, OwnerReport report) {}

  /**
   * What does not hold of what a workbook says of a line.
   *
   * @param lineId dòng vốn
   * @param field which amount, as the form of the page calls it; empty for the whole line
   * @param stops the page refuses it; else it only asks
   * @param problem told as the page tells it
   */
  public record Fault(long lineId, String field, boolean stops, Problem problem) {}

  /** The actor's own lines of a month. */
  public List<ReportLine> own(YearMonth month, OwnerReport.Kind kind) {
    return store.lines(period(month, kind), true, MOST);
  }

  /** Every line of a month within sight. */
  public List<ReportLine> all(YearMonth month, OwnerReport.Kind kind) {
    return store.lines(period(month, kind), false, MOST);
  }

  /** The day a report is due; null while no rule says so. */
  public @Nullable LocalDate due(YearMonth month, OwnerReport.Kind kind) {
    return store.due(month, kind);
  }

  /**
   * Records what the owner says of its own lines; what is said already is passed over.
   *
   * @return how many lines were said something new of
   * @throws Refusal with every problem of every line; nothing is kept
   */
  @Transactional
  public int record(YearMonth month, OwnerReport.Kind kind, List<Entry> entries) {
    return record(period(month, kind), own(month, kind), entries, day.today());
  }

  /**
   * Takes in what owners said on an earlier day; only for a load of history, of every owner.
   *
   * @return how many lines were said something new of
   * @throws Refusal with every problem of every line; nothing is kept
   */
  @Transactional
  public int load(YearMonth month, OwnerReport.Kind kind, LocalDate on, List<Entry> entries) {
    return record(period(month, kind), all(month, kind), entries, on);
  }

  /**
   * Holds what a workbook says to the rules of the page, before anything is kept.
   *
   * @param own only the actor's own lines, as on the page; else those within sight
   * @param told amounts by line; what was said before stays where there is none
   * @throws Refusal when the month cannot be reported
   */
  public List<Fault> faults(
      YearMonth month, OwnerReport.Kind kind, boolean own, Map<Long, OwnerReport.Money> told) {
    List<Fault> faults = new ArrayList<>();
    Map<Long, ReportLine> lines =
        store.lines(period(month, kind), own, MOST).stream()
            .collect(Collectors.toMap(ReportLine::lineId, Function.identity()));
    told.forEach((id, money) -> {
      ReportLine line = lines.get(id);
      if (line == null) {
        String number = Long.toString(id);
        faults.add(new Fault(id, "", true, Problem.at(number, OwnerRefusal.NO_LINE.key(), number)));
        return;
      }
      OwnerReport.Said said = line.said();
      OwnerReport.Money before = said == null ? OwnerReport.Money.NONE : said.report().money();
      OwnerReport.Money meant = money.over(before);
      List<Problem> problems = new ArrayList<>();
      new ReportCheck(reference.choices(), kind, problems).money(line, meant);
      for (Problem problem : problems) {
        String field = problem.place().substring(0, problem.place().lastIndexOf('-'));
        faults.add(new Fault(id, field, true, problem));
      }
      if (!Objects.equals(meant.disbursed(), before.disbursed())) {
        ReportCheck.belowTreasury(line, meant.disbursed())
            .ifPresent(problem -> faults.add(new Fault(id, "disbursed", false, problem)));
      }
    });
    return faults;
  }

  private int record(
      ReportStore.Period period, List<ReportLine> known, List<Entry> entries, LocalDate on) {
    Map<Long, ReportLine> lines =
        known.stream().collect(Collectors.toMap(ReportLine::lineId, Function.identity()));
    List<Entry> fresh = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    ReportCheck check = new ReportCheck(reference.choices(), period.kind(), problems);
    for (Entry entry : entries) {
      ReportLine line = lines.get(entry.lineId());
      if (line == null) {
        String number = Long.toString(entry.lineId());
        problems.add(Problem.at(number, OwnerRefusal.NO_LINE.key(), number));
      } else if (isNew(line.said(), entry.report())) {
        int step = line.said() == null ? 0 : line.said().step();
        if (step != entry.seen()) {
          problems.add(
              Problem.at(ReportCheck.place(line, ""), OwnerRefusal.CHANGED.key(), line.project()));
        }
        check.line(line, entry.report());
        fresh.add(entry);
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(OwnerRefusal.REPORT, problems);
    }
    for (Entry entry : fresh) {
      write(period, entry, lines, on);
    }
    if (!fresh.isEmpty()) {
      audit(period, fresh);
    }
    return fresh.size();
  }

  private static boolean isNew(OwnerReport.@Nullable Said said, OwnerReport report) {
    return said == null ? !report.isEmpty() : !said.report().equals(report);
  }

  private void write(
      ReportStore.Period period, Entry entry, Map<Long, ReportLine> lines, LocalDate on) {
    try {
      store.add(entry.lineId(), period, entry.seen() + 1, entry.report(), on);
    } catch (DuplicateKeyException raced) {
      ReportLine line = lines.get(entry.lineId());
      throw Refusal.of(
          OwnerRefusal.CHANGED,
          Long.toString(entry.lineId()),
          line == null ? Long.toString(entry.lineId()) : line.project());
    }
  }

  private void audit(ReportStore.Period period, List<Entry> fresh) {
    audit.record(
        new Act(
            "capital.report",
            "capital.owner_report",
            period.month() + "/" + period.kind().code(),
            null,
            Map.of(),
            Map.of("lines", fresh.stream().map(Entry::lineId).sorted().limit(100).toList())));
  }

  /** A month that has not begun or is long over; told at a place. */
  public static Optional<Problem> outside(String place, YearMonth month, LocalDate today) {
    YearMonth now = YearMonth.from(today);
    YearMonth first = now.minusMonths(MONTHS_BACK);
    return month.isAfter(now) || month.isBefore(first)
        ? Optional.of(
            Problem.at(
                place, OwnerRefusal.MONTH.key(), month.atDay(1), first.atDay(1), now.atDay(1)))
        : Optional.empty();
  }

  /** The month has begun and is not long over. */
  private ReportStore.Period period(YearMonth month, OwnerReport.Kind kind) {
    LocalDate today = day.today();
    Problem outside = outside("thang", month, today).orElse(null);
    if (outside != null) {
      throw Refusal.of(OwnerRefusal.MONTH, List.of(outside));
    }
    LocalDate end = month.atEndOfMonth();
    return new ReportStore.Period(month, kind, end.isAfter(today) ? today : end);
  }
}
