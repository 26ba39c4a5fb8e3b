package vn.dondoc.agency;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Places;
import vn.dondoc.web.Pages;

/** Thêm cơ quan: also where a notice that names an unknown body leads to. */
@Controller
class EntryPage {
  private final Bodies bodies;
  private final Places places;
  private final Pages pages;
  private final ProvinceDay day;

  EntryPage(Bodies bodies, Places places, Pages pages, ProvinceDay day) {
    this.bodies = bodies;
    this.places = places;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping("/co-quan/them")
  ModelAndView form(
      @RequestParam(name = "ten", defaultValue = "") String name,
      @RequestParam(name = "ve", defaultValue = "") String back) {
    AgencyRight.EDIT.require();
    return form(BodyForm.blank(name, day.today()), ownPath(back), List.of());
  }

  @PostMapping("/co-quan/them")
  ModelAndView create(@RequestParam Map<String, String> typed, RedirectAttributes after) {
    AgencyRight.EDIT.require();
    BodyForm form =
        new BodyForm(
            typed.getOrDefault("name", ""),
            typed.getOrDefault("short_name", ""),
            typed.getOrDefault("kind", ""),
            typed.getOrDefault("place", ""),
            typed.getOrDefault("parent", ""),
            typed.getOrDefault("aliases", ""),
            typed.getOrDefault("head", ""),
            typed.getOrDefault("from", ""),
            typed.getOrDefault("source", ""));
    String back = ownPath(typed.getOrDefault("ve", ""));
    try {
      int id = bodies.create(form.read(places, bodies, day.today()));
      after.addFlashAttribute(
          Pages.NOTICE, pages.page(BodiesPage.SECTION).t("agency.created", form.name().strip()));
      return new ModelAndView("redirect:" + (back.isEmpty() ? "/co-quan/" + id : back));
    } catch (Refusal refusal) {
      return form(form, back, refusal.problems());
    }
  }

  private ModelAndView form(BodyForm form, String back, List<Problem> problems) {
    return pages.show(
        "agency/entry",
        BodiesPage.SECTION,
        Map.of("form", form, "back", back, "problems", problems));
  }

  /** Only an address of this site. */
  private static String ownPath(String path) {
    return path.matches("/[A-Za-z0-9_~%.-][A-Za-z0-9_~%./?=&#-]*") ? path : "";
  }
}
