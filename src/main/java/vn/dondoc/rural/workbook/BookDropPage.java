package vn.dondoc.rural.workbook;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Bỏ tệp đang chờ: several at once, after they were named once more. */
@Controller
class BookDropPage {
  private static final String SECTION = "rural";
  private static final String CLAIM = "rural.claim";
  private static final String LIST = "/nong-thon-moi/bieu";

  private final Workbooks books;
  private final Pages pages;

  BookDropPage(Workbooks books, Pages pages) {
    this.books = books;
    this.pages = pages;
  }

  @PostMapping(LIST + "/bo")
  ModelAndView drop(
      @RequestParam(name = "chon", defaultValue = "") List<String> chosen,
      @RequestParam(name = "chac", defaultValue = "") String sure,
      RedirectAttributes after) {
    Rights.require(CLAIM);
    List<Book> waiting =
        books.waiting().stream().filter(book -> chosen.contains(Long.toString(book.id()))).toList();
    if (waiting.isEmpty()) {
      throw Refusal.of(BookRefusal.NONE_CHOSEN, "chon");
    }
    if (sure.isEmpty()) {
      return pages.show("rural/workbook/drop", SECTION, Map.of("books", waiting));
    }
    books.drop(waiting.stream().map(Book::id).toList());
    Page page = pages.page(SECTION);
    after.addFlashAttribute(
        Pages.NOTICE, page.t("rural.book.dropped", page.formats().count(waiting.size())));
    return new ModelAndView("redirect:" + LIST);
  }
}
