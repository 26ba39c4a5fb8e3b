package vn.dondoc.rural.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Projects;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Sửa một dòng kế hoạch, by whoever owes it. */
@Controller
class PlanEditPage {
  /** Whether the body that is asked to take the line over is given it. */
  private static final String HAND = "hand";

  private final Plans plans;
  private final Bodies bodies;
  private final Projects projects;
  private final Pages pages;
  private final ProvinceDay day;

  PlanEditPage(Plans plans, Bodies bodies, Projects projects, Pages pages, ProvinceDay day) {
    this.plans = plans;
    this.bodies = bodies;
    this.projects = projects;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(PlanPage.PATH + "/dong/{key}")
  ModelAndView form(@PathVariable String key, @RequestParam Map<String, String> asked) {
    Rights.require(PlanPage.READ);
    Rights.require(Plans.EDIT);
    int year = year(asked);
    PlanLine line = line(key, year);
    Integer body = line.owed().bodyId();
    String name = body == null ? "" : plans.names(List.of(line)).getOrDefault(body, "");
    PlanCheck.requireOwing(line, indicator(line), name);
    return show(line, PlanForm.of(line, name), year, List.of());
  }

  @PostMapping(PlanPage.PATH + "/dong/{key}")
  ModelAndView save(
      @PathVariable String key, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(PlanPage.READ);
    Rights.require(Plans.EDIT);
    int year = year(typed);
    PlanLine line = line(key, year);
    PlanForm form = PlanForm.typed(typed);
    try {
      String step = typed.getOrDefault("step", "");
      int seen = step.matches("\\d{1,6}") ? Integer.parseInt(step) : -1;
      PlanChange change = change(line, form, year, typed.getOrDefault(HAND, "")).seen(seen);
      plans.change(List.of(change));
      boolean asks = Handing.handed(change, line) && !Handing.given(change, line);
      after.addFlashAttribute(
          Pages.NOTICE,
          pages
              .page(PlanPage.SECTION)
              .t(asks ? "rural.plan.asked.saved" : "rural.plan.saved", line.unit().name()));
    } catch (Refusal refusal) {
      return told(line, form, year, refusal);
    }
    return new ModelAndView("redirect:" + PlanPage.PATH + "/" + line.unit().id() + "?nam=" + year);
  }

  /** What was typed, and the answer to whoever asked to hand the line over. */
  private PlanChange change(PlanLine line, PlanForm form, int year, String hand) {
    PlanLine.Owed owed = form.read(line, registers(form, line), day.today());
    Integer asked = line.hands().askedBodyId();
    boolean declines = asked != null && hand.equals("khong");
    if (asked != null && hand.equals("dong-y")) {
      owed = owed.by(asked);
    } else if (declines && !Handing.owes(line)) {
      owed = line.owed();
    }
    return new PlanChange(
        line.unit().id(), line.indicatorId(), year, line.step(), owed, form.why(), declines);
  }

  private Registers registers(PlanForm form, PlanLine line) {
    List<String> named = form.namesProject(line) ? List.of(form.project()) : List.of();
    return new Registers(bodies, projects.called(named));
  }

  /** Somebody else's change is shown beside one's own, not as a sentence. */
  private ModelAndView told(PlanLine seen, PlanForm form, int year, Refusal refusal) {
    List<Problem> others =
        refusal.problems().stream()
            .filter(problem -> !problem.key().equals(PlanRefusal.CHANGED.key()))
            .toList();
    if (others.size() == refusal.problems().size()) {
      return show(seen, form, year, others);
    }
    PlanLine line = line(Long.toString(seen.key()), year);
    Integer body = line.owed().bodyId();
    String name = body == null ? "" : plans.names(List.of(line)).getOrDefault(body, "");
    Page page = pages.page(PlanPage.SECTION);
    ModelAndView shown = show(line, form, year, refusal.problems());
    plans
        .last(line, year)
        .ifPresent(last -> {
          shown.addObject("problems", others);
          shown.addObject("sides", PlanConflict.of(last, PlanForm.of(line, name), form, page));
        });
    return shown;
  }

  private ModelAndView show(PlanLine line, PlanForm form, int year, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("line", line);
    model.put("form", form);
    Proposal proposal = new Proposal(line, plans.yardstick(), year);
    model.put("proposal", proposal.words(day.today(), pages.page(PlanPage.SECTION).texts()));
    model.put("year", year);
    model.put("indicator", indicator(line));
    model.put("problems", problems);
    Integer asked = line.hands().askedBodyId();
    if (asked != null) {
      model.put("asked", plans.names(List.of(line)).getOrDefault(asked, "–"));
    }
    model.put("answers", Handing.answers(line));
    model.put("gives", Handing.gives(line, null));
    return pages.show("rural/plan/edit", PlanPage.SECTION, model, problems);
  }

  private Indicator indicator(PlanLine line) {
    return Objects.requireNonNull(plans.yardstick().indicators().get(line.indicatorId()));
  }

  private int year(Map<String, String> asked) {
    String year = asked.getOrDefault("nam", "");
    return year.matches("20\\d\\d") ? Integer.parseInt(year) : day.today().getYear();
  }

  private PlanLine line(String key, int year) {
    long number = key.matches("\\d{1,18}") ? Long.parseLong(key) : 0;
    PlanLine line = plans.find(List.of(number), year).get(number);
    if (line == null) {
      throw Refusal.of(PlanRefusal.UNKNOWN, key, key);
    }
    return line;
  }
}
