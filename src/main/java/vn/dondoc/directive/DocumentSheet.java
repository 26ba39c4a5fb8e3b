package vn.dondoc.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng văn bản chỉ đạo: the list as an Excel sheet. */
final class DocumentSheet {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private DocumentSheet() {}

  static SheetHead head(Page page, DocumentFilter filter) {
    LocalDate from = filter.from();
    LocalDate until = filter.until();
    String period =
        from == null && until == null
            ? page.t("directive.period")
            : page.t(
                "directive.sheet.period", page.formats().date(from), page.formats().date(until));
    return new SheetHead(
        page.t("directive.sheet"),
        page.t("directive.title"),
        page.t("web.period", period),
        page.t("web.source", page.t("directive.source")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  static List<SheetColumn<DocumentList.Line>> columns(Page page) {
    return List.of(
        new SheetColumn<>("kind", page.t("directive.column.kind"), l -> l.document().head().kind()),
        new SheetColumn<>(
            "number", page.t("directive.head.number"), l -> l.document().head().number()),
        new SheetColumn<>(
            "issued_on", page.t("directive.column.date"), l -> l.document().head().issuedOn()),
        new SheetColumn<>(
            "issuer", page.t("directive.head.issuer"), l -> l.document().head().issuer()),
        new SheetColumn<>(
            "subject", page.t("directive.column.subject"), l -> l.document().head().subject()),
        new SheetColumn<>(
            "signer", page.t("directive.head.signer"), l -> l.document().head().signer()),
        new SheetColumn<>(
            "received_on",
            page.t("directive.column.received"),
            l -> dayOf(l.document().receivedAt())),
        new SheetColumn<>(
            "received_by", page.t("directive.column.receiver"), l -> l.document().receivedBy()),
        new SheetColumn<>(
            "state",
            page.t("directive.state"),
            l ->
                page.t(
                    "directive.state." + (l.document().isConfirmed() ? "confirmed" : "reviewing"))),
        new SheetColumn<>(
            "confirmed_on",
            page.t("directive.column.confirmed"),
            l -> dayOf(l.document().confirmedAt())),
        new SheetColumn<>(
            "confirmed_by", page.t("directive.column.confirmer"), l -> l.document().confirmedBy()),
        new SheetColumn<>("tasks", page.t("directive.column.tasks"), DocumentList.Line::tasks));
  }

  private static @Nullable LocalDate dayOf(@Nullable Instant at) {
    return at == null ? null : at.atZone(VIET_NAM).toLocalDate();
  }
}
