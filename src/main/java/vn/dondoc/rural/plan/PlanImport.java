package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Projects;
import vn.dondoc.rural.standard.Criterion.Indicator;

/** Đọc lại bảng kế hoạch: what a sheet that was edited changes, and what is wrong with it. */
@Component
class PlanImport {
  private final Plans plans;
  private final Bodies bodies;
  private final Projects projects;

  PlanImport(Plans plans, Bodies bodies, Projects projects) {
    this.plans = plans;
    this.bodies = bodies;
    this.projects = projects;
  }

  /**
   * What a sheet asks for.
   *
   * @param changes lines that say something else than before
   * @param before the lines as they stand, by key
   * @param same lines that say the same
   */
  record Asked(List<PlanChange> changes, Map<Long, PlanLine> before, int same) {
    /** The line a change is about, as it stands. */
    PlanLine line(PlanChange change) {
      return Objects.requireNonNull(
          before.get(PlanLine.key(change.unitId(), change.indicatorId())));
    }
  }

  /**
   * Reads it; nothing is written. A line somebody else changed since it was taken out is put
   * together cell by cell: what only one of the two changed stands, where both did the cell is
   * told.
   *
   * @throws Refusal with every problem, each with its sheet and cell
   */
  Asked read(SheetTable table, int year, LocalDate today) {
    if (table.rows().size() > Plans.EXPORT) {
      throw Refusal.of(PlanRefusal.MANY, table.sheet(), table.rows().size(), Plans.EXPORT);
    }
    List<Problem> problems = new ArrayList<>();
    Map<Long, SheetTable.Line> rows = keyed(table, problems);
    Map<Long, Integer> steps = new HashMap<>();
    rows.forEach((key, row) -> steps.put(key, step(row)));
    Plans.Compared lines = plans.compare(steps, year);
    List<PlanLine> all = new ArrayList<>(lines.now().values());
    all.addAll(lines.seen().values());
    Map<Integer, String> names = plans.names(all);
    List<PlanChange> changes = new ArrayList<>();
    Registers registers = registers(rows, lines);
    int same = 0;
    for (Map.Entry<Long, SheetTable.Line> row : rows.entrySet()) {
      PlanLine now = lines.now().get(row.getKey());
      if (now == null) {
        problems.add(row.getValue().problem("key", "rural.refusal.plan.cell_key", row.getKey()));
        continue;
      }
      if (step(row.getValue()) > now.step()) {
        String step = row.getValue().text("step");
        problems.add(row.getValue().problem("step", "rural.refusal.plan.cell_step", step));
        continue;
      }
      PlanLine seen = Objects.requireNonNull(lines.seen().get(row.getKey()));
      PlanRow read = new PlanRow(row.getValue(), seen, now, names);
      PlanLine.Owed owed = read.owed(registers, today, problems);
      if (owed == null || owed.equals(now.owed())) {
        same++;
      } else {
        PlanChange change = PlanChange.of(now, year, owed, row.getValue().text("why"));
        Indicator indicator =
            Objects.requireNonNull(lines.yardstick().indicators().get(now.indicatorId()));
        read.look(PlanCheck.of(change, now, indicator, names, today), problems);
        changes.add(change);
      }
    }
    if (changes.size() > Plans.MOST) {
      problems.add(Problem.at(table.sheet(), PlanRefusal.MANY.key(), changes.size(), Plans.MOST));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(PlanRefusal.LINES, problems);
    }
    return new Asked(changes, lines.now(), same);
  }

  /** Every project the sheet names anew is looked up in one question. */
  private Registers registers(Map<Long, SheetTable.Line> rows, Plans.Compared lines) {
    Set<String> named = new HashSet<>();
    rows.forEach((key, row) -> {
      PlanLine seen = lines.seen().get(key);
      String typed = row.text("project").strip();
      if (seen != null && !typed.isEmpty() && !typed.equals(seen.owed().project())) {
        named.add(typed);
      }
    });
    return new Registers(bodies, projects.called(named));
  }

  private static Map<Long, SheetTable.Line> keyed(SheetTable table, List<Problem> problems) {
    Map<Long, SheetTable.Line> rows = new java.util.LinkedHashMap<>();
    for (SheetTable.Line row : table.rows()) {
      String key = row.text("key");
      if (!key.matches("\\d{1,18}")) {
        problems.add(row.problem("key", "rural.refusal.plan.cell_key", key));
      } else if (!row.text("step").matches("\\d{1,6}")) {
        problems.add(row.problem("step", "rural.refusal.plan.cell_step", row.text("step")));
      } else if (rows.put(Long.valueOf(key), row) != null) {
        problems.add(row.problem("key", "rural.refusal.plan.cell_twice", key));
      }
    }
    return rows;
  }

  private static int step(SheetTable.Line row) {
    return Integer.parseInt(row.text("step"));
  }
}
