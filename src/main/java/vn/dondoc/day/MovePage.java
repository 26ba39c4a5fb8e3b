package vn.dondoc.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Chuyển ngày: offers days ahead, asks before it moves the demonstration to one of them. */
@Controller
class MovePage {
  private static final String SECTION = "day";
  private static final String MOVE = "day.move";

  private final ProvinceDays days;
  private final ProvinceDay day;
  private final Calendars calendars;
  private final Pages pages;

  MovePage(ProvinceDays days, ProvinceDay day, Calendars calendars, Pages pages) {
    this.days = days;
    this.day = day;
    this.calendars = calendars;
    this.pages = pages;
  }

  @GetMapping("/ngay")
  ModelAndView choose() {
    Rights.require(MOVE);
    days.requireDemonstration();
    return choose("", List.of());
  }

  @GetMapping("/ngay/hoi")
  ModelAndView ask(@RequestParam(name = "den", defaultValue = "") String typed) {
    Rights.require(MOVE);
    days.requireDemonstration();
    LocalDate today = day.today();
    try {
      LocalDate to = read(typed);
      days.requireAhead(today, to);
      return pages.show("day/ask", SECTION, Map.of("from", today, "to", to));
    } catch (Refusal refusal) {
      return again(typed, refusal);
    }
  }

  @PostMapping("/ngay")
  ModelAndView move(
      @RequestParam(name = "tu", defaultValue = "") String seen,
      @RequestParam(name = "den", defaultValue = "") String typed,
      RedirectAttributes attributes) {
    Rights.require(MOVE);
    days.requireDemonstration();
    LocalDate from;
    LocalDate to;
    try {
      from = read(seen);
      to = read(typed);
      days.move(from, to);
    } catch (Refusal refusal) {
      return again(typed, refusal);
    }
    Page page = pages.page(SECTION);
    attributes.addFlashAttribute(
        Pages.NOTICE, page.t("day.moved", MoveView.named(page, to), MoveView.passed(from, to)));
    return new ModelAndView("redirect:/ngay");
  }

  private static LocalDate read(String typed) {
    if (typed.isBlank()) {
      throw Refusal.of(DayRefusal.NO_DAY, "den");
    }
    return Days.read(typed).orElseThrow(() -> Days.refusal("den", "day.to", typed));
  }

  private ModelAndView again(String typed, Refusal refusal) {
    ModelAndView view =
        choose(typed, refusal.problems().stream().map(pages.page(SECTION).texts()::tell).toList());
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }

  private ModelAndView choose(String typed, List<String> problems) {
    MoveView view = MoveView.of(day.today(), calendars.current(), typed, problems);
    return pages.show("day/move", SECTION, Map.of("view", view));
  }
}
