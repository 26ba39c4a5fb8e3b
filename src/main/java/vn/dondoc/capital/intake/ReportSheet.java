package vn.dondoc.capital.intake;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTab;
import vn.dondoc.web.Page;

/** Biên bản đối chiếu as a workbook: sums by pool, every line, where the two sides differ. */
final class ReportSheet {
  private ReportSheet() {}

  /**
   * Its sheets.
   *
   * @param lines every line
   * @param apart lines where the Treasury and the owner differ
   */
  static List<SheetTab<?>> tabs(
      IntakeView view, List<Plan.Line> lines, List<Plan.Line> apart, Page page) {
    List<SheetTab<?>> tabs = new ArrayList<>();
    tabs.add(
        new SheetTab<>(
            head(view, page, "capital.intake.sheet.pools"), pools(page), view.byPool(page)));
    tabs.add(new SheetTab<>(head(view, page, "capital.intake.sheet.lines"), lines(page), lines));
    List<String> problems = view.plan().problems().stream().map(page.texts()::tell).toList();
    tabs.add(
        new SheetTab<>(
            head(view, page, "capital.intake.sheet.problems"),
            List.of(
                new SheetColumn<>(
                    "problem", page.t("capital.intake.column.problem"), problem -> problem)),
            problems));
    tabs.add(new SheetTab<>(head(view, page, "capital.intake.sheet.sides"), lines(page), apart));
    return tabs;
  }

  private static SheetHead head(IntakeView view, Page page, String key) {
    Intake intake = view.intake();
    return new SheetHead(
        page.t(key),
        page.t("capital.intake.report", page.t(key), intake.file().name()),
        page.t("web.period", page.formats().date(intake.what().cutOff())),
        page.t("web.source", view.words().sender()),
        page.t("capital.intake.digest", intake.file().digest().substring(0, 16)));
  }

  private static List<SheetColumn<IntakeView.ByPool>> pools(Page page) {
    return List.of(
        new SheetColumn<>("pool", page.t("capital.intake.column.pool"), IntakeView.ByPool::pool),
        new SheetColumn<>("name", page.t("capital.intake.column.name"), IntakeView.ByPool::name),
        new SheetColumn<>("rows", page.t("capital.intake.column.rows"), IntakeView.ByPool::rows),
        new SheetColumn<>(
            "written", page.t("capital.intake.column.written"), IntakeView.ByPool::written),
        new SheetColumn<>("said", page.t("capital.intake.column.said"), IntakeView.ByPool::said),
        new SheetColumn<>("was", page.t("capital.intake.column.was"), IntakeView.ByPool::was),
        new SheetColumn<>(
            "change", page.t("capital.intake.column.change"), IntakeView.ByPool::change),
        new SheetColumn<>("plan", page.t("capital.intake.column.plan"), IntakeView.ByPool::plan));
  }

  private static List<SheetColumn<Plan.Line>> lines(Page page) {
    return List.of(
        new SheetColumn<>("place", page.t("capital.intake.column.place"), Plan.Line::place),
        new SheetColumn<>("code", page.t("capital.intake.column.code"), Plan.Line::code),
        new SheetColumn<>("said_name", page.t("capital.intake.column.said_name"), Plan.Line::name),
        new SheetColumn<>("project", page.t("capital.intake.column.project"), Plan.Line::project),
        new SheetColumn<>("pool", page.t("capital.intake.column.pool"), Plan.Line::pool),
        new SheetColumn<>(
            "document",
            page.t("capital.intake.column.document"),
            line -> line.paper() == null ? null : line.paper().number()),
        new SheetColumn<>(
            "day",
            page.t("capital.intake.column.day"),
            line -> line.paper() == null ? null : line.paper().day()),
        new SheetColumn<>(
            "said", page.t("capital.intake.column.said"), line -> line.money().said()),
        new SheetColumn<>("was", page.t("capital.intake.column.was"), line -> line.money().was()),
        new SheetColumn<>(
            "change", page.t("capital.intake.column.change"), line -> line.money().change()),
        new SheetColumn<>(
            "plan", page.t("capital.intake.column.plan"), line -> line.money().plan()),
        new SheetColumn<>(
            "other", page.t("capital.intake.column.other"), line -> line.money().other()),
        new SheetColumn<>(
            "state", page.t("capital.intake.column.state"), line -> page.t(line.state().key())),
        new SheetColumn<>(
            "why", page.t("capital.intake.column.why"), line -> IntakeView.why(line, page)));
  }
}
