package vn.dondoc.project.works;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.dondoc.exchange.SheetTab;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;
import vn.dondoc.web.UploadedName;

/** Mốc, hợp đồng, mặt bằng ra Excel và trở lại: shown with all it would change before it is. */
@Controller
class WorksPage {
  private static final String IMPORT = Paths.WORKS + "/nhap";
  private static final String WAITING = "project.works.import";
  private static final int LARGEST_BYTES = 8 << 20;

  private final WorksExport export;
  private final WorksImport sheets;
  private final ProjectReference reference;
  private final Pages pages;

  WorksPage(WorksExport export, WorksImport sheets, ProjectReference reference, Pages pages) {
    this.export = export;
    this.sheets = sheets;
    this.reference = reference;
    this.pages = pages;
  }

  @GetMapping(Paths.WORKS + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(Projects.READ);
    List<SheetTab<?>> tabs = export.tabs(asked, pages.page(Paths.SECTION));
    SheetFile.named(response, "moc-hop-dong-mat-bang.xlsx");
    Sheets.write(response.getOutputStream(), tabs);
  }

  @GetMapping(IMPORT)
  ModelAndView form() {
    Rights.require(Projects.EDIT);
    return show("", null, List.of(), Map.of(), List.of());
  }

  @PostMapping(IMPORT)
  ModelAndView preview(@RequestParam("tep") MultipartFile sheet, HttpSession session)
      throws IOException {
    Rights.require(Projects.EDIT);
    session.removeAttribute(WAITING);
    String name = UploadedName.of(sheet, "?");
    if (sheet.isEmpty() || sheet.getSize() > LARGEST_BYTES) {
      Problem problem = Problem.at(name, "project.refusal.file", name, LARGEST_BYTES >> 20);
      return show(name, null, List.of(), Map.of(), List.of(problem));
    }
    SentSheet waiting = new SentSheet(name, sheet.getBytes());
    try {
      WorksBook book = open(waiting);
      List<WorksRow> rows = sheets.preview(book.tables());
      session.setAttribute(WAITING, waiting);
      return show(name, book, rows, Map.of(), List.of());
    } catch (Refusal refusal) {
      return show(name, null, List.of(), Map.of(), refusal.problems());
    }
  }

  @PostMapping(IMPORT + "/ghi")
  ModelAndView commit(
      @RequestParam Map<String, String> fields, HttpSession session, RedirectAttributes after)
      throws IOException {
    Rights.require(Projects.EDIT);
    if (!(session.getAttribute(WAITING) instanceof SentSheet waiting)) {
      Problem problem = Problem.at("", "project.refusal.no_file");
      return show("", null, List.of(), Map.of(), List.of(problem));
    }
    Map<Integer, String> answers = answered(fields);
    Page page = pages.page(Paths.SECTION);
    try {
      int written = sheets.write(open(waiting).tables(), answers);
      session.removeAttribute(WAITING);
      after.addFlashAttribute(
          Pages.NOTICE,
          page.t("project.works.done", page.formats().count(written), waiting.fileName()));
      return new ModelAndView("redirect:" + Paths.LIST);
    } catch (Refusal refusal) {
      return again(waiting, answers, refusal.problems());
    }
  }

  /** What could not be written, beside what it would do as things stand now. */
  private ModelAndView again(
      SentSheet waiting, Map<Integer, String> answers, List<Problem> problems) throws IOException {
    try {
      WorksBook book = open(waiting);
      return show(waiting.fileName(), book, sheets.preview(book.tables()), answers, problems);
    } catch (Refusal refusal) {
      return show(waiting.fileName(), null, List.of(), Map.of(), refusal.problems());
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

  private WorksBook open(SentSheet waiting) throws IOException {
    return WorksBook.of(waiting.read(), pages.page(Paths.SECTION));
  }

  private ModelAndView show(
      String file,
      @Nullable WorksBook book,
      List<WorksRow> rows,
      Map<Integer, String> answers,
      List<Problem> problems) {
    WorksView view = new WorksView(file, book, rows, answers, reference.choices(), problems);
    return pages.show("project/works/import", Paths.SECTION, Map.of("view", view), problems);
  }
}
