package vn.dondoc.capital.reallocation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.capital.reallocation.reading.Reading;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Bàn làm việc of one scenario: its rules, what was found, how far solving has come. */
@Controller
class WorkbenchPage {
  private static final String ONE = ScenarioPage.PATH + "/{id:\\d{1,18}}";
  private static final int PAGE = 40;

  private final Scenarios scenarios;
  private final Reading reading;
  private final SolveWorker worker;
  private final Rates rates;
  private final Pages pages;

  WorkbenchPage(
      Scenarios scenarios, Reading reading, SolveWorker worker, Rates rates, Pages pages) {
    this.scenarios = scenarios;
    this.reading = reading;
    this.worker = worker;
    this.rates = rates;
    this.pages = pages;
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable long id) {
    Rights.require(ScenarioPage.READ);
    Scenario scenario = scenarios.required(id);
    return one(scenario, ScenarioForm.of(scenario.rules()), List.of());
  }

  private ModelAndView one(Scenario scenario, ScenarioForm form, List<Problem> problems) {
    return pages.show(
        "capital/reallocation/workbench",
        ScenarioPage.SECTION,
        Map.of("view", view(scenario, form, problems)),
        problems);
  }

  private WorkbenchView view(Scenario scenario, ScenarioForm form, List<Problem> problems) {
    Page page = pages.page(ScenarioPage.SECTION);
    SolveJob job = scenarios.shown(scenario);
    return new WorkbenchView(
        scenario,
        form,
        job,
        solved(scenario.year(), job),
        job == null ? reading.words(page.texts()) : reading.words(page.texts(), job),
        new WorkbenchView.Choices(
            scenarios.pools(scenario.year()),
            rates.all().stream().filter(RateDefinition::isOfDisbursement).toList()),
        scenarios.drift(scenario),
        scenarios.keptUnallocated(scenario),
        scenarios.names(scenario.year()),
        problems,
        job == null ? scenario.rules() : scenarios.rules(scenario.id(), job.step()),
        page);
  }

  private @Nullable Solved solved(int year, @Nullable SolveJob job) {
    return job == null || job.found().proposal() == null ? null : reading.of(year, job);
  }

  @PostMapping(ONE + "/dieu-kien")
  ModelAndView change(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
    Rights.require(ScenarioPage.READ);
    Rights.require(ScenarioPage.PLAN);
    Scenario scenario = scenarios.required(id);
    ScenarioForm form = ScenarioForm.of(sent);
    try {
      scenarios.change(id, form.number("step"), form.rules(scenario.rules().pins()));
      scenarios.solve(id);
      worker.nudge();
    } catch (Refusal refusal) {
      return one(scenarios.required(id), form, refusal.problems());
    }
    return back(id);
  }

  @PostMapping(ONE + "/tinh")
  ModelAndView solve(@PathVariable long id) {
    Rights.require(ScenarioPage.READ);
    Rights.require(ScenarioPage.PLAN);
    Scenario scenario = scenarios.required(id);
    try {
      scenarios.solve(id);
      worker.nudge();
    } catch (Refusal refusal) {
      return one(scenario, ScenarioForm.of(scenario.rules()), refusal.problems());
    }
    return back(id);
  }

  @PostMapping(ONE + "/dung")
  ModelAndView stop(@PathVariable long id) {
    Rights.require(ScenarioPage.READ);
    Rights.require(ScenarioPage.PLAN);
    Scenario scenario = scenarios.required(id);
    try {
      scenarios.stop(id);
    } catch (Refusal refusal) {
      return one(scenario, ScenarioForm.of(scenario.rules()), refusal.problems());
    }
    return back(id);
  }

  /** What the page asks for again and again; when solving is over the page is loaded anew. */
  @GetMapping(ONE + "/tien-do")
  ModelAndView progress(@PathVariable long id, HttpServletResponse response) {
    Rights.require(ScenarioPage.READ);
    Scenario scenario = scenarios.required(id);
    SolveJob job = scenario.job();
    if (job == null || !job.isGoingOn()) {
      response.setHeader("HX-Refresh", "true");
    }
    Map<String, Object> model = new HashMap<>();
    model.put("scenario", scenario);
    model.put("words", reading.words(pages.page(ScenarioPage.SECTION).texts()));
    return pages.show("capital/reallocation/bar", ScenarioPage.SECTION, model);
  }

  /**
   * Dòng không thay đổi as their page shows them.
   *
   * @param view the scenario
   * @param find words looked for
   * @param address the same as the address says it
   * @param found lines that stay
   * @param shown those of this page
   */
  record LeftView(
      WorkbenchView view,
      String find,
      ListAddress address,
      List<Solved.Left> found,
      List<Solved.Left> shown) {
    boolean more() {
      return !shown.isEmpty() && shown.getLast().name().lineId() != found.getLast().name().lineId();
    }
  }

  @GetMapping(ONE + "/vi-sao")
  ModelAndView left(@PathVariable long id, @RequestParam Map<String, String> asked) {
    Rights.require(ScenarioPage.READ);
    Scenario scenario = scenarios.required(id);
    Asked question = Asked.of(asked);
    String find = question.words("tim");
    Long after = question.after();
    question.refuse();
    WorkbenchView view = view(scenario, ScenarioForm.of(scenario.rules()), List.of());
    List<Solved.Left> found =
        view.solved() == null
            ? List.of()
            : view.solved().left().stream()
                .filter(left ->
                    find.isEmpty()
                        || left.name()
                            .project()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(find.toLowerCase(java.util.Locale.ROOT)))
                .toList();
    int from = 0;
    if (after != null) {
      while (from < found.size() && found.get(from).name().lineId() != after) {
        from++;
      }
      if (from == found.size()) {
        throw Asked.noSuchRow(after);
      }
      from++;
    }
    Map<String, String> rest = new HashMap<>(asked);
    rest.remove("id");
    return pages.show(
        "capital/reallocation/left",
        ScenarioPage.SECTION,
        Map.of(
            "left",
            new LeftView(
                view,
                find,
                new ListAddress(scenario.path() + "/vi-sao", rest),
                found,
                found.subList(from, Math.min(from + PAGE, found.size())))));
  }

  @GetMapping(ONE + "/ghim")
  ModelAndView pinForm(@PathVariable long id, @RequestParam Map<String, String> asked) {
    Rights.require(ScenarioPage.READ);
    Rights.require(ScenarioPage.PLAN);
    return pin(scenarios.required(id), new ScenarioForm(asked, List.of()), List.of());
  }

  private ModelAndView pin(Scenario scenario, ScenarioForm form, List<Problem> problems) {
    return pages.show(
        "capital/reallocation/pin",
        ScenarioPage.SECTION,
        Map.of(
            "scenario", scenario,
            "form", form,
            "line", line(scenario, form.id("dong")),
            "problems", problems),
        problems);
  }

  private LineName line(Scenario scenario, long id) {
    LineName line = scenarios.names(scenario.year()).get(id);
    if (line == null) {
      throw Refusal.of(
          ReallocationRefusal.LINE,
          Long.toString(id),
          Long.toString(id),
          Integer.toString(scenario.year()));
    }
    return line;
  }

  @PostMapping(ONE + "/ghim")
  ModelAndView pin(@PathVariable long id, @RequestParam Map<String, String> sent) {
    Rights.require(ScenarioPage.READ);
    Rights.require(ScenarioPage.PLAN);
    Scenario scenario = scenarios.required(id);
    ScenarioForm form = new ScenarioForm(sent, List.of());
    List<ScenarioRules.Held> pins = new ArrayList<>(scenario.rules().pins());
    long next = pins.stream().mapToLong(ScenarioRules.Held::id).max().orElse(0) + 1;
    try {
      pins.add(form.pin(line(scenario, form.id("dong")), next));
      scenarios.change(id, form.number("step"), scenario.rules().with(pins));
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return pin(scenario, form, refusal.problems());
    }
    return back(id);
  }

  @PostMapping(ONE + "/bo-ghim")
  ModelAndView unpin(@PathVariable long id, @RequestParam Map<String, String> sent) {
    Rights.require(ScenarioPage.READ);
    Rights.require(ScenarioPage.PLAN);
    Scenario scenario = scenarios.required(id);
    ScenarioForm form = new ScenarioForm(sent, List.of());
    List<ScenarioRules.Held> pins =
        scenario.rules().pins().stream().filter(pin -> pin.id() != form.id("ghim")).toList();
    try {
      scenarios.change(id, form.number("step"), scenario.rules().with(pins));
    } catch (Refusal refusal) {
      return one(scenario, ScenarioForm.of(scenario.rules()), refusal.problems());
    }
    return back(id);
  }

  private static ModelAndView back(long id) {
    return new ModelAndView("redirect:" + ScenarioPage.PATH + "/" + id);
  }
}
