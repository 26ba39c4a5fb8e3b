package vn.dondoc.capital.forecast;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Dự báo giải ngân: what will be paid by when, of whom, how sure that is and why. */
@Controller
class ForecastPage {
  private static final String SECTION = "capital";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final KeptForecasts forecasts;
  private final Sources sources;
  private final Pages pages;
  private final ProvinceDay day;

  ForecastPage(KeptForecasts forecasts, Sources sources, Pages pages, ProvinceDay day) {
    this.forecasts = forecasts;
    this.sources = sources;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(ForecastView.PATH)
  ModelAndView show(@RequestParam Map<String, String> asked) {
    return shown("capital/forecast/forecast", "capital/forecast/waiting", asked, true);
  }

  /** The province's fan alone, as the cockpit takes it in. */
  @GetMapping(ForecastView.PATH + "/khung")
  ModelAndView panel(@RequestParam Map<String, String> asked) {
    return shown("capital/forecast/panel", "capital/forecast/panel_waiting", asked, false);
  }

  private ModelAndView shown(
      String ready, String waiting, Map<String, String> asked, boolean rows) {
    Rights.require(Rates.READ);
    ForecastFilter filter = ForecastFilter.of(asked, day.today());
    Optional<KeptForecasts.Ready> made = forecasts.ready(filter.year(), filter.day());
    if (made.isEmpty()) {
      return pages.show(
          waiting,
          SECTION,
          Map.of("address", new ListAddress(ForecastView.PATH, asked), "day", filter.day()));
    }
    ForecastView view = view(filter, asked, made.get().forecast(), made.get().stale());
    if (rows) {
      view.requirePage();
    }
    return pages.show(ready, SECTION, Map.of("view", view));
  }

  @GetMapping(ForecastView.PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(Rates.READ);
    ForecastFilter filter = ForecastFilter.of(asked, day.today());
    YearForecast made = forecasts.of(filter.year(), filter.day());
    response.setContentType(SHEET_TYPE);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"du-bao-" + filter.day() + ".xlsx\"");
    Sheets.write(response.getOutputStream(), ForecastSheet.tabs(view(filter, asked, made, false)));
  }

  private ForecastView view(
      ForecastFilter filter, Map<String, String> asked, YearForecast made, boolean stale) {
    // Who sees a part of the province seldom sees all of a source: their lines come first.
    boolean part = asked.getOrDefault(ForecastFilter.BY, "").isEmpty() && made.province().isEmpty();
    return new ForecastView(
        part ? filter.with(ForecastFilter.By.LINE) : filter,
        new ListAddress(ForecastView.PATH, asked),
        made,
        stale,
        sources.all(),
        forecasts.years(),
        pages.page(SECTION));
  }
}
