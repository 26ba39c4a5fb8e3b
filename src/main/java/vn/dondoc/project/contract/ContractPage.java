package vn.dondoc.project.contract;

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
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Magnitude;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.web.Days;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Một hợp đồng: its terms, what was accepted, what was found wrong. */
@Controller
class ContractPage {
  private static final String NEW = Paths.ONE + "/hop-dong";
  private static final String ONE = NEW + "/{contract}";

  private final Contracts contracts;
  private final Projects projects;
  private final ProjectReference reference;
  private final ProvinceDay day;
  private final Pages pages;

  ContractPage(
      Contracts contracts,
      Projects projects,
      ProjectReference reference,
      ProvinceDay day,
      Pages pages) {
    this.contracts = contracts;
    this.projects = projects;
    this.reference = reference;
    this.day = day;
    this.pages = pages;
  }

  @GetMapping(NEW)
  ModelAndView fresh(@PathVariable String id) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Projects.refuseNotMine(project);
    return edit(project, null, FormView.EMPTY);
  }

  @PostMapping(NEW)
  ModelAndView sign(
      @PathVariable String id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Projects.refuseNotMine(project);
    Typed typed = new Typed(fields);
    try {
      Terms terms = read(typed);
      Magnitude.ask(typed, "value", project.money().totalVnd(), "project.total");
      typed.refuse();
      long contract = contracts.sign(project.id(), typed.words("number"), terms);
      return saved(project, contract, after);
    } catch (Refusal refusal) {
      return edit(project, null, new FormView(fields, refusal.problems()));
    }
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable String id, @PathVariable String contract) {
    Rights.require(Projects.READ);
    return show(id, contract, ContractView.Forms.EMPTY);
  }

  @GetMapping(ONE + "/sua")
  ModelAndView terms(@PathVariable String id, @PathVariable String contract) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Projects.refuseNotMine(project);
    Contract one = contracts.required(project.id(), Paths.id(contract));
    return edit(project, one, FormView.of(written(one)));
  }

  @PostMapping(ONE + "/sua")
  ModelAndView amend(
      @PathVariable String id,
      @PathVariable String contract,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Projects.refuseNotMine(project);
    Contract one = contracts.required(project.id(), Paths.id(contract));
    Typed typed = new Typed(fields);
    try {
      Terms terms = read(typed);
      int seen = typed.count("step", "project.step");
      if (project.money().totalVnd() == null) {
        Magnitude.ask(typed, "value", one.terms().valueVnd(), "project.contract.value");
      } else {
        Magnitude.ask(typed, "value", project.money().totalVnd(), "project.total");
      }
      typed.refuse();
      contracts.amend(project.id(), one.id(), seen, terms, typed.words("why"));
      return saved(project, one.id(), after);
    } catch (Refusal refusal) {
      return edit(project, one, new FormView(fields, refusal.problems()));
    }
  }

  @PostMapping(ONE + "/nghiem-thu")
  ModelAndView accept(
      @PathVariable String id,
      @PathVariable String contract,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Typed typed = new Typed(fields);
    try {
      Acceptance.Content said =
          new Acceptance.Content(
              typed.words("number"),
              typed.day("on", "project.acceptance.on"),
              typed.money("value", "project.acceptance.value"),
              typed.optional("words"));
      typed.refuse();
      contracts.accept(project.id(), Paths.id(contract), said);
      return saved(project, Paths.id(contract), after);
    } catch (Refusal refusal) {
      refuseMissing(refusal);
      FormView form = new FormView(fields, refusal.problems());
      return show(id, contract, ContractView.Forms.EMPTY.accepting(form));
    }
  }

  @PostMapping(ONE + "/nghiem-thu/{acceptance}")
  ModelAndView takeBack(
      @PathVariable String id,
      @PathVariable String contract,
      @PathVariable String acceptance,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    try {
      String why = fields.getOrDefault("why", "");
      contracts.correct(project.id(), Paths.id(contract), Paths.id(acceptance), null, why);
      return saved(project, Paths.id(contract), after);
    } catch (Refusal refusal) {
      refuseMissing(refusal);
      FormView form = new FormView(fields, refusal.problems());
      return show(id, contract, ContractView.Forms.EMPTY.accepting(form));
    }
  }

  @PostMapping(ONE + "/ton-tai")
  ModelAndView found(
      @PathVariable String id,
      @PathVariable String contract,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Typed typed = new Typed(fields);
    try {
      Finding.Content said =
          new Finding.Content(
              typed.choice("kind", "project.finding.kind", reference.choices(), Choices.FINDING),
              typed.day("on", "project.finding.on"),
              typed.words("words"),
              typed.optionalDay("remedy", "project.finding.remedy"));
      typed.refuse();
      contracts.note(project.id(), Paths.id(contract), said, day.today());
      return saved(project, Paths.id(contract), after);
    } catch (Refusal refusal) {
      refuseMissing(refusal);
      FormView form = new FormView(fields, refusal.problems());
      return show(id, contract, ContractView.Forms.EMPTY.finding(form));
    }
  }

  @PostMapping(ONE + "/ton-tai/{finding}")
  ModelAndView putRight(
      @PathVariable String id,
      @PathVariable String contract,
      @PathVariable String finding,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Typed typed = new Typed(fields);
    try {
      Finding.Closed said =
          new Finding.Closed(typed.day("on", "project.finding.closed_on"), typed.words("words"));
      typed.refuse();
      contracts.close(project.id(), Paths.id(contract), Paths.id(finding), said);
      return saved(project, Paths.id(contract), after);
    } catch (Refusal refusal) {
      refuseMissing(refusal);
      FormView form = new FormView(Map.of(), refusal.problems());
      return show(id, contract, ContractView.Forms.EMPTY.finding(form));
    }
  }

  private Terms read(Typed typed) {
    return new Terms(
        typed.choice("kind", "project.contract.kind", reference.choices(), Choices.CONTRACT),
        typed.words("package"),
        typed.words("contractor"),
        typed.optional("tax"),
        typed.money("value", "project.contract.value"),
        typed.day("signed", "project.contract.signed"),
        typed.optionalDay("starts", "project.contract.starts"),
        typed.day("ends", "project.contract.ends"));
  }

  private static Map<String, String> written(Contract contract) {
    Terms terms = contract.terms();
    Map<String, String> fields = new HashMap<>();
    fields.put("number", contract.number());
    fields.put("kind", terms.kind());
    fields.put("package", terms.workPackage());
    fields.put("contractor", terms.contractor());
    fields.put("tax", Objects.requireNonNullElse(terms.taxCode(), ""));
    fields.put("value", Long.toString(terms.valueVnd()));
    fields.put("signed", Days.written(terms.signedOn()));
    fields.put("starts", Days.written(terms.startsOn()));
    fields.put("ends", Days.written(terms.endsOn()));
    fields.put("step", Integer.toString(contract.step()));
    return fields;
  }

  private static void refuseMissing(Refusal refusal) {
    if (refusal.code().isMissing()) {
      throw refusal;
    }
  }

  private ModelAndView saved(Project project, long contract, RedirectAttributes after) {
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(Paths.SECTION).t("project.saved", project.facts().name()));
    return new ModelAndView("redirect:" + Paths.of(project.id()) + "/hop-dong/" + contract);
  }

  private ModelAndView edit(Project project, @Nullable Contract contract, FormView form) {
    Map<String, Object> model = new HashMap<>();
    model.put("project", project);
    model.put("contract", contract);
    model.put("form", form);
    model.put("choices", reference.choices());
    return pages.show("project/contract/edit", Paths.SECTION, model, form.problems());
  }

  private ModelAndView show(String id, String contract, ContractView.Forms forms) {
    Project project = projects.required(Paths.id(id));
    Contract one = contracts.required(project.id(), Paths.id(contract));
    ContractView view =
        new ContractView(
            project,
            one,
            contracts.history(one.id()),
            contracts.acceptances(one.id()),
            contracts.findings(one.id()),
            reference.choices(),
            forms,
            Projects.mayChange(project));
    return pages.show(
        "project/contract/one", Paths.SECTION, Map.of("view", view), forms.problems());
  }
}
