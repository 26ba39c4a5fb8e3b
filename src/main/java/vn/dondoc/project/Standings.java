package vn.dondoc.project;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;

/** Hiện trạng dự án: how far each has come, and of which class it is in the plan of a year. */
@Component
@Transactional(readOnly = true)
public class Standings {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final Projects projects;
  private final ProjectStore store;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Standings(
      Projects projects,
      ProjectStore store,
      ProjectReference reference,
      AuditTrail audit,
      ProvinceDay day) {
    this.projects = projects;
    this.store = store;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
  }

  /** Plan-year classes of a project, by year. */
  public Map<Integer, String> classes(long id) {
    return store.classes(id).stream()
        .collect(Collectors.toMap(ProjectStore.YearClass::year, ProjectStore.YearClass::code));
  }

  /** Every stage and state a project was in, newest first. */
  public List<Project.Moved> past(long id) {
    return store.past(id);
  }

  /** Where a project may go from where it stands; steps back and aside ask for a reason. */
  public Map<String, List<String>> ways(Project project) {
    Map<String, List<String>> ways = new HashMap<>();
    Project.Standing now = project.standing();
    ways.put(Choices.STAGE, targets(Choices.STAGE, now.stage()));
    ways.put(Choices.SIDE, targets(Choices.SIDE, now.sideState()));
    return ways;
  }

  /**
   * Moves a project on, back or aside.
   *
   * @param seen the step of its standing the move was made from
   * @throws Refusal when the state machine has no such move, it asks for a reason and none is
   *     given, or somebody moved it in between
   */
  @Transactional
  public void move(long id, int seen, Move move) {
    Project project = projects.required(id);
    Projects.refuseNotMine(project);
    Project.Standing now = project.standing();
    if (now.step() != seen) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", project.facts().name());
    }
    if (now.stage().equals(move.stage()) && now.sideState().equals(move.sideState())) {
      throw Refusal.of(ProjectRefusal.UNCHANGED, "", project.facts().name());
    }
    LocalDate today = day.today();
    ProjectCheck check = new ProjectCheck(reference.choices());
    boolean asks =
        follow(check, Choices.STAGE, now.stage(), move.stage())
            | follow(check, Choices.SIDE, now.sideState(), move.sideState());
    if (asks) {
      check.why(move.why());
    }
    if (move.since().isAfter(today) || move.since().isBefore(now.since())) {
      check.add("since", ProjectRefusal.SINCE, move.since(), now.since(), today);
    }
    check.refuse();
    try {
      store.addState(id, seen + 1, move, today);
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", project.facts().name());
    }
    audit.record(
        Projects.act(
            "project.move",
            id,
            move.why(),
            Map.of("stage", now.stage(), "side", now.sideState()),
            Map.of(
                "stage",
                move.stage(),
                "side",
                move.sideState(),
                "since",
                move.since().toString())));
  }

  /**
   * Says of which class a project is in the plan of a year.
   *
   * @throws Refusal when there is no such class or year, or a change comes without a reason
   */
  @Transactional
  public void classify(long id, int year, String classCode, @Nullable String why) {
    Project project = projects.required(id);
    Projects.refuseNotMine(project);
    ProjectStore.YearClass before =
        store.classes(id).stream().filter(one -> one.year() == year).findFirst().orElse(null);
    ProjectCheck check =
        new ProjectCheck(reference.choices()).choice("class", Choices.YEAR_CLASS, classCode);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      check.add("year", ProjectRefusal.YEAR, Integer.toString(year));
    }
    if (before != null) {
      check.why(why);
      if (before.code().equals(classCode)) {
        check.add("class", ProjectRefusal.UNCHANGED, project.facts().name());
      }
    }
    check.refuse();
    int step = before == null ? 1 : before.step() + 1;
    try {
      store.addClass(id, new ProjectStore.YearClass(year, step, classCode), why, day.today());
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", project.facts().name());
    }
    audit.record(
        Projects.act(
            "project.classify",
            id,
            why,
            before == null ? Map.of() : Map.of("class", before.code()),
            Map.of("year", year, "class", classCode)));
  }

  /** Whether the move asks for a reason. */
  private boolean follow(ProjectCheck check, String kind, String from, String to) {
    if (from.equals(to)) {
      return false;
    }
    Optional<ProjectStore.Way> way =
        store.ways(kind, from).stream().filter(one -> one.to().equals(to)).findFirst();
    if (way.isEmpty()) {
      check.add(kind, ProjectRefusal.MOVE, from, to, String.join(", ", targets(kind, from)));
    }
    return way.isPresent() && way.get().backward();
  }

  private List<String> targets(String kind, String from) {
    return store.ways(kind, from).stream().map(ProjectStore.Way::to).toList();
  }
}
