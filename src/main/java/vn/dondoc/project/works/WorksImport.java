package vn.dondoc.project.works;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.agency.Bodies;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Places;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.project.register.Register;
import vn.dondoc.project.works.WorksRow.Kind;

/**
 * Nhập mốc, hợp đồng, mặt bằng: a preview writes every row through its door and takes all of it
 * back, so that whatever a door refuses is told beforehand; then all of it is written, or nothing.
 */
@Component
class WorksImport {
  /** Rows of all sheets together. */
  static final int MOST_ROWS = 20_000;

  /** Rows that add or change something. */
  static final int MOST_CHANGES = 1_000;

  private final Projects projects;
  private final ProjectReference reference;
  private final Register register;
  private final Bodies bodies;
  private final Places places;
  private final List<WorksRows<?>> lists;
  private final TransactionTemplate whole;
  private final TransactionTemplate each;

  WorksImport(
      Projects projects,
      ProjectReference reference,
      Register register,
      Bodies bodies,
      Places places,
      List<WorksRows<?>> lists,
      PlatformTransactionManager transactions) {
    this.projects = projects;
    this.reference = reference;
    this.register = register;
    this.bodies = bodies;
    this.places = places;
    this.lists = lists;
    this.whole = new TransactionTemplate(transactions);
    this.each = new TransactionTemplate(transactions);
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Reads a workbook; nothing is written.
   *
   * @throws Refusal with every problem, each with its sheet and cell
   */
  public List<WorksRow> preview(List<WorksBook.Table> tables) {
    return Objects.requireNonNull(
        whole.execute(status -> {
          status.setRollbackOnly();
          List<Problem> problems = new ArrayList<>();
          List<WorksRow> rows = read(tables, problems);
          for (WorksRow row : rows) {
            if (row.kind() == Kind.NEW || row.kind() == Kind.CHANGED) {
              write(row, problems);
            }
          }
          refuse(problems);
          return rows;
        }));
  }

  /**
   * Writes a workbook that was seen, all or nothing.
   *
   * @param answers by number of the row: {@code mine} or {@code theirs}
   * @return how many rows were written
   * @throws Refusal with every row that still waits for an answer, or that cannot be written
   */
  public int write(List<WorksBook.Table> tables, Map<Integer, String> answers) {
    return Objects.requireNonNull(
        whole.execute(status -> {
          List<Problem> problems = new ArrayList<>();
          List<WorksRow> rows = read(tables, problems);
          refuse(problems);
          int written = 0;
          for (WorksRow row : rows) {
            String answer = answers.getOrDefault(row.line().number(), "");
            if (row.kind() == Kind.CONFLICT && !answer.equals("mine")) {
              if (!answer.equals("theirs")) {
                tell(row, row.line().unanswered(row.what()), problems);
              }
            } else if (row.kind() != Kind.SAME) {
              write(row, problems);
              written++;
            }
          }
          refuse(problems);
          return written;
        }));
  }

  /** On its own, so that what the database refuses of one row leaves the others to be looked at. */
  private void write(WorksRow row, List<Problem> problems) {
    try {
      each.executeWithoutResult(status -> row.act().run());
    } catch (Refusal refusal) {
      tell(row, refusal, problems);
    }
  }

  private static void tell(WorksRow row, Refusal refusal, List<Problem> problems) {
    refusal.problems().forEach(problem -> problems.add(row.line().placed(problem)));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Refusal.of(ProjectRefusal.WORKS_LINES, problems);
    }
  }

  private List<WorksRow> read(List<WorksBook.Table> tables, List<Problem> problems) {
    int count = tables.stream().mapToInt(table -> table.rows().rows().size()).sum();
    if (count > MOST_ROWS) {
      throw Refusal.of(ProjectRefusal.MANY, "", "", count, MOST_ROWS);
    }
    List<WorksLine> lines = lines(tables, problems);
    Set<String> said = new HashSet<>();
    lines.stream()
        .filter(line -> line.list() == WorksList.CLEARANCE)
        .forEach(line -> said.add(line.typed().words("body")));
    said.remove("");
    WorksNames names = new WorksNames(reference.choices(), bodies, places, register.today(), said);
    List<WorksRow> rows = new ArrayList<>();
    lists.forEach(list -> read(list, lines, names, rows));
    lines.forEach(line -> problems.addAll(line.problems()));
    rows.sort((one, other) -> Integer.compare(one.line().number(), other.line().number()));
    List<WorksRow> once = once(rows, problems);
    long changes = once.stream().filter(row -> row.kind() != Kind.SAME).count();
    if (changes > MOST_CHANGES) {
      throw Refusal.of(ProjectRefusal.WORKS_CHANGES, "", changes, MOST_CHANGES);
    }
    return once;
  }

  private static <T> void read(
      WorksRows<T> list, List<WorksLine> lines, WorksNames names, List<WorksRow> rows) {
    List<WorksLine> mine = lines.stream().filter(line -> line.list() == list.list()).toList();
    Map<Long, List<T>> there =
        list.of(mine.stream().map(line -> line.project().id()).distinct().toList());
    for (WorksLine line : mine) {
      WorksRow row = list.read(line, there.getOrDefault(line.project().id(), List.of()), names);
      if (row != null) {
        rows.add(row);
      }
    }
  }

  /** The rows whose project is known. */
  private List<WorksLine> lines(List<WorksBook.Table> tables, List<Problem> problems) {
    Set<Long> keys = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (WorksBook.Table table : tables) {
      for (SheetTable.Line line : table.rows().rows()) {
        keys.add(Paths.id(line.text("project")));
        codes.add(line.text("code"));
      }
    }
    codes.remove("");
    Map<String, Project> known = new HashMap<>();
    for (Project project : projects.coded(codes)) {
      known.put("code " + project.facts().codes().national(), project);
      known.putIfAbsent("code " + project.facts().codes().budget(), project);
    }
    projects.find(keys).forEach(project -> known.put("key " + project.id(), project));
    List<WorksLine> lines = new ArrayList<>();
    int number = 0;
    for (WorksBook.Table table : tables) {
      for (SheetTable.Line line : table.rows().rows()) {
        Project project = project(line, known, problems);
        Map<String, String> fields = WorksCells.fields(table.list(), line, problems);
        if (project != null) {
          lines.add(new WorksLine(table.list(), line, number, project, new Typed(fields)));
        }
        number++;
      }
    }
    return lines;
  }

  private static @Nullable Project project(
      SheetTable.Line line, Map<String, Project> known, List<Problem> problems) {
    String key = line.text("project");
    String code = line.text("code");
    if (key.isEmpty() && code.isEmpty()) {
      problems.add(line.problem("code", "project.refusal.line_project"));
      return null;
    }
    Project project = key.isEmpty() ? known.get("code " + code) : known.get("key " + Paths.id(key));
    if (project == null) {
      String column = key.isEmpty() ? "code" : "project";
      problems.add(line.problem(column, "project.refusal.line_unknown", line.text(column)));
      return null;
    }
    var codes = project.facts().codes();
    if (!code.isEmpty() && !code.equals(codes.national()) && !code.equals(codes.budget())) {
      problems.add(line.problem("code", "project.refusal.line_code", code, project.facts().name()));
      return null;
    }
    return project;
  }

  /** The same thing twice in one workbook; the later row is looked at no further. */
  private static List<WorksRow> once(List<WorksRow> rows, List<Problem> problems) {
    Map<String, WorksRow> seen = new LinkedHashMap<>();
    for (WorksRow row : rows) {
      WorksRow other = seen.putIfAbsent(row.line().list() + " " + row.identity(), row);
      if (other != null) {
        problems.add(
            row.line()
                .line()
                .problem(
                    "project", "project.refusal.line_twice", other.line().place(), row.what()));
      }
    }
    return List.copyOf(seen.values());
  }
}
