package vn.dondoc.capital.ceiling;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.exchange.SentSheet;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadedName;

/** Nhập bảng trung hạn: shown with everything it would change before it is written. */
@Controller
class CeilingImportPage {
  private static final String PATH = CeilingView.PATH + "/nhap";
  private static final String WAITING = "capital.medium.import";
  private static final int LARGEST_BYTES = 4 << 20;

  private final CeilingImport sheets;
  private final Pages pages;

  CeilingImportPage(CeilingImport sheets, Pages pages) {
    this.sheets = sheets;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView form() {
    require();
    return show("", List.of(), List.of());
  }

  @PostMapping(PATH)
  ModelAndView preview(@RequestParam("tep") MultipartFile sheet, HttpSession session)
      throws IOException {
    require();
    session.removeAttribute(WAITING);
    String name = UploadedName.of(sheet, "?");
    if (sheet.isEmpty() || sheet.getSize() > LARGEST_BYTES) {
      return show(
          name,
          List.of(),
          List.of(Problem.at(name, CeilingRefusal.FILE.key(), name, LARGEST_BYTES >> 20)));
    }
    SentSheet waiting = new SentSheet(name, sheet.getBytes());
    try {
      List<ImportedCeiling> found = read(waiting);
      session.setAttribute(WAITING, waiting);
      return show(name, found, List.of());
    } catch (Refusal refusal) {
      return show(name, List.of(), refusal.problems());
    }
  }

  @PostMapping(PATH + "/ghi")
  ModelAndView commit(HttpSession session, RedirectAttributes after) throws IOException {
    require();
    if (!(session.getAttribute(WAITING) instanceof SentSheet waiting)) {
      return show("", List.of(), List.of(Problem.at("", CeilingRefusal.NO_FILE.key())));
    }
    Page page = pages.page(CeilingPage.SECTION);
    try {
      int written = sheets.write(read(waiting));
      session.removeAttribute(WAITING);
      after.addFlashAttribute(
          Pages.NOTICE,
          page.t("capital.medium.done", page.formats().count(written), waiting.fileName()));
    } catch (Refusal refusal) {
      return show(waiting.fileName(), List.of(), refusal.problems());
    }
    return new ModelAndView("redirect:" + CeilingView.PATH);
  }

  private static void require() {
    Rights.require(CeilingPage.READ);
    Rights.require(CeilingPage.PLAN);
  }

  private List<ImportedCeiling> read(SentSheet waiting) throws IOException {
    return sheets.read(waiting.read().table(CeilingSheet.edited(pages.page(CeilingPage.SECTION))));
  }

  private ModelAndView show(String file, List<ImportedCeiling> found, List<Problem> problems) {
    return pages.show(
        "capital/ceiling/import",
        CeilingPage.SECTION,
        Map.of("file", file, "found", found, "problems", problems),
        problems);
  }
}
