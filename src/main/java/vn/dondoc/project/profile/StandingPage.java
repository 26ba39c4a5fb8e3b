package vn.dondoc.project.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Move;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;
import vn.dondoc.project.Standings;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.web.Days;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Chuyển giai đoạn, tình trạng; ghi loại trong kế hoạch năm. */
@Controller
class StandingPage {
  private static final String STAND = Paths.ONE + "/hien-trang";
  private static final String CLASS = Paths.ONE + "/loai-nam";

  private final Projects projects;
  private final Standings standings;
  private final ProjectReference reference;
  private final ProvinceDay day;
  private final Pages pages;

  StandingPage(
      Projects projects,
      Standings standings,
      ProjectReference reference,
      ProvinceDay day,
      Pages pages) {
    this.projects = projects;
    this.standings = standings;
    this.reference = reference;
    this.day = day;
    this.pages = pages;
  }

  @GetMapping(STAND)
  ModelAndView form(@PathVariable String id) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    return show(project, stand(project), classed());
  }

  @PostMapping(STAND)
  ModelAndView move(
      @PathVariable String id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Choices choices = reference.choices();
    Typed typed = new Typed(fields);
    try {
      Move move =
          new Move(
              typed.choice("stage", "project.stage", choices, Choices.STAGE),
              typed.choice("side", "project.side", choices, Choices.SIDE),
              typed.day("since", "project.since"),
              typed.optional("document"),
              typed.optional("why"));
      typed.refuse();
      standings.move(project.id(), typed.count("step", "project.step"), move);
    } catch (Refusal refusal) {
      return show(project, new FormView(fields, refusal.problems()), classed());
    }
    return saved(project, after);
  }

  @PostMapping(CLASS)
  ModelAndView classify(
      @PathVariable String id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = mine(id);
    Typed typed = new Typed(fields);
    try {
      String code = typed.choice("class", "project.class", reference.choices(), Choices.YEAR_CLASS);
      int year = typed.count("year", "project.year");
      typed.refuse();
      standings.classify(project.id(), year, code, typed.optional("why_class"));
    } catch (Refusal refusal) {
      return show(project, stand(project), new FormView(fields, refusal.problems()));
    }
    return saved(project, after);
  }

  private FormView stand(Project project) {
    Project.Standing now = project.standing();
    return FormView.of(
        Map.of(
            "stage", now.stage(),
            "side", now.sideState(),
            "since", Days.written(day.today()),
            "step", Integer.toString(now.step())));
  }

  private FormView classed() {
    return FormView.of(Map.of("year", Integer.toString(day.today().getYear())));
  }

  private Project mine(String id) {
    Project project = projects.required(Paths.id(id));
    Projects.refuseNotMine(project);
    return project;
  }

  private ModelAndView saved(Project project, RedirectAttributes after) {
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(Paths.SECTION).t("project.saved", project.facts().name()));
    return new ModelAndView("redirect:" + Paths.of(project.id()));
  }

  /** Only what the machine allows from here is offered. */
  private ModelAndView show(Project project, FormView form, FormView yearly) {
    Choices choices = reference.choices();
    Map<String, List<String>> ways = standings.ways(project);
    Map<String, Object> model = new HashMap<>();
    model.put("project", project);
    model.put("form", form);
    model.put("yearly", yearly);
    model.put("classes", standings.classes(project.id()));
    model.put("choices", choices);
    model.put("stages", offered(choices, ways, Choices.STAGE, project.standing().stage()));
    model.put("sides", offered(choices, ways, Choices.SIDE, project.standing().sideState()));
    List<Problem> problems = new ArrayList<>(form.problems());
    problems.addAll(yearly.problems());
    return pages.show("project/profile/standing", Paths.SECTION, model, problems);
  }

  private static List<Choice> offered(
      Choices choices, Map<String, List<String>> ways, String list, String now) {
    List<String> codes = new ArrayList<>(ways.getOrDefault(list, List.of()));
    codes.add(now);
    return choices.of(list).stream().filter(choice -> codes.contains(choice.code())).toList();
  }
}
