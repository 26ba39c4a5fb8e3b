package vn.dondoc.capital.ceiling;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.source.Source;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Kế hoạch đầu tư công trung hạn: what a project may get in a term, and what is left of it. */
@Controller
class CeilingPage {
  static final String READ = "capital.read";
  static final String PLAN = "capital.plan";
  static final String SECTION = "capital";

  private final CeilingStore store;
  private final Sources sources;
  private final ProvinceDay day;
  private final Pages pages;

  CeilingPage(CeilingStore store, Sources sources, ProvinceDay day, Pages pages) {
    this.store = store;
    this.sources = sources;
    this.day = day;
    this.pages = pages;
  }

  @GetMapping(CeilingView.PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    CeilingFilter filter = CeilingFilter.of(asked);
    return pages.show(
        "capital/ceiling/list",
        SECTION,
        Map.of("view", view(filter, asked, store.page(filter, day.today()))));
  }

  @GetMapping(CeilingView.PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    CeilingFilter filter = CeilingFilter.of(asked);
    List<CeilingRow> all = store.all(filter, day.today());
    Page page = pages.page(SECTION);
    CeilingView view = view(filter, asked, List.of());
    SheetFile.named(response, "ke-hoach-trung-han.xlsx");
    Sheets.write(
        response.getOutputStream(),
        CeilingSheet.head(view, page),
        CeilingSheet.columns(view, page),
        all.stream());
  }

  private CeilingView view(
      CeilingFilter filter, Map<String, String> asked, List<CeilingRow> found) {
    boolean more = found.size() > CeilingStore.PAGE;
    Map<String, Source> byCode = new LinkedHashMap<>();
    sources.all().forEach(source -> byCode.put(source.code(), source));
    return new CeilingView(
        filter,
        new ListAddress(CeilingView.PATH, asked),
        more ? found.subList(0, CeilingStore.PAGE) : found,
        store.whole(filter, day.today()),
        store.terms(day.today()),
        byCode,
        more);
  }
}
