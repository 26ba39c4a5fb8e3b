package vn.dondoc.capital.cut;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.capital.Millions;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Một lần cắt giảm: proposed, commented on by the unit, booked by a document or dropped. */
@Controller
class CutActPage {
  private final Cuts cuts;
  private final Pages pages;

  CutActPage(Cuts cuts, Pages pages) {
    this.cuts = cuts;
    this.pages = pages;
  }

  @GetMapping(CutPage.PATH + "/moi")
  ModelAndView form(@RequestParam Map<String, String> asked) {
    Rights.require(CutPage.READ);
    Rights.require(CutPage.PLAN);
    return form(new CutForm(asked), List.of());
  }

  @PostMapping(CutPage.PATH + "/moi")
  ModelAndView propose(@RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(CutPage.READ);
    Rights.require(CutPage.PLAN);
    CutForm form = new CutForm(typed);
    long id;
    try {
      id = cuts.propose(form.cut());
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return refused(form(form, refusal.problems()));
    }
    return done(id, "capital.cut.proposed", after);
  }

  @GetMapping(CutPage.PATH + "/{id}")
  ModelAndView one(@PathVariable long id) {
    Rights.require(CutPage.READ);
    return one(cuts.required(id), new CutForm(Map.of()), List.of());
  }

  @PostMapping(CutPage.PATH + "/{id}/y-kien")
  ModelAndView comment(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(CutPage.READ);
    return act(
        id,
        new CutForm(typed),
        form -> cuts.comment(id, form.value("words")),
        "capital.cut.commented",
        after);
  }

  @PostMapping(CutPage.PATH + "/{id}/thuc-hien")
  ModelAndView book(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(CutPage.READ);
    Rights.require(CutPage.PLAN);
    return act(
        id,
        new CutForm(typed),
        form -> cuts.book(id, form.paper(), List.of()),
        "capital.cut.booked",
        after);
  }

  @PostMapping(CutPage.PATH + "/{id}/bo")
  ModelAndView drop(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(CutPage.READ);
    Rights.require(CutPage.PLAN);
    return act(
        id,
        new CutForm(typed),
        form -> cuts.drop(id, form.value("dropped")),
        "capital.cut.dropped",
        after);
  }

  private interface Doing {
    void with(CutForm form);
  }

  private ModelAndView act(
      long id, CutForm form, Doing doing, String said, RedirectAttributes after) {
    try {
      doing.with(form);
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return refused(one(cuts.required(id), form, refusal.problems()));
    }
    return done(id, said, after);
  }

  private ModelAndView done(long id, String said, RedirectAttributes after) {
    after.addFlashAttribute(Pages.NOTICE, pages.page(CutPage.SECTION).t(said));
    return new ModelAndView("redirect:" + CutPage.PATH + "/" + id);
  }

  private ModelAndView form(CutForm asked, List<Problem> problems) {
    long entry = asked.number("but-toan");
    CutStore.@Nullable Unexplained booked = entry == 0 ? null : cuts.unexplained(entry);
    Cut.Line line = cuts.line(booked == null ? asked.number("dong") : booked.lineId());
    Map<String, String> typed = new HashMap<>(asked.typed());
    typed.put("dong", Long.toString(line.id()));
    long left = booked == null ? cuts.left(line.id()) : booked.amountVnd();
    if (booked != null) {
      typed.put("amount", Millions.typed(left));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("line", line);
    model.put("left", left);
    model.put("booked", booked != null);
    model.put("form", new CutForm(typed));
    model.put("problems", problems);
    return pages.show("capital/cut/new", CutPage.SECTION, model);
  }

  private ModelAndView one(Cut cut, CutForm typed, List<Problem> problems) {
    // What is booked already has its document.
    CutForm form =
        typed.value("document").isEmpty()
            ? cuts.paper(cut).map(paper -> CutForm.of(typed, paper)).orElse(typed)
            : typed;
    return pages.show(
        "capital/cut/one",
        CutPage.SECTION,
        Map.of("cut", cut, "form", form, "problems", problems, "owns", cuts.owns(cut)));
  }

  private static ModelAndView refused(ModelAndView view) {
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }
}
