package vn.dondoc.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Places;

/** Các dự án: the door to the register. */
@Component
@Transactional(readOnly = true)
public class Projects {
  /** To see the register, as far as one's scope reaches. */
  public static final String READ = "project.read";

  /** To say what changed of a project. */
  public static final String EDIT = "project.edit";

  /** To do so for whoever owns it. */
  public static final String EDIT_ANY = "project.edit_any";

  /** To take a project into the register. */
  public static final String REGISTER = "project.register";

  /** Projects looked up or compared at once. */
  static final int MOST = 5_000;

  private static final int ALIKE = 5;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final ProjectStore store;
  private final Decisions decisions;
  private final ProjectReference reference;
  private final Bodies bodies;
  private final Places places;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Projects(
      ProjectStore store,
      Decisions decisions,
      ProjectReference reference,
      Bodies bodies,
      Places places,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.decisions = decisions;
    this.reference = reference;
    this.bodies = bodies;
    this.places = places;
    this.audit = audit;
    this.day = day;
  }

  /** A project as it stands today; empty when there is none, or none within sight. */
  public Optional<Project> find(long id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** Several at once; those that are not there are left out. */
  public List<Project> find(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : store.find(ids, day.today());
  }

  /** One that has to be there. */
  public Project required(long id) {
    return find(id)
        .orElseThrow(
            () -> Refusal.of(ProjectRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** Every project as it stood on a day. */
  public List<Project> on(LocalDate day) {
    return store.on(day);
  }

  /** Projects that bear one of these codes, of the national system or of the budget. */
  public List<Project> coded(Collection<String> codes) {
    return codes.isEmpty() ? List.of() : store.coded(codes, day.today());
  }

  /** Projects of an owner whose name is the same or nearly so, nearest first. */
  public List<Project> alike(String name, int ownerId) {
    return alike(List.of(name), List.of(ownerId)).getOrDefault(0, List.of());
  }

  /**
   * The same for many names side by side with their owners.
   *
   * @return by place in the lists; names nothing is like are left out
   */
  public Map<Integer, List<Project>> alike(List<String> names, List<Integer> owners) {
    Map<Integer, List<Long>> ids = store.alike(names, owners, day.today());
    Map<Long, Project> found =
        find(ids.values().stream().flatMap(List::stream).distinct().toList()).stream()
            .collect(Collectors.toMap(Project::id, Function.identity()));
    Map<Integer, List<Project>> alike = new HashMap<>();
    ids.forEach((place, near) ->
        alike.put(
            place,
            near.stream()
                .limit(ALIKE)
                .map(one -> Objects.requireNonNull(found.get(one)))
                .toList()));
    return alike;
  }

  /**
   * Dự án người ta gọi tên.
   *
   * @param meant those that bear the code or the name
   * @param near where there is none, those whose names come near, nearest first
   */
  public record Called(List<Project> meant, List<Project> near) {}

  /** The projects within sight that people may mean by a code or a name, by what they wrote. */
  public Map<String, Called> called(Collection<String> words) {
    Map<String, Map<Boolean, List<Long>>> ids =
        words.isEmpty() ? Map.of() : store.called(List.copyOf(words), day.today());
    Map<Long, Project> found = new HashMap<>();
    List<Long> first =
        ids.values().stream()
            .flatMap(one -> one.values().stream())
            .flatMap(some -> some.stream().limit(ALIKE))
            .distinct()
            .toList();
    find(first).forEach(project -> found.put(project.id(), project));
    Map<String, Called> called = new HashMap<>();
    for (String one : words) {
      Map<Boolean, List<Long>> of = ids.getOrDefault(one, Map.of());
      called.put(one, new Called(some(of.get(true), found), some(of.get(false), found)));
    }
    return called;
  }

  private static List<Project> some(@Nullable List<Long> ids, Map<Long, Project> found) {
    return ids == null ? List.of() : ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Every decision ever recorded of a project, by the day it was signed. */
  public List<Decision> decisions(long id) {
    return decisions.of(id);
  }

  /** Whether a decision of this kind settles what a project cost. */
  public boolean isSettlement(String kind) {
    return decisions.settles(kind);
  }

  /** Everything a project ever was, newest first. */
  public List<Project.Told> history(long id) {
    return store.history(id);
  }

  /** Whether the actor may write to a project: its owner's, or whoever sees them all. */
  public static boolean mayChange(Project project) {
    Actor actor = Acting.current();
    return actor.accountId() < 0
        || actor.may(EDIT)
            && (actor.wholeProvince()
                || actor.may(EDIT_ANY)
                || actor.bodies().contains(project.facts().ownerId()));
  }

  /** Takes a project into the register today. */
  @Transactional
  public long register(NewProject fresh) {
    return register(fresh, day.today());
  }

  /**
   * Takes a project into the register.
   *
   * @param on the day it is said on; before today only for a load of history
   * @return its id
   * @throws Refusal with every problem; also when there is one of its code, or of its name and
   *     owner and nobody said it is another
   */
  @Transactional
  public long register(NewProject fresh, LocalDate on) {
    ProjectFacts facts = fresh.facts();
    ProjectCheck check = check(facts, on);
    if (!mayOwn(facts.ownerId())) {
      check.add("owner", ProjectRefusal.NOT_YOURS, facts.name());
    }
    check.choice("stage", Choices.STAGE, fresh.stage());
    if (fresh.yearClass() != null) {
      check.choice("year_class", Choices.YEAR_CLASS, fresh.yearClass());
    }
    check.addAll(taken(facts.codes(), 0)).refuse();
    if (!fresh.different()) {
      refuseAlike(facts);
    }
    long id = store.add(on);
    write(id, 1, facts, null, on);
    store.addState(id, 1, new Move(fresh.stage(), normalState(), on, null, null), on);
    if (fresh.yearClass() != null) {
      ProjectStore.YearClass said = new ProjectStore.YearClass(on.getYear(), 1, fresh.yearClass());
      store.addClass(id, said, null, on);
    }
    audit.record(act("project.register", id, null, Map.of(), ProjectChange.facts(facts)));
    return id;
  }

  /**
   * Records what a project is from now on; what it was stays.
   *
   * @param seen the step the change was made from
   * @throws Refusal when somebody changed it in between, no reason is given, or anything is wrong
   */
  @Transactional
  public void change(long id, int seen, ProjectFacts facts, String why) {
    Project before = required(id);
    refuseNotMine(before);
    if (before.step() != seen) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", before.facts().name());
    }
    if (before.facts().equals(facts)) {
      throw Refusal.of(ProjectRefusal.UNCHANGED, "", before.facts().name());
    }
    LocalDate today = day.today();
    check(facts, today).why(why).addAll(taken(facts.codes(), id)).refuse();
    write(id, seen + 1, facts, why.strip(), today);
    audit.record(
        act(
            "project.change",
            id,
            why.strip(),
            ProjectChange.facts(before.facts()),
            ProjectChange.facts(facts)));
  }

  /** Records a decision today. */
  @Transactional
  public long decide(long id, NewDecision said) {
    return decide(id, said, day.today());
  }

  /**
   * Records a decision.
   *
   * @param on the day it is said on; before today only for a load of history
   * @return its id
   * @throws Refusal with every problem; also when the same decision is there
   */
  @Transactional
  public long decide(long id, NewDecision said, LocalDate on) {
    refuseNotMine(required(id));
    return decisions.record(id, said, on);
  }

  /**
   * Puts a decision right, or takes it back when it was recorded in error; the first stays
   * readable.
   *
   * @param instead what it says; null takes it back
   * @throws Refusal with every problem; also when it was put right already
   */
  @Transactional
  public void correct(long id, long decisionId, @Nullable NewDecision instead, String why) {
    refuseNotMine(required(id));
    decisions.correct(id, decisionId, instead, why);
  }

  private static boolean mayOwn(int owner) {
    Actor actor = Acting.current();
    return actor.accountId() < 0
        || actor.wholeProvince()
        || actor.may(EDIT_ANY)
        || actor.bodies().contains(owner);
  }

  private ProjectCheck check(ProjectFacts facts, LocalDate on) {
    Set<Integer> owners = new HashSet<>();
    bodies.find(List.of(facts.ownerId())).stream()
        .filter(body -> !body.isGroup())
        .forEach(body -> owners.add(body.id()));
    Map<Integer, Bilingual> known = places.titles(facts.places());
    ProjectCheck check =
        new ProjectCheck(reference.choices()).facts(facts, owners::contains, known::containsKey);
    check.said(on, day.today());
    return check;
  }

  private List<Problem> taken(ProjectFacts.Codes codes, long own) {
    List<String> asked =
        Stream.of(codes.national(), codes.budget()).filter(Objects::nonNull).toList();
    return coded(asked).stream()
        .filter(other -> other.id() != own)
        .map(other ->
            Problem.at(
                "code",
                ProjectRefusal.CODE_TAKEN.key(),
                String.join(", ", asked),
                other.facts().name()))
        .toList();
  }

  private void refuseAlike(ProjectFacts facts) {
    List<Problem> alike =
        alike(facts.name(), facts.ownerId()).stream()
            .map(other ->
                Problem.at(
                    "name",
                    ProjectRefusal.DUPLICATE.key(),
                    other.facts().name(),
                    Objects.requireNonNullElse(other.facts().codes().national(), "–")))
            .toList();
    if (!alike.isEmpty()) {
      throw Refusal.of(ProjectRefusal.DUPLICATE, alike);
    }
  }

  /** Codes are unique among all projects, also those out of sight. */
  private void write(long id, int step, ProjectFacts facts, @Nullable String why, LocalDate on) {
    try {
      store.addVersion(id, step, facts, why, on);
    } catch (DuplicateKeyException taken) {
      String constraint = String.valueOf(taken.getMostSpecificCause().getMessage());
      if (constraint.contains("version_project_id_step_key")) {
        throw Refusal.of(ProjectRefusal.CHANGED, "", facts.name());
      }
      String code =
          constraint.contains("budget_code") ? facts.codes().budget() : facts.codes().national();
      throw Refusal.of(ProjectRefusal.CODE_TAKEN, "code", String.valueOf(code), "…");
    }
  }

  private String normalState() {
    return reference.choices().of(Choices.SIDE).getFirst().code();
  }

  /** Stops whoever may not write to a project. */
  public static void refuseNotMine(Project project) {
    if (!mayChange(project)) {
      throw Refusal.of(ProjectRefusal.NOT_YOURS, "", project.facts().name());
    }
  }

  /** An act on a project, as the audit keeps it. */
  public static Act act(
      String act, long id, @Nullable String why, Map<String, ?> before, Map<String, ?> after) {
    return new Act(act, "project.project", Long.toString(id), why, before, after);
  }
}
