package vn.dondoc.capital.line;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Sổ chi tiết của một dòng vốn, on a page and as a sheet. */
@Controller
class LinePage {
  private static final String READ = "capital.read";
  private static final String SECTION = "capital";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final LineListing listing;
  private final Pages pages;

  LinePage(LineListing listing, Pages pages) {
    this.listing = listing;
    this.pages = pages;
  }

  @GetMapping(LineView.PATH + "{id:\\d{1,18}}")
  ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(READ);
    Asked asked = Asked.of(values);
    Long after = asked.after();
    EntryFilter filter = EntryFilter.of(asked);
    LineHead head = head(id);
    List<EntryLine> found = listing.page(id, filter, after);
    boolean more = found.size() > LineListing.PAGE;
    List<EntryLine> entries = more ? found.subList(0, LineListing.PAGE) : found;
    LineView view =
        new LineView(
            head,
            filter,
            values,
            entries,
            listing.count(id, filter),
            more ? entries.getLast().id() : null);
    return pages.show("capital/line/line", SECTION, Map.of("view", view));
  }

  @GetMapping(LineView.PATH + "{id:\\d{1,18}}/xuat")
  void export(
      @PathVariable long id, @RequestParam Map<String, String> values, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    EntryFilter filter = EntryFilter.of(Asked.of(values));
    LineHead head = head(id);
    List<EntryLine> entries = listing.all(id, filter);
    Page page = pages.page(SECTION);
    LineView view = new LineView(head, filter, values, entries, entries.size(), null);
    response.setContentType(SHEET_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"so-chi-tiet-von.xlsx\"");
    Sheets.write(
        response.getOutputStream(),
        LineSheet.head(head, view, page),
        LineSheet.columns(page),
        entries.stream());
  }

  private LineHead head(long id) {
    return listing
        .head(id)
        .orElseThrow(() -> Refusal.of(LineRefusal.NO_LINE, Long.toString(id), Long.toString(id)));
  }
}
