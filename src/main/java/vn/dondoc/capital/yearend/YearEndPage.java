package vn.dondoc.capital.yearend;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Cuối năm: how every line stands by the law of its year, and what lapses, to be cancelled. */
@Controller
class YearEndPage {
  static final String SECTION = "capital";
  static final String READ = "capital.read";
  static final String PLAN = "capital.plan";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final YearEnds years;
  private final Closings closings;
  private final Pages pages;
  private final ProvinceDay day;

  YearEndPage(YearEnds years, Closings closings, Pages pages, ProvinceDay day) {
    this.years = years;
    this.closings = closings;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(YearEndView.PATH)
  ModelAndView show(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    YearEndView view = view(asked);
    view.requirePage();
    return pages.show(
        "capital/yearend/lines",
        SECTION,
        Map.of("view", view, "grounds", years.grounds(view.year())));
  }

  @GetMapping(YearEndView.PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    YearEndView view = view(asked);
    Page page = pages.page(SECTION);
    response.setContentType(SHEET_TYPE);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"cuoi-nam-" + view.year() + ".xlsx\"");
    SheetHead head =
        new SheetHead(
            page.t("capital.yearend"),
            page.t("capital.yearend.title", Integer.toString(view.year())),
            page.t("web.period", Integer.toString(view.year())),
            page.t("web.source", page.t("capital.yearend.source")),
            view.signed().asOf(page));
    Sheets.write(response.getOutputStream(), head, columns(page), view.found().stream());
  }

  @GetMapping(YearEndView.PATH + "/quyet-toan")
  ModelAndView settled(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    int year = year(asked);
    return pages.show(
        "capital/yearend/settled", SECTION, Map.of("year", year, "found", years.surplus(year)));
  }

  @GetMapping(YearEndView.PATH + "/huy")
  ModelAndView preview(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    Rights.require(PLAN);
    return preview(new YearEndForm(asked), List.of());
  }

  @PostMapping(YearEndView.PATH + "/huy")
  ModelAndView cancel(@RequestParam Map<String, String> typed, RedirectAttributes after) {
    Rights.require(READ);
    Rights.require(PLAN);
    YearEndForm form = new YearEndForm(typed);
    int year = year(typed);
    try {
      Voucher.Paper paper =
          Voucher.Paper.of(form.value("issuer"), "", form.value("document"), form.signed());
      YearEnds.Lapse seen =
          new YearEnds.Lapse(
              year, (int) form.number("nhom"), (int) form.number("so-dong"), form.number("tong"));
      years.cancel(seen, paper, form.value("reason"));
    } catch (Refusal refusal) {
      ModelAndView view = preview(form, refusal.problems());
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return view;
    }
    after.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t("capital.lapse.done"));
    return new ModelAndView("redirect:" + YearEndView.PATH + "?nam=" + year);
  }

  private ModelAndView preview(YearEndForm form, List<Problem> problems) {
    int year = year(form.typed());
    List<YearEndLine> lines = years.lapsing(year, (int) form.number("nhom"));
    return pages.show(
        "capital/yearend/lapse",
        SECTION,
        Map.of("year", year, "lines", lines, "form", form, "problems", problems));
  }

  private YearEndView view(Map<String, String> values) {
    Asked asked = Asked.of(values);
    LocalDate on = asked.day("ngay", "capital.slow.day");
    String state =
        asked.choice(
            "tinh-trang",
            Arrays.stream(YearEndLine.State.values()).map(YearEndLine.State::code).toList());
    Long after = asked.after();
    asked.refuse();
    int year = year(values);
    LocalDate as = on == null ? day.today() : on;
    return new YearEndView(
        year,
        as,
        state.isEmpty() ? null : YearEndLine.State.of(state),
        asked.words("tim"),
        after,
        new ListAddress(YearEndView.PATH, values),
        years.lines(as, year),
        years.deadlines(year),
        closings.signed(as));
  }

  /** The year asked for; the one that ends, or ended last month. */
  private int year(Map<String, String> asked) {
    String year = asked.getOrDefault("nam", "").strip();
    if (year.isEmpty()) {
      return day.today().minusMonths(1).getYear();
    }
    if (!year.matches("20\\d\\d")) {
      throw Refusal.of(YearEndRefusal.YEAR, "nam", year);
    }
    return Integer.parseInt(year);
  }

  private static List<SheetColumn<YearEndLine>> columns(Page page) {
    return List.of(
        new SheetColumn<>("owner", page.t("capital.owner"), YearEndLine::owner),
        new SheetColumn<>("project", page.t("capital.owner.project"), YearEndLine::project),
        new SheetColumn<>("pool", page.t("capital.owner.pool"), l -> l.pool().name()),
        new SheetColumn<>("state", page.t("capital.yearend.state"), l -> page.t(l.state().key())),
        money(page, "capital.owner.plan", YearEndLine.Money::plan),
        money(page, "capital.owner.treasury", YearEndLine.Money::disbursed),
        money(page, "capital.yearend.remaining", YearEndLine.Money::remaining),
        money(page, "capital.yearend.asked", YearEndLine.Money::asked),
        money(page, "capital.yearend.allowed", YearEndLine.Money::allowed),
        money(page, "capital.yearend.carried", YearEndLine.Money::carried),
        money(page, "capital.yearend.cancelled", YearEndLine.Money::cancelled),
        money(page, "capital.yearend.lapsing", YearEndLine.Money::lapsing),
        new SheetColumn<>(
            "advances", page.t("capital.yearend.advance_until"), l -> l.until().advances()),
        new SheetColumn<>(
            "payments", page.t("capital.yearend.pay_until"), l -> l.until().payments()),
        new SheetColumn<>(
            "lapses", page.t("capital.yearend.lapses_on"), l -> l.until().lapsesOn()));
  }

  private static SheetColumn<YearEndLine> money(
      Page page, String key, ToLongFunction<YearEndLine.Money> amount) {
    return new SheetColumn<>(
        key.substring(key.lastIndexOf('.') + 1),
        page.t(key) + " (" + page.t("capital.millions") + ")",
        line -> Millions.cell(amount.applyAsLong(line.money())));
  }
}
