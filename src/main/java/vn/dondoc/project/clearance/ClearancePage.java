package vn.dondoc.project.clearance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.BodyKind;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.web.Days;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Giải phóng mặt bằng của một địa bàn: how far, what blocks it, whose head answers. */
@Controller
class ClearancePage {
  private static final String NEW = Paths.ONE + "/mat-bang";
  private static final String ONE = NEW + "/{site}";
  private static final int SHOWN = 3;

  private final Clearances clearances;
  private final Projects projects;
  private final ProjectReference reference;
  private final Bodies bodies;
  private final Places places;
  private final ProvinceDay day;
  private final Pages pages;

  ClearancePage(
      Clearances clearances,
      Projects projects,
      ProjectReference reference,
      Bodies bodies,
      Places places,
      ProvinceDay day,
      Pages pages) {
    this.clearances = clearances;
    this.projects = projects;
    this.reference = reference;
    this.bodies = bodies;
    this.places = places;
    this.day = day;
    this.pages = pages;
  }

  @GetMapping(NEW)
  ModelAndView fresh(@PathVariable String id) {
    Rights.require(Projects.EDIT);
    Project project = project(id);
    Map<String, String> fields = new HashMap<>();
    // The committee of the place offered first answers for it unless somebody says otherwise.
    bodies.inCharge(units(project).keySet().stream().limit(1).toList(), day.today()).stream()
        .filter(body -> body.kind() == BodyKind.PEOPLES_COMMITTEE)
        .findFirst()
        .ifPresent(body -> fields.put("body", apart(List.of(body))));
    return show(project, null, FormView.of(fields));
  }

  @PostMapping(NEW)
  ModelAndView open(
      @PathVariable String id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = project(id);
    Typed typed = new Typed(fields);
    try {
      Clearance.State state = read(typed, null);
      int unit = typed.count("unit", "project.clearance.unit");
      typed.refuse();
      clearances.open(project.id(), unit, typed.words("part"), state);
    } catch (Refusal refusal) {
      return show(project, null, new FormView(fields, refusal.problems()));
    }
    return saved(project, after);
  }

  @GetMapping(ONE)
  ModelAndView edit(@PathVariable String id, @PathVariable String site) {
    Rights.require(Projects.EDIT);
    Project project = project(id);
    Clearance one = mine(project, site);
    return show(project, one, FormView.of(written(one)));
  }

  @PostMapping(ONE)
  ModelAndView say(
      @PathVariable String id,
      @PathVariable String site,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = project(id);
    Clearance one = mine(project, site);
    Typed typed = new Typed(fields);
    try {
      Clearance.State state = read(typed, one);
      int seen = typed.count("step", "project.step");
      typed.refuse();
      clearances.say(project.id(), one.id(), seen, state);
    } catch (Refusal refusal) {
      return show(project, one, new FormView(fields, refusal.problems()));
    }
    return saved(project, after);
  }

  private Project project(String id) {
    Project project = projects.required(Paths.id(id));
    if (!clearances.mayClearAny(project)) {
      throw Refusal.of(ProjectRefusal.NOT_YOURS, "", project.facts().name());
    }
    return project;
  }

  private Clearance mine(Project project, String site) {
    Clearance one = clearances.required(project.id(), Paths.id(site));
    if (!clearances.mayClear(project, one.unitId())) {
      throw Refusal.of(ProjectRefusal.NOT_YOURS, "", project.facts().name());
    }
    return one;
  }

  private Clearance.State read(Typed typed, @Nullable Clearance before) {
    Choices choices = reference.choices();
    String blocker = typed.words("blocker");
    return new Clearance.State(
        typed.choice("stage", "project.clearance.stage", choices, Choices.CLEARANCE),
        new Clearance.Area(area(typed, "area"), area(typed, "area_handed")),
        new Clearance.Households(
            typed.count("households", "project.clearance.households"),
            typed.count("paid_households", "project.clearance.paid_households"),
            typed.count("handed_households", "project.clearance.handed_households")),
        new Clearance.Money(money(typed, "approved"), money(typed, "paid")),
        new Clearance.Blocker(
            blocker.isEmpty()
                ? null
                : typed.choice("blocker", "project.clearance.blocker", choices, Choices.BLOCKER),
            typed.optional("blocker_words")),
        body(typed, before),
        typed.optionalDay("due", "project.clearance.due"),
        typed.optional("body_why"));
  }

  private static long area(Typed typed, String field) {
    return Objects.requireNonNullElse(typed.optionalMoney(field, "project.clearance." + field), 0L);
  }

  private static long money(Typed typed, String field) {
    return Objects.requireNonNullElse(typed.optionalMoney(field, "project.clearance." + field), 0L);
  }

  private int body(Typed typed, @Nullable Clearance before) {
    String words = typed.words("body");
    if (before != null && words.equals(name(before.state().bodyId()))) {
      return before.state().bodyId();
    }
    Resolution found = bodies.resolve(words, day.today());
    if (words.isEmpty() || !found.isSure() || found.bodies().size() != 1) {
      String near = apart(found.bodies().stream().limit(SHOWN).toList());
      typed.noBody("body", "project.clearance.body", "project.refusal.body_name", near);
      return 0;
    }
    return found.bodies().getFirst().id();
  }

  private String name(int body) {
    return bodies.find(body).map(one -> apart(List.of(one))).orElse("");
  }

  /** Their names, each its alone: with the district where communes share a name. */
  private String apart(List<Body> some) {
    return bodies.toldApart(some, day.today()).stream()
        .map(Body::name)
        .collect(Collectors.joining("; "));
  }

  private Map<String, String> written(Clearance site) {
    Clearance.State state = site.state();
    Map<String, String> fields = new HashMap<>();
    fields.put("step", Integer.toString(site.step()));
    fields.put("stage", state.stage());
    fields.put("area", Long.toString(state.area().whole()));
    fields.put("area_handed", Long.toString(state.area().handed()));
    fields.put("households", Integer.toString(state.households().whole()));
    fields.put("paid_households", Integer.toString(state.households().paid()));
    fields.put("handed_households", Integer.toString(state.households().handed()));
    fields.put("approved", Long.toString(state.money().approved()));
    fields.put("paid", Long.toString(state.money().paid()));
    fields.put("blocker", Objects.requireNonNullElse(state.blocker().code(), ""));
    fields.put("blocker_words", Objects.requireNonNullElse(state.blocker().words(), ""));
    fields.put("body", name(state.bodyId()));
    fields.put("body_why", Objects.requireNonNullElse(state.bodyWhy(), ""));
    fields.put("due", Days.written(state.dueOn()));
    return fields;
  }

  private ModelAndView saved(Project project, RedirectAttributes after) {
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(Paths.SECTION).t("project.saved", project.facts().name()));
    return new ModelAndView("redirect:" + Paths.of(project.id()) + "#mat-bang");
  }

  /** Places of the project and those within them, as far as the viewer may speak of them. */
  private Map<Integer, Bilingual> units(Project project) {
    List<Place> own =
        project.facts().places().stream()
            .flatMap(place -> places.within(place, day.today()).stream())
            .filter(place -> clearances.mayClear(project, place.id()))
            .distinct()
            .toList();
    Set<String> titles = new HashSet<>();
    Set<String> shared = new HashSet<>();
    own.stream().map(Place::title).filter(t -> !titles.add(t)).forEach(shared::add);
    Map<Integer, Bilingual> above =
        places.titles(
            own.stream()
                .filter(place -> shared.contains(place.title()) && place.parentId() != null)
                .map(Place::parentId)
                .distinct()
                .toList());
    Map<Integer, Bilingual> units = new LinkedHashMap<>();
    own.forEach(place ->
        units.put(
            place.id(),
            shared.contains(place.title())
                ? under(place.titled(), above.get(place.parentId()))
                : place.titled()));
    return units;
  }

  /** A unit of several of one name, with the unit above it. */
  private static Bilingual under(Bilingual unit, @Nullable Bilingual above) {
    return above == null
        ? unit
        : new Bilingual(unit.vi() + ", " + above.vi(), unit.en() + ", " + above.en());
  }

  private ModelAndView show(Project project, @Nullable Clearance site, FormView form) {
    Map<String, Object> model = new HashMap<>();
    model.put("project", project);
    model.put("site", site);
    model.put("past", site == null ? List.of() : clearances.history(site.id()));
    model.put("form", form);
    model.put("choices", reference.choices());
    model.put("units", site == null ? units(project) : places.titles(List.of(site.unitId())));
    return pages.show("project/clearance/edit", Paths.SECTION, model, form.problems());
  }
}
