package vn.dondoc.rural.standard.draft;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.web.Rights;

/** Hiệu lực của các bộ tiêu chí: a draft takes force from a day, a set ends before its time. */
@Component
@Transactional
class Forces {
  private static final String KIND = "rural.criteria_set";
  private static final int LONGEST_REASON = 1000;

  private final ForceStore store;
  private final Drafts drafts;
  private final DraftStore papers;
  private final Standards standards;
  private final AuditTrail audit;

  Forces(
      ForceStore store, Drafts drafts, DraftStore papers, Standards standards, AuditTrail audit) {
    this.store = store;
    this.drafts = drafts;
    this.papers = papers;
    this.standards = standards;
    this.audit = audit;
  }

  /** What would happen; nothing is written. */
  @Transactional(readOnly = true)
  ForcePlan plan(Draft draft, ForcePlan.Days days) {
    DraftScope scope = drafts.scope(draft);
    DraftPaper paper = draft.paper();
    ForceCheck check = check(paper.set().text("kind"), paper.set().text("grade"));
    check.problems().addAll(DraftCheck.lacks(paper, scope));
    DraftCheck.of(paper, scope).forEach(finding -> check.problems().add(finding.problem()));
    check.draft(draft, days);
    return new ForcePlan(
        check.problems(),
        check.ending(),
        check.offered(),
        store.units(paper.set().text("kind"), days.from()),
        check.kept(days.from()),
        (int) paper.rows(DraftTable.LEVELS).stream().filter(scope::isGiven).count());
  }

  /** Indicators without a level in the year a draft is to take force, by group of units. */
  @Transactional(readOnly = true)
  Map<String, List<String>> withoutLevel(Draft draft, LocalDate from) {
    DraftPaper paper = draft.paper();
    return paper.withoutLevel(from.getYear(), store.groups(paper.set().text("kind"), from));
  }

  private ForceCheck check(String kind, String grade) {
    return new ForceCheck(standards.all(), store.results(kind, grade));
  }

  /**
   * Puts a draft in force. From then on nobody changes it.
   *
   * @param step the edition that was seen
   * @return id of the set it became
   * @throws Refusal with everything that stands against it
   */
  int put(int id, int step, ForcePlan.Days days) {
    Rights.require(Drafts.EDIT);
    store.lock();
    Draft draft = drafts.locked(id, step);
    ForcePlan plan = plan(draft, days);
    refuse(plan.problems());
    String act = draft.paper().set().text("legal_act");
    plan.ending().forEach(set -> end(set, days.from(), draft.code()));
    int set = store.lay(draft.paper(), draft.parent());
    store.force(set, days.from(), days.until(), act);
    papers.end(id, set, act);
    Map<String, Object> after = days(days.from(), days.until());
    after.put("code", draft.code());
    after.put("draft", id);
    audit.record(new Act("rural.put_in_force", KIND, Integer.toString(set), act, Map.of(), after));
    return set;
  }

  /** What would happen if a set ended on a day, that day not counted; nothing is written. */
  @Transactional(readOnly = true)
  ForcePlan planEnd(CriteriaSet set, LocalDate until) {
    ForceCheck check = check(set.kind(), set.grade());
    check.end(set, until);
    return new ForcePlan(
        check.problems(),
        check.ending(),
        List.of(),
        store.units(set.kind(), until),
        check.kept(until),
        0);
  }

  /**
   * Ends a set before its time, and what fills it in with it.
   *
   * @throws Refusal with everything that stands against it
   */
  void endEarly(int id, LocalDate until, String why) {
    Rights.require(Drafts.EDIT);
    store.lock();
    ForcePlan plan = planEnd(drafts.set(id), until);
    List<Problem> problems = new java.util.ArrayList<>(plan.problems());
    if (why.isBlank() || why.length() > LONGEST_REASON) {
      problems.add(Problem.at("why", "rural.draft.force.why", LONGEST_REASON));
    }
    refuse(problems);
    plan.ending().forEach(set -> end(set, until, why.strip()));
  }

  private void end(CriteriaSet set, LocalDate until, String why) {
    CriteriaSet.Force force = Objects.requireNonNull(set.force());
    store.force(set.id(), force.from(), until, why);
    audit.record(
        new Act(
            "rural.end_force",
            KIND,
            Integer.toString(set.id()),
            why,
            days(force.from(), force.until()),
            days(force.from(), until)));
  }

  private static Map<String, Object> days(LocalDate from, @Nullable LocalDate until) {
    Map<String, Object> days = new HashMap<>();
    days.put("from", from.toString());
    days.put("until", until == null ? null : until.toString());
    return days;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Refusal.of(DraftRefusal.FORCE, problems);
    }
  }
}
