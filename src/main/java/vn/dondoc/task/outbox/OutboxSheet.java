package vn.dondoc.task.outbox;

import java.time.Instant;
import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng hộp thư đi: the list as an Excel sheet, which is never read back. */
final class OutboxSheet {
  /** Letters a sheet may have. */
  static final int MOST = 20_000;

  private OutboxSheet() {}

  static SheetHead head(Page page) {
    return new SheetHead(
        page.t("task.outbox.sheet"),
        page.t("task.outbox.title"),
        page.t("task.outbox.sheet.most", page.formats().count(MOST)),
        page.t("web.source", page.t("task.outbox.title")),
        page.t("web.as_of", page.formats().moment(Instant.now())));
  }

  static List<SheetColumn<Posted>> columns(Page page) {
    return List.of(
        new SheetColumn<>("day", page.t("task.outbox.day"), p -> p.letter().day()),
        new SheetColumn<>("name", page.t("task.outbox.name"), p -> p.letter().name()),
        new SheetColumn<>("address", page.t("task.outbox.address"), p -> p.letter().address()),
        new SheetColumn<>("subject", page.t("task.outbox.subject"), p -> p.letter().subject()),
        new SheetColumn<>("state", page.t("task.outbox.state"), p -> page.t(p.state().key())),
        new SheetColumn<>("attempts", page.t("task.outbox.attempts"), p -> (long) p.attempts()),
        new SheetColumn<>("error", page.t("task.outbox.error"), Posted::lastError),
        new SheetColumn<>(
            "sent_at",
            page.t("task.outbox.sent_at"),
            p -> p.sentAt() == null ? null : page.formats().moment(p.sentAt())));
  }
}
