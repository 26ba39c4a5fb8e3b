package vn.dondoc.project.clearance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Decision;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectCheck;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.web.Label;

/** Soát mặt bằng: figures that agree with the stage, a day that can be, a body that can answer. */
@Component
class SiteCheck {
  private static final int LONGEST_WORDS = 1000;

  private final ClearanceStore store;
  private final Projects projects;
  private final ProjectReference reference;
  private final Bodies bodies;
  private final ProvinceDay day;

  SiteCheck(
      ClearanceStore store,
      Projects projects,
      ProjectReference reference,
      Bodies bodies,
      ProvinceDay day) {
    this.store = store;
    this.projects = projects;
    this.reference = reference;
    this.bodies = bodies;
    this.day = day;
  }

  /**
   * What is wrong with how far a site is said to be.
   *
   * @param before what was said last; null for a new site
   */
  ProjectCheck check(
      Project project, Clearance.@Nullable State before, Clearance.State state, LocalDate on) {
    Choices choices = reference.choices();
    ProjectCheck check =
        new ProjectCheck(choices)
            .choice("stage", Choices.CLEARANCE, state.stage())
            .within("blocker_words", state.blocker().words(), LONGEST_WORDS)
            .within("body_why", state.bodyWhy(), LONGEST_WORDS)
            .said(on, day.today());
    String blocker = state.blocker().code();
    if (blocker != null) {
      check.choice("blocker", Choices.BLOCKER, blocker);
    } else if (state.blocker().words() != null) {
      check.add("blocker", ProjectRefusal.BLOCKER);
    }
    within(check, "area_handed", state.area().handed(), state.area().whole());
    within(check, "paid_households", state.households().paid(), state.households().whole());
    within(check, "handed_households", state.households().handed(), state.households().whole());
    within(check, "paid", state.money().paid(), state.money().approved());
    Choice named = choices.meant(Choices.CLEARANCE, state.stage());
    if (named != null) {
      stage(check, new Bilingual(named.nameVi(), named.nameEn()), state);
    }
    due(check, project, state.dueOn());
    answers(check, project, before, state);
    return check;
  }

  private static void within(ProjectCheck check, String place, long part, long whole) {
    if (part < 0 || part > whole) {
      check.add(place, ProjectRefusal.WITHIN, part, whole, label(place));
    }
  }

  private static Label label(String place) {
    return new Label("project.clearance." + place);
  }

  private void stage(ProjectCheck check, Bilingual name, Clearance.State state) {
    Clearance.Stage can = store.stage(state.stage()).orElse(null);
    if (can == null) {
      return;
    }
    if (!can.hands()) {
      early(check, name, "area_handed", state.area().handed());
      early(check, name, "paid_households", state.households().paid());
      early(check, name, "handed_households", state.households().handed());
      early(check, name, "paid", state.money().paid());
    }
    if (can.whole()) {
      left(check, name, "area_handed", state.area().handed(), state.area().whole());
      left(
          check,
          name,
          "handed_households",
          state.households().handed(),
          state.households().whole());
      if (state.blocker().code() != null) {
        check.add("blocker", ProjectRefusal.CLEARANCE_BLOCKED, name);
      }
    }
  }

  private static void early(ProjectCheck check, Bilingual stage, String place, long figure) {
    if (figure > 0) {
      check.add(place, ProjectRefusal.CLEARANCE_EARLY, label(place), figure, stage);
    }
  }

  private static void left(
      ProjectCheck check, Bilingual stage, String place, long figure, long whole) {
    if (figure < whole) {
      check.add(place, ProjectRefusal.CLEARANCE_LEFT, label(place), figure, whole, stage);
    }
  }

  /** Nothing is due before there was a project: its first year or its first decision. */
  private void due(ProjectCheck check, Project project, @Nullable LocalDate due) {
    if (due == null) {
      return;
    }
    List<LocalDate> known = new ArrayList<>();
    Integer year = project.facts().time().fromYear();
    if (year != null) {
      known.add(LocalDate.of(year, 1, 1));
    }
    projects.decisions(project.id()).stream()
        .filter(Decision::counts)
        .forEach(one -> known.add(one.content().signedOn()));
    known.stream()
        .min(LocalDate::compareTo)
        .filter(due::isBefore)
        .ifPresent(first -> check.add("due", ProjectRefusal.CLEARANCE_DUE, due, first));
  }

  /** Whoever answers for a place puts no other body in charge of it without saying why. */
  private void answers(
      ProjectCheck check,
      Project project,
      Clearance.@Nullable State before,
      Clearance.State state) {
    Body body = bodies.find(state.bodyId()).filter(one -> !one.isGroup()).orElse(null);
    if (body == null) {
      check.add("body", ProjectRefusal.OWNER, Integer.toString(state.bodyId()));
      return;
    }
    Actor actor = Acting.current();
    boolean free =
        Projects.mayChange(project)
            || state.bodyWhy() != null
            || before != null && before.bodyId() == body.id()
            || actor.bodies().contains(body.id());
    if (!free
        && bodies.inCharge(actor.places(), day.today()).stream()
            .noneMatch(one -> one.id() == body.id())) {
      check.add("body", ProjectRefusal.CLEARANCE_BODY, body.name());
    }
  }
}
