package vn.dondoc.capital.cockpit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.exchange.CsvSheet;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.web.Asked;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Giải ngân: by source, owner, sector, place, class or programme, on any day. */
@Controller
class CockpitPage {
  static final String SECTION = "capital";
  static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String CSV_TYPE = "text/csv; charset=UTF-8";

  private final Cockpit cockpit;
  private final CockpitStore store;
  private final Questions questions;
  private final Pages pages;

  CockpitPage(Cockpit cockpit, CockpitStore store, Questions questions, Pages pages) {
    this.cockpit = cockpit;
    this.store = store;
    this.questions = questions;
    this.pages = pages;
  }

  @Bean
  static MenuItem capitalMenu() {
    return new MenuItem(24, SECTION, CockpitView.PATH, "capital.menu", Rates.READ);
  }

  @GetMapping(CockpitView.PATH)
  ModelAndView show(@RequestParam Map<String, String> values) {
    Rights.require(Rates.READ);
    CockpitView view = view(values);
    return pages.show(
        "capital/cockpit/cockpit",
        SECTION,
        Map.of(
            "view", view,
            "signed", questions.signed(view.filter()),
            "whole", store.seesAll()));
  }

  @GetMapping(CockpitView.PATH + "/xuat")
  void sheet(@RequestParam Map<String, String> values, HttpServletResponse response)
      throws IOException {
    Rights.require(Rates.READ);
    CockpitView view = view(values);
    CapitalSheet sheet = new CapitalSheet(view.naming().page(), view.filter());
    response.setContentType(SHEET_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"giai-ngan.xlsx\"");
    Sheets.write(
        response.getOutputStream(),
        sheet.head(title(view), questions.signed(view.filter())),
        sheet.rows(view),
        shown(view).stream());
  }

  @GetMapping(CockpitView.PATH + "/csv")
  void csv(@RequestParam Map<String, String> values, HttpServletResponse response)
      throws IOException {
    Rights.require(Rates.READ);
    CockpitView view = view(values);
    response.setContentType(CSV_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"giai-ngan.csv\"");
    CsvSheet.write(
        response.getOutputStream(),
        new CapitalSheet(view.naming().page(), view.filter()).rows(view),
        shown(view));
  }

  private static String title(CockpitView view) {
    Page page = view.naming().page();
    return page.t("capital.title", Integer.toString(view.filter().year()))
        + " – "
        + page.t(view.by().key());
  }

  /** The rows as shown, and the whole below them. */
  private static List<Cockpit.Row> shown(CockpitView view) {
    List<Cockpit.Row> rows = new ArrayList<>(view.rows());
    rows.add(view.found().whole());
    return rows;
  }

  private CockpitView view(Map<String, String> values) {
    Asked asked = Asked.of(values);
    int by = Dimension.words().indexOf(asked.choice(CockpitView.BY, Dimension.words()));
    int sort = CockpitView.Sort.words().indexOf(asked.choice(Asked.SORT, CockpitView.Sort.words()));
    CockpitFilter filter = questions.read(asked);
    asked.refuse();
    Dimension dimension = Dimension.values()[Math.max(0, by)];
    Page page = pages.page(SECTION);
    return new CockpitView(
        filter,
        values,
        dimension,
        CockpitView.Sort.values()[Math.max(0, sort)],
        cockpit.of(filter, dimension),
        questions.naming(
            filter, page, store.owners(filter.year(), filter.counted()), cockpit.regions(filter)),
        questions.target(filter).orElse(null),
        questions.definitions(),
        store.years());
  }
}
