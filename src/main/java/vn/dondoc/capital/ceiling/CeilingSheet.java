package vn.dondoc.capital.ceiling;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng trung hạn: exported, edited, and read back. */
final class CeilingSheet {
  /** Columns that are read back; the others only show. */
  static final List<String> EDITED =
      List.of("key", "code", "source", "from", "until", "amount", "document");

  private CeilingSheet() {}

  static SheetHead head(CeilingView view, Page page) {
    return new SheetHead(
        page.t("capital.medium"),
        page.t("capital.medium.title"),
        page.t("web.period", view.period(page)),
        page.t("web.source", page.t("capital.medium.origin")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  static List<SheetColumn<CeilingRow>> columns(CeilingView view, Page page) {
    return List.of(
        column(page, "key", CeilingRow::id),
        column(page, "code", row -> row.project().code()),
        column(page, "project", row -> row.project().name()),
        column(page, "owner", row -> row.project().owner()),
        column(page, "source", CeilingRow::source),
        column(page, "source_name", row -> view.source(row.source(), page)),
        column(page, "from", CeilingRow::fromYear),
        column(page, "until", CeilingRow::untilYear),
        column(page, "amount", row -> row.money().ceiling()),
        column(page, "given", row -> row.money().given()),
        column(page, "left", row -> row.money().left()),
        column(page, "disbursed", row -> row.money().disbursed()),
        column(page, "document", CeilingRow::document));
  }

  /** What a sheet has to have to be read back. */
  static List<SheetColumn<CeilingRow>> edited(Page page) {
    return EDITED.stream().map(key -> column(page, key, row -> null)).toList();
  }

  private static SheetColumn<CeilingRow> column(
      Page page, String key, Function<CeilingRow, ? extends @Nullable Object> value) {
    return new SheetColumn<>(key, page.t("capital.medium.column." + key), value);
  }
}
