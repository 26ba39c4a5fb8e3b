package vn.dondoc.capital.forecast;

import vn.dondoc.web.Page;

/** Lời của dự báo: what its page says first, and of months without figures. */
final class ForecastWords {
  private ForecastWords() {}

  /** Months whose payments are not all known. */
  static String unreported(ForecastView view) {
    YearForecast forecast = view.forecast();
    String last = view.month(forecast.known());
    int first = forecast.reported() + 1;
    return first >= forecast.known()
        ? view.page().t("capital.forecast.without.one", last)
        : view.page().t("capital.forecast.without", view.month(first), last);
  }

  /** The year in a sentence: a verdict only where every month of it has figures. */
  static String lead(ForecastView view) {
    Page page = view.page();
    YearForecast forecast = view.forecast();
    ForecastView.Row whole = view.province();
    TargetChance named = view.named();
    if (forecast.lines().isEmpty()) {
      return page.t("capital.forecast.lead.empty", Integer.toString(forecast.year()));
    }
    if (whole == null) {
      return page.t("capital.forecast.lead.part", page.formats().count(forecast.lines().size()));
    }
    String stage = stage(forecast);
    double paid = whole.of().plan() == 0 ? 0 : (double) whole.of().paid() / whole.of().plan();
    return page.t(
        "capital.forecast.lead" + stage + (named == null ? ".no_target" : ""),
        view.percent(stage.isEmpty() ? whole.rate(50) : paid),
        view.rate(whole.rate(10)),
        view.rate(whole.rate(90)),
        named == null ? "" : page.formats().percent(named.percent().movePointLeft(2)),
        named == null ? "" : view.chance(named));
  }

  private static String stage(YearForecast forecast) {
    if (forecast.isOver()) {
      return ".over";
    }
    if (forecast.isIncomplete()) {
      return ".incomplete";
    }
    return forecast.day().equals(forecast.lastDay()) ? ".last_day" : "";
  }
}
