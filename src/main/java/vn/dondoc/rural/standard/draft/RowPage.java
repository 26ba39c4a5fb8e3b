package vn.dondoc.rural.standard.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Sửa một dòng của bản nháp: any row of any table, one more, one less. */
@Controller
class RowPage {
  private static final String ROW = DraftPage.PATH + "/{id}/bang/{table}/{row}";
  private static final String NEW = "moi";

  private final Drafts drafts;
  private final Pages pages;

  RowPage(Drafts drafts, Pages pages) {
    this.drafts = drafts;
    this.pages = pages;
  }

  @GetMapping(ROW)
  ModelAndView form(@PathVariable String id, @PathVariable String table, @PathVariable String row) {
    Rights.require(Drafts.EDIT);
    return show(find(id, table, row), List.of());
  }

  @PostMapping(ROW)
  ModelAndView save(
      @PathVariable String id,
      @PathVariable String table,
      @PathVariable String row,
      @RequestParam Map<String, String> typed,
      RedirectAttributes after) {
    Rights.require(Drafts.EDIT);
    RowForm form = find(id, table, row).typed(typed, pages.page(DraftPage.SECTION).texts());
    RowForm checked = form.checked();
    if (checked.isWrong()) {
      return show(checked, List.of());
    }
    return write(form, typed, form.paper(), after);
  }

  @PostMapping(ROW + "/xoa")
  ModelAndView remove(
      @PathVariable String id,
      @PathVariable String table,
      @PathVariable String row,
      @RequestParam Map<String, String> typed,
      RedirectAttributes after) {
    Rights.require(Drafts.EDIT);
    RowForm form = find(id, table, row);
    if (form.at() < 0 || form.table() == DraftTable.SET) {
      throw Refusal.of(DraftRefusal.UNKNOWN_ROW, "", table, row);
    }
    DraftPaper less = form.draft().paper().without(form.table(), form.at());
    List<Problem> broken =
        DraftCheck.of(less, form.scope()).stream()
            .map(finding -> RowForm.elsewhere(finding, less))
            .toList();
    return broken.isEmpty() ? write(form, typed, less, after) : show(form, broken);
  }

  private ModelAndView write(
      RowForm form, Map<String, String> typed, DraftPaper paper, RedirectAttributes after) {
    int changed;
    try {
      int step = DraftPage.number(typed.getOrDefault("step", ""));
      changed = drafts.save(form.draft().id(), step, paper).size();
    } catch (Refusal refusal) {
      return show(form, refusal.problems());
    }
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(DraftPage.SECTION).t("rural.draft.saved", changed));
    return new ModelAndView("redirect:" + form.back());
  }

  private ModelAndView show(RowForm form, List<Problem> problems) {
    Map<String, Object> model = Map.of("form", form, "problems", problems);
    List<Problem> wrong = new ArrayList<>(problems);
    wrong.addAll(form.elsewhere());
    form.problems().values().forEach(wrong::addAll);
    return pages.show("rural/standard/draft/row", DraftPage.SECTION, model, wrong);
  }

  private RowForm find(String id, String path, String row) {
    Draft draft = drafts.find(DraftPage.number(id));
    DraftScope scope = drafts.scope(draft);
    DraftTable table =
        DraftTable.at(path)
            .filter(scope.tables()::contains)
            .orElseThrow(() -> Refusal.of(DraftRefusal.UNKNOWN_ROW, "", path, row));
    boolean fresh = row.equals(NEW) && table != DraftTable.SET;
    int at = fresh ? -1 : DraftPage.number(row) - 1;
    if (!fresh && (at < 0 || at >= draft.paper().rows(table).size())) {
      throw Refusal.of(DraftRefusal.UNKNOWN_ROW, "", path, row);
    }
    return RowForm.of(draft, scope, table, at);
  }
}
