package vn.dondoc.task;

import java.util.List;
import java.util.Locale;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng nhiệm vụ: the list as an Excel sheet. */
final class TaskSheet {
  private TaskSheet() {}

  static SheetHead head(Page page) {
    String day = page.formats().date(page.day());
    return new SheetHead(
        page.t("task.sheet"),
        page.t("task.title"),
        page.t("web.period", day),
        page.t("web.source", page.t("task.source")),
        page.t("web.as_of", day));
  }

  static List<SheetColumn<TaskLine>> columns(Page page) {
    return List.of(
        new SheetColumn<>("code", page.t("task.column.code"), line -> line.task().code()),
        new SheetColumn<>("paragraph", page.t("task.column.paragraph"), TaskLine::paragraph),
        new SheetColumn<>(
            "action",
            page.t("task.column.action"),
            line -> line.task().content().wording().action()),
        new SheetColumn<>(
            "lead", page.t("task.column.lead"), line -> String.join("; ", line.leads())),
        new SheetColumn<>(
            "coordinate",
            page.t("task.column.coordinate"),
            line -> String.join("; ", line.coordinators())),
        new SheetColumn<>(
            "due_kind",
            page.t("task.column.due_kind"),
            line ->
                page.t(
                    "task.due."
                        + line.task().content().due().kind().name().toLowerCase(Locale.ROOT))),
        new SheetColumn<>(
            "due_on", page.t("task.column.due_on"), line -> line.task().content().due().lastDay()),
        new SheetColumn<>("due", page.t("task.column.due"), line -> line.due().main()),
        new SheetColumn<>(
            "consequence",
            page.t("task.column.consequence"),
            line -> line.task().content().wording().consequence()),
        new SheetColumn<>(
            "quote", page.t("task.column.quote"), line -> line.task().content().wording().quote()));
  }
}
