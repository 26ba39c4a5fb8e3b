package vn.dondoc.rural.plan;

import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng kế hoạch: the lines as an Excel sheet; the same columns come back. */
final class PlanSheet {
  private PlanSheet() {}

  static SheetHead head(PlanView view, Page page) {
    return new SheetHead(
        page.t("rural.plan.sheet"),
        page.t("rural.plan.title", Integer.toString(view.filter().year())),
        page.t("web.period", Integer.toString(view.filter().year())),
        page.t("web.source", page.t("rural.plan.source", page.t(view.yardstick().legalAct()))),
        page.t("web.as_of", page.formats().date(view.measured().day())));
  }

  static List<SheetColumn<PlanLine>> columns(PlanView view, Page page) {
    return List.of(
        new SheetColumn<>("key", page.t("rural.plan.key"), l -> Long.toString(l.key())),
        new SheetColumn<>("step", page.t("rural.plan.step"), PlanLine::step),
        new SheetColumn<>("district", page.t("rural.plan.district"), l -> l.unit().above()),
        new SheetColumn<>("unit", page.t("rural.plan.unit"), l -> l.unit().name()),
        new SheetColumn<>("set", page.t("rural.plan.set"), l -> view.yardstick().set().code()),
        new SheetColumn<>("number", page.t("rural.indicator"), l -> view.indicator(l).number()),
        new SheetColumn<>("name", page.t("rural.indicator.name"), l -> view.name(l, page)),
        new SheetColumn<>("state", page.t("rural.plan.state"), l -> page.t(view.result(l).key())),
        new SheetColumn<>(
            "late",
            page.t("rural.plan.state.late"),
            l -> view.late(l) ? page.t("rural.matrix.yes") : null),
        new SheetColumn<>("value", page.t("rural.plan.value"), l -> view.value(l, page)),
        new SheetColumn<>("proposed", page.t("rural.plan.proposed"), l -> view.proposal(l, page)),
        new SheetColumn<>("action", page.t("rural.plan.action"), l -> l.owed().action()),
        new SheetColumn<>(
            "body",
            page.t("rural.plan.body"),
            l -> l.owed().bodyId() == null ? null : view.body(l, page)),
        new SheetColumn<>("turn", page.t("rural.plan.turn"), view::turn),
        new SheetColumn<>("post", page.t("rural.plan.post"), l -> l.owed().post()),
        new SheetColumn<>("due", page.t("rural.plan.due"), l -> l.owed().dueOn()),
        new SheetColumn<>("cost", page.t("rural.plan.cost"), l -> l.owed().cost()),
        new SheetColumn<>("project", page.t("rural.plan.project"), l -> l.owed().project()),
        new SheetColumn<>("blocked", page.t("rural.plan.blocked"), l -> l.owed().blockedBy()),
        new SheetColumn<>("until", page.t("rural.plan.until"), l -> l.owed().blockedUntil()),
        new SheetColumn<>("waits", page.t("rural.plan.waits"), l -> view.awaited(l, page)),
        new SheetColumn<>("asked", page.t("rural.plan.asked"), view::asked),
        new SheetColumn<>("task", page.t("rural.plan.task_column"), l -> view.task(l)),
        new SheetColumn<>("why", page.t("rural.plan.why"), l -> null));
  }

  /** What has to be there when it comes back. */
  static List<SheetColumn<PlanLine>> edited(Page page) {
    return List.of(
            "key", "step", "action", "body", "post", "due", "cost", "project", "blocked", "until",
            "why")
        .stream()
        .map(key -> new SheetColumn<PlanLine>(key, title(key, page), line -> null))
        .toList();
  }

  private static String title(String key, Page page) {
    return page.t("rural.plan." + key);
  }
}
