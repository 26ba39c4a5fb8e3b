package vn.dondoc.project.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.project.works.WorksColumn.Shape;
import vn.dondoc.web.Page;

/** Danh sách kèm theo dự án: each is a sheet of the workbook, with these columns. */
enum WorksList {
  /** Các mốc. */
  MILESTONE(
      "project.milestones",
      head(
          new WorksColumn("type", "project.milestone", Shape.WORDS),
          new WorksColumn("part", "project.milestone.part", Shape.WORDS),
          new WorksColumn("due", "project.milestone.due", Shape.DAY),
          new WorksColumn("done", "project.milestone.done", Shape.DAY),
          new WorksColumn("document", "project.document", Shape.WORDS),
          new WorksColumn("why", "project.works.why_milestone", Shape.WORDS),
          new WorksColumn("first_due", "project.works.first_due", Shape.SHOWN),
          new WorksColumn("moved", "project.works.moved", Shape.SHOWN),
          new WorksColumn("missed", "project.works.missed", Shape.SHOWN),
          new WorksColumn("state", "project.works.state", Shape.SHOWN))),
  /** Hợp đồng. */
  CONTRACT(
      "project.contracts",
      head(
          new WorksColumn("key", "project.key", Shape.WORDS),
          new WorksColumn("number", "project.contract", Shape.WORDS),
          new WorksColumn("kind", "project.contract.kind", Shape.WORDS),
          new WorksColumn("package", "project.contract.package", Shape.WORDS),
          new WorksColumn("contractor", "project.contract.contractor", Shape.WORDS),
          new WorksColumn("tax", "project.contract.tax", Shape.WORDS),
          new WorksColumn("value", "project.works.value", Shape.WHOLE),
          new WorksColumn("signed", "project.contract.signed", Shape.DAY),
          new WorksColumn("starts", "project.contract.starts", Shape.DAY),
          new WorksColumn("ends", "project.contract.ends", Shape.DAY),
          new WorksColumn("why", "project.works.why_contract", Shape.WORDS),
          new WorksColumn("first_ends", "project.works.first_ends", Shape.SHOWN),
          new WorksColumn("accepted", "project.works.accepted", Shape.SHOWN),
          new WorksColumn("found", "project.works.found", Shape.SHOWN))),
  /** Giải phóng mặt bằng. */
  CLEARANCE(
      "project.clearances",
      head(
          new WorksColumn("key", "project.key", Shape.WORDS),
          new WorksColumn("unit", "project.clearance.unit", Shape.WORDS),
          new WorksColumn("part", "project.clearance.part", Shape.WORDS),
          new WorksColumn("stage", "project.clearance.stage", Shape.WORDS),
          new WorksColumn("area", "project.clearance.area", Shape.WHOLE),
          new WorksColumn("area_handed", "project.clearance.area_handed", Shape.WHOLE),
          new WorksColumn("households", "project.clearance.households", Shape.WHOLE),
          new WorksColumn("paid_households", "project.clearance.paid_households", Shape.WHOLE),
          new WorksColumn("handed_households", "project.clearance.handed_households", Shape.WHOLE),
          new WorksColumn("approved", "project.clearance.approved", Shape.WHOLE),
          new WorksColumn("paid", "project.clearance.paid", Shape.WHOLE),
          new WorksColumn("blocker", "project.clearance.blocker", Shape.WORDS),
          new WorksColumn("blocker_words", "project.clearance.blocker_words", Shape.WORDS),
          new WorksColumn("body", "project.clearance.body", Shape.WORDS),
          new WorksColumn("due", "project.clearance.due", Shape.DAY),
          new WorksColumn("head", "project.works.head", Shape.SHOWN),
          new WorksColumn("said", "project.works.said", Shape.SHOWN)));

  private final String label;
  private final List<WorksColumn> columns;

  WorksList(String label, List<WorksColumn> columns) {
    this.label = label;
    this.columns = columns;
  }

  /** Whose row it is, and how often it was recorded when it went out. */
  private static List<WorksColumn> head(WorksColumn... more) {
    List<WorksColumn> all = new ArrayList<>();
    all.add(new WorksColumn("project", "project.works.project", Shape.WORDS));
    all.add(new WorksColumn("step", "project.step", Shape.WORDS));
    all.add(new WorksColumn("code", "project.code", Shape.WORDS));
    all.add(new WorksColumn("name", "project.works.name", Shape.SHOWN));
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /** Message key of its name, which is its sheet's as well. */
  String label() {
    return label;
  }

  List<WorksColumn> columns() {
    return columns;
  }

  /** What has to be there when it comes back. */
  List<SheetColumn<Map<String, Object>>> read(Page page) {
    return columns.stream()
        .filter(WorksColumn::isRead)
        .map(column ->
            new SheetColumn<Map<String, Object>>(
                column.key(), page.t(column.label()), row -> row.get(column.key())))
        .toList();
  }

  boolean has(String key) {
    return columns.stream().anyMatch(column -> column.key().equals(key) && column.isRead());
  }
}
