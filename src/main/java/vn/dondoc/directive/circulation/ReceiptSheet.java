package vn.dondoc.directive.circulation;

import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng nơi nhận: who received a document, as an Excel sheet. */
final class ReceiptSheet {
  private ReceiptSheet() {}

  static SheetHead head(Page page, String title) {
    return new SheetHead(
        page.t("directive.circulation.sheet"),
        page.t("directive.circulation.title_of", title),
        page.t("web.period", page.t("directive.circulation.period")),
        page.t("web.source", page.t("directive.circulation.source")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  static List<SheetColumn<ReceiptLine>> columns(Page page) {
    return List.of(
        new SheetColumn<>("body", page.t("directive.circulation.column.body"), ReceiptLine::body),
        new SheetColumn<>(
            "district", page.t("directive.circulation.column.district"), ReceiptLine::district),
        new SheetColumn<>(
            "named", page.t("directive.circulation.column.named"), ReceiptLine::words),
        new SheetColumn<>("from", page.t("directive.circulation.column.from"), ReceiptLine::from),
        new SheetColumn<>(
            "sent_on", page.t("directive.circulation.column.sent"), ReceiptLine::sentOn),
        new SheetColumn<>("due_on", page.t("directive.circulation.column.due"), ReceiptLine::dueOn),
        new SheetColumn<>(
            "opened_on", page.t("directive.circulation.column.opened"), ReceiptLine::openedOn),
        new SheetColumn<>(
            "opened_by", page.t("directive.circulation.column.opener"), ReceiptLine::openedBy),
        new SheetColumn<>(
            "acknowledged_on",
            page.t("directive.circulation.column.acknowledged"),
            ReceiptLine::acknowledgedOn),
        new SheetColumn<>(
            "acknowledged_by",
            page.t("directive.circulation.column.acknowledger"),
            ReceiptLine::acknowledgedBy),
        new SheetColumn<>(
            "state", page.t("directive.circulation.column.state"), l -> page.t(l.state().key())),
        new SheetColumn<>(
            "late_days", page.t("directive.circulation.column.late"), l -> (long) l.lateDays()));
  }
}
