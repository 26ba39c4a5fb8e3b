package vn.dondoc.agency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Days;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.SheetFile;
import vn.dondoc.web.SideLinks;

/** Danh bạ cơ quan: the list, its sheet, and one body. */
@Controller
class BodiesPage {
  static final String SECTION = "agency";
  private static final int LONGEST_WORDS = 100;

  private final Bodies bodies;
  private final BodyFile file;
  private final Pages pages;
  private final ProvinceDay day;
  private final SideLinks links;

  BodiesPage(Bodies bodies, BodyFile file, Pages pages, ProvinceDay day, SideLinks links) {
    this.bodies = bodies;
    this.file = file;
    this.pages = pages;
    this.day = day;
    this.links = links;
  }

  @Bean
  static MenuItem agencyMenu() {
    return new MenuItem(70, SECTION, "/co-quan", "agency.menu", AgencyRight.READ.code());
  }

  @GetMapping("/co-quan")
  ModelAndView list(@RequestParam Map<String, String> asked) {
    AgencyRight.READ.require();
    return pages.show("agency/list", SECTION, Map.of("view", file.page(filter(asked))));
  }

  @GetMapping("/co-quan/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    AgencyRight.READ.require();
    ListFilter filter = filter(asked);
    Page page = pages.page(SECTION);
    List<ListedBody> rows = file.all(filter);
    SheetFile.named(response, "co-quan.xlsx");
    String asOf = page.formats().date(filter.day());
    Sheets.write(
        response.getOutputStream(),
        new SheetHead(
            page.t("agency.sheet.name"),
            page.t("agency.title"),
            page.t("web.period", asOf),
            page.t("web.source", page.t("agency.source")),
            page.t("web.as_of", asOf)),
        BodySheet.columns(page.texts()),
        rows.stream());
  }

  @GetMapping("/co-quan/{id}")
  ModelAndView body(
      @PathVariable String id, @RequestParam(name = "ngay", defaultValue = "") String ngay) {
    AgencyRight.READ.require();
    BodyView view = (id.matches("\\d{1,9}") ? file.view(Integer.parseInt(id), dayOf(ngay)) : null);
    if (view == null) {
      throw Refusal.of(AgencyRefusal.NO_SUCH_BODY, id, id);
    }
    return pages.show("agency/body", SECTION, Map.of("view", view, "links", links.at(SECTION)));
  }

  private ListFilter filter(Map<String, String> asked) {
    String words = asked.getOrDefault("tim", "").strip();
    String after = asked.getOrDefault("sau", "");
    return new ListFilter(
        dayOf(asked.get("ngay")),
        BodyKind.of(asked.getOrDefault("loai", "")).orElse(null),
        words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
        ListFilter.Sort.of(asked.getOrDefault("xep", "")),
        after.matches("\\d{1,9}") ? Integer.valueOf(after) : null);
  }

  /** The day asked for; the province's day when none was written. */
  private LocalDate dayOf(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return day.today();
    }
    return Days.read(text).orElseThrow(() -> Days.refusal("ngay", "agency.day", text));
  }
}
