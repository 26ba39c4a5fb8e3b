package vn.dondoc.task.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.HeadedRows;
import vn.dondoc.exchange.HeadedRows.Header;
import vn.dondoc.exchange.PackedCells;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetFinding;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.bulk.BatchKind;
import vn.dondoc.task.bulk.Batches;
import vn.dondoc.task.bulk.TaskChange;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Các bảng nhập vào: staged in the database as they are read, looked at as often as anybody likes,
 * written as a whole or not at all.
 */
@Component
@Transactional(readOnly = true)
public class SheetImports {
  /** Rows of a sheet that is taken in. */
  public static final int MOST_ROWS = 10_000;

  /** Rows of it that may have been edited. */
  public static final int MOST_CHANGES = Batches.MOST;

  static final int MOST_WAITING = 20;
  private static final int BLOCK = 500;

  private final StagedStore store;
  private final TaskReading taskRows;
  private final DutyReading dutyRows;
  private final Batches batches;
  private final Duties duties;
  private final AuditTrail audit;

  SheetImports(
      StagedStore store,
      TaskReading taskRows,
      DutyReading dutyRows,
      Batches batches,
      Duties duties,
      AuditTrail audit) {
    this.store = store;
    this.taskRows = taskRows;
    this.dutyRows = dutyRows;
    this.batches = batches;
    this.duties = duties;
    this.audit = audit;
  }

  /**
   * Takes a sheet in to be looked at.
   *
   * @return its id
   * @throws Refusal when it is no sheet, lacks a column, or has too many rows; nothing is kept then
   */
  @Transactional
  long stage(SheetKind kind, String fileName, byte[] bytes) {
    if (store.waiting(MOST_WAITING).size() == MOST_WAITING) {
      throw Refusal.of(SheetRefusal.TOO_MANY_WAITING, fileName, MOST_WAITING);
    }
    long id = store.add(kind, fileName, Acting.current());
    List<SheetRow> block = new ArrayList<>();
    int[] count = {0};
    HeadedRows rows =
        new HeadedRows(
            Arrays.stream(Language.values()).map(l -> kind.columns(Texts.in(l))).toList(),
            line -> {
              if (count[0]++ == MOST_ROWS) {
                throw Refusal.of(SheetRefusal.TOO_MANY_ROWS, fileName, fileName, MOST_ROWS);
              }
              block.add(line.row());
              if (block.size() == BLOCK) {
                store.addRows(id, block);
                block.clear();
              }
            });
    List<SheetFinding> findings = read(fileName, bytes, rows);
    store.addHeader(id, rows.header(fileName));
    if (count[0] == 0) {
      throw Refusal.of(SheetRefusal.NO_ROWS, fileName, fileName);
    }
    if (!block.isEmpty()) {
      store.addRows(id, block);
    }
    store.addFindings(
        id, findings.stream().filter(f -> f.kind() != SheetFinding.Kind.NUMBER_AS_TEXT).toList());
    audit.record(
        new Act(
            "task.sheet.stage",
            "task.sheet",
            Long.toString(id),
            null,
            Map.of(),
            Map.of("kind", kind.code(), "file", fileName, "rows", count[0])));
    return id;
  }

  private static List<SheetFinding> read(String fileName, byte[] bytes, HeadedRows rows) {
    try {
      return Sheets.read(fileName, new ByteArrayInputStream(bytes), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The actor's sheets that wait, newest first. */
  List<StagedSheet> waiting() {
    return store.waiting(MOST_WAITING);
  }

  /**
   * A sheet of the actor's.
   *
   * @throws Refusal when there is none
   */
  StagedSheet one(long id) {
    return store
        .find(id)
        .orElseThrow(() -> Refusal.of(SheetRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** What was recorded by a sheet of duties that was written. */
  List<StagedStore.Recorded> recorded(long id) {
    return store.facts(id);
  }

  /** What a sheet would do today. */
  SheetPlan plan(long id, Page page) {
    StagedSheet sheet = one(id);
    return sheet.kind() == SheetKind.TASK
        ? plan(sheet, tasks(sheet, page))
        : plan(sheet, duties(sheet, page));
  }

  private Reading<TaskChange> tasks(StagedSheet sheet, Page page) {
    return taskRows.read(lines(sheet.id()), store.choices(sheet.id()), page);
  }

  private Reading<DutyAct> duties(StagedSheet sheet, Page page) {
    return dutyRows.read(lines(sheet.id()), store.choices(sheet.id()), page);
  }

  private List<Line> lines(long id) {
    Header header = store.header(id);
    return store.rows(id, header.tab()).stream()
        .map(row -> new Line(row, header.columns()))
        .toList();
  }

  private SheetPlan plan(StagedSheet sheet, Reading<?> reading) {
    Header header = store.header(sheet.id());
    List<Reading.RowProblem> problems = new ArrayList<>();
    List<Problem> remarks = new ArrayList<>();
    for (SheetFinding finding : store.findings(sheet.id())) {
      boolean here =
          finding.place().sheet().equals(header.tab()) && finding.place().row() >= header.row();
      if (finding.kind() == SheetFinding.Kind.MERGED_CELLS && here) {
        problems.add(new Reading.RowProblem(finding.place().row(), finding.problem()));
      } else if (finding.kind() == SheetFinding.Kind.HIDDEN_ROW && here
          || finding.kind() == SheetFinding.Kind.HIDDEN_SHEET) {
        remarks.add(finding.problem());
      }
    }
    problems.addAll(reading.problems());
    remarks.addAll(reading.remarks());
    if (reading.rows().size() > MOST_CHANGES) {
      problems.add(
          new Reading.RowProblem(
              0,
              Problem.at(
                  sheet.fileName(),
                  SheetRefusal.TOO_MANY_CHANGES.key(),
                  reading.rows().size(),
                  MOST_CHANGES)));
    }
    return new SheetPlan(sheet, reading.rows(), problems, remarks);
  }

  /**
   * Keeps which of the two shall stand, row by row.
   *
   * @param choices by number of the row
   */
  @Transactional
  void choose(long id, Map<Integer, StagedStore.Choice> choices) {
    StagedSheet sheet = waiting(id);
    if (!choices.isEmpty()) {
      store.choose(sheet.id(), choices);
    }
  }

  private StagedSheet waiting(long id) {
    store.lock(id);
    StagedSheet sheet = one(id);
    if (!sheet.isWaiting()) {
      throw Refusal.of(SheetRefusal.ENDED, Long.toString(id), sheet.fileName());
    }
    return sheet;
  }

  /**
   * Writes what the plan says, all of it or nothing.
   *
   * @param why reason of the corrections, and of the days that have none of their own
   * @throws Refusal when a problem is left, a conflict was not decided, or somebody was faster
   */
  @Transactional
  StagedSheet commit(long id, String why, Page page) {
    StagedSheet sheet = waiting(id);
    if (sheet.kind() == SheetKind.TASK) {
      Reading<TaskChange> reading = tasks(sheet, page);
      refuse(plan(sheet, reading));
      long batch = batches.write(BatchKind.SHEET, reading.written(), why);
      store.end(id, "written", batch);
      record(sheet, "task.sheet.import", why, reading.written().size());
    } else {
      Reading<DutyAct> reading = duties(sheet, page);
      refuse(plan(sheet, reading));
      List<DutyAct> acts = reading.written().stream().map(act -> reasoned(act, why)).toList();
      record(acts);
      store.addFacts(id, acts);
      store.end(id, "written", null);
      record(sheet, "task.sheet.import", why, acts.size());
    }
    return one(id);
  }

  private static void refuse(SheetPlan plan) {
    if (!plan.problems().isEmpty()) {
      throw Refusal.of(
          SheetRefusal.PROBLEMS,
          plan.problems().stream().map(Reading.RowProblem::problem).toList());
    }
    if (plan.undecided() > 0) {
      throw Refusal.of(SheetRefusal.UNDECIDED, plan.sheet().fileName(), plan.undecided());
    }
    if (plan.written() == 0) {
      throw Refusal.of(SheetRefusal.NOTHING, plan.sheet().fileName());
    }
  }

  private static DutyAct reasoned(DutyAct act, String why) {
    Deed deed = act.deed();
    if (deed.kind() != FactKind.SET_DATE || !deed.words().isEmpty()) {
      return act;
    }
    if (why.isBlank()) {
      throw Refusal.of(SheetRefusal.NO_WHY, "ly-do");
    }
    return new DutyAct(
        act.number(),
        act.duty(),
        new Deed(deed.kind(), deed.step(), deed.until(), null, why, deed.document(), List.of()));
  }

  private void record(List<DutyAct> acts) {
    List<Problem> problems = new ArrayList<>();
    for (DutyAct act : acts) {
      try {
        duties.record(act.duty(), act.deed());
      } catch (Refusal refusal) {
        problems.addAll(refusal.problems());
        if (Duties.isOvertaken(refusal)) {
          break;
        }
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(SheetRefusal.PROBLEMS, problems);
    }
  }

  private void record(StagedSheet sheet, String act, String why, int rows) {
    audit.record(
        new Act(
            act,
            "task.sheet",
            Long.toString(sheet.id()),
            why.isBlank() ? null : why.strip(),
            Map.of(),
            Map.of("file", sheet.fileName(), "rows", rows)));
  }

  /** Lets a sheet wait no longer; what it said stays with it. */
  @Transactional
  void drop(long id) {
    StagedSheet sheet = waiting(id);
    store.end(id, "dropped", null);
    record(sheet, "task.sheet.drop", "", 0);
  }

  /** The sheet as it was sent, with a column that says what is wrong with each row. */
  void write(long id, Page page, OutputStream out) throws IOException {
    SheetPlan plan = plan(id, page);
    Header header = store.header(id);
    Map<Integer, String> told = new HashMap<>();
    for (Reading.RowProblem problem : plan.problems()) {
      told.merge(problem.row(), page.texts().tell(problem.problem()), (a, b) -> a + "\n" + b);
    }
    List<SheetColumn<SheetRow>> columns = new ArrayList<>();
    String own = page.t("task.sheet.problems");
    for (int at = 1; at <= header.titles().size(); at++) {
      int column = at;
      String title = header.titles().get(at - 1);
      // A file that was given back once already carries the column; it gets a fresh one.
      if (!title.equals(own)) {
        columns.add(new SheetColumn<>("c" + at, title, row -> PackedCells.value(row.cell(column))));
      }
    }
    columns.add(new SheetColumn<>("problems", own, row -> told.get(row.number())));
    SheetHead head =
        new SheetHead(
            header.tab(),
            page.t("task.sheet.problems_of", plan.sheet().fileName()),
            told.getOrDefault(0, ""),
            "",
            page.t("web.as_of", page.formats().date(page.day())));
    Sheets.write(out, head, columns, store.rows(id, header.tab()).stream());
  }
}
