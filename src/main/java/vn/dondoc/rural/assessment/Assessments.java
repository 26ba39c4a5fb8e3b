package vn.dondoc.rural.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Criterion.Indicator;

/**
 * Các kết quả đánh giá: takes in what is claimed, verified and appraised, and tells what stands.
 */
@Component
@Transactional(readOnly = true)
public class Assessments {
  /** Reports one sending may have: a district's workbook of forty communes. */
  public static final int MOST = 200_000;

  private static final int HISTORY = 500;

  private final AssessmentStore store;
  private final ReportCheck check;
  private final EvidenceCheck fileCheck;
  private final MonthStore months;
  private final EvidenceStore evidence;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Assessments(
      AssessmentStore store,
      ReportCheck check,
      EvidenceCheck fileCheck,
      MonthStore months,
      EvidenceStore evidence,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.check = check;
    this.fileCheck = fileCheck;
    this.months = months;
    this.evidence = evidence;
    this.audit = audit;
    this.day = day;
  }

  /**
   * Writes all of these or none. What was sent before under the same key is not written again.
   *
   * @return the sending's id
   * @throws Refusal with every problem: figures out of range, a stage out of order, a value
   *     somebody changed since it was seen
   */
  @Transactional
  public long record(Sending sending, List<Report> reports) {
    return record(sending, reports, List.of());
  }

  /**
   * The same with evidence, which arrives with what it proves or not at all.
   *
   * @throws Refusal as well for files too many, too large or of a wrong type
   */
  @Transactional
  public long record(Sending sending, List<Report> reports, List<Attachment> files) {
    UUID key = sending.key();
    Optional<Long> before = key == null ? Optional.empty() : store.find(key);
    if (before.isPresent()) {
      return before.get();
    }
    if (reports.size() > MOST) {
      throw Refusal.of(AssessmentRefusal.TOO_MANY, "", reports.size(), MOST);
    }
    ReportCheck.Checked checked = check.look(reports);
    List<Problem> problems = new ArrayList<>(checked.problems());
    problems.addAll(fileCheck.look(files));
    if (!problems.isEmpty()) {
      throw Refusal.of(AssessmentRefusal.REPORTS, problems);
    }
    Optional<Long> entry = store.open(sending, day.today());
    if (entry.isEmpty()) {
      // The same sending came twice at the same moment: the other one has it.
      return store.find(java.util.Objects.requireNonNull(key)).orElseThrow();
    }
    write(entry.get(), checked.lines());
    evidence.attach(entry.get(), files);
    audit(entry.get(), sending, reports, files);
    return entry.get();
  }

  /**
   * Writes all of these or none, each of them an act of its own in the audit.
   *
   * @return the sending's id
   * @throws Refusal as for any other sending
   */
  @Transactional
  public long recordEach(Sending sending, List<Report> reports) {
    long entry = record(sending, reports);
    for (Report report : reports) {
      audit.record(
          new Act(
              "rural.accept",
              "rural.assessment",
              report.unitId() + "/" + report.indicatorId() + "/" + report.period(),
              null,
              Map.of("step", report.seen()),
              Map.of(
                  "entry",
                  entry,
                  "figures",
                  report.figures(),
                  "kind",
                  report.kind().code(),
                  "step",
                  report.seen() + 1)));
    }
    return entry;
  }

  /** Whether a sending with this key is there already. */
  public boolean isRecorded(UUID key) {
    return store.find(key).isPresent();
  }

  /**
   * Takes in reports of the past, each judged by the rules of its month; for loads of history by
   * the system itself, whose figures nobody else checks.
   *
   * @param history reports by the day they were made
   * @return how many facts were written
   * @throws IllegalStateException when a person asks
   */
  @Transactional
  public int load(String note, SortedMap<LocalDate, List<Report>> history) {
    if (Acting.current().accountId() >= 0) {
      throw new IllegalStateException("history is loaded by the system alone");
    }
    Sending sending = new Sending(null, Sending.Way.LOAD, null, note);
    List<AssessmentStore.Sent> sent = new ArrayList<>();
    history.forEach((on, reports) -> {
      long entry = store.open(sending, on).orElseThrow();
      check.lines(reports).forEach(line -> sent.add(new AssessmentStore.Sent(entry, line)));
      audit(entry, sending, reports, List.of());
    });
    store.record(sent);
    return sent.size();
  }

  /** Everything that is wrong with these reports; nothing is written. */
  public List<Problem> problems(List<Report> reports) {
    return check.look(reports).problems();
  }

  /** The same, of reports with their evidence. */
  public List<Problem> problems(List<Report> reports, List<Attachment> files) {
    List<Problem> problems = new ArrayList<>(problems(reports));
    problems.addAll(fileCheck.look(files));
    return problems;
  }

  /** What is wrong with each of these reports, in their order; nothing is written. */
  public List<List<Problem>> problemsOfEach(List<Report> reports) {
    return check.look(reports).each();
  }

  /** Where the indicators of these units stand at the end of a day. */
  public List<Standing> standing(Collection<Integer> units, LocalDate on) {
    return on.isBefore(day.today()) ? store.then(units, on) : store.now(units);
  }

  /** Everything told of an indicator of a unit, the latest first. */
  public List<Told> history(int unit, int indicator) {
    return store.history(unit, indicator, HISTORY);
  }

  /** Which of these indicators the actor may appraise: those its body owns, or any. */
  public Set<Integer> appraisable(Collection<Indicator> indicators) {
    return check.owned(indicators);
  }

  /** Whether the actor may take back what was said of a unit: who said it, or speaks for it. */
  public boolean mayWithdraw(int unit, Told claim) {
    return claim.byAccount() == Acting.current().accountId() || check.speaksFor(unit);
  }

  /** The first month a unit may report on; null when nothing says so. */
  public @Nullable YearMonth opens(int unit) {
    return check.opens(unit);
  }

  /** What was told of a unit in a month, and what was known before. */
  public UnitMonth month(int unit, YearMonth month) {
    return months.read(unit, month, day.today());
  }

  /**
   * A file that proves something.
   *
   * @throws Refusal when there is none, or none for whoever asks
   */
  public Evidence.Content evidence(long id) {
    return evidence
        .find(id)
        .orElseThrow(
            () -> Refusal.of(AssessmentRefusal.NO_EVIDENCE, Long.toString(id), Long.toString(id)));
  }

  private void write(long entry, List<AssessmentStore.Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      store.record(entry, lines);
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(AssessmentRefusal.RACED, "", ReportCheck.numbers(lines));
    }
  }

  private void audit(long entry, Sending sending, List<Report> reports, List<Attachment> files) {
    Map<String, Long> kinds =
        reports.stream()
            .collect(
                Collectors.groupingBy(r -> r.kind().code(), TreeMap::new, Collectors.counting()));
    Map<String, Object> facts = new TreeMap<>(kinds);
    facts.put(
        "units",
        Stream.concat(reports.stream().map(Report::unitId), files.stream().map(Attachment::unitId))
            .distinct()
            .sorted()
            .limit(50)
            .toList());
    if (!files.isEmpty()) {
      facts.put("evidence", files.stream().map(Attachment::name).toList());
    }
    facts.put("way", sending.way().code());
    audit.record(
        new Act(
            "rural.report",
            "rural.entry",
            Long.toString(entry),
            why(sending, reports),
            Map.of(),
            facts));
  }

  /** What was sent along, or why something is taken back. */
  private static @Nullable String why(Sending sending, List<Report> reports) {
    return sending.note() != null
        ? sending.note()
        : reports.stream()
            .filter(report -> report.kind() == Report.Kind.WITHDRAW)
            .map(Report::words)
            .findFirst()
            .orElse(null);
  }
}
