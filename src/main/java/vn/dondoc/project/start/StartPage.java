package vn.dondoc.project.start;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Khởi công theo chỉ đạo: from the clause to the projects, and to the head who answers. */
@Controller
class StartPage {
  static final String PATH = "/khoi-cong";
  private static final String ONE = PATH + "/{rule}";

  private final StartRules rules;
  private final Projects projects;
  private final Tasks tasks;
  private final Bodies bodies;
  private final ProjectReference reference;
  private final Pages pages;

  StartPage(
      StartRules rules,
      Projects projects,
      Tasks tasks,
      Bodies bodies,
      ProjectReference reference,
      Pages pages) {
    this.rules = rules;
    this.projects = projects;
    this.tasks = tasks;
    this.bodies = bodies;
    this.reference = reference;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView list() {
    Rights.require(Projects.READ);
    List<StartRule> all = rules.all();
    StartView.All view =
        new StartView.All(all, rules.starts(all), tasks(all), names(all), reference.choices());
    return pages.show(
        "project/start/list", Paths.SECTION, Map.of("view", view, "directs", rules.mayRule()));
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable String rule) {
    Rights.require(Projects.READ);
    return show(rules.required(Paths.id(rule)), FormView.EMPTY);
  }

  @PostMapping(ONE + "/du-an")
  ModelAndView except(
      @PathVariable String rule,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(StartRules.RULE);
    if (!rules.mayRule()) {
      throw new AccessDeniedException(StartRules.RULE);
    }
    StartRule one = rules.required(Paths.id(rule));
    try {
      rules.except(
          one.id(),
          meant(fields),
          "true".equals(fields.get("inside")),
          fields.getOrDefault("why", ""));
    } catch (Refusal refusal) {
      return show(one, new FormView(fields, refusal.problems()));
    }
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(Paths.SECTION).t("project.saved", one.terms().name()));
    return new ModelAndView("redirect:" + PATH + "/" + one.id());
  }

  /** By its id, or by a code somebody typed. */
  private long meant(Map<String, String> fields) {
    String code = fields.getOrDefault("code", "").strip();
    if (code.isEmpty()) {
      return Paths.id(fields.getOrDefault("project", ""));
    }
    return projects.coded(List.of(code)).stream()
        .findFirst()
        .map(Project::id)
        .orElseThrow(() -> Refusal.of(ProjectRefusal.NO_CODE, "code", code));
  }

  @GetMapping(ONE + "/xuat")
  void export(@PathVariable String rule, HttpServletResponse response) throws IOException {
    Rights.require(Projects.READ);
    StartRule one = rules.required(Paths.id(rule));
    Page page = pages.page(Paths.SECTION);
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"khoi-cong.xlsx\"");
    SheetHead head =
        new SheetHead(
            page.t("project.start.sheet"),
            one.terms().name(),
            page.t("web.period", Integer.toString(one.terms().year())),
            page.t("web.source", page.t("project.source")),
            page.t("web.as_of", page.formats().date(page.day())));
    List<SheetColumn<Start>> columns =
        List.of(
            new SheetColumn<>("project", page.t("project.name"), Start::name),
            new SheetColumn<>("owner", page.t("project.owner"), s -> s.owner().name()),
            new SheetColumn<>("head", page.t("project.start.head"), s -> s.owner().head()),
            new SheetColumn<>(
                "state", page.t("project.start.state"), s -> page.t(StartView.key(s.state()))),
            new SheetColumn<>("due", page.t("project.start.own_day"), Start::dueOn),
            new SheetColumn<>("started", page.t("project.start.started_on"), Start::startedOn),
            new SheetColumn<>("why", page.t("project.why"), Start::why),
            new SheetColumn<>(
                "left",
                page.t("project.start.reclassified"),
                s -> StartView.left(s, reference.choices(), page)));
    Sheets.write(response.getOutputStream(), head, columns, rules.starts(List.of(one)).stream());
  }

  private Map<Long, Task> tasks(List<StartRule> all) {
    return tasks.find(all.stream().map(StartRule::taskId).distinct().toList()).stream()
        .collect(Collectors.toMap(Task::id, Function.identity()));
  }

  private Map<Integer, String> names(List<StartRule> all) {
    List<Integer> owners =
        all.stream().flatMap(rule -> rule.terms().owners().stream()).distinct().toList();
    return bodies.find(owners).stream().collect(Collectors.toMap(Body::id, Body::name));
  }

  private ModelAndView show(StartRule rule, FormView form) {
    Map<String, Object> model = new HashMap<>();
    model.put("rule", rule);
    model.put("directs", rules.mayRule());
    model.put("starts", rules.starts(List.of(rule)));
    model.put("gone", rules.gone(rule.id()));
    model.put("task", tasks(List.of(rule)).get(rule.taskId()));
    model.put("choices", reference.choices());
    model.put("bound", StartView.bound(rule, names(List.of(rule)), pages.page(Paths.SECTION)));
    model.put("form", form);
    return pages.show("project/start/one", Paths.SECTION, model, form.problems());
  }
}
