package vn.dondoc.task.charge;

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
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Giao người phụ trách: who of the body does its duty, and who did before. */
@Controller
class ChargePage {
  private static final String SECTION = "task";

  private final Charges charges;
  private final Duties duties;
  private final Bodies bodies;
  private final Pages pages;

  ChargePage(Charges charges, Duties duties, Bodies bodies, Pages pages) {
    this.charges = charges;
    this.duties = duties;
    this.bodies = bodies;
    this.pages = pages;
  }

  @GetMapping("/nhiem-vu/phan/{duty}/phu-trach")
  ModelAndView show(@PathVariable long duty) {
    Rights.require(Charges.REPORT);
    return form(duty, null, List.of());
  }

  @PostMapping("/nhiem-vu/phan/{duty}/phu-trach")
  ModelAndView give(
      @PathVariable long duty, @ModelAttribute ChargeForm form, RedirectAttributes attributes) {
    Rights.require(Charges.REPORT);
    Page page = pages.page(SECTION);
    try {
      charges.give(duty, form.step(), form.chosen(), form.said());
    } catch (Refusal refusal) {
      List<String> problems = refusal.problems().stream().map(page.texts()::tell).toList();
      ModelAndView again = form(duty, form, problems);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    Duty given = find(duty);
    attributes.addFlashAttribute(
        Pages.NOTICE,
        page.t(
            form.chosen() == null ? "task.charge.taken_back" : "task.charge.given",
            given.taskCode()));
    return new ModelAndView(
        "redirect:/nhiem-vu/" + given.taskId() + "?phan=" + given.id() + "#phan");
  }

  private Duty find(long id) {
    return duties
        .find(id)
        .orElseThrow(() -> Refusal.of(ChargeRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  private ModelAndView form(long id, @Nullable ChargeForm typed, List<String> problems) {
    Duty duty = find(id);
    InCharge charge = charges.of(duty);
    if (charge == null) {
      throw Refusal.of(ChargeRefusal.NOT_YOURS, duty.taskCode(), duty.taskCode());
    }
    String body = bodies.find(duty.bodyId()).map(Body::name).orElse("");
    ChargeView view =
        new ChargeView(
            duty,
            body,
            charge,
            charge.may() ? charges.people(duty.bodyId()) : List.of(),
            typed,
            problems);
    return pages.show("task/charge/give", SECTION, Map.of("view", view));
  }
}
