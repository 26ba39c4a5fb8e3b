package vn.dondoc.task.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.life.CalendarYear;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.life.DayOff;
import vn.dondoc.web.MenuBadge;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;
import vn.dondoc.web.UploadedName;

/** Lịch làm việc: the years that are entered, and one year entered or replaced as a whole. */
@Controller
class CalendarPage {
  private static final String SECTION = "calendar";
  private static final String RIGHT = "task.calendar";
  private static final String PATH = "/lich-lam-viec";
  private static final int LARGEST_BYTES = 1 << 20;

  private final Calendars calendars;
  private final YearEntry entry;
  private final HolidayLaw law;
  private final Bodies bodies;
  private final Pages pages;
  private final ProvinceDay day;

  CalendarPage(
      Calendars calendars,
      YearEntry entry,
      HolidayLaw law,
      Bodies bodies,
      Pages pages,
      ProvinceDay day) {
    this.calendars = calendars;
    this.entry = entry;
    this.law = law;
    this.bodies = bodies;
    this.pages = pages;
    this.day = day;
  }

  @Bean
  static MenuItem calendarMenu() {
    return new MenuItem(75, SECTION, PATH, "task.calendar.menu", RIGHT);
  }

  /** From October on every page tells the administrator of a year without its days off. */
  @Bean
  static MenuBadge calendarBadge(Calendars calendars) {
    return new MenuBadge(SECTION, "task.calendar.badge", () -> calendars.missing().size());
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam(name = "nam", defaultValue = "") String asked) {
    Rights.require(RIGHT);
    List<CalendarYear> years = calendars.years();
    int wanted = asked.isBlank() ? day.today().getYear() : YearEntry.year(asked);
    CalendarYear shown =
        years.stream()
            .filter(year -> year.year() == wanted)
            .findFirst()
            .orElse(asked.isBlank() && !years.isEmpty() ? years.getFirst() : null);
    if (!asked.isBlank() && shown == null) {
      return new ModelAndView("redirect:" + PATH + "/sua?nam=" + wanted);
    }
    WorkingCalendar calendar = calendars.current();
    Map<Integer, Long> worked =
        years.stream()
            .collect(
                Collectors.toMap(
                    CalendarYear::year, year -> YearEntry.workingDays(calendar, year.year())));
    int next = years.isEmpty() ? wanted : years.getFirst().year() + 1;
    return pages.show(
        "task/calendar/list",
        SECTION,
        Map.of("view", new CalendarView(years, shown, worked, calendars.missing(), next)));
  }

  @GetMapping(PATH + "/sua")
  ModelAndView edit(@RequestParam(name = "nam", defaultValue = "") String asked) {
    Rights.require(RIGHT);
    int year = YearEntry.year(asked);
    CalendarYear entered = calendars.year(year).orElse(null);
    List<DayOff> days = entered == null ? law.suggested(year) : entered.days();
    return form(year, days.stream().map(YearLine::of).toList(), List.of());
  }

  @PostMapping(PATH + "/xem")
  ModelAndView preview(@RequestParam MultiValueMap<String, String> sent) {
    Rights.require(RIGHT);
    return preview(YearEntry.year(one(sent, "nam")), lines(sent), "", List.of());
  }

  @PostMapping(PATH + "/nhap")
  ModelAndView read(
      @RequestParam(name = "nam", defaultValue = "") String asked,
      @RequestParam("tep") MultipartFile sheet)
      throws IOException {
    Rights.require(RIGHT);
    int year = YearEntry.year(asked);
    String fileName = UploadedName.of(sheet, "?");
    try {
      if (sheet.isEmpty() || sheet.getSize() > LARGEST_BYTES) {
        throw Refusal.of(CalendarRefusal.FILE, fileName, fileName, LARGEST_BYTES >> 20);
      }
      return preview(year, YearSheet.read(fileName, sheet.getBytes()), "", List.of());
    } catch (Refusal refusal) {
      List<DayOff> days = calendars.year(year).map(CalendarYear::days).orElse(List.of());
      return refused(year, days.stream().map(YearLine::of).toList(), refusal.problems());
    }
  }

  @PostMapping(PATH + "/ghi")
  ModelAndView commit(
      @RequestParam MultiValueMap<String, String> sent, RedirectAttributes attributes) {
    Rights.require(RIGHT);
    int year = YearEntry.year(one(sent, "nam"));
    List<YearLine> lines = lines(sent);
    try {
      int moved = entry.commit(year, lines, one(sent, "why"), one(sent, "da-xem"));
      attributes.addFlashAttribute(
          Pages.NOTICE, pages.page(SECTION).t("task.calendar.entered", "" + year, moved));
      return new ModelAndView("redirect:" + PATH + "?nam=" + year);
    } catch (Refusal refusal) {
      // What was typed comes back, with what it would do now.
      return preview(year, lines, one(sent, "why"), refusal.problems());
    }
  }

  @GetMapping(PATH + "/xuat")
  void export(
      @RequestParam(name = "nam", defaultValue = "") String asked, HttpServletResponse response)
      throws IOException {
    Rights.require(RIGHT);
    int year = YearEntry.year(asked);
    List<DayOff> days =
        calendars.year(year).map(CalendarYear::days).orElseGet(() -> law.suggested(year));
    Page page = pages.page(SECTION);
    SheetFile.named(response, "lich-lam-viec-" + year + ".xlsx");
    SheetHead head =
        new SheetHead(
            page.t("task.calendar.sheet", "" + year),
            page.t("task.calendar.title_year", "" + year),
            page.t("web.period", page.t("task.calendar.year", "" + year)),
            page.t("web.source", page.t("task.calendar.source")),
            page.t("web.as_of", page.formats().date(day.today())));
    Sheets.write(response.getOutputStream(), head, YearSheet.columns(page.texts()), days.stream());
  }

  private ModelAndView preview(
      int year, List<YearLine> lines, String why, List<Refusal.Problem> problems) {
    YearPlan plan = entry.plan(year, lines);
    if (!plan.check().problems().isEmpty()) {
      return refused(year, lines, plan.check().problems());
    }
    Map<Integer, String> names = new HashMap<>();
    List<Integer> ids = plan.moved().stream().map(move -> move.duty().bodyId()).distinct().toList();
    for (Body body : bodies.find(ids)) {
      names.put(body.id(), body.name());
    }
    ModelAndView shown =
        pages.show(
            "task/calendar/preview",
            SECTION,
            Map.of("view", new CalendarView.Preview(plan, lines, names, why, told(problems))));
    if (!problems.isEmpty()) {
      shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return shown;
  }

  private ModelAndView refused(int year, List<YearLine> lines, List<Refusal.Problem> problems) {
    ModelAndView again = form(year, lines, told(problems));
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private ModelAndView form(int year, List<YearLine> lines, List<String> problems) {
    boolean entered = calendars.year(year).isPresent();
    return pages.show(
        "task/calendar/edit",
        SECTION,
        Map.of("view", new CalendarView.Form(year, entered, lines, problems)));
  }

  private List<String> told(List<Refusal.Problem> problems) {
    Page page = pages.page(SECTION);
    return problems.stream().map(page.texts()::tell).toList();
  }

  private static String one(MultiValueMap<String, String> sent, String name) {
    String value = sent.getFirst(name);
    return value == null ? "" : value.replace("\u0000", "").strip();
  }

  /** The filled lines of a form, each told by its number. */
  private List<YearLine> lines(MultiValueMap<String, String> sent) {
    List<String> days = sent.getOrDefault("day", List.of());
    List<YearLine> lines = new ArrayList<>();
    for (int n = 0; n < days.size(); n++) {
      String place = pages.page(SECTION).t("task.calendar.line", n + 1);
      YearLine line =
          new YearLine(
              List.of(place, place, place),
              at(days, n),
              at(sent.get("kind"), n),
              at(sent.get("name"), n));
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String at(@Nullable List<String> values, int n) {
    return values == null || n >= values.size() ? "" : values.get(n).replace("\u0000", "").strip();
  }
}
