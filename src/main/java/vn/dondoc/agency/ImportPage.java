package vn.dondoc.agency;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.exchange.SentSheet;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.UploadedName;

/** Nhập danh bạ: a sheet is shown with everything it would do before anything is written. */
@Controller
class ImportPage {
  static final String WAITING = "agency.import";
  private static final int LARGEST_BYTES = 2 << 20;

  private final BodyImport sheets;
  private final Pages pages;
  private final ProvinceDay day;

  ImportPage(BodyImport sheets, Pages pages, ProvinceDay day) {
    this.sheets = sheets;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping("/co-quan/nhap")
  ModelAndView form() {
    AgencyRight.EDIT.require();
    return page(null, List.of());
  }

  @PostMapping("/co-quan/nhap")
  ModelAndView preview(@RequestParam("tep") MultipartFile sheet, HttpSession session)
      throws IOException {
    AgencyRight.EDIT.require();
    session.removeAttribute(WAITING);
    String fileName = UploadedName.of(sheet, "?");
    if (sheet.isEmpty() || sheet.getSize() > LARGEST_BYTES) {
      return page(
          null,
          List.of(Problem.at(fileName, AgencyRefusal.FILE.key(), fileName, LARGEST_BYTES >> 20)));
    }
    try {
      byte[] bytes = sheet.getBytes();
      ImportPlan plan = sheets.plan(fileName, bytes, day.today());
      if (plan.isReady()) {
        session.setAttribute(WAITING, new SentSheet(fileName, bytes));
      }
      return page(plan, plan.problems());
    } catch (Refusal refusal) {
      return page(null, refusal.problems());
    }
  }

  @PostMapping("/co-quan/nhap/ghi")
  ModelAndView commit(HttpSession session, RedirectAttributes after) {
    AgencyRight.EDIT.require();
    if (!(session.getAttribute(WAITING) instanceof SentSheet waiting)) {
      return page(null, List.of(Problem.at("", AgencyRefusal.NO_FILE.key())));
    }
    try {
      int written = sheets.commit(waiting.fileName(), waiting.bytes(), day.today());
      session.removeAttribute(WAITING);
      after.addFlashAttribute(
          Pages.NOTICE,
          pages.page(BodiesPage.SECTION).t("agency.imported", written, waiting.fileName()));
      return new ModelAndView("redirect:/co-quan");
    } catch (Refusal refusal) {
      return page(null, refusal.problems());
    }
  }

  private ModelAndView page(@Nullable ImportPlan plan, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("problems", problems);
    return pages.show("agency/import", BodiesPage.SECTION, model);
  }
}
