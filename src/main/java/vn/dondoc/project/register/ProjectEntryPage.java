package vn.dondoc.project.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Ghi một dự án: a new one, or what changed of one. */
@Controller
class ProjectEntryPage {
  private static final String NEW = RegisterPage.PATH + "/moi";
  private static final String EDIT = RegisterPage.PATH + "/{id}/sua";

  private final Projects projects;
  private final ProjectReference reference;
  private final Register register;
  private final Bodies bodies;
  private final Pages pages;

  ProjectEntryPage(
      Projects projects,
      ProjectReference reference,
      Register register,
      Bodies bodies,
      Pages pages) {
    this.projects = projects;
    this.reference = reference;
    this.register = register;
    this.bodies = bodies;
    this.pages = pages;
  }

  @GetMapping(NEW)
  ModelAndView fresh() {
    Rights.require(Projects.REGISTER);
    Map<String, String> own = new HashMap<>();
    List<Integer> mine = Acting.current().bodies();
    if (!mine.isEmpty()) {
      own.put("owner", register.names(List.of(mine.getFirst())).getOrDefault(mine.getFirst(), ""));
    }
    return show(null, FormView.of(own), false);
  }

  @PostMapping(NEW)
  ModelAndView register(@RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.REGISTER);
    Typed typed = new Typed(fields);
    try {
      ProjectForm form = form();
      ProjectFacts facts = form.read(typed, null, "");
      String stage = typed.choice("stage", "project.stage", form.choices(), Choices.STAGE);
      String yearClass = typed.optional("class");
      typed.refuse();
      boolean different = "true".equals(fields.get("different"));
      long id = projects.register(new NewProject(facts, stage, yearClass, different));
      return saved(id, facts.name(), after);
    } catch (Refusal refusal) {
      boolean asks = refusal.code() == ProjectRefusal.DUPLICATE;
      return show(null, new FormView(fields, refusal.problems()), asks);
    }
  }

  @GetMapping(EDIT)
  ModelAndView edit(@PathVariable String id) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    String owner = owner(project);
    Map<String, String> fields = form().written(project.facts(), owner);
    fields.put("step", Integer.toString(project.step()));
    return show(project, FormView.of(fields), false);
  }

  @PostMapping(EDIT)
  ModelAndView change(
      @PathVariable String id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Typed typed = new Typed(fields);
    try {
      ProjectFacts facts = form().read(typed, project, owner(project));
      typed.refuse();
      int seen = typed.count("step", "project.step");
      projects.change(project.id(), seen, facts, typed.words("why"));
      return saved(project.id(), facts.name(), after);
    } catch (Refusal refusal) {
      return show(project, new FormView(fields, refusal.problems()), false);
    }
  }

  private Project mine(String id) {
    Project project = projects.required(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
    Projects.refuseNotMine(project);
    return project;
  }

  private String owner(Project project) {
    int owner = project.facts().ownerId();
    return register.names(List.of(owner)).getOrDefault(owner, "");
  }

  private ProjectForm form() {
    return new ProjectForm(
        reference.choices(),
        new PlaceNames(register.map()),
        words -> bodies.resolve(words, register.today()));
  }

  private ModelAndView saved(long id, String name, RedirectAttributes after) {
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(RegisterPage.SECTION).t("project.saved", name));
    return new ModelAndView("redirect:" + RegisterPage.PATH + "/" + id);
  }

  private ModelAndView show(@Nullable Project project, FormView form, boolean asks) {
    Map<String, Object> model = new HashMap<>();
    model.put("project", project);
    model.put("form", form);
    model.put("choices", reference.choices());
    model.put("asks", asks);
    return pages.show("project/register/edit", RegisterPage.SECTION, model, form.problems());
  }
}
