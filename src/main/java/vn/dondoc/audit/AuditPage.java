package vn.dondoc.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Nhật ký: newest first, filtered by person, act, subject and day; and as a sheet. */
@Controller
class AuditPage {
  private static final String SECTION = "audit";
  private static final String READ = "audit.read";
  private static final String LIST = "/nhat-ky";
  private static final int PAGE = 50;

  private final EntryStore store;
  private final Pages pages;

  AuditPage(EntryStore store, Pages pages) {
    this.store = store;
    this.pages = pages;
  }

  @Bean
  static MenuItem auditMenu() {
    return new MenuItem(90, SECTION, LIST, "audit.title", READ);
  }

  @GetMapping(LIST)
  @Transactional(readOnly = true)
  public ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    EntryFilter.Choice choice = store.choice();
    EntryFilter filter = EntryFilter.of(asked, choice);
    if (filter.after() != null && !store.has(filter.after())) {
      throw Asked.noSuchRow(filter.after());
    }
    List<Entry> found = store.list(filter, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Entry> entries = more ? found.subList(0, PAGE) : found;
    EntryList list =
        new EntryList(
            filter,
            new ListAddress(LIST, asked),
            choice,
            entries,
            more ? entries.getLast().number() : null);
    return pages.show("audit/list", SECTION, Map.of("list", list));
  }

  @GetMapping(LIST + "/xuat")
  @Transactional(readOnly = true)
  public void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    EntryFilter filter = EntryFilter.of(asked, store.choice());
    List<Entry> found = store.list(filter, EntrySheet.MOST + 1);
    boolean more = found.size() > EntrySheet.MOST;
    List<Entry> entries = more ? found.subList(0, EntrySheet.MOST) : found;
    Page page = pages.page(SECTION);
    SheetFile.named(response, "nhat-ky.xlsx");
    Sheets.write(
        response.getOutputStream(),
        EntrySheet.head(page, filter, entries.size(), more),
        EntrySheet.columns(page),
        entries.stream());
  }
}
