package vn.dondoc.rural.standard.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetFinding;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;
import vn.dondoc.web.Texts;

/** Đọc lại sổ bộ tiêu chí: the draft a workbook asks for, and what is wrong with it. */
final class DraftImport {
  private final Draft draft;
  private final DraftScope scope;
  private final Texts texts;
  private final Map<DraftTable, SheetTable> sheets = new EnumMap<>(DraftTable.class);
  private final List<Problem> problems = new ArrayList<>();

  private DraftImport(Draft draft, DraftScope scope, Texts texts) {
    this.draft = draft;
    this.scope = scope;
    this.texts = texts;
  }

  /**
   * What a workbook asks for.
   *
   * @param paper the draft as the workbook has it
   * @param changes what differs from the draft as it stands
   * @param remarks what to look at before trusting the file
   */
  record Asked(DraftPaper paper, List<DraftChange> changes, List<Problem> remarks) {}

  /**
   * Reads a workbook; nothing is written.
   *
   * @throws Refusal with every problem, each with its sheet and cell
   */
  static Asked read(SheetBook book, Draft draft, DraftScope scope, Texts texts) {
    return new DraftImport(draft, scope, texts).asked(book);
  }

  private Asked asked(SheetBook book) {
    find(book);
    refuse();
    Map<DraftTable, List<DraftRow>> rows = new EnumMap<>(DraftTable.class);
    sheets.forEach((table, sheet) ->
        rows.put(table, sheet.rows().stream().map(line -> row(table, line)).toList()));
    DraftPaper paper = new DraftPaper(rows);
    for (DraftCheck.Finding finding : DraftCheck.of(paper, scope)) {
      SheetTable sheet = Objects.requireNonNull(sheets.get(finding.table()));
      problems.add(located(finding, sheet));
    }
    refuse();
    DraftPaper ordered = paper.ordered(List.copyOf(scope.indicators(paper).keySet()));
    return new Asked(
        ordered,
        DraftChange.between(draft.paper(), ordered),
        // Numbers of acts are text; that they look like numbers is no news.
        book.findings().stream()
            .filter(finding -> finding.kind() != SheetFinding.Kind.NUMBER_AS_TEXT)
            .map(SheetFinding::problem)
            .toList());
  }

  private void refuse() {
    if (!problems.isEmpty()) {
      throw Refusal.of(DraftRefusal.ROWS, problems);
    }
  }

  /** Every table on the sheet of its name. */
  private void find(SheetBook book) {
    for (DraftTable table : scope.tables()) {
      String name = DraftSheet.name(table, texts);
      SheetBook one =
          new SheetBook(
              book.fileName() + " · " + name,
              book.rows().stream().filter(row -> row.sheet().equalsIgnoreCase(name)).toList(),
              List.of());
      try {
        sheets.put(table, one.table(DraftSheet.columns(scope, table, texts)));
      } catch (Refusal refusal) {
        problems.addAll(refusal.problems());
      }
    }
    SheetTable set = sheets.get(DraftTable.SET);
    if (set != null && set.rows().size() != 1) {
      problems.add(Problem.at(set.sheet(), "rural.draft.import.one", set.sheet()));
    }
  }

  private DraftRow row(DraftTable table, SheetTable.Line line) {
    Map<String, String> cells = new HashMap<>();
    if (table == DraftTable.SET) {
      // What a sheet of a set that fills in another does not show stays as it is.
      cells.putAll(draft.paper().set().cells());
    }
    for (DraftField field : scope.fields(table)) {
      SheetCell cell = line.cell(field.key());
      boolean rule = field.kind() == DraftField.Kind.RULE;
      if (cell instanceof SheetCell.Fault fault && !(rule && isEquation(fault))) {
        String key = rule ? "rural.draft.import.rule_formula" : fault.key();
        problems.add(line.problem(field.key(), key, fault.text()));
      }
      cells.put(field.key(), field.kept(rule ? ruleText(cell) : text(cell), texts));
    }
    return new DraftRow(cells);
  }

  /** "= 0" is a level, though a spreadsheet takes it for a formula and keeps its value. */
  private static String ruleText(SheetCell cell) {
    return cell instanceof SheetCell.Numeric number && number.equation() != null
        ? number.equation()
        : text(cell);
  }

  private static boolean isEquation(SheetCell.Fault fault) {
    return fault.isUncomputed() && fault.text().matches("=\\s*[+-]?\\d+([.,]\\d+)?\\s*%?");
  }

  private static String text(SheetCell cell) {
    LocalDate day = cell.day();
    return day == null ? cell.text() : Days.written(day);
  }

  /** The cell it is about; of a table that is too long, its last row. */
  private static Problem located(DraftCheck.Finding finding, SheetTable sheet) {
    int at = Math.min(finding.row(), sheet.rows().size() - 1);
    return sheet.rows().get(at).problem(finding.field(), "rural.draft.at", finding.problem());
  }
}
