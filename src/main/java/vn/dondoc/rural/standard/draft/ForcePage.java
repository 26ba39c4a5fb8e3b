package vn.dondoc.rural.standard.draft;

import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.web.Days;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Đặt và kết thúc hiệu lực: what will happen is told and asked for before it does. */
@Controller
class ForcePage {
  private static final String PUT = DraftPage.PATH + "/{id}/hieu-luc";
  private static final String SETS = "/nong-thon-moi/bo-tieu-chi";
  private static final String END = SETS + "/{id}/het-hieu-luc";

  private final Drafts drafts;
  private final Forces forces;
  private final Pages pages;

  ForcePage(Drafts drafts, Forces forces, Pages pages) {
    this.drafts = drafts;
    this.forces = forces;
    this.pages = pages;
  }

  /**
   * Những ngày as they are typed.
   *
   * @param from the first day
   * @param until the day it ends
   * @param endOld "1" when sets in the way are to end
   * @param why lý do
   */
  record Typed(String from, String until, String endOld, String why) {
    static Typed of(Map<String, String> typed) {
      return new Typed(
          typed.getOrDefault("tu", "").strip(),
          typed.getOrDefault("den", "").strip(),
          typed.getOrDefault("het", ""),
          typed.getOrDefault("ly-do", "").strip());
    }

    boolean endsOld() {
      return endOld.equals("1");
    }

    /** The days; null while the first is not typed or one cannot be read. */
    ForcePlan.@Nullable Days days(List<Problem> problems) {
      LocalDate first = day("tu", "rural.draft.from", from, problems);
      LocalDate end = day("den", "rural.draft.until", until, problems);
      return first == null || !problems.isEmpty()
          ? null
          : new ForcePlan.Days(first, end, endsOld());
    }

    @Nullable LocalDate end(List<Problem> problems) {
      return day("den", "rural.draft.until", until, problems);
    }

    private static @Nullable LocalDate day(
        String field, String label, String text, List<Problem> problems) {
      if (text.isEmpty()) {
        return null;
      }
      LocalDate day = Days.read(text).orElse(null);
      if (day == null) {
        problems.add(Days.problem(field, label, text));
      }
      return day;
    }
  }

  @GetMapping(PUT)
  ModelAndView ask(@PathVariable String id, @RequestParam Map<String, String> asked) {
    Rights.require(Drafts.EDIT);
    return ask(drafts.find(DraftPage.number(id)), Typed.of(asked), List.of());
  }

  private ModelAndView ask(Draft draft, Typed typed, List<Problem> refused) {
    List<Problem> problems = new ArrayList<>(refused);
    ForcePlan.Days days = typed.days(problems);
    ForcePlan plan = days == null ? null : forces.plan(draft, days);
    if (plan != null && refused.isEmpty()) {
      problems.addAll(plan.problems());
    }
    Map<String, Object> model = new HashMap<>();
    model.put("draft", draft);
    model.put("child", draft.parent() != null);
    model.put("typed", typed);
    model.put("plan", plan);
    model.put("days", days);
    model.put("problems", problems);
    model.put(
        "open",
        days == null || draft.parent() != null
            ? Map.of()
            : forces.withoutLevel(draft, days.from()));
    return pages.show("rural/standard/draft/force", DraftPage.SECTION, model, problems);
  }

  @PostMapping(PUT)
  ModelAndView put(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(Drafts.EDIT);
    Draft draft = drafts.find(DraftPage.number(id));
    Typed form = Typed.of(typed);
    ForcePlan.Days days = form.days(new ArrayList<>());
    if (days == null) {
      return ask(draft, form, missing("tu", "rural.draft.from", form.from()));
    }
    int set;
    try {
      set = forces.put(draft.id(), DraftPage.number(typed.getOrDefault("step", "")), days);
    } catch (Refusal refusal) {
      return ask(draft, form, refusal.problems());
    }
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(DraftPage.SECTION).t("rural.draft.in_force", draft.code()));
    return new ModelAndView("redirect:" + SETS + "/" + set);
  }

  @GetMapping(END)
  ModelAndView askEnd(@PathVariable String id, @RequestParam Map<String, String> asked) {
    Rights.require(Drafts.EDIT);
    return askEnd(drafts.set(DraftPage.number(id)), Typed.of(asked), List.of());
  }

  private ModelAndView askEnd(CriteriaSet set, Typed typed, List<Problem> refused) {
    List<Problem> problems = new ArrayList<>(refused);
    LocalDate until = typed.end(problems);
    ForcePlan plan = until == null ? null : forces.planEnd(set, until);
    if (plan != null && refused.isEmpty()) {
      problems.addAll(plan.problems());
    }
    Map<String, Object> model = new HashMap<>();
    model.put("set", set);
    model.put("typed", typed);
    model.put("plan", plan);
    model.put("until", until);
    model.put("problems", problems);
    return pages.show("rural/standard/draft/end", DraftPage.SECTION, model, problems);
  }

  @PostMapping(END)
  ModelAndView end(
      @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(Drafts.EDIT);
    CriteriaSet set = drafts.set(DraftPage.number(id));
    Typed form = Typed.of(typed);
    LocalDate until = form.end(new ArrayList<>());
    if (until == null) {
      return askEnd(set, form, missing("den", "rural.draft.until", form.until()));
    }
    try {
      forces.endEarly(set.id(), until, form.why());
    } catch (Refusal refusal) {
      return askEnd(set, form, refusal.problems());
    }
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(DraftPage.SECTION).t("rural.draft.ended", set.code()));
    return new ModelAndView("redirect:" + SETS + "/" + set.id());
  }

  /** A day that was not typed; one that cannot be read is told when it is shown again. */
  private static List<Problem> missing(String field, String label, String text) {
    return text.isEmpty() ? List.of(Days.problem(field, label, text)) : List.of();
  }
}
