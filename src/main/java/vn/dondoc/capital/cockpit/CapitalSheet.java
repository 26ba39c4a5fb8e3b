package vn.dondoc.capital.cockpit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Signed;
import vn.dondoc.capital.rate.Rate;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/**
 * Bảng giải ngân: the rows a page shows, in whole đồng, with both parts of every rate.
 *
 * @param page the words of whoever asked
 * @param filter what was asked
 */
record CapitalSheet(Page page, CockpitFilter filter) {
  SheetHead head(String title, Signed signed) {
    return new SheetHead(
        page.t("capital.menu"),
        title,
        page.t("web.period", Integer.toString(filter.year()))
            + " · "
            + CockpitView.how(filter, page),
        page.t("web.source", page.t("capital.source_line")),
        signed.asOf(page));
  }

  List<SheetColumn<Cockpit.Row>> rows(CockpitView view) {
    List<SheetColumn<Cockpit.Row>> columns =
        new ArrayList<>(
            List.of(
                column("name", view::name),
                column("lines", row -> row.figures().lines()),
                column("plan", row -> row.figures().plan()),
                column("disbursed", row -> row.figures().disbursed()),
                column("outstanding", row -> row.figures().outstanding()),
                column("volume", row -> row.figures().volume()),
                column("numerator", row -> numerator(row.rate())),
                column("denominator", row -> denominator(row.rate())),
                column("rate", row -> percent(row.rate())),
                column("month", row -> row.figures().month()),
                column("before", Cockpit.Row::beforeVnd),
                column("before_rate", row -> percent(row.before())),
                column("estimate", row -> told(row.figures())),
                column("unreported", row -> row.figures().unreported()),
                column("idle", view::idle)));
    if (!filter.definition().isOfDisbursement()) {
      columns.add(column("worked", row -> row.figures().work().lines()));
    }
    return columns;
  }

  List<SheetColumn<LineStore.Line>> lines(LinesView view) {
    return List.of(
        column("line", LineStore.Line::id),
        column("code", line -> line.project().code()),
        column("project", line -> line.project().name()),
        column("owner", line -> line.project().owner()),
        column("source", view::source),
        column("plan", line -> line.figures().plan()),
        column("entered", line -> line.figures().entered()),
        column("disbursed", line -> line.figures().disbursed()),
        column("outstanding", line -> line.figures().outstanding()),
        column("volume", line -> line.figures().volume()),
        column("numerator", line -> numerator(view.rate(line.figures()))),
        column("denominator", line -> denominator(view.rate(line.figures()))),
        column("rate", line -> percent(view.rate(line.figures()))),
        column("month", line -> line.figures().month()),
        column("estimate", line -> told(line.figures())),
        column("idle", line -> view.idle(line.figures())),
        column("blocked", view::causes));
  }

  private <T> SheetColumn<T> column(String key, Function<T, ? extends @Nullable Object> value) {
    return new SheetColumn<>(key, page.t("capital.column." + key), value);
  }

  private @Nullable Object told(Figures figures) {
    return figures.estimate().lines() == 0
        ? page.t("capital.unreported")
        : (Object) figures.estimate().amountVnd();
  }

  private static @Nullable Long numerator(@Nullable Rate rate) {
    return rate == null ? null : (Long) rate.numerator();
  }

  private static @Nullable Long denominator(@Nullable Rate rate) {
    return rate == null ? null : (Long) rate.denominator();
  }

  private static @Nullable BigDecimal percent(@Nullable Rate rate) {
    BigDecimal ratio = rate == null ? null : rate.ratio();
    return ratio == null ? null : ratio.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
  }
}
