package vn.dondoc.project.milestone;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Ghi một mốc: by when, moved, done, or not done after all. */
@Controller
class MilestonePage {
  private static final String PATH = Paths.ONE + "/moc";

  private final Milestones milestones;
  private final Projects projects;
  private final ProjectReference reference;
  private final Pages pages;

  MilestonePage(Milestones milestones, Projects projects, ProjectReference reference, Pages pages) {
    this.milestones = milestones;
    this.projects = projects;
    this.reference = reference;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView form(
      @PathVariable String id,
      @RequestParam(name = "moc", defaultValue = "") String type,
      @RequestParam(name = "phan", defaultValue = "") String part) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Map<String, String> fields = new HashMap<>(Map.of("type", type, "part", part));
    milestones.of(project.id()).stream()
        .filter(mark -> mark.typeCode().equals(type) && mark.part().equals(part))
        .forEach(mark -> {
          fields.put("seen", Integer.toString(mark.step()));
          fields.put("kind", mark.doneOn() == null ? "due" : "undo");
        });
    return show(project, FormView.of(fields));
  }

  @PostMapping(PATH)
  ModelAndView say(
      @PathVariable String id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Typed typed = new Typed(fields);
    try {
      String type =
          typed.choice("type", "project.milestone", reference.choices(), Choices.MILESTONE);
      Saying.Kind kind = kind(typed.words("kind"));
      Saying saying =
          new Saying(
              type,
              typed.words("part"),
              seen(project, typed, type),
              kind,
              kind == Saying.Kind.UNDO ? null : typed.day("day", "project.milestone.day"),
              typed.optional("document"),
              typed.optional("why"));
      typed.refuse();
      milestones.say(project.id(), saying);
    } catch (Refusal refusal) {
      return show(project, new FormView(fields, refusal.problems()));
    }
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(Paths.SECTION).t("project.saved", project.facts().name()));
    return new ModelAndView("redirect:" + Paths.of(project.id()) + "#moc");
  }

  /** A form that was not opened for one milestone has seen what there is. */
  private int seen(Project project, Typed typed, String type) {
    if (!typed.words("seen").isEmpty()) {
      return typed.count("seen", "project.step");
    }
    return milestones.of(project.id()).stream()
        .filter(mark -> mark.typeCode().equals(type) && mark.part().equals(typed.words("part")))
        .mapToInt(Milestone::step)
        .findFirst()
        .orElse(0);
  }

  private static Saying.Kind kind(String word) {
    return Stream.of(Saying.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(Saying.Kind.DUE);
  }

  private Project mine(String id) {
    Project project = projects.required(Paths.id(id));
    Projects.refuseNotMine(project);
    return project;
  }

  private ModelAndView show(Project project, FormView form) {
    Map<String, Object> model = new HashMap<>();
    model.put("project", project);
    model.put("form", form);
    model.put("types", milestones.types());
    return pages.show("project/milestone/edit", Paths.SECTION, model, form.problems());
  }
}
