package vn.dondoc.task.head;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng người đứng đầu và bảng vụ việc, as Excel sheets. */
final class HeadSheet {
  private HeadSheet() {}

  static SheetHead head(Page page, String title, LocalDate day) {
    String written = page.formats().date(day);
    return new SheetHead(
        page.t("task.head.sheet"),
        title,
        page.t("web.period", page.t("task.head.period", written)),
        page.t("web.source", page.t("task.overview.source")),
        page.t("web.as_of", written));
  }

  static List<SheetColumn<Head>> heads(Page page) {
    return List.of(
        new SheetColumn<>("body", page.t("task.duties.body"), Head::body),
        new SheetColumn<>("title", page.t("task.head.title_of"), Head::title),
        new SheetColumn<>("holder", page.t("task.head.holder"), Head::holder),
        new SheetColumn<>("total", page.t("task.head.total"), Head::total),
        new SheetColumn<>("overdue", page.t("task.head.overdue"), Head::overdue),
        new SheetColumn<>("open", page.t(Standing.OPEN.key()), Head::open),
        new SheetColumn<>("explained", page.t(Standing.EXPLAINED.key()), Head::explained),
        new SheetColumn<>("decided", page.t("task.head.decided"), Head::decided),
        new SheetColumn<>("most_late", page.t("task.head.most_late"), Head::mostLate),
        new SheetColumn<>("first_on", page.t("task.head.first_on"), Head::firstOn));
  }

  static List<SheetColumn<HeadMatter>> matters(Page page) {
    return List.of(
        new SheetColumn<>("code", page.t("task.column.code"), HeadMatter::code),
        new SheetColumn<>("action", page.t("task.column.action"), m -> m.words().action()),
        new SheetColumn<>("paragraph", page.t("task.column.paragraph"), m -> m.words().paragraph()),
        new SheetColumn<>(
            "consequence", page.t("task.column.consequence"), m -> m.words().consequence()),
        new SheetColumn<>("quote", page.t("task.column.quote"), m -> m.words().quote()),
        new SheetColumn<>("body", page.t("task.duties.body"), m -> m.whose().body()),
        new SheetColumn<>("title", page.t("task.head.title_of"), m -> m.whose().title()),
        new SheetColumn<>(
            "original_due", page.t("task.duties.original_due"), m -> m.life().originalDue()),
        new SheetColumn<>("due", page.t("task.column.due"), m -> m.life().due()),
        new SheetColumn<>("late_on", page.t("task.head.late_on"), HeadMatter::lateOn),
        new SheetColumn<>("most_late", page.t("task.head.most_late"), HeadMatter::mostLate),
        new SheetColumn<>(
            "timing",
            page.t("task.duties.timing"),
            m -> page.t("task.timing." + m.life().timing().name().toLowerCase(Locale.ROOT))),
        new SheetColumn<>("reported_on", page.t("task.life.reported"), m -> m.life().reportedOn()),
        new SheetColumn<>(
            "standing", page.t("task.head.standing"), m -> page.t(m.standing().key())));
  }
}
