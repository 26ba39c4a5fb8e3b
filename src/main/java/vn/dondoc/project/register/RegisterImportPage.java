package vn.dondoc.project.register;

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
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadedName;

/**
 * Nhập bảng sổ dự án: shown with everything it would change, and what it asks, before it is
 * written.
 */
@Controller
class RegisterImportPage {
  private static final String PATH = RegisterPage.PATH + "/nhap";
  private static final String WAITING = "project.register.import";
  private static final int LARGEST_BYTES = 4 << 20;

  private final RegisterImport sheets;
  private final ProjectReference reference;
  private final Register register;
  private final Pages pages;

  RegisterImportPage(
      RegisterImport sheets, ProjectReference reference, Register register, Pages pages) {
    this.sheets = sheets;
    this.reference = reference;
    this.register = register;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView form() {
    require();
    return show(null, "", Map.of(), List.of());
  }

  @PostMapping(PATH)
  ModelAndView preview(@RequestParam("tep") MultipartFile sheet, HttpSession session)
      throws IOException {
    require();
    session.removeAttribute(WAITING);
    String name = UploadedName.of(sheet, "?");
    if (sheet.isEmpty() || sheet.getSize() > LARGEST_BYTES) {
      Problem problem = Problem.at(name, "project.refusal.file", name, LARGEST_BYTES >> 20);
      return show(null, name, Map.of(), List.of(problem));
    }
    SentSheet waiting = new SentSheet(name, sheet.getBytes());
    try {
      List<ImportedRow> found = read(waiting);
      session.setAttribute(WAITING, waiting);
      return show(found, name, Map.of(), List.of());
    } catch (Refusal refusal) {
      return show(null, name, Map.of(), refusal.problems());
    }
  }

  @PostMapping(PATH + "/ghi")
  ModelAndView commit(
      @RequestParam Map<String, String> answers, HttpSession session, RedirectAttributes after)
      throws IOException {
    require();
    if (!(session.getAttribute(WAITING) instanceof SentSheet waiting)) {
      return show(null, "", Map.of(), List.of(Problem.at("", "project.refusal.no_file")));
    }
    List<ImportedRow> found;
    try {
      found = read(waiting);
    } catch (Refusal refusal) {
      return show(null, waiting.fileName(), Map.of(), refusal.problems());
    }
    Page page = pages.page(RegisterPage.SECTION);
    try {
      String why = page.t("project.import.why", waiting.fileName());
      int written = sheets.write(found, answered(answers), why);
      session.removeAttribute(WAITING);
      after.addFlashAttribute(
          Pages.NOTICE,
          page.t("project.import.done", page.formats().count(written), waiting.fileName()));
      return new ModelAndView("redirect:" + RegisterPage.PATH);
    } catch (Refusal refusal) {
      return show(found, waiting.fileName(), answered(answers), refusal.problems());
    }
  }

  private static Map<Integer, String> answered(Map<String, String> fields) {
    Map<Integer, String> answers = new HashMap<>();
    fields.forEach((name, value) -> {
      if (name.matches("dong-\\d{1,6}")) {
        answers.put(Integer.valueOf(name.substring("dong-".length())), value);
      }
    });
    return answers;
  }

  private static void require() {
    Rights.require(Projects.EDIT);
    Rights.require(Projects.REGISTER);
  }

  private List<ImportedRow> read(SentSheet waiting) throws IOException {
    SheetBook book = waiting.read();
    return sheets.read(book.table(RegisterSheet.edited(pages.page(RegisterPage.SECTION))));
  }

  private ModelAndView show(
      @Nullable List<ImportedRow> found,
      String file,
      Map<Integer, String> answers,
      List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "view",
        new ImportView(
            found == null ? List.of() : found,
            found != null,
            file,
            answers,
            reference.choices(),
            new PlaceNames(register.map())));
    model.put("problems", problems);
    return pages.show("project/register/import", RegisterPage.SECTION, model, problems);
  }
}
