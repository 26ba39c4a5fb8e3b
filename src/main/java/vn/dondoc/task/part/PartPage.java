package vn.dondoc.task.part;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.Duty;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;

/** Ghi phần việc của cơ quan phối hợp. */
@Controller
class PartPage {
  private static final String SECTION = "task";

  private final Parts parts;
  private final Bodies bodies;
  private final Pages pages;

  PartPage(Parts parts, Bodies bodies, Pages pages) {
    this.parts = parts;
    this.bodies = bodies;
    this.pages = pages;
  }

  @GetMapping("/nhiem-vu/phan/{duty}/phan-viec")
  ModelAndView show(@PathVariable long duty) {
    requireRight();
    return form(duty, null, List.of());
  }

  @PostMapping("/nhiem-vu/phan/{duty}/phan-viec")
  ModelAndView say(
      @PathVariable long duty,
      @RequestParam(defaultValue = "0") int step,
      @RequestParam(defaultValue = "") String words,
      RedirectAttributes attributes) {
    requireRight();
    Page page = pages.page(SECTION);
    String typed = words.replace("\0", "");
    try {
      parts.say(duty, step, typed);
    } catch (Refusal refusal) {
      List<String> problems = refusal.problems().stream().map(page.texts()::tell).toList();
      ModelAndView again = form(duty, typed, problems);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    Duty said = parts.require(duty);
    attributes.addFlashAttribute(Pages.NOTICE, page.t("task.part.said", said.taskCode()));
    return new ModelAndView("redirect:/nhiem-vu/" + said.taskId() + "?phan=" + said.id() + "#phan");
  }

  private ModelAndView form(long id, @Nullable String typed, List<String> problems) {
    Duty duty = parts.require(id);
    List<PartStore.Said> said = parts.of(id);
    String words = typed != null ? typed : said.isEmpty() ? "" : said.getFirst().words();
    String body = bodies.find(duty.bodyId()).map(Body::name).orElse("");
    return pages.show(
        "task/part/say", SECTION, Map.of("view", new PartView(duty, body, said, words, problems)));
  }

  private static void requireRight() {
    if (!Acting.current().may(Parts.REPORT) && !Acting.current().may(Parts.CONFIRM)) {
      throw new AccessDeniedException(Parts.REPORT);
    }
  }
}
