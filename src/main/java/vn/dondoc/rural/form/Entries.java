package vn.dondoc.rural.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Sending;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;

/** Các lần gửi: records what a form says, or tells everything that keeps it from being recorded. */
@Component
class Entries {
  private final Assessments assessments;

  /**
   * Rút lại số đã gửi.
   *
   * @param key the sender's own key
   * @param seen how many facts the person had seen
   * @param reason lý do
   */
  record Withdrawal(UUID key, int seen, String reason) {}

  Entries(Assessments assessments) {
    this.assessments = assessments;
  }

  Outcome send(Desk desk, Criterion criterion, EntryForm form) {
    List<Indicator> indicators = criterion.indicators();
    UnitMonth now = assessments.month(desk.unit().id(), desk.month());
    EntryReading reading = EntryReading.of(now, indicators, form);
    if (!reading.problems().isEmpty()) {
      List<Problem> more = assessments.problems(reading.reports(), reading.files());
      return refused(desk, indicators, reading, more);
    }
    if (reading.reports().isEmpty() && reading.files().isEmpty()) {
      return form.keepsTheirs() ? Outcome.written(0) : nothingNew(desk);
    }
    try {
      assessments.record(Sending.ofPage(form.key()), reading.reports(), reading.files());
      return Outcome.written(reading.reports().size() + reading.files().size());
    } catch (Refusal refusal) {
      return refused(desk, indicators, reading, refusal.problems());
    }
  }

  /** Takes back what was said of one indicator, as it was seen. */
  Outcome withdraw(Desk desk, Indicator indicator, Withdrawal withdrawal) {
    Report report =
        new Report(
            desk.unit().id(),
            indicator.id(),
            desk.month(),
            withdrawal.seen(),
            Report.Kind.WITHDRAW,
            Map.of(),
            false,
            false,
            withdrawal.reason());
    try {
      assessments.record(Sending.ofPage(withdrawal.key()), List.of(report));
      return Outcome.written(1);
    } catch (Refusal refusal) {
      List<FieldProblem> problems =
          refusal.problems().stream()
              .map(problem -> FieldProblem.of(problem, List.of(indicator), List.of()))
              .toList();
      return new Outcome(false, 0, problems, List.of());
    }
  }

  private static Outcome nothingNew(Desk desk) {
    Problem problem = Problem.at("", FormRefusal.NOTHING_NEW.key(), desk.unit().titled());
    return new Outcome(false, 0, List.of(FieldProblem.ofForm(problem)), List.of());
  }

  /** Told with what stands now: somebody may have written a moment ago. */
  private Outcome refused(
      Desk desk, List<Indicator> indicators, EntryReading reading, List<Problem> problems) {
    UnitMonth now = assessments.month(desk.unit().id(), desk.month());
    List<Conflict> conflicts = Conflict.among(reading.reports(), now, indicators);
    Set<Integer> asked =
        conflicts.stream().map(conflict -> conflict.indicator().id()).collect(Collectors.toSet());
    List<FieldProblem> told = new ArrayList<>(reading.problems());
    for (Problem problem : problems) {
      FieldProblem at = FieldProblem.of(problem, indicators, reading.files());
      // Somebody else's figure is shown beside one's own, not as a sentence.
      if (!(at.isConflict() && (asked.contains(at.indicatorId()) || at.indicatorId() == 0))) {
        told.add(at);
      }
    }
    return new Outcome(false, 0, told, conflicts);
  }
}
