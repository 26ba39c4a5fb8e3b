package vn.dondoc.project.milestone;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectCheck;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;

/** Các mốc: what a project's procedures bring by when, and what became of every day set. */
@Component
@Transactional(readOnly = true)
public class Milestones {
  private static final int LONGEST_PART = 100;
  private static final int LONGEST_DOCUMENT = 300;
  private static final int YEARS = 30;

  private final MilestoneStore store;
  private final Projects projects;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Milestones(
      MilestoneStore store,
      Projects projects,
      ProjectReference reference,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.projects = projects;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
  }

  /** Where the milestones of a project stand today, in the order of the procedures. */
  public List<Milestone> of(long project) {
    return store.of(project, day.today());
  }

  /** The same of many projects at once, by project; those that have none are left out. */
  public Map<Long, List<Milestone>> of(Collection<Long> projects) {
    return projects.isEmpty() ? Map.of() : store.of(projects, day.today());
  }

  /** Every day its milestones were due on, oldest first for each. */
  public List<DueDay> dues(long project) {
    return store.dues(project, day.today());
  }

  /** The milestones there can be, procedure by procedure. */
  public List<MilestoneType> types() {
    return store.types();
  }

  /** Says something of a milestone today. */
  @Transactional
  public void say(long project, Saying saying) {
    say(project, saying, day.today());
  }

  /**
   * Says by when a milestone is due, moves that day, says that it is done or takes that back.
   *
   * @param on the day it is said on; before today only for a load of history
   * @throws Refusal with every problem; also when somebody said something else in between
   */
  @Transactional
  public void say(long project, Saying saying, LocalDate on) {
    Project named = projects.required(project);
    Projects.refuseNotMine(named);
    Milestone before =
        store.of(project, on).stream()
            .filter(
                one -> one.typeCode().equals(saying.typeCode()) && one.part().equals(saying.part()))
            .findFirst()
            .orElse(null);
    int step = before == null ? 0 : before.step();
    if (step != saying.seen()) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", named.facts().name());
    }
    look(saying, before, on);
    String kind = kind(saying, before);
    try {
      store.add(project, saying, kind, on);
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", named.facts().name());
    }
    audit.record(
        Projects.act("project.milestone", project, saying.why(), told(before), told(saying, kind)));
  }

  private void look(Saying saying, @Nullable Milestone before, LocalDate on) {
    ProjectCheck check =
        new ProjectCheck(reference.choices())
            .choice("type", Choices.MILESTONE, saying.typeCode())
            .within("part", saying.part(), LONGEST_PART)
            .within("document", saying.document(), LONGEST_DOCUMENT)
            .said(on, day.today());
    boolean isDone = before != null && before.doneOn() != null;
    LocalDate said = saying.day();
    switch (saying.kind()) {
      case DUE -> {
        LocalDate due = before == null ? null : before.dueOn();
        if (isDone) {
          check.add("type", ProjectRefusal.MILESTONE_STATE);
        }
        if (due != null) {
          check.why(saying.why());
          if (due.equals(said)) {
            check.add("day", ProjectRefusal.DUE_SAME, due);
          }
        }
        if (said == null || isFar(said, on)) {
          check.add("day", ProjectRefusal.DUE_FAR, on.minusYears(YEARS), on.plusYears(YEARS));
        }
      }
      case DONE -> {
        if (isDone) {
          check.add("type", ProjectRefusal.MILESTONE_STATE);
        }
        if (said == null || said.isAfter(on) || isFar(said, on)) {
          check.add("day", ProjectRefusal.DONE_AHEAD, on);
        }
      }
      case UNDO -> {
        if (!isDone) {
          check.add("type", ProjectRefusal.MILESTONE_STATE);
        }
        check.why(saying.why());
      }
    }
    check.refuse();
  }

  private static boolean isFar(LocalDate said, LocalDate on) {
    return said.isBefore(on.minusYears(YEARS)) || said.isAfter(on.plusYears(YEARS));
  }

  private static String kind(Saying saying, @Nullable Milestone before) {
    return switch (saying.kind()) {
      case DUE -> before == null || before.dueOn() == null ? "plan" : "move";
      case DONE -> "done";
      case UNDO -> "undo";
    };
  }

  private static Map<String, Object> told(@Nullable Milestone before) {
    Map<String, Object> told = new HashMap<>();
    if (before != null) {
      told.put("due", before.dueOn() == null ? null : before.dueOn().toString());
      told.put("done", before.doneOn() == null ? null : before.doneOn().toString());
    }
    return told;
  }

  private static Map<String, Object> told(Saying saying, String kind) {
    Map<String, Object> told = new HashMap<>();
    told.put("milestone", saying.typeCode());
    told.put("part", saying.part());
    told.put("kind", kind);
    told.put("day", saying.day() == null ? null : saying.day().toString());
    told.put("document", saying.document());
    return told;
  }
}
