package vn.dondoc.capital.cockpit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.exchange.CsvSheet;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Danh sách dòng vốn: the rows behind every figure, page by page and as a file. */
@Controller
class LinesPage {
  private static final int PAGE = 50;
  private static final int EXPORT = 20_000;

  private final Lines lines;
  private final CockpitStore store;
  private final Questions questions;
  private final Pages pages;

  LinesPage(Lines lines, CockpitStore store, Questions questions, Pages pages) {
    this.lines = lines;
    this.store = store;
    this.questions = questions;
    this.pages = pages;
  }

  @GetMapping(LinesView.PATH)
  ModelAndView list(@RequestParam Map<String, String> values) {
    Rights.require(Rates.READ);
    LinesView view = view(values, PAGE);
    return pages.show(
        "capital/cockpit/lines",
        CockpitPage.SECTION,
        Map.of(
            "view", view,
            "signed", questions.signed(view.filter()),
            "whole", store.seesAll()));
  }

  @GetMapping(LinesView.PATH + "/xuat")
  void sheet(@RequestParam Map<String, String> values, HttpServletResponse response)
      throws IOException {
    Rights.require(Rates.READ);
    LinesView view = view(values, EXPORT);
    Page page = view.naming().page();
    CapitalSheet sheet = new CapitalSheet(page, view.filter());
    response.setContentType(CockpitPage.SHEET_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"dong-von.xlsx\"");
    Sheets.write(
        response.getOutputStream(),
        sheet.head(title(view, page), questions.signed(view.filter())),
        sheet.lines(view),
        view.lines().stream());
  }

  @GetMapping(LinesView.PATH + "/csv")
  void csv(@RequestParam Map<String, String> values, HttpServletResponse response)
      throws IOException {
    Rights.require(Rates.READ);
    LinesView view = view(values, EXPORT);
    response.setContentType(CockpitPage.CSV_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"dong-von.csv\"");
    CsvSheet.write(
        response.getOutputStream(),
        new CapitalSheet(view.naming().page(), view.filter()).lines(view),
        view.lines());
  }

  /** What was listed, with what it was narrowed to. */
  private static String title(LinesView view, Page page) {
    String title = page.t("capital.lines.title", Integer.toString(view.filter().year()));
    List<String> about = view.about(page).stream().map(LinesView.About::words).toList();
    return about.isEmpty() ? title : title + " – " + String.join("; ", about);
  }

  private LinesView view(Map<String, String> values, int most) {
    Asked asked = Asked.of(values);
    return lines.of(asked, values, pages.page(CockpitPage.SECTION), most);
  }
}
