package vn.dondoc.task.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.task.life.Timing;
import vn.dondoc.task.sheet.DutySheet;
import vn.dondoc.web.Page;

/** Bảng tổng quan và bảng phần việc, as Excel sheets. */
final class OverviewSheet {
  private OverviewSheet() {}

  static SheetHead head(Page page, DutyFilter filter, String by) {
    return new SheetHead(
        page.t("task.overview.sheet"),
        page.t("task.overview.title") + " – " + by,
        page.t("web.period", period(page, filter)),
        page.t("web.source", page.t("task.overview.source")),
        page.t("web.as_of", page.formats().date(filter.day())));
  }

  /** Kỳ of the figures. */
  static String period(Page page, DutyFilter filter) {
    return filter.since() == null
        ? page.t("task.overview.period", page.formats().date(filter.day()))
        : page.t(
            "task.overview.period_from",
            page.formats().date(filter.since()),
            page.formats().date(filter.day()));
  }

  static List<SheetColumn<Overview.Row>> columns(Page page, String by) {
    List<SheetColumn<Overview.Row>> columns = new ArrayList<>();
    columns.add(new SheetColumn<>("name", by, Overview.Row::name));
    columns.add(column(page, "total", m -> m.counts().total()));
    for (Timing timing : Timing.values()) {
      if (timing != Timing.NOT_COUNTED) {
        String code = timing.name().toLowerCase(Locale.ROOT);
        columns.add(
            new SheetColumn<>(
                code, page.t("task.timing." + code), row -> row.measure().counts().of(timing)));
      }
    }
    columns.add(column(page, "mean_late", m -> days(m.meanLate())));
    columns.add(column(page, "most_late", m -> (long) m.mostLate()));
    columns.add(column(page, "kept", Measure::inTime));
    columns.add(column(page, "kept_at_first", Measure::inTimeAtFirst));
    columns.add(column(page, "returned", Measure::returned));
    columns.add(column(page, "handed_back", Measure::handedBack));
    spread(page, "acknowledge", Measure::acknowledge, columns);
    spread(page, "report", Measure::report, columns);
    spread(page, "confirm", Measure::confirm, columns);
    return columns;
  }

  private static void spread(
      Page page,
      String leg,
      Function<Measure, Measure.@Nullable Spread> of,
      List<SheetColumn<Overview.Row>> columns) {
    columns.add(
        column(
            page,
            leg + "_median",
            m -> {
              Measure.Spread spread = of.apply(m);
              return spread == null ? null : days(spread.median());
            }));
    columns.add(
        column(
            page,
            leg + "_most",
            m -> {
              Measure.Spread spread = of.apply(m);
              return spread == null ? null : days(spread.most());
            }));
  }

  private static SheetColumn<Overview.Row> column(
      Page page, String key, Function<Measure, ? extends @Nullable Object> value) {
    return new SheetColumn<>(
        key, page.t("task.overview.column." + key), row -> value.apply(row.measure()));
  }

  private static @Nullable BigDecimal days(@Nullable Double days) {
    return days == null ? null : BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_UP);
  }

  static List<SheetColumn<DutyListing.Line>> duties(Page page) {
    return List.of(
        duty(page, DutySheet.DUTY, DutyListing.Line::id),
        duty(page, DutySheet.STEP, DutyListing.Line::step),
        duty(page, DutySheet.CODE, DutyListing.Line::code),
        new SheetColumn<>("action", page.t("task.column.action"), DutyListing.Line::action),
        new SheetColumn<>("body", page.t("task.duties.body"), DutyListing.Line::body),
        new SheetColumn<>(
            "part",
            page.t("task.duties.part"),
            line -> page.t("task.column." + DutyQuery.lower(line.part()))),
        new SheetColumn<>("from", page.t("task.duties.from"), DutyListing.Line::from),
        new SheetColumn<>("to", page.t("task.duties.to"), DutyListing.Line::to),
        new SheetColumn<>(
            "state",
            page.t("task.duties.state"),
            line -> page.t("task.state." + DutyQuery.lower(line.state()))),
        new SheetColumn<>(
            "timing",
            page.t("task.duties.timing"),
            line -> page.t("task.timing." + DutyQuery.lower(line.timing()))),
        new SheetColumn<>(
            "original_due", page.t("task.duties.original_due"), DutyListing.Line::originalDue),
        new SheetColumn<>(
            "timing_at_first",
            page.t("task.duties.timing_at_first"),
            line -> page.t("task.timing." + DutyQuery.lower(line.timingAtFirst(page.day())))),
        duty(page, DutySheet.DUE, DutyListing.Line::due),
        new SheetColumn<>(
            "late_days", page.t("task.duties.late_days"), line -> (long) line.lateDays()),
        new SheetColumn<>("returns", page.t("task.duties.returns"), line -> (long) line.returns()),
        duty(page, DutySheet.DEED, line -> null),
        duty(page, DutySheet.REPORT, line -> null),
        duty(page, DutySheet.DOCUMENT, line -> null));
  }

  /** A column that comes back. */
  private static SheetColumn<DutyListing.Line> duty(
      Page page, String key, Function<DutyListing.Line, ? extends @Nullable Object> value) {
    return new SheetColumn<>(key, page.t(DutySheet.title(key)), value);
  }
}
