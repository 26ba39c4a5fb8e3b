package vn.dondoc.audit;

import java.time.Instant;
import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng nhật ký: the filtered entries as an Excel sheet. */
final class EntrySheet {
  /** Entries a sheet may have; its head says so. */
  static final int MOST = 20_000;

  private EntrySheet() {}

  static SheetHead head(Page page, EntryFilter filter, int entries, boolean more) {
    String limit = page.formats().count(MOST);
    String period =
        filter.from() == null && filter.until() == null
            ? page.t("audit.sheet.always")
            : page.t(
                "audit.sheet.period",
                page.formats().date(filter.from()),
                page.formats().date(filter.until()));
    String held =
        more
            ? page.t("audit.sheet.cut", limit)
            : page.t("audit.sheet.whole", page.formats().count(entries), limit);
    return new SheetHead(
        page.t("audit.title"),
        page.t("audit.title"),
        page.t("web.period", period),
        held,
        page.t("web.as_of", page.formats().moment(Instant.now())));
  }

  static List<SheetColumn<Entry>> columns(Page page) {
    return List.of(
        new SheetColumn<>("number", page.t("audit.number"), Entry::number),
        new SheetColumn<>("at", page.t("audit.at"), e -> page.formats().moment(e.at())),
        new SheetColumn<>("actor", page.t("audit.actor"), Entry::actor),
        new SheetColumn<>("act", page.t("audit.act"), e -> Entry.actName(page, e.act())),
        new SheetColumn<>("act_code", page.t("audit.act_code"), Entry::act),
        new SheetColumn<>("kind", page.t("audit.kind"), e -> Entry.kindName(page, e.kind())),
        new SheetColumn<>("subject", page.t("audit.object"), Entry::subject),
        new SheetColumn<>("why", page.t("audit.reason"), Entry::why),
        new SheetColumn<>("before", page.t("audit.was"), Entry::before),
        new SheetColumn<>("after", page.t("audit.is"), Entry::after));
  }
}
