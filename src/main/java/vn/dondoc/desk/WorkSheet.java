package vn.dondoc.desk;

import java.util.List;
import java.util.Locale;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng việc của tôi: the lines of the desk as an Excel sheet. */
final class WorkSheet {
  private WorkSheet() {}

  static SheetHead head(WorkView view, Page page) {
    String day = page.formats().date(page.day());
    return new SheetHead(
        page.t("desk.sheet"),
        view.title(page),
        page.t("web.period", day),
        page.t("web.source", page.t("desk.source")),
        page.t("web.as_of", day));
  }

  static List<SheetColumn<WorkLine>> columns(WorkView view, Page page) {
    return List.of(
        new SheetColumn<>(
            "group", page.t("desk.column.group"), l -> page.t("desk.group." + l.group().code())),
        new SheetColumn<>("code", page.t("task.column.code"), WorkLine::code),
        new SheetColumn<>("paragraph", page.t("task.column.paragraph"), WorkLine::paragraph),
        new SheetColumn<>("action", page.t("task.column.action"), WorkLine::action),
        new SheetColumn<>("body", page.t("desk.column.body"), l -> view.name(l.bodyId())),
        new SheetColumn<>(
            "part",
            page.t("desk.column.part"),
            l -> page.t(l.isLead() ? "desk.part.lead" : "desk.part.coordinate")),
        new SheetColumn<>("in_charge", page.t("desk.column.in_charge"), WorkLine::inCharge),
        new SheetColumn<>(
            "lead", page.t("task.column.lead"), l -> String.join("; ", view.leads(l))),
        new SheetColumn<>(
            "period_from",
            page.t("desk.column.period_from"),
            l -> l.period() == null ? null : l.period().from()),
        new SheetColumn<>(
            "period_to",
            page.t("desk.column.period_to"),
            l -> l.period() == null ? null : l.period().to()),
        new SheetColumn<>("due_on", page.t("desk.column.due"), WorkLine::due),
        new SheetColumn<>("days_late", page.t("desk.column.days_late"), WorkLine::daysLate),
        new SheetColumn<>(
            "state",
            page.t("desk.column.state"),
            l -> page.t("task.state." + l.state().name().toLowerCase(Locale.ROOT))),
        new SheetColumn<>("given_on", page.t("desk.column.given"), l -> l.dates().openedOn()),
        new SheetColumn<>(
            "reported_on", page.t("desk.column.reported"), l -> l.dates().reportedOn()),
        new SheetColumn<>(
            "confirmed_on", page.t("desk.column.confirmed"), l -> l.dates().confirmedOn()));
  }
}
