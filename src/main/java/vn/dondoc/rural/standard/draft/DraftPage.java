package vn.dondoc.rural.standard.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Bản nháp bộ tiêu chí: which there are, one begun from a set, one as it stands. */
@Controller
class DraftPage {
  static final String PATH = "/nong-thon-moi/ban-nhap";
  static final String SECTION = "rural";

  private final Drafts drafts;
  private final Standards standards;
  private final Pages pages;

  DraftPage(Drafts drafts, Standards standards, Pages pages) {
    this.drafts = drafts;
    this.standards = standards;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam(name = "tu", defaultValue = "") String origin) {
    Rights.require(Drafts.EDIT);
    return show(origin, "", "sao", "", List.of());
  }

  @PostMapping(PATH)
  ModelAndView begin(
      @RequestParam(name = "tu", defaultValue = "") String origin,
      @RequestParam(name = "cach", defaultValue = "sao") String way,
      @RequestParam(name = "muc", defaultValue = "") String levels,
      @RequestParam(name = "code", defaultValue = "") String code) {
    Rights.require(Drafts.EDIT);
    int set = number(origin);
    drafts.set(set);
    try {
      Integer child = levels.matches("\\d{1,9}") ? Integer.valueOf(levels) : null;
      int id = way.equals("bu") ? drafts.fill(set, code, child) : drafts.copy(set, code, child);
      return new ModelAndView("redirect:" + DraftView.path(id));
    } catch (Refusal refusal) {
      return show(origin, code, way, levels, refusal.problems());
    }
  }

  private ModelAndView show(
      String origin, String code, String way, String levels, List<Problem> problems) {
    Map<Integer, CriteriaSet> sets = new HashMap<>();
    List<CriteriaSet> all = standards.all();
    all.forEach(set -> sets.put(set.id(), set));
    Map<String, Object> model = new HashMap<>();
    model.put("drafts", drafts.open());
    model.put("all", all);
    model.put("sets", sets);
    model.put("origin", origin);
    model.put("code", code);
    model.put("way", way);
    model.put("levels", levels);
    model.put("problems", problems);
    return pages.show("rural/standard/draft/list", SECTION, model, problems);
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView one(
      @PathVariable String id,
      @RequestParam(name = "bang", defaultValue = "") String table,
      @RequestParam(name = "trang", defaultValue = "") String part) {
    Rights.require(Drafts.EDIT);
    Draft draft = drafts.find(number(id));
    DraftView view = DraftView.of(draft, drafts.scope(draft), table, part);
    return pages.show("rural/standard/draft/draft", SECTION, Map.of("view", view));
  }

  @GetMapping(PATH + "/{id}/xuat")
  void export(@PathVariable String id, HttpServletResponse response) throws IOException {
    Rights.require(Drafts.EDIT);
    Draft draft = drafts.find(number(id));
    String name = "ban-nhap-" + draft.id() + "-" + draft.step() + ".xlsx";
    SheetFile.named(response, name);
    Page page = pages.page(SECTION);
    Sheets.write(
        response.getOutputStream(),
        DraftSheet.tabs(draft, drafts.scope(draft), page.texts(), page.day()));
  }

  @PostMapping(PATH + "/{id}/bo")
  ModelAndView throwAway(
      @PathVariable String id,
      @RequestParam(name = "step", defaultValue = "") String step,
      RedirectAttributes after) {
    Rights.require(Drafts.EDIT);
    Draft draft = drafts.find(number(id));
    drafts.throwAway(draft.id(), number(step));
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(SECTION).t("rural.draft.dropped", draft.code()));
    return new ModelAndView("redirect:" + PATH);
  }

  /** A number of an address or a form; one that nothing has when it is no number. */
  static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }
}
