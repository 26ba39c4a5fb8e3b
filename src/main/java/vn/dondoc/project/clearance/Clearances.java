package vn.dondoc.project.clearance;

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
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Places;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectCheck;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;

/**
 * Giải phóng mặt bằng: said by the owner, or by whoever answers for the place; the head of the body
 * named answers for it.
 */
@Component
@Transactional(readOnly = true)
public class Clearances {
  private static final int LONGEST_PART = 200;

  private final ClearanceStore store;
  private final Projects projects;
  private final SiteCheck sites;
  private final Places places;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Clearances(
      ClearanceStore store,
      Projects projects,
      SiteCheck sites,
      Places places,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.projects = projects;
    this.sites = sites;
    this.places = places;
    this.audit = audit;
    this.day = day;
  }

  /** The sites of a project as they stand today. */
  public List<Clearance> of(long project) {
    return store.of(project, day.today());
  }

  /** The same of many projects at once. */
  public List<Clearance> of(Collection<Long> projects) {
    return projects.isEmpty() ? List.of() : store.of(projects, day.today());
  }

  /**
   * One of a project.
   *
   * @throws Refusal when it has none such
   */
  public Clearance required(long project, long id) {
    return of(project).stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(ProjectRefusal.CLEARANCE, Long.toString(id), Long.toString(id)));
  }

  /** Everything said of a site, newest first. */
  public List<Clearance.Told> history(long id) {
    return store.history(id);
  }

  /** Whether the actor may say how far a place is. */
  public boolean mayClear(Project project, int unit) {
    Actor actor = Acting.current();
    return Projects.mayChange(project)
        || actor.may(Projects.EDIT)
            && store.on(unit, day.today()).stream().anyMatch(actor.places()::contains);
  }

  /** Whether the actor may say so of any of the project's places. */
  public boolean mayClearAny(Project project) {
    Actor actor = Acting.current();
    return Projects.mayChange(project)
        || actor.may(Projects.EDIT)
            && project.facts().places().stream().anyMatch(actor.places()::contains);
  }

  /** Opens a site today. */
  @Transactional
  public long open(long project, int unit, String part, Clearance.State state) {
    return open(project, unit, part, state, day.today());
  }

  /**
   * Opens a site.
   *
   * @param on the day it is said on; before today only for a load of history
   * @return its id
   * @throws Refusal with every problem; also when that part of the place is there
   */
  @Transactional
  public long open(long project, int unit, String part, Clearance.State state, LocalDate on) {
    Project named = mine(project, unit);
    ProjectCheck check = sites.check(named, null, state, on).within("part", part, LONGEST_PART);
    if (!places.titles(List.of(unit)).containsKey(unit)) {
      check.add("unit", ProjectRefusal.CLEARANCE_PLACE, Integer.toString(unit));
    }
    if (store.of(project, on).stream()
        .anyMatch(one -> one.unitId() == unit && one.part().equalsIgnoreCase(part))) {
      check.add("part", ProjectRefusal.CLEARANCE_TWICE, part);
    }
    check.refuse();
    long id = added(project, unit, part, on);
    store.addFact(project, id, 1, state, on);
    record("project.open_clearance", named, Map.of(), facts(unit, state));
    return id;
  }

  /** Says how far a site is today. */
  @Transactional
  public void say(long project, long id, int seen, Clearance.State state) {
    say(project, id, seen, state, day.today());
  }

  /**
   * Says how far a site is.
   *
   * @param seen the step it was said from
   * @throws Refusal with every problem; also when somebody said something else in between
   */
  @Transactional
  public void say(long project, long id, int seen, Clearance.State state, LocalDate on) {
    Clearance before = required(project, id);
    Project named = mine(project, before.unitId());
    if (before.step() != seen) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", named.facts().name());
    }
    if (before.state().equals(state)) {
      throw Refusal.of(ProjectRefusal.UNCHANGED, "", named.facts().name());
    }
    sites.check(named, before.state(), state, on).refuse();
    try {
      store.addFact(project, id, seen + 1, state, on);
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", named.facts().name());
    }
    record(
        "project.clearance",
        named,
        facts(before.unitId(), before.state()),
        facts(before.unitId(), state));
  }

  private long added(long project, int unit, String part, LocalDate on) {
    try {
      return store.add(project, unit, part, on);
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CLEARANCE_TWICE, "part", part);
    }
  }

  private Project mine(long project, int unit) {
    Project named = projects.required(project);
    if (!mayClear(named, unit)) {
      throw Refusal.of(ProjectRefusal.NOT_YOURS, "", named.facts().name());
    }
    return named;
  }

  private void record(String act, Project project, Map<String, ?> before, Map<String, ?> after) {
    audit.record(Projects.act(act, project.id(), null, before, after));
  }

  private static Map<String, Object> facts(int unit, Clearance.State state) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("unit", unit);
    facts.put("stage", state.stage());
    facts.put("area_handed_m2", state.area().handed());
    facts.put("households_paid", state.households().paid());
    facts.put("paid_vnd", state.money().paid());
    facts.put("blocker", state.blocker().code());
    facts.put("body", state.bodyId());
    facts.put("body_why", state.bodyWhy());
    facts.put("due", written(state.dueOn()));
    return facts;
  }

  private static @Nullable String written(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
