package vn.dondoc.rural.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Minh chứng: the list of all that was sent, of those communes whoever asks may see. */
@Controller
class EvidencePage {
  static final String PATH = "/nong-thon-moi/minh-chung";
  private static final String SECTION = "rural";
  private static final String READ = "rural.evidence";

  private final EvidenceListStore store;
  private final Pages pages;

  EvidencePage(EvidenceListStore store, Pages pages) {
    this.store = store;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    return pages.show("rural/evidence/list", SECTION, Map.of("view", view(asked, false)));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    EvidenceView view = view(asked, true);
    Page page = pages.page(SECTION);
    SheetFile.named(response, "minh-chung.xlsx");
    Sheets.write(
        response.getOutputStream(), view.head(page), view.columns(page), view.lines().stream());
  }

  private EvidenceView view(Map<String, String> asked, boolean whole) {
    var today = pages.page(SECTION).day();
    EvidenceListStore.Choices choices = store.choices();
    EvidenceFilter filter = EvidenceFilter.of(asked, choices);
    List<EvidenceListStore.Line> found =
        whole ? store.all(filter, today) : store.page(filter, today);
    boolean more = !whole && found.size() > EvidenceListStore.PAGE;
    List<EvidenceListStore.Line> lines = more ? found.subList(0, EvidenceListStore.PAGE) : found;
    return new EvidenceView(
        filter,
        asked,
        choices,
        lines,
        whole ? found.size() : store.count(filter, today),
        more ? lines.getLast().id() : null);
  }
}
