package vn.dondoc.capital.yearend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Kéo dài thời gian giải ngân: asked for, decided, carried. */
@Controller
class ExtensionPage {
  static final String PATH = YearEndView.PATH + "/gia-han";
  private static final int SHOWN = 200;

  private final Extensions extensions;
  private final AllowedExtensions allowed;
  private final Pages pages;

  ExtensionPage(Extensions extensions, AllowedExtensions allowed, Pages pages) {
    this.extensions = extensions;
    this.allowed = allowed;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView list() {
    Rights.require(YearEndPage.READ);
    List<Extension> all = extensions.all();
    return pages.show(
        "capital/yearend/extensions",
        YearEndPage.SECTION,
        Map.of("all", all, "shown", all.subList(0, Math.min(SHOWN, all.size()))));
  }

  @GetMapping(PATH + "/moi")
  ModelAndView form(@RequestParam Map<String, String> asked) {
    Rights.require(YearEndPage.READ);
    return form(new YearEndForm(asked), List.of());
  }

  @PostMapping(PATH + "/moi")
  ModelAndView ask(@RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(YearEndPage.READ);
    YearEndForm form = new YearEndForm(typed);
    long id;
    try {
      YearEndForm.Request said = form.request();
      id =
          extensions.ask(
              form.number("dong"), said.ground(), said.amountVnd(), said.until(), said.words());
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return refused(form(form, refusal.problems()));
    }
    return done(id, "capital.extension.asked", after);
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView one(@PathVariable long id) {
    Rights.require(YearEndPage.READ);
    return one(extensions.required(id), new YearEndForm(Map.of()), List.of());
  }

  @PostMapping(PATH + "/{id}/quyet-dinh")
  ModelAndView decide(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(YearEndPage.READ);
    Rights.require(YearEndPage.PLAN);
    YearEndForm form = new YearEndForm(typed);
    try {
      extensions.decide(id, form.decision());
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return refused(one(extensions.required(id), form, refusal.problems()));
    }
    return done(id, "capital.extension.decided", after);
  }

  @PostMapping(PATH + "/{id}/chuyen-nguon")
  ModelAndView carry(@PathVariable long id, RedirectAttributes after) {
    Rights.require(YearEndPage.READ);
    Rights.require(YearEndPage.PLAN);
    try {
      allowed.carry(id);
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return refused(one(extensions.required(id), new YearEndForm(Map.of()), refusal.problems()));
    }
    return done(id, "capital.extension.carried", after);
  }

  @PostMapping(PATH + "/{id}/giam")
  ModelAndView lower(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(YearEndPage.READ);
    Rights.require(YearEndPage.PLAN);
    YearEndForm form = new YearEndForm(typed);
    try {
      allowed.lower(id, form.change());
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return refused(one(extensions.required(id), form, refusal.problems()));
    }
    return done(id, "capital.extension.lowered", after);
  }

  private ModelAndView done(long id, String said, RedirectAttributes after) {
    after.addFlashAttribute(Pages.NOTICE, pages.page(YearEndPage.SECTION).t(said));
    return new ModelAndView("redirect:" + PATH + "/" + id);
  }

  private ModelAndView form(YearEndForm form, List<Problem> problems) {
    Extensions.Standing standing = extensions.standing(form.number("dong"));
    if (!extensions.mayAsk(standing.line().projectId())) {
      throw Refusal.of(YearEndRefusal.NOT_YOURS, "", standing.line().project());
    }
    Map<String, Object> model = new HashMap<>();
    model.put("line", standing.line());
    model.put("year", standing.year());
    model.put("grounds", extensions.grounds(standing));
    model.put(
        "latest",
        Objects.requireNonNullElse(
            extensions.latest(standing.year()), standing.line().until().payments()));
    model.put("form", form);
    model.put("problems", problems);
    return pages.show("capital/yearend/ask", YearEndPage.SECTION, model);
  }

  private ModelAndView one(Extension extension, YearEndForm form, List<Problem> problems) {
    Extensions.Standing standing = extensions.standing(extension.line().id());
    Map<String, Object> model = new HashMap<>();
    model.put("extension", extension);
    model.put("carryable", AllowedExtensions.carryable(extension, standing));
    model.put(
        "ground",
        extensions.grounds(standing).stream()
            .filter(ground -> ground.code().equals(extension.asked().ground()))
            .toList());
    model.put("form", form);
    model.put("problems", problems);
    return pages.show("capital/yearend/extension", YearEndPage.SECTION, model);
  }

  private static ModelAndView refused(ModelAndView view) {
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }
}
