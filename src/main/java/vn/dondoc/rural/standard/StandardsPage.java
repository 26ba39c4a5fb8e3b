package vn.dondoc.rural.standard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Bộ tiêu chí: which sets there are, what each asks for, and a bench to try a rule on. */
@Controller
class StandardsPage {
  private static final String SECTION = "rural";
  private static final String READ = "rural.read";

  private final Standards standards;
  private final Pages pages;
  private final ProvinceDay day;

  StandardsPage(Standards standards, Pages pages, ProvinceDay day) {
    this.standards = standards;
    this.pages = pages;
    this.day = day;
  }

  @Bean
  static MenuItem ruralMenu() {
    return new MenuItem(20, SECTION, "/nong-thon-moi", "rural.menu", READ);
  }

  @GetMapping("/nong-thon-moi/bo-tieu-chi")
  ModelAndView list() {
    Rights.require(READ);
    return pages.show(
        "rural/standard/list",
        SECTION,
        Map.of("sets", standards.all(), "recognitions", standards.recognitions()));
  }

  @GetMapping("/nong-thon-moi/bo-tieu-chi/{id}")
  ModelAndView one(
      @PathVariable String id,
      @RequestParam(name = "nhom", defaultValue = "") String group,
      @RequestParam(name = "nam", defaultValue = "") String year) {
    Rights.require(READ);
    SetView view = view(id, group, year);
    List<Recognition> recognitions =
        standards.recognitions().stream()
            .filter(one -> one.kind().equals(view.set().kind()))
            .toList();
    return pages.show(
        "rural/standard/set", SECTION, Map.of("view", view, "recognitions", recognitions));
  }

  @GetMapping("/nong-thon-moi/bo-tieu-chi/{id}/xuat")
  void export(
      @PathVariable String id,
      @RequestParam(name = "nhom", defaultValue = "") String group,
      @RequestParam(name = "nam", defaultValue = "") String year,
      HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    SetView view = view(id, group, year);
    Page page = pages.page(SECTION);
    String name = "bo-tieu-chi-" + view.year() + "-" + view.group() + ".xlsx";
    SheetFile.named(response, name);
    Sheets.write(
        response.getOutputStream(),
        SetSheet.head(view, page),
        SetSheet.columns(view, page),
        view.lines().stream());
  }

  @GetMapping("/nong-thon-moi/thu-quy-tac")
  ModelAndView bench(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    Page page = pages.page(SECTION);
    return pages.show("rural/standard/bench", SECTION, Map.of("view", BenchView.of(asked, page)));
  }

  private SetView view(String id, String group, String year) {
    CriteriaSet set =
        (id.matches("\\d{1,9}")
                ? standards.find(Integer.parseInt(id))
                : java.util.Optional.<CriteriaSet>empty())
            .orElseThrow(() -> Refusal.of(StandardRefusal.UNKNOWN, id, id));
    int asked = year.matches("2[01]\\d\\d") ? Integer.parseInt(year) : year(set);
    List<Criterion> criteria = standards.criteria(set.id());
    return SetView.of(set, criteria, group, asked);
  }

  /** The province's year where the set is in force then, else its last one. */
  private int year(CriteriaSet set) {
    CriteriaSet.Force force = set.force();
    if (force == null || force.holds(day.today())) {
      return day.today().getYear();
    }
    return day.today().isBefore(force.from()) || force.until() == null
        ? force.from().getYear()
        : force.until().getYear();
  }
}
