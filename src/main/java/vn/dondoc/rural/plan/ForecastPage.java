package vn.dondoc.rural.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.planning.Outlook;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Dự báo đạt chuẩn: how likely each commune comes in time, with the reasons and the method. */
@Controller
class ForecastPage {
  private static final String PATH = "/nong-thon-moi/du-bao";
  private static final double EVEN = 0.5;

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
   * @param even the first month it is as likely as not; null when none
   * @param reasons why not surely
   */
  record Line(
      PlanLine.Unit unit,
      double chance,
      @org.jspecify.annotations.Nullable YearMonth even,
      List<String> reasons) {}

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(PlanPage.READ);
    PlanRequest request = PlanRequest.of(asked, day.today());
    PlanView view = view(request.filter(), asked);
    return pages.show(
        "rural/plan/forecast",
        PlanPage.SECTION,
        Map.of("view", view, "lines", lines(view, pages.page(PlanPage.SECTION))));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(PlanPage.READ);
    Page page = pages.page(PlanPage.SECTION);
    PlanView view = view(PlanRequest.of(asked, day.today()).filter(), asked);
    SheetFile.named(response, "du-bao-dat-chuan.xlsx");
    String year = Integer.toString(view.filter().year());
    SheetHead head =
        new SheetHead(
            page.t("rural.forecast.sheet"),
            page.t("rural.forecast.title", year),
            page.t("web.period", year),
            page.t("web.source", page.t("rural.plan.outlook.source")),
            page.t("web.as_of", page.formats().date(page.day())));
    List<SheetColumn<Line>> columns =
        List.of(
            new SheetColumn<>("district", page.t("rural.plan.district"), l -> l.unit().above()),
            new SheetColumn<>("unit", page.t("rural.plan.unit"), l -> l.unit().name()),
            new SheetColumn<>(
                "due", page.t("rural.plan.only.due"), l -> l.unit().due() ? "x" : null),
            new SheetColumn<>(
                "chance", page.t("rural.forecast.chance"), l -> PlanView.chance(l.chance(), page)),
            new SheetColumn<>("even", page.t("rural.forecast.even"), l -> written(l.even())),
            new SheetColumn<>(
                "reasons", page.t("rural.forecast.reasons"), l -> String.join("; ", l.reasons())));
    Sheets.write(response.getOutputStream(), head, columns, lines(view, page).stream());
  }

  static String written(@org.jspecify.annotations.Nullable YearMonth month) {
    return month == null ? "–" : month.getMonthValue() + "/" + month.getYear();
  }

  private PlanView view(PlanFilter filter, Map<String, String> asked) {
    return new PlanView(
        filter,
        new ListAddress(PATH, asked),
        List.of(),
        new PlanCounts(0, 0, 0, 0, 0, 0),
        Map.of(),
        Map.of(),
        plans.yardstick(),
        forecasts.of(filter.year()).orElse(null),
        false);
  }

  private List<Line> lines(PlanView view, Page page) {
    Forecast forecast = view.forecast();
    List<Line> lines = new ArrayList<>();
    if (forecast == null) {
      return lines;
    }
    for (PlanLine.Unit unit : plans.units(view.filter().year())) {
      Outlook outlook = forecast.units().get(unit.id());
      if (outlook != null) {
        lines.add(
            new Line(
                unit,
                outlook.at(forecast.by()),
                outlook.firstAt(EVEN).orElse(null),
                view.reasons(outlook, page).stream().limit(3).toList()));
      }
    }
    lines.sort(
        Comparator.comparing((Line line) -> !line.unit().due())
            .thenComparing(Comparator.comparingDouble(Line::chance).reversed()));
    return lines;
  }
}
