package vn.dondoc.rural.standard.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.TwoSides;
import vn.dondoc.web.Page;
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
    Page page = pages.page(DraftPage.SECTION);
    Aim aim = aim(id, table, row, typed);
    RowForm form = aim.form().typed(typed, page.texts());
    if (aim.moved()) {
      return show(form, RowConflict.told(form, page));
    }
    RowForm checked = form.checked();
    if (checked.isWrong()) {
      return show(checked, List.of());
    }
    return write(form, form.paper(), after);
  }

  @PostMapping(ROW + "/xoa")
  ModelAndView remove(
      @PathVariable String id,
      @PathVariable String table,
      @PathVariable String row,
      @RequestParam Map<String, String> typed,
      RedirectAttributes after) {
    Rights.require(Drafts.EDIT);
    Aim aim = aim(id, table, row, typed);
    RowForm form = aim.form();
    if (aim.moved()) {
      return show(form, RowConflict.told(aim.seen(), pages.page(DraftPage.SECTION)));
    }
    if (form.at() < 0 || form.table() == DraftTable.SET) {
      throw Refusal.of(DraftRefusal.UNKNOWN_ROW, "", table, row);
    }
    DraftPaper less = form.draft().paper().without(form.table(), form.at());
    List<Problem> broken =
        DraftCheck.of(less, form.scope()).stream()
            .map(finding -> RowForm.elsewhere(finding, less))
            .toList();
    return broken.isEmpty() ? write(form, less, after) : show(form, broken);
  }

  /** The draft is written upon the edition the form was held against. */
  private ModelAndView write(RowForm form, DraftPaper paper, RedirectAttributes after) {
    int changed;
    try {
      changed = drafts.save(form.draft().id(), form.draft().step(), paper).size();
    } catch (Refusal refusal) {
      return show(form, refusal.problems());
    }
    after.addFlashAttribute(
        Pages.NOTICE, pages.page(DraftPage.SECTION).t("rural.draft.saved", changed));
    return new ModelAndView("redirect:" + form.back());
  }

  private ModelAndView show(RowForm form, TwoSides sides) {
    ModelAndView shown = show(form, List.of());
    shown.addObject("sides", sides);
    shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return shown;
  }

  private ModelAndView show(RowForm form, List<Problem> problems) {
    Map<String, Object> model = Map.of("form", form, "problems", problems);
    List<Problem> wrong = new ArrayList<>(problems);
    wrong.addAll(form.elsewhere());
    form.problems().values().forEach(wrong::addAll);
    return pages.show("rural/standard/draft/row", DraftPage.SECTION, model, wrong);
  }

  /**
   * Dòng được nhắm tới: the row a person looked at, where it stands by now.
   *
   * @param form as it stands
   * @param seen the same place with the row as it was looked at
   * @param moved somebody else changed it, or took it out, since it was looked at
   */
  private record Aim(RowForm form, RowForm seen, boolean moved) {}

  private Aim aim(String id, String path, String row, Map<String, String> typed) {
    int step = DraftPage.number(typed.getOrDefault("step", ""));
    Draft draft = drafts.find(DraftPage.number(id));
    DraftPaper seen = drafts.seen(draft, step);
    if (draft.step() == step || row.equals(NEW)) {
      RowForm form = find(id, path, row);
      return new Aim(form, form, false);
    }
    DraftScope scope = drafts.scope(draft);
    DraftTable table = table(scope, path, row);
    DraftRow was = RowConflict.row(table, seen, DraftPage.number(row) - 1);
    if (was == null) {
      throw Refusal.of(DraftRefusal.UNKNOWN_ROW, "", path, row);
    }
    int at = RowConflict.now(table, seen, draft.paper(), DraftPage.number(row) - 1);
    RowForm form = RowForm.of(draft, scope, table, at);
    boolean moved = !was.equals(RowConflict.row(table, draft.paper(), at));
    return new Aim(form, form.holding(was), moved);
  }

  private static DraftTable table(DraftScope scope, String path, String row) {
    return DraftTable.at(path)
        .filter(scope.tables()::contains)
        .orElseThrow(() -> Refusal.of(DraftRefusal.UNKNOWN_ROW, "", path, row));
  }

  private RowForm find(String id, String path, String row) {
    Draft draft = drafts.find(DraftPage.number(id));
    DraftScope scope = drafts.scope(draft);
    DraftTable table = table(scope, path, row);
    boolean fresh = row.equals(NEW) && table != DraftTable.SET;
    int at = fresh ? -1 : DraftPage.number(row) - 1;
    if (!fresh && (at < 0 || at >= draft.paper().rows(table).size())) {
      throw Refusal.of(DraftRefusal.UNKNOWN_ROW, "", path, row);
    }
    return RowForm.of(draft, scope, table, at);
  }
}
