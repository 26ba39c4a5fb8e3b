package vn.dondoc.capital.reallocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.reallocation.reading.Reading;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Các kịch bản điều chuyển of a year: listed, made, compared; and the law they keep to. */
@Controller
class ScenarioPage {
  static final String SECTION = "capital";
  static final String READ = "capital.read";
  static final String PLAN = "capital.plan";
  static final String PATH = "/von/dieu-chuyen";
  private static final int MOST_COMPARED = 4;

  private final Scenarios scenarios;
  private final Reading reading;
  private final Rates rates;
  private final List<PutForward> putForward;
  private final Pages pages;

  ScenarioPage(
      Scenarios scenarios, Reading reading, Rates rates, List<PutForward> putForward, Pages pages) {
    this.scenarios = scenarios;
    this.reading = reading;
    this.rates = rates;
    this.putForward = putForward;
    this.pages = pages;
  }

  /**
   * The list as its page shows it.
   *
   * @param year năm ngân sách
   * @param scenarios of the year
   * @param form a new one as typed
   * @param choices what a new one chooses from
   * @param putForward what was put forward of them
   * @param problems what is wrong with what was sent
   */
  record View(
      int year,
      List<Scenario> scenarios,
      ScenarioForm form,
      WorkbenchView.Choices choices,
      List<PutForward.One> putForward,
      List<Problem> problems) {
    boolean mayPlan() {
      return vn.dondoc.kernel.Acting.current().may(PLAN);
    }

    boolean mayCompare() {
      return scenarios.stream().filter(one -> one.job() != null && one.job().hasPlan()).count() > 1;
    }

    /** Where it would bring the province; null before it was solved. */
    @Nullable Solved solved(Scenario scenario) {
      SolveJob job = scenario.job();
      return job == null || !job.hasPlan() ? null : new Solved(job, Map.of(), Map.of());
    }

    boolean isFrozen(Pool pool) {
      return form.frozen().contains(Integer.toString(pool.id()));
    }
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    int year = year(asked);
    return list(year, ScenarioForm.of(scenarios.usual(year)), List.of());
  }

  private ModelAndView list(int year, ScenarioForm form, List<Problem> problems) {
    return pages.show(
        "capital/reallocation/list",
        SECTION,
        Map.of(
            "view",
            new View(
                year,
                scenarios.of(year),
                form,
                new WorkbenchView.Choices(scenarios.pools(year), definitions()),
                putForward.stream().flatMap(door -> door.of(year).stream()).toList(),
                problems)),
        problems);
  }

  private List<RateDefinition> definitions() {
    return rates.all().stream().filter(RateDefinition::isOfDisbursement).toList();
  }

  private int year(Map<String, String> asked) {
    LocalDate today = scenarios.today();
    // January still pays for the year before.
    int usual = today.getMonthValue() == 1 ? today.getYear() - 1 : today.getYear();
    Asked question = Asked.of(asked);
    List<String> years = new ArrayList<>();
    for (int year = usual - 9; year <= usual + 1; year++) {
      years.add(Integer.toString(year));
    }
    String said = question.choice("nam", years);
    question.refuse();
    return said.isEmpty() ? usual : Integer.parseInt(said);
  }

  @PostMapping(PATH)
  ModelAndView make(
      @RequestParam MultiValueMap<String, String> sent, @RequestParam Map<String, String> asked) {
    Rights.require(READ);
    Rights.require(PLAN);
    int year = year(asked);
    ScenarioForm form = ScenarioForm.of(sent);
    long id;
    try {
      id = scenarios.make(year, form.value("name"), form.rules(List.of()));
    } catch (Refusal refusal) {
      ModelAndView again = list(year, form, refusal.problems());
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    return new ModelAndView("redirect:" + PATH + "/" + id);
  }

  @GetMapping(PATH + "/so-sanh")
  ModelAndView compare(@RequestParam MultiValueMap<String, String> asked) {
    Rights.require(READ);
    List<Comparison.Compared> compared = new ArrayList<>();
    for (String id : asked.getOrDefault("kb", List.of()).stream().distinct().toList()) {
      if (id.matches("\\d{1,18}") && compared.size() < MOST_COMPARED) {
        Scenario scenario = scenarios.required(Long.parseLong(id));
        SolveJob job = scenario.job();
        if (job != null && job.hasPlan()) {
          boolean stale = scenario.isChanged() || !scenarios.drift(scenario).isEmpty();
          compared.add(
              new Comparison.Compared(
                  scenario,
                  reading.of(scenario.year(), job),
                  scenarios.rules(scenario.id(), job.step()),
                  stale));
        }
      }
    }
    if (compared.size() < 2) {
      throw Refusal.of(ReallocationRefusal.COMPARE, "kb", MOST_COMPARED);
    }
    Page page = pages.page(SECTION);
    return pages.show(
        "capital/reallocation/compare",
        SECTION,
        Map.of(
            "comparison",
            new Comparison(
                compared,
                definitions(),
                scenarios.pools(compared.getFirst().scenario().year()),
                reading.words(page.texts()),
                page)));
  }

  @GetMapping(PATH + "/quy-dinh")
  ModelAndView law(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    int year = year(asked);
    return pages.show(
        "capital/reallocation/law", SECTION, Map.of("year", year, "law", scenarios.law(year)));
  }
}
