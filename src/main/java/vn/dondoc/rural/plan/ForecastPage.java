package vn.dondoc.rural.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.planning.Outlook;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Dự báo đạt chuẩn: how likely each commune comes in time, with the reasons and the method. */
@Controller
class ForecastPage {
  static final String PATH = "/nong-thon-moi/du-bao";
  private static final double EVEN = 0.5;
  private static final int MOST_REASONS = 3;

  private final Plans plans;
  private final Forecasts forecasts;
  private final Pages pages;
  private final ProvinceDay day;

  ForecastPage(Plans plans, Forecasts forecasts, Pages pages, ProvinceDay day) {
    this.plans = plans;
    this.forecasts = forecasts;
    this.pages = pages;
    this.day = day;
  }

  /**
   * Một xã với dự báo của nó.
   *
   * @param unit the commune
   * @param chance probability at the end of the year
   * @param whole it meets every criterion already
   * @param even the first month it is as likely as not; null when none
   * @param reasons why not surely
   * @param setBack something it reported as met does not count
   */
  record Line(
      PlanLine.Unit unit,
      double chance,
      boolean whole,
      @Nullable YearMonth even,
      List<String> reasons,
      boolean setBack) {
    /** From when on it is as likely as not, in words. */
    String month(Page page) {
      if (whole) {
        return page.t("rural.forecast.whole");
      }
      return even == null ? "–" : even.getMonthValue() + "/" + even.getYear();
    }
  }

  /**
   * Trang dự báo.
   *
   * @param view what it shares with the plan
   * @param request what was asked
   * @param districts tên các huyện
   * @param lines of the whole question, in its order
   * @param of how many communes there are
   * @param untold why there is no forecast; null when there is one
   */
  record Shown(
      PlanView view,
      ForecastRequest request,
      List<String> districts,
      List<Line> lines,
      int of,
      @Nullable Untold untold) {
    /** The communes of the page asked for. */
    List<Line> page() {
      return lines.stream().skip(first()).limit(Plans.PAGE).toList();
    }

    /**
     * Told before anything is written.
     *
     * @throws vn.dondoc.kernel.Refusal when the page asked for follows no commune
     */
    void requirePage() {
      first();
    }

    /** Address of the page behind; null when this is the last. */
    @Nullable String next() {
      List<Line> page = page();
      return first() + page.size() < lines.size()
          ? view.address().after(page.getLast().unit().id())
          : null;
    }

    private int first() {
      Long after = request.after();
      if (after == null) {
        return 0;
      }
      for (int at = 0; at < lines.size(); at++) {
        if (lines.get(at).unit().id() == after) {
          return at + 1;
        }
      }
      throw Asked.noSuchRow(after);
    }
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(PlanPage.READ);
    Shown shown = shown(asked);
    shown.requirePage();
    return pages.show("rural/plan/forecast", PlanPage.SECTION, Map.of("shown", shown));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(PlanPage.READ);
    Page page = pages.page(PlanPage.SECTION);
    Shown shown = shown(asked);
    SheetFile.named(response, "du-bao-dat-chuan.xlsx");
    String year = Integer.toString(shown.view().filter().year());
    SheetHead head =
        new SheetHead(
            page.t("rural.forecast.sheet"),
            page.t("rural.forecast.title", year),
            page.t("web.period", year),
            page.t("web.source", page.t("rural.plan.outlook.source")),
            page.t("web.as_of", page.formats().date(shown.view().measured().day())));
    List<SheetColumn<Line>> columns =
        List.of(
            new SheetColumn<>("district", page.t("rural.plan.district"), l -> l.unit().above()),
            new SheetColumn<>("unit", page.t("rural.plan.unit"), l -> l.unit().name()),
            new SheetColumn<>(
                "due", page.t("rural.plan.only.due"), l -> l.unit().due() ? "x" : null),
            new SheetColumn<>(
                "chance", page.t("rural.forecast.chance"), l -> PlanView.chance(l.chance(), page)),
            new SheetColumn<>("even", page.t("rural.forecast.even"), l -> l.month(page)),
            new SheetColumn<>(
                "reasons", page.t("rural.forecast.reasons"), l -> String.join("; ", l.reasons())));
    Sheets.write(response.getOutputStream(), head, columns, shown.lines().stream());
  }

  private Shown shown(Map<String, String> values) {
    Asked asked = Asked.of(values);
    PlanFilter when = PlanFilter.when(asked, day.today());
    String words = asked.words(PlanRequest.WORDS);
    asked.refuse();
    List<PlanLine.Unit> all = plans.units(when);
    List<PlanLine.Unit> units = words.isEmpty() ? all : plans.units(when.named(words));
    ForecastRequest request = ForecastRequest.of(values, when.named(words), all);
    Plans.Measured measured = plans.measured(when);
    Forecasts.Told told = forecasts.told(when.year(), measured.day());
    PlanView view =
        new PlanView(
            request.filter(),
            new ListAddress(PATH, values),
            List.of(),
            PlanCounts.NONE,
            Map.of(),
            Map.of(),
            measured,
            told.forecast(),
            false);
    List<Line> lines =
        lines(view, units).stream().filter(request::holds).sorted(request.sort().order()).toList();
    return new Shown(view, request, ForecastRequest.districts(all), lines, all.size(), told.why());
  }

  private List<Line> lines(PlanView view, List<PlanLine.Unit> units) {
    Page page = pages.page(PlanPage.SECTION);
    Forecast forecast = view.forecast();
    List<Line> lines = new ArrayList<>();
    for (PlanLine.Unit unit : units) {
      Outlook outlook = view.outlook(unit.id());
      if (forecast != null && outlook != null) {
        lines.add(
            new Line(
                unit,
                outlook.at(forecast.by()),
                forecast.whole().contains(unit.id()),
                outlook.firstAt(EVEN).orElse(null),
                view.reasons(outlook, page).stream().limit(MOST_REASONS).toList(),
                !forecast.setbacks(unit.id()).isEmpty()));
      }
    }
    return lines;
  }
}
