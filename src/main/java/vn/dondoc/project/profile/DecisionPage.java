package vn.dondoc.project.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Decision;
import vn.dondoc.project.NewDecision;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Magnitude;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.web.Days;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Ghi một quyết định, or put one right. */
@Controller
class DecisionPage {
  private static final String NEW = Paths.ONE + "/quyet-dinh";
  private static final String ONE = NEW + "/{decision}";

  private final Projects projects;
  private final Contracts contracts;
  private final ProjectReference reference;
  private final Pages pages;

  DecisionPage(Projects projects, Contracts contracts, ProjectReference reference, Pages pages) {
    this.projects = projects;
    this.contracts = contracts;
    this.reference = reference;
    this.pages = pages;
  }

  @GetMapping(NEW)
  ModelAndView fresh(@PathVariable String id) {
    Rights.require(Projects.EDIT);
    return show(mine(id), null, FormView.EMPTY);
  }

  @PostMapping(NEW)
  ModelAndView decide(
      @PathVariable String id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Typed typed = new Typed(fields);
    try {
      NewDecision said = read(typed);
      ask(project, said, typed);
      typed.refuse();
      projects.decide(project.id(), said);
    } catch (Refusal refusal) {
      return show(project, null, new FormView(fields, refusal.problems()));
    }
    return saved(project, after);
  }

  @GetMapping(ONE)
  ModelAndView edit(@PathVariable String id, @PathVariable String decision) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Decision one = decision(project, decision);
    NewDecision said = one.content();
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", said.kind());
    fields.put("number", said.number());
    fields.put("signed", Days.written(said.signedOn()));
    fields.put("issuer", said.issuer());
    fields.put("value", said.valueVnd() == null ? "" : said.valueVnd().toString());
    fields.put("summary", Objects.requireNonNullElse(said.summary(), ""));
    return show(project, one, FormView.of(fields));
  }

  @PostMapping(ONE)
  ModelAndView correct(
      @PathVariable String id,
      @PathVariable String decision,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Decision one = decision(project, decision);
    Typed typed = new Typed(fields);
    try {
      boolean takesBack = "true".equals(fields.get("void"));
      NewDecision said = takesBack ? null : read(typed);
      if (said != null) {
        ask(project, said, typed);
      }
      typed.refuse();
      projects.correct(project.id(), one.id(), said, typed.words("why"));
    } catch (Refusal refusal) {
      return show(project, one, new FormView(fields, refusal.problems()));
    }
    return saved(project, after);
  }

  /** A settlement is held to the total approved, or to the contracts where none is. */
  private void ask(Project project, NewDecision said, Typed typed) {
    if (!projects.isSettlement(said.kind())) {
      return;
    }
    Long total = project.money().totalVnd();
    if (total != null) {
      Magnitude.ask(typed, "value", total, "project.total");
    } else {
      long signed =
          contracts.of(project.id()).stream().mapToLong(one -> one.terms().valueVnd()).sum();
      Magnitude.ask(typed, "value", signed, "project.contracts.whole");
    }
  }

  private NewDecision read(Typed typed) {
    return new NewDecision(
        typed.choice("kind", "project.decision.kind", reference.choices(), Choices.DECISION),
        typed.words("number"),
        typed.day("signed", "project.decision.signed"),
        typed.words("issuer"),
        typed.optionalMoney("value", "project.decision.value"),
        typed.optional("summary"));
  }

  private Decision decision(Project project, String id) {
    return projects.decisions(project.id()).stream()
        .filter(one -> one.id() == Paths.id(id) && one.counts())
        .findFirst()
        .orElseThrow(() -> Refusal.of(ProjectRefusal.DECISION, id, id));
  }

  private Project mine(String id) {
    Project project = projects.required(Paths.id(id));
    Projects.refuseNotMine(project);
    return project;
  }

  private ModelAndView saved(Project project, RedirectAttributes after) {
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(Paths.SECTION).t("project.saved", project.facts().name()));
    return new ModelAndView("redirect:" + Paths.of(project.id()) + "#quyet-dinh");
  }

  private ModelAndView show(Project project, @Nullable Decision decision, FormView form) {
    Map<String, Object> model = new HashMap<>();
    model.put("project", project);
    model.put("decision", decision);
    model.put("form", form);
    model.put("choices", reference.choices());
    return pages.show("project/profile/decision", Paths.SECTION, model, form.problems());
  }
}
