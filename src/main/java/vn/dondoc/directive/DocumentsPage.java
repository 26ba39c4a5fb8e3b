package vn.dondoc.directive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Danh sách văn bản: filtered, sorted, paged, and as a sheet. */
@Controller
class DocumentsPage {
  private static final String LIST = "/chi-dao";

  private final DocumentListing listing;
  private final Pages pages;

  DocumentsPage(DocumentListing listing, Pages pages) {
    this.listing = listing;
    this.pages = pages;
  }

  @GetMapping(LIST)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(DirectivesPage.READ);
    List<String> kinds = listing.kinds();
    DocumentFilter filter = DocumentFilter.of(asked, kinds);
    List<DocumentList.Line> found = listing.page(filter);
    boolean more = found.size() > DocumentListing.PAGE;
    List<DocumentList.Line> lines = more ? found.subList(0, DocumentListing.PAGE) : found;
    DocumentList list =
        new DocumentList(
            filter,
            new ListAddress(LIST, asked),
            kinds,
            lines,
            listing.count(filter),
            more ? lines.getLast().document().id() : null);
    return pages.show("directive/list", DirectivesPage.SECTION, Map.of("list", list));
  }

  @GetMapping(LIST + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(DirectivesPage.READ);
    DocumentFilter filter = DocumentFilter.of(asked, listing.kinds());
    List<DocumentList.Line> lines = listing.all(filter);
    Page page = pages.page(DirectivesPage.SECTION);
    SheetFile.named(response, "van-ban-chi-dao.xlsx");
    Sheets.write(
        response.getOutputStream(),
        DocumentSheet.head(page, filter),
        DocumentSheet.columns(page),
        lines.stream());
  }
}
