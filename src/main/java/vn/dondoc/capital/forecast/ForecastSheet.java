package vn.dondoc.capital.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTab;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.web.Page;

/**
 * Dự báo as a workbook: the rows of the question, and the months of the one that is drawn, in whole
 * đồng.
 */
final class ForecastSheet {
  private final ForecastView view;
  private final Page page;

  private ForecastSheet(ForecastView view) {
    this.view = view;
    page = view.page();
  }

  static List<SheetTab<?>> tabs(ForecastView view) {
    ForecastSheet sheet = new ForecastSheet(view);
    List<ForecastView.Row> found = view.found();
    ForecastView.Row drawn = view.drawn(found);
    SheetTab<ForecastView.Row> rows =
        new SheetTab<>(
            sheet.head(page(view).t(view.filter().by().key()), page(view).t("capital.forecast.title")),
            sheet.columns(),
            found);
    return drawn == null
        ? List.of(rows)
        : List.of(
            rows,
            new SheetTab<>(
                sheet.head(page(view).t("capital.forecast.months"), drawn.name()),
                sheet.months(drawn),
                view.ahead()));
  }

  private static Page page(ForecastView view) {
    return view.page();
  }

  private SheetHead head(String sheet, String title) {
    return new SheetHead(
        sheet,
        title,
        page.t("web.period", page.t("capital.forecast.period", Integer.toString(view.forecast().year()))),
        page.t("web.source", page.t("capital.forecast.source")),
        page.t("web.as_of", page.formats().date(view.forecast().day())));
  }

  private List<SheetColumn<ForecastView.Row>> columns() {
    return List.of(
        column("name", ForecastView.Row::name),
        column("below", ForecastView.Row::below),
        column("plan", row -> row.of().plan()),
        column("paid", row -> row.of().paid()),
        column("low", row -> row.end(10)),
        column("middle", row -> row.end(50)),
        column("high", row -> row.end(90)),
        column("rate", row -> percent(row.rate(50))),
        column("lapse", ForecastView.Row::lapse),
        column("promised", ForecastSheet::promised),
        column("reliability", row -> row.promise() == null ? null : percent(row.promise().reliability())),
        column("signs", row -> signs(row)),
        column("reasons", row -> reasons(row)));
  }

  private List<SheetColumn<Integer>> months(ForecastView.Row drawn) {
    return List.of(
        new SheetColumn<>("month", page.t("capital.forecast.column.month"), view::month),
        month("low", drawn, 10),
        month("middle", drawn, 50),
        month("high", drawn, 90));
  }

  private SheetColumn<Integer> month(String key, ForecastView.Row drawn, int percent) {
    return new SheetColumn<>(
        key, page.t("capital.forecast.column." + key), month -> view.at(drawn, month, percent));
  }

  private static @Nullable Long promised(ForecastView.Row row) {
    LineForecast line = row.line();
    if (line != null) {
      LineForecast.Promised promised = line.promised();
      return promised == null || promised.month() < Line.LAST_MONTH - 1 ? null : (Long) promised.amount();
    }
    return row.promise() == null ? null : (Long) row.promise().promised();
  }

  private String signs(ForecastView.Row row) {
    return row.signs().keySet().stream()
        .map(sign -> page.t(sign.key()))
        .collect(Collectors.joining("; "));
  }

  private String reasons(ForecastView.Row row) {
    LineForecast line = row.line();
    return line == null
        ? ""
        : line.reasons().stream().map(view::words).collect(Collectors.joining("; "));
  }

  private static BigDecimal percent(double ratio) {
    return BigDecimal.valueOf(ratio * 100).setScale(2, RoundingMode.HALF_UP);
  }

  private SheetColumn<ForecastView.Row> column(
      String key, Function<ForecastView.Row, ? extends @Nullable Object> value) {
    return new SheetColumn<>(key, page.t("capital.forecast.column." + key), value);
  }
}
