package vn.dondoc.rural.standard.draft;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadedName;

/** Nhập lại bản nháp: a workbook is shown with everything it would change before it is written. */
@Controller
class DraftImportPage {
  private static final String IMPORT = DraftPage.PATH + "/{id}/nhap";
  private static final String WAITING = "rural.draft.import";
  private static final int LARGEST_BYTES = 4 << 20;

  private final Drafts drafts;
  private final Pages pages;

  DraftImportPage(Drafts drafts, Pages pages) {
    this.drafts = drafts;
    this.pages = pages;
  }

  /** A workbook that was shown and waits to be written, with the edition it was held against. */
  @SuppressWarnings("ArrayRecordComponent") // the file as it was sent
  record Waiting(int draft, int step, String fileName, byte[] bytes) implements Serializable {}

  @GetMapping(IMPORT)
  ModelAndView form(@PathVariable String id) {
    Rights.require(Drafts.EDIT);
    return show(drafts.find(DraftPage.number(id)), null, "", List.of());
  }

  @PostMapping(IMPORT)
  ModelAndView preview(
      @PathVariable String id, @RequestParam("tep") MultipartFile file, HttpSession session)
      throws IOException {
    Rights.require(Drafts.EDIT);
    Draft draft = drafts.find(DraftPage.number(id));
    session.removeAttribute(WAITING);
    String name = UploadedName.of(file, "?");
    if (file.isEmpty() || file.getSize() > LARGEST_BYTES) {
      Problem problem = Problem.at(name, "rural.draft.import.file", name, LARGEST_BYTES >> 20);
      return show(draft, null, name, List.of(problem));
    }
    Waiting waiting = new Waiting(draft.id(), draft.step(), name, file.getBytes());
    try {
      DraftImport.Asked found = read(waiting, draft);
      if (!found.changes().isEmpty()) {
        session.setAttribute(WAITING, waiting);
      }
      return show(draft, found, name, List.of());
    } catch (Refusal refusal) {
      return show(draft, null, name, refusal.problems());
    }
  }

  @PostMapping(IMPORT + "/ghi")
  ModelAndView commit(@PathVariable String id, HttpSession session, RedirectAttributes after)
      throws IOException {
    Rights.require(Drafts.EDIT);
    Draft draft = drafts.find(DraftPage.number(id));
    if (!(session.getAttribute(WAITING) instanceof Waiting waiting)
        || waiting.draft() != draft.id()) {
      return show(draft, null, "", List.of(Problem.at("", "rural.draft.import.no_file")));
    }
    int changed;
    try {
      changed = drafts.save(draft.id(), waiting.step(), read(waiting, draft).paper()).size();
    } catch (Refusal refusal) {
      return show(draft, null, waiting.fileName(), refusal.problems());
    }
    session.removeAttribute(WAITING);
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(DraftPage.SECTION).t("rural.draft.saved", changed));
    return new ModelAndView("redirect:" + DraftView.path(draft.id()));
  }

  private DraftImport.Asked read(Waiting waiting, Draft draft) throws IOException {
    SheetBook book = Sheets.read(waiting.fileName(), new ByteArrayInputStream(waiting.bytes()));
    return DraftImport.read(
        book, draft, drafts.scope(draft), pages.page(DraftPage.SECTION).texts());
  }

  private ModelAndView show(
      Draft draft, DraftImport.@Nullable Asked found, String file, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("draft", draft);
    model.put("found", found);
    model.put("file", file);
    model.put("problems", problems);
    return pages.show("rural/standard/draft/import", DraftPage.SECTION, model, problems);
  }
}
