package vn.dondoc.rural.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Một dòng của bảng kế hoạch gửi về.
 *
 * @param row the row
 * @param seen the line as it was when the sheet was taken out
 * @param now the line as it stands
 * @param names bodies by id
 */
record PlanRow(SheetTable.Line row, PlanLine seen, PlanLine now, Map<Integer, String> names) {
  private static final List<String> COLUMNS =
      List.of("action", "body", "post", "due", "cost", "project", "blocked", "until");

  /** What the line is to say; null when a cell cannot be read or two people changed it. */
  PlanLine.@Nullable Owed owed(Registers registers, LocalDate today, List<Problem> problems) {
    int before = problems.size();
    Map<String, String> typed = new HashMap<>();
    COLUMNS.forEach(column -> typed.put(column, text(column, problems)));
    Integer body = seen.owed().bodyId();
    if (body != null && Objects.equals(names.get(body), typed.get("body"))) {
      typed.put("body", "");
    }
    if (problems.size() > before) {
      return null;
    }
    try {
      PlanLine.Owed read = PlanForm.typed(typed).read(seen, registers, today);
      PlanLine.Owed merged = merged(read, problems);
      return problems.size() > before ? null : merged;
    } catch (Refusal refusal) {
      refusal.problems().forEach(problem -> add(problem.place(), problem, problems));
      return null;
    }
  }

  /** Says what keeps the line from being written, each at the cell it is about. */
  void look(PlanCheck check, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    check.look(found);
    found.forEach(problem -> add(column(problem.key()), problem, problems));
  }

  private void add(String column, Problem problem, List<Problem> problems) {
    problems.add(row.problem(column, "rural.refusal.plan.cell", problem));
  }

  private String column(String key) {
    PlanRefusal why =
        java.util.Arrays.stream(PlanRefusal.values())
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElse(PlanRefusal.LINES);
    return switch (why) {
      case DAY_FAR, AFTER_EXPIRY -> "due";
      case UNTIL_PAST, UNTIL_FAR -> "until";
      case NO_WHY, NO_WHY_DAY -> "why";
      case LOCKED -> Objects.equals(now.owed().dueOn(), row.cell("due").day()) ? "body" : "due";
      case NO_BLOCK -> "blocked";
      case COST -> "cost";
      case LONG -> "action";
      default -> "key";
    };
  }

  private String text(String column, List<Problem> problems) {
    SheetCell cell = row.cell(column);
    LocalDate day = cell.day();
    BigDecimal number = cell.number();
    if (cell instanceof SheetCell.Fault fault) {
      problems.add(row.problem(column, fault.key(), fault.text()));
    } else if (column.equals("cost") && number != null && number.stripTrailingZeros().scale() > 0) {
      add(column, Problem.at(column, "rural.refusal.plan.cost_text", cell.text()), problems);
    }
    return day == null ? cell.text().strip() : Days.written(day);
  }

  /** What only one of the two changed stands. */
  private PlanLine.Owed merged(PlanLine.Owed read, List<Problem> problems) {
    PlanLine.Owed was = seen.owed();
    PlanLine.Owed is = now.owed();
    Merge merge = new Merge(problems);
    return new PlanLine.Owed(
        merge.of("action", read.action(), was.action(), is.action()),
        merge.of("body", read.bodyId(), was.bodyId(), is.bodyId()),
        merge.of("post", read.post(), was.post(), is.post()),
        merge.of("due", read.dueOn(), was.dueOn(), is.dueOn()),
        merge.of("cost", read.cost(), was.cost(), is.cost()),
        merge.of("project", read.project(), was.project(), is.project()),
        merge.of("blocked", read.blockedBy(), was.blockedBy(), is.blockedBy()),
        merge.of("until", read.blockedUntil(), was.blockedUntil(), is.blockedUntil()),
        is.taskId());
  }

  /** Puts two people's cells together. */
  private final class Merge {
    private final List<Problem> problems;

    Merge(List<Problem> problems) {
      this.problems = problems;
    }

    <T> @Nullable T of(String column, @Nullable T typed, @Nullable T was, @Nullable T is) {
      if (Objects.equals(typed, was) || Objects.equals(typed, is)) {
        return is;
      }
      if (!Objects.equals(was, is)) {
        problems.add(
            row.problem(
                column,
                "rural.refusal.plan.cell_changed",
                told(typed),
                told(was),
                told(is),
                now.step()));
      }
      return typed;
    }

    private String told(@Nullable Object value) {
      return switch (value) {
        case null -> "–";
        case LocalDate day -> Days.written(day);
        case Integer body -> names.getOrDefault(body, row.text("body"));
        default -> value.toString();
      };
    }
  }
}
