package vn.dondoc.task.succession;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Việc của cơ quan đã kết thúc hoạt động, và chuyển cho cơ quan kế thừa. */
@Controller
class SuccessionPage {
  private static final String PATH = "/nhiem-vu/ke-thua";
  private static final String SECTION = "task";

  private final Successions successions;
  private final Pages pages;

  SuccessionPage(Successions successions, Pages pages) {
    this.successions = successions;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView list() {
    Rights.require(Successions.CONFIRM);
    return pages.show("task/succession/list", SECTION, Map.of("bodies", successions.bodies()));
  }

  @GetMapping(PATH + "/{body}")
  ModelAndView show(@PathVariable int body) {
    Rights.require(Successions.CONFIRM);
    return form(body, null, List.of());
  }

  @PostMapping(PATH + "/{body}")
  ModelAndView move(
      @PathVariable int body, @ModelAttribute SuccessionForm form, RedirectAttributes attributes) {
    Rights.require(Successions.CONFIRM);
    Page page = pages.page(SECTION);
    CeasedBody ceased = successions.body(body);
    int moved;
    try {
      moved = successions.move(form.steps(), form.chosenHeir(), form.said(), form.paper());
    } catch (Refusal refusal) {
      List<String> problems = refusal.problems().stream().map(page.texts()::tell).toList();
      ModelAndView again = form(body, form, problems);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    String heir =
        ceased.heirs().stream()
            .filter(s -> Integer.valueOf(s.successor().id()).equals(form.chosenHeir()))
            .map(s -> s.successor().name())
            .findFirst()
            .orElse("");
    attributes.addFlashAttribute(
        Pages.NOTICE, page.t("task.succession.moved", page.formats().count(moved), heir));
    return new ModelAndView("redirect:" + PATH);
  }

  private ModelAndView form(int body, @Nullable SuccessionForm typed, List<String> problems) {
    SuccessionView view =
        new SuccessionView(successions.body(body), successions.duties(body), typed, problems);
    return pages.show("task/succession/body", SECTION, Map.of("view", view));
  }
}
