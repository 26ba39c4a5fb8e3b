package vn.dondoc.rural.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Giao việc từ kế hoạch: chosen in the list, looked over, confirmed once. */
@Controller
class GivePage {
  static final String PATH = PlanPage.PATH + "/giao";
  private static final String CONFIRM = "directive.confirm";

  private final Givings givings;
  private final Plans plans;
  private final Pages pages;
  private final ProvinceDay day;

  GivePage(Givings givings, Plans plans, Pages pages, ProvinceDay day) {
    this.givings = givings;
    this.plans = plans;
    this.pages = pages;
    this.day = day;
  }

  @PostMapping(PATH)
  ModelAndView preview(@RequestParam MultiValueMap<String, String> fields) {
    require();
    return show(fields, List.of());
  }

  @PostMapping(PATH + "/ghi")
  ModelAndView give(
      @RequestParam MultiValueMap<String, String> fields, RedirectAttributes attributes) {
    require();
    Map<Long, Integer> chosen = GiveView.chosen(fields);
    Map<Long, Integer> seen = new HashMap<>(chosen);
    seen.values().removeIf(step -> step < 0);
    int given;
    try {
      given = givings.give(chosen.keySet(), seen, year(fields));
    } catch (Refusal refusal) {
      return show(fields, refusal.problems());
    }
    attributes.addFlashAttribute(
        Pages.NOTICE, pages.page(PlanPage.SECTION).t("rural.plan.given", given));
    return new ModelAndView("redirect:" + GiveView.list(fields.toSingleValueMap()));
  }

  /** As it would be given now; what kept it from being given a moment ago stands above. */
  private ModelAndView show(MultiValueMap<String, String> fields, List<Problem> problems) {
    int year = year(fields);
    Givings.Prepared prepared = givings.prepare(GiveView.chosen(fields).keySet(), year);
    List<Problem> told = problems.isEmpty() ? prepared.problems() : problems;
    GiveView view =
        new GiveView(
            new LinkedHashMap<>(fields.toSingleValueMap()), prepared, plans.yardstick(), told);
    return pages.show("rural/plan/give", PlanPage.SECTION, Map.of("view", view), told);
  }

  private int year(MultiValueMap<String, String> fields) {
    String year = fields.toSingleValueMap().getOrDefault(PlanRequest.YEAR, "");
    return PlanRequest.of(Map.of(PlanRequest.YEAR, year), day.today()).filter().year();
  }

  private static void require() {
    Rights.require(Plans.EDIT);
    Rights.require(CONFIRM);
  }
}
