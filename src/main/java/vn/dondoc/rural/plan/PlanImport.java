package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/** Đọc lại bảng kế hoạch: what a sheet that was edited changes, and what is wrong with it. */
@Component
class PlanImport {
  private final Plans plans;
  private final Bodies bodies;

  PlanImport(Plans plans, Bodies bodies) {
    this.plans = plans;
    this.bodies = bodies;
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
   * Reads it; nothing is written.
   *
   * @throws Refusal with every problem, each with its sheet and cell
   */
  Asked read(SheetTable table, int year, LocalDate today) {
    if (table.rows().size() > Plans.MOST) {
      throw Refusal.of(PlanRefusal.MANY, table.sheet(), table.rows().size(), Plans.MOST);
    }
    List<Problem> problems = new ArrayList<>();
    Map<Long, SheetTable.Line> rows = keyed(table, problems);
    Map<Long, PlanLine> now = plans.find(rows.keySet(), year);
    Map<Integer, String> names = plans.names(List.copyOf(now.values()));
    List<PlanChange> changes = new ArrayList<>();
    int same = 0;
    for (Map.Entry<Long, SheetTable.Line> row : rows.entrySet()) {
      PlanLine line = now.get(row.getKey());
      if (line == null) {
        problems.add(row.getValue().problem("key", "rural.refusal.plan.cell_key", row.getKey()));
        continue;
      }
      PlanLine.Owed owed = owed(row.getValue(), line, names, today, problems);
      if (owed == null || owed.equals(line.owed())) {
        same++;
      } else {
        changes.add(
            new PlanChange(
                line.unit().id(), line.indicatorId(), year, step(row.getValue()), owed, ""));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(PlanRefusal.LINES, problems);
    }
    return new Asked(changes, now, same);
  }

  private static Map<Long, SheetTable.Line> keyed(SheetTable table, List<Problem> problems) {
    Map<Long, SheetTable.Line> rows = new java.util.LinkedHashMap<>();
    for (SheetTable.Line row : table.rows()) {
      String key = row.text("key");
      if (!key.matches("\\d{1,18}")) {
        problems.add(row.problem("key", "rural.refusal.plan.cell_key", key));
      } else if (rows.put(Long.valueOf(key), row) != null) {
        problems.add(row.problem("key", "rural.refusal.plan.cell_twice", key));
      }
    }
    return rows;
  }

  private static int step(SheetTable.Line row) {
    String step = row.text("step");
    return step.matches("\\d{1,6}") ? Integer.parseInt(step) : -1;
  }

  private PlanLine.@Nullable Owed owed(
      SheetTable.Line row,
      PlanLine line,
      Map<Integer, String> names,
      LocalDate today,
      List<Problem> problems) {
    Map<String, String> typed = new HashMap<>();
    for (String column : List.of("action", "body", "post", "cost", "project", "blocked")) {
      typed.put(column, row.text(column));
    }
    typed.put("due", day(row.cell("due")));
    typed.put("until", day(row.cell("until")));
    Integer body = line.owed().bodyId();
    if (body != null && Objects.equals(names.get(body), typed.get("body"))) {
      typed.put("body", "");
    }
    try {
      return PlanForm.typed(typed).read(line, bodies, today);
    } catch (Refusal refusal) {
      for (Problem problem : refusal.problems()) {
        problems.add(
            row.problem(problem.place(), "rural.refusal.plan.cell", row.text(problem.place())));
      }
      return null;
    }
  }

  private static String day(SheetCell cell) {
    LocalDate day = cell.day();
    return day == null ? cell.text().strip() : Days.written(day);
  }
}
