package vn.dondoc.capital.line;

import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Sổ chi tiết as an Excel sheet. */
final class LineSheet {
  private LineSheet() {}

  static SheetHead head(LineHead line, LineView view, Page page) {
    return new SheetHead(
        page.t("capital.line.sheet"),
        page.t("capital.line.title", view.project(), line.pool().code()),
        page.t("web.period", view.period(page)),
        page.t("web.source", page.t("capital.line.source")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  static List<SheetColumn<EntryLine>> columns(Page page) {
    return List.of(
        new SheetColumn<>("value_on", page.t("capital.line.value_on"), EntryLine::valueOn),
        new SheetColumn<>("number", page.t("capital.line.number"), e -> e.paper().number()),
        new SheetColumn<>("series", page.t("capital.line.series"), e -> e.paper().series()),
        new SheetColumn<>("issuer", page.t("capital.line.issuer"), e -> e.paper().issuer()),
        new SheetColumn<>("kind", page.t("capital.line.kind"), e -> page.t(e.kind().key())),
        new SheetColumn<>("amount", page.t("capital.line.amount"), EntryLine::amountVnd),
        new SheetColumn<>("plan", page.t("capital.line.plan"), EntryLine::plan),
        new SheetColumn<>("entered", page.t("capital.line.entered"), EntryLine::entered),
        new SheetColumn<>("disbursed", page.t("capital.line.disbursed"), EntryLine::disbursed),
        new SheetColumn<>("note", page.t("capital.line.note"), e -> e.paper().note()),
        new SheetColumn<>(
            "corrects", page.t("capital.line.corrects_column"), e -> e.paper().corrects()),
        new SheetColumn<>(
            "after_closing",
            page.t("capital.line.after_closing"),
            e -> e.mended().afterClosing() ? page.t("capital.line.yes") : null),
        new SheetColumn<>("reason", page.t("capital.line.reason"), e -> e.booked().reason()),
        new SheetColumn<>("signer", page.t("capital.line.signer"), e -> e.booked().signer()),
        new SheetColumn<>("booked_on", page.t("capital.line.booked_on"), e -> e.booked().on()),
        new SheetColumn<>("by", page.t("capital.line.by"), e -> e.booked().by()));
  }
}
