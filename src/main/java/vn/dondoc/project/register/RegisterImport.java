package vn.dondoc.project.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Certainty;
import vn.dondoc.agency.Resolution;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.project.register.ImportedRow.Kind;

/**
 * Đọc lại bảng sổ dự án: what a sheet adds and changes, what somebody changed meanwhile, and which
 * of its rows may be projects that are there already. A person answers; then all of it is written,
 * or nothing.
 */
@Component
class RegisterImport {
  static final int MOST = 2_000;

  private static final Resolution NOBODY = new Resolution(List.of(), Certainty.UNKNOWN);

  private final Projects projects;
  private final ProjectReference reference;
  private final Register register;
  private final Bodies bodies;

  RegisterImport(Projects projects, ProjectReference reference, Register register, Bodies bodies) {
    this.projects = projects;
    this.reference = reference;
    this.register = register;
    this.bodies = bodies;
  }

  /**
   * Reads a sheet; nothing is written.
   *
   * @throws Refusal with every problem, each with its sheet and cell
   */
  @Transactional(readOnly = true)
  public List<ImportedRow> read(SheetTable table) {
    if (table.rows().size() > MOST) {
      throw Refusal.of(
          ProjectRefusal.MANY, table.sheet(), table.sheet(), table.rows().size(), MOST);
    }
    List<Problem> problems = new ArrayList<>();
    Map<SheetTable.Line, Project> known = known(table, problems);
    Map<Integer, String> owners =
        register.names(known.values().stream().map(p -> p.facts().ownerId()).distinct().toList());
    Map<String, Resolution> meant = owners(table);
    ProjectForm form =
        new ProjectForm(
            reference.choices(),
            new PlaceNames(register.map()),
            words -> meant.getOrDefault(words, NOBODY));
    List<ImportedRow> rows = new ArrayList<>();
    for (SheetTable.Line line : table.rows()) {
      Project before = known.get(line);
      String owner = before == null ? "" : owners.getOrDefault(before.facts().ownerId(), "");
      ImportedRow row = row(line, before, owner, form, problems);
      if (row != null) {
        rows.add(row);
      }
    }
    twice(rows, problems);
    if (!problems.isEmpty()) {
      throw Refusal.of(ProjectRefusal.LINES, problems);
    }
    return questions(rows);
  }

  /** Which body each owner's name means, in one question. */
  private Map<String, Resolution> owners(SheetTable table) {
    Set<String> said = new HashSet<>();
    table.rows().forEach(line -> said.add(line.text("owner")));
    said.remove("");
    return bodies.resolve(said, register.today());
  }

  /** The project each row is about: by its key, else by a code. */
  private Map<SheetTable.Line, Project> known(SheetTable table, List<Problem> problems) {
    List<Long> keys = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (SheetTable.Line line : table.rows()) {
      String key = line.text("key");
      keys.add(Paths.id(key));
      codes.add(line.text("code"));
      codes.add(line.text("budget"));
    }
    codes.remove("");
    Map<Long, Project> byKey =
        projects.find(keys).stream().collect(Collectors.toMap(Project::id, Function.identity()));
    Map<String, Project> byCode = new HashMap<>();
    for (Project project : projects.coded(codes)) {
      put(byCode, project.facts().codes().national(), project);
      put(byCode, project.facts().codes().budget(), project);
    }
    Map<SheetTable.Line, Project> known = new HashMap<>();
    for (SheetTable.Line line : table.rows()) {
      String key = line.text("key");
      Project project = key.isEmpty() ? byCode.get(line.text("code")) : byKey.get(Paths.id(key));
      if (project == null && key.isEmpty()) {
        project = byCode.get(line.text("budget"));
      }
      if (project != null) {
        known.put(line, project);
      } else if (!key.isEmpty()) {
        problems.add(line.problem("key", "project.refusal.cell_key", key));
      }
    }
    return known;
  }

  private static void put(Map<String, Project> byCode, @Nullable String code, Project project) {
    if (code != null) {
      byCode.put(code, project);
    }
  }

  private static @Nullable ImportedRow row(
      SheetTable.Line line,
      @Nullable Project before,
      String owner,
      ProjectForm form,
      List<Problem> problems) {
    Map<String, String> fields = new HashMap<>();
    for (String field : ProjectForm.FIELDS) {
      fields.put(field, line.text(field));
    }
    Typed typed = new Typed(fields);
    ProjectFacts facts = form.read(typed, before, owner);
    String stage = stage(line, form.choices(), problems);
    String yearClass = code(line, "class", Choices.YEAR_CLASS, form.choices(), problems);
    for (Problem problem : typed.problems()) {
      problems.add(line.problem(problem.place(), "project.refusal.cell", problem));
    }
    if (!typed.problems().isEmpty()) {
      return null;
    }
    int number = line.row().number();
    NewProject fresh = new NewProject(facts, stage, yearClass, true);
    if (before == null) {
      return new ImportedRow(number, Kind.NEW, fresh, null, List.of());
    }
    if (before.facts().equals(facts)) {
      return new ImportedRow(number, Kind.SAME, fresh, before, List.of());
    }
    String step = line.text("step");
    // A row that came without a step was not exported from here: whoever sends it has not seen.
    boolean seen = step.equals(Integer.toString(before.step()));
    return new ImportedRow(number, seen ? Kind.CHANGED : Kind.CONFLICT, fresh, before, List.of());
  }

  private static String stage(SheetTable.Line line, Choices choices, List<Problem> problems) {
    String code = code(line, "stage", Choices.STAGE, choices, problems);
    return code == null ? choices.of(Choices.STAGE).getFirst().code() : code;
  }

  private static @Nullable String code(
      SheetTable.Line line, String column, String list, Choices choices, List<Problem> problems) {
    String said = line.text(column);
    var choice = choices.meant(list, said);
    if (choice == null && !said.isEmpty()) {
      problems.add(line.problem(column, "project.refusal.cell_choice", said));
    }
    return choice == null ? null : choice.code();
  }

  /** The same project twice in one sheet: by what it is there, by its codes, by name and owner. */
  private static void twice(List<ImportedRow> rows, List<Problem> problems) {
    Map<String, Integer> seen = new HashMap<>();
    for (ImportedRow row : rows) {
      for (String key : row.keys()) {
        Integer other = seen.putIfAbsent(key, row.number());
        if (other != null) {
          problems.add(
              Problem.at(
                  Integer.toString(row.number()),
                  "project.refusal.row_twice",
                  row.number(),
                  other,
                  row.fresh().facts().name()));
          break;
        }
      }
    }
  }

  /** New rows that look like projects there are become questions. */
  private List<ImportedRow> questions(List<ImportedRow> rows) {
    List<ImportedRow> fresh = rows.stream().filter(row -> row.kind() == Kind.NEW).toList();
    Map<Integer, List<Project>> alike =
        fresh.isEmpty()
            ? Map.of()
            : projects.alike(
                fresh.stream().map(row -> row.fresh().facts().name()).toList(),
                fresh.stream().map(row -> row.fresh().facts().ownerId()).toList());
    Map<Integer, List<Project>> byRow = new HashMap<>();
    alike.forEach((place, near) -> byRow.put(fresh.get(place).number(), near));
    return rows.stream()
        .map(row -> {
          List<Project> near = byRow.get(row.number());
          return near == null
              ? row
              : new ImportedRow(row.number(), Kind.QUESTION, row.fresh(), null, near);
        })
        .toList();
  }

  /**
   * Writes what was read and answered, all or nothing.
   *
   * @param answers by row number: {@code mine}, {@code theirs}, {@code new}, {@code skip} or the id
   *     of the project the row is about
   * @return how many projects are new or changed
   * @throws Refusal with every row that still waits for an answer, or that cannot be written
   */
  @Transactional
  public int write(List<ImportedRow> rows, Map<Integer, String> answers, String why) {
    List<Problem> problems = new ArrayList<>();
    int written = 0;
    for (ImportedRow row : rows) {
      String answer = answers.getOrDefault(row.number(), "");
      try {
        written += write(row, answer, why);
      } catch (Refusal refusal) {
        refusal
            .problems()
            .forEach(problem ->
                problems.add(
                    Problem.at(
                        Integer.toString(row.number()),
                        "project.refusal.row",
                        row.number(),
                        problem)));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ProjectRefusal.LINES, problems);
    }
    return written;
  }

  private int write(ImportedRow row, String answer, String why) {
    switch (row.kind()) {
      case SAME -> {
        return 0;
      }
      case NEW -> {
        projects.register(row.fresh());
        return 1;
      }
      case CHANGED -> {
        return change(Objects.requireNonNull(row.before()), row, why);
      }
      case CONFLICT -> {
        return switch (answer) {
          case "mine" -> change(Objects.requireNonNull(row.before()), row, why);
          case "theirs" -> 0;
          default -> throw unanswered(row);
        };
      }
      case QUESTION -> {
        if (answer.equals("skip")) {
          return 0;
        }
        if (answer.equals("new")) {
          projects.register(row.fresh());
          return 1;
        }
        Project meant =
            row.alike().stream()
                .filter(one -> Long.toString(one.id()).equals(answer))
                .findFirst()
                .orElseThrow(() -> unanswered(row));
        return change(meant, row, why);
      }
    }
    throw new IllegalStateException("row of kind " + row.kind());
  }

  private int change(Project before, ImportedRow row, String why) {
    if (before.facts().equals(row.fresh().facts())) {
      return 0;
    }
    projects.change(before.id(), before.step(), row.fresh().facts(), why);
    return 1;
  }

  private static Refusal unanswered(ImportedRow row) {
    return Refusal.of(
        ProjectRefusal.UNANSWERED, Integer.toString(row.number()), row.fresh().facts().name());
  }
}
