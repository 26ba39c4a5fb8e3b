package vn.dondoc.capital.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Khóa sổ kỳ: the months of a year, closed by whoever proposes and whoever signs. */
@Controller
class ClosingPage {
  static final String READ = "capital.read";
  static final String CLOSE = "capital.close";
  static final String SECTION = "capital";
  private static final String MONTH = ClosingView.PATH + "/thang/{month:\\d{4}-\\d{2}}";
  private static final String SIGN = ClosingView.PATH + "/ky/{id:\\d{1,18}}";
  private static final String END = SIGN + "/thoi";
  private static final int LONGEST_NOTE = 1000;
  private static final int SHORTEST_REASON = 3;

  private final ClosingYear years;
  private final Closings closings;
  private final ProvinceDay day;
  private final Pages pages;

  ClosingPage(ClosingYear years, Closings closings, ProvinceDay day, Pages pages) {
    this.years = years;
    this.closings = closings;
    this.day = day;
    this.pages = pages;
  }

  @GetMapping(ClosingView.PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    return pages.show(
        "capital/closing/year", SECTION, Map.of("view", view(year(asked, day.today()))));
  }

  /** The question before a month is proposed. */
  @GetMapping(MONTH)
  ModelAndView ask(@PathVariable String month) {
    Rights.require(READ);
    Rights.require(CLOSE);
    YearMonth of = month(month);
    if (!of.atEndOfMonth().isBefore(day.today())) {
      throw Refusal.of(ClosingRefusal.AHEAD, month, of.atEndOfMonth());
    }
    return ask(of, "", List.of());
  }

  @PostMapping(MONTH)
  ModelAndView propose(
      @PathVariable String month,
      @RequestParam Map<String, String> typed,
      RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(CLOSE);
    YearMonth of = month(month);
    String note = typed.getOrDefault("note", "").replace("\0", "").strip();
    try {
      if (note.length() > LONGEST_NOTE) {
        throw Refusal.of(ClosingRefusal.NOTE, "note", note.length(), LONGEST_NOTE);
      }
      requireSeen(figures(of), typed);
      closings.propose(of.atEndOfMonth(), note.isEmpty() ? null : note);
    } catch (Refusal refusal) {
      return ask(of, note, refusal.problems());
    }
    return done(of.getYear(), "capital.closing.proposed", after);
  }

  /** The question before a proposal is signed. */
  @GetMapping(SIGN)
  ModelAndView signing(@PathVariable long id) {
    Rights.require(READ);
    Rights.require(CLOSE);
    return signing(closings.required(id), List.of());
  }

  @PostMapping(SIGN)
  ModelAndView sign(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(CLOSE);
    Closings.Closing closing = closings.required(id);
    try {
      requireSeen(figures(YearMonth.from(closing.until())), typed);
      closings.sign(id);
    } catch (Refusal refusal) {
      return signing(closings.required(id), refusal.problems());
    }
    return done(closing.until().getYear(), "capital.closing.done", after);
  }

  /** Takes a proposal of one's own back, or declines to sign another's. */
  @PostMapping(END)
  ModelAndView end(
      @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(CLOSE);
    Closings.Closing closing = closings.required(id);
    String reason = typed.getOrDefault("reason", "").replace("\0", "").strip();
    try {
      if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_NOTE) {
        throw Refusal.of(
            ClosingRefusal.REASON, "reason", reason.length(), SHORTEST_REASON, LONGEST_NOTE);
      }
      closings.end(id, reason);
    } catch (Refusal refusal) {
      return question(
          YearMonth.from(closing.until()), closings.required(id), reason, refusal.problems());
    }
    return done(
        closing.until().getYear(),
        closing.isOwn() ? "capital.closing.withdrawn" : "capital.closing.declined",
        after);
  }

  private static void requireSeen(Month.Figures figures, Map<String, String> typed) {
    if (!figures.seen().equals(typed.get("seen"))) {
      throw Refusal.of(ClosingRefusal.CHANGED, "");
    }
  }

  private ModelAndView ask(YearMonth month, String note, List<Problem> problems) {
    return question(month, null, note, problems);
  }

  private ModelAndView signing(Closings.Closing closing, List<Problem> problems) {
    return question(YearMonth.from(closing.until()), closing, "", problems);
  }

  private ModelAndView question(
      YearMonth month, Closings.@Nullable Closing closing, String note, List<Problem> problems) {
    Map<String, Object> model = new HashMap<>();
    model.put("until", closing == null ? month.atEndOfMonth() : closing.until());
    model.put("month", month(view(month.getYear()), month));
    model.put("from", opened());
    model.put("closing", closing);
    model.put("note", note);
    model.put("problems", problems);
    return pages.show("capital/closing/question", SECTION, model, problems);
  }

  /** The first day that is still open; null while nothing is closed. */
  private @Nullable LocalDate opened() {
    LocalDate until = closings.until();
    return until == null ? null : until.plusDays(1);
  }

  private Month.Figures figures(YearMonth month) {
    return month(view(month.getYear()), month).figures();
  }

  private static Month month(ClosingView view, YearMonth month) {
    return view.months().stream()
        .filter(one -> one.number() == month.getMonthValue())
        .findFirst()
        .orElseThrow(() -> Refusal.of(ClosingRefusal.AHEAD, "", month.atEndOfMonth()));
  }

  private ModelAndView done(int year, String said, RedirectAttributes after) {
    after.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t(said));
    return new ModelAndView("redirect:" + ClosingView.PATH + "?nam=" + year);
  }

  private ClosingView view(int year) {
    List<LateCorrection> late = years.late(year);
    return new ClosingView(year, closings.until(), years.months(year, late), late);
  }

  private static YearMonth month(String text) {
    if (!text.matches("20\\d\\d-(0[1-9]|1[0-2])")) {
      throw Refusal.of(ClosingRefusal.MONTH, text, text);
    }
    return YearMonth.parse(text);
  }

  /** The year asked for; this year's when none is. */
  static int year(Map<String, String> asked, LocalDate today) {
    String year = asked.getOrDefault("nam", "").strip();
    if (year.isEmpty()) {
      return today.getYear();
    }
    if (!year.matches("20\\d\\d")) {
      throw Refusal.of(ClosingRefusal.YEAR, "nam", year);
    }
    return Integer.parseInt(year);
  }
}
