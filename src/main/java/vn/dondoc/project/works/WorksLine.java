package vn.dondoc.project.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.project.works.WorksRow.Difference;
import vn.dondoc.project.works.WorksRow.Kind;

/**
 * Một dòng đã biết của dự án nào.
 *
 * @param list which list it is of
 * @param line the row as it was read
 * @param number its place among all rows of the workbook, by which it is answered
 * @param project whose it is
 * @param typed what its cells say
 */
record WorksLine(WorksList list, SheetTable.Line line, int number, Project project, Typed typed) {
  /** The sheet and row, as Excel shows them. */
  String place() {
    return line.cell("project").place().toString();
  }

  /** What went out is what stands there now. */
  boolean hasSeen(int step) {
    return line.text("step").equals(Integer.toString(step));
  }

  void wrong(String column, String key, Object... arguments) {
    typed.add(Problem.at(column, "project.refusal." + key, arguments));
  }

  /**
   * A row without a key that says it went out is of something that was renamed in the sheet.
   *
   * @return whether it may be new
   */
  boolean isFresh() {
    boolean fresh = line.text("step").isEmpty();
    if (!fresh) {
      wrong("step", "line_step", line.text("step"));
    }
    return fresh;
  }

  /** What tells the row from others cannot be changed by it. */
  void hold(String column, String stands) {
    if (!typed.words(column).equals(plain(stands))) {
      wrong(column, "line_fixed", stands);
    }
  }

  /** A cell that says what stands there, but for ends of lines and spaces around, leaves it. */
  String kept(String column, @Nullable String stands) {
    String said = typed.words(column);
    return stands != null && said.equals(plain(stands)) ? stands : said;
  }

  @Nullable String keptOptional(String column, @Nullable String stands) {
    String said = kept(column, stands);
    return said.isEmpty() ? null : said;
  }

  private static String plain(String stands) {
    return stands.replace("\r\n", "\n").strip();
  }

  /** The row of something that is there, or null when it is wrong. */
  @Nullable WorksRow known(String identity, String what, int step, Said said) {
    List<Difference> differences = said.differences(list);
    // A file that comes twice says why of what the first time has written.
    if (differences.isEmpty() && hasSeen(step) && typed.optional("why") != null) {
      wrong("why", "line_why");
    }
    if (!typed.problems().isEmpty()) {
      return null;
    }
    Kind seen = hasSeen(step) ? Kind.CHANGED : Kind.CONFLICT;
    Kind kind = differences.isEmpty() ? Kind.SAME : seen;
    return new WorksRow(this, identity, what, kind, differences, said.act());
  }

  /** The row of something new, or null when it is wrong. */
  @Nullable WorksRow fresh(String identity, String what, Said said) {
    return typed.problems().isEmpty()
        ? new WorksRow(this, identity, what, Kind.NEW, said.differences(list), said.act())
        : null;
  }

  /**
   * Điều dòng nói.
   *
   * @param now values as they stand, by column; empty for something new
   * @param then values as the row says
   * @param act writes them
   */
  record Said(Map<String, ?> now, Map<String, ?> then, Runnable act) {
    private List<Difference> differences(WorksList list) {
      List<Difference> all = new ArrayList<>();
      for (WorksColumn column : list.columns()) {
        Object before = now.get(column.key());
        Object after = then.get(column.key());
        if (column.isRead() && then.containsKey(column.key()) && !Objects.equals(before, after)) {
          all.add(new Difference(column.label(), before, after));
        }
      }
      return all;
    }
  }

  /** What is wrong with its cells, each with its place. */
  List<Problem> problems() {
    return typed.problems().stream().map(this::placed).toList();
  }

  /** A problem of a door at the cell it is about, with what was read there. */
  Problem placed(Problem problem) {
    String column = list.has(problem.place()) ? problem.place() : "project";
    String read = line.text(column);
    return read.isEmpty() || problem.arguments().contains(read) || column.equals("project")
        ? line.problem(column, "project.refusal.cell", problem)
        : line.problem(column, "project.refusal.cell_read", read, problem);
  }

  /** Whoever has not seen what stands there now has to say which is to hold. */
  Refusal unanswered(String what) {
    return Refusal.of(ProjectRefusal.UNANSWERED, "step", what);
  }
}
