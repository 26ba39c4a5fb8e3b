package vn.dondoc.rural.plan;

import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
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
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadedName;

/** Nhập lại kế hoạch: a sheet is shown with everything it would change before it is written. */
@Controller
class PlanImportPage {
  private static final String PATH = PlanPage.PATH + "/nhap";
  private static final String WAITING = "rural.plan.import";
  private static final int LARGEST_BYTES = 4 << 20;

  private final Plans plans;
  private final PlanImport sheets;
  private final Pages pages;
  private final ProvinceDay day;

  PlanImportPage(Plans plans, PlanImport sheets, Pages pages, ProvinceDay day) {
    this.plans = plans;
    this.sheets = sheets;
    this.pages = pages;
    this.day = day;
  }

  /** A sheet that was shown and waits to be written. */
  @SuppressWarnings("ArrayRecordComponent") // the file as it was sent
  record Waiting(String fileName, byte[] bytes, int year) implements Serializable {}

  @GetMapping(PATH)
  ModelAndView form() {
    require();
    return show(null, "", day.today().getYear(), List.of());
  }

  @PostMapping(PATH)
  ModelAndView preview(
      @RequestParam("tep") MultipartFile sheet,
      @RequestParam(name = "nam", defaultValue = "") String asked,
      HttpSession session)
      throws IOException {
    require();
    session.removeAttribute(WAITING);
    String name = UploadedName.of(sheet, "?");
    int year = asked.matches("20\\d\\d") ? Integer.parseInt(asked) : day.today().getYear();
    if (sheet.isEmpty() || sheet.getSize() > LARGEST_BYTES) {
      Problem problem = Problem.at(name, "rural.refusal.plan.file", name, LARGEST_BYTES >> 20);
      return show(null, name, year, List.of(problem));
    }
    Waiting waiting = new Waiting(name, sheet.getBytes(), year);
    try {
      PlanImport.Asked found = read(waiting);
      if (!found.changes().isEmpty()) {
        session.setAttribute(WAITING, waiting);
      }
      return show(found, name, year, List.of());
    } catch (Refusal refusal) {
      return show(null, name, year, refusal.problems());
    }
  }

  @PostMapping(PATH + "/ghi")
  ModelAndView commit(HttpSession session, RedirectAttributes after) throws IOException {
    require();
    if (!(session.getAttribute(WAITING) instanceof Waiting waiting)) {
      Problem problem = Problem.at("", "rural.refusal.plan.no_file");
      return show(null, "", day.today().getYear(), List.of(problem));
    }
    try {
      PlanImport.Asked found = read(waiting);
      plans.change(found.changes());
      session.removeAttribute(WAITING);
      String told =
          pages
              .page(PlanPage.SECTION)
              .t("rural.plan.imported", found.changes().size(), waiting.fileName());
      after.addFlashAttribute(Pages.NOTICE, told);
      return new ModelAndView("redirect:" + PlanPage.PATH + "?nam=" + waiting.year());
    } catch (Refusal refusal) {
      return show(null, waiting.fileName(), waiting.year(), refusal.problems());
    }
  }

  private static void require() {
    Rights.require(PlanPage.READ);
    Rights.require(Plans.EDIT);
  }

  private PlanImport.Asked read(Waiting waiting) throws IOException {
    SheetBook book = Sheets.read(waiting.fileName(), new ByteArrayInputStream(waiting.bytes()));
    Page page = pages.page(PlanPage.SECTION);
    return sheets.read(book.table(PlanSheet.edited(page)), waiting.year(), day.today());
  }

  private ModelAndView show(
      PlanImport.@Nullable Asked found, String file, int year, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("found", found);
    model.put("file", file);
    model.put("year", year);
    model.put("yardstick", plans.yardstick());
    model.put("problems", problems);
    return pages.show("rural/plan/import", PlanPage.SECTION, model, problems);
  }
}
