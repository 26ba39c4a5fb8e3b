package vn.dondoc.project.works;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.SheetFinding;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.web.Page;

/**
 * Tệp nhập đã mở: which sheet is which list, known by its name, else by its columns.
 *
 * @param tables the lists that were found
 * @param unread names of sheets that are none of them
 * @param notes what to look at: what is hidden, what is merged
 */
record WorksBook(List<Table> tables, List<String> unread, List<Problem> notes) {
  private static final int NOTES = 20;

  /** Một trang. */
  record Table(WorksList list, SheetTable rows) {}

  /**
   * Looks at every sheet of a workbook.
   *
   * @throws Refusal when a sheet misses columns, or none is one of the lists
   */
  static WorksBook of(SheetBook book, Page page) {
    Map<String, List<SheetRow>> sheets = new LinkedHashMap<>();
    book.rows()
        .forEach(row -> sheets.computeIfAbsent(row.sheet(), name -> new ArrayList<>()).add(row));
    List<Table> tables = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    sheets.forEach((name, rows) -> {
      SheetBook one = new SheetBook(book.fileName() + " – " + name, rows, List.of());
      try {
        table(one, name, page).ifPresentOrElse(tables::add, () -> unread.add(name));
      } catch (Refusal columns) {
        problems.addAll(columns.problems());
      }
    });
    if (tables.isEmpty() && problems.isEmpty()) {
      problems.add(Problem.at(book.fileName(), ProjectRefusal.WORKS_NONE.key(), book.fileName()));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ProjectRefusal.WORKS_NONE, problems);
    }
    return new WorksBook(tables, unread, notes(book));
  }

  /** By its name a sheet has to be that list; under another name it may be. */
  private static Optional<Table> table(SheetBook sheet, String name, Page page) {
    for (WorksList list : WorksList.values()) {
      if (page.t(list.label()).equalsIgnoreCase(name.strip())) {
        return Optional.of(new Table(list, sheet.table(list.read(page))));
      }
    }
    for (WorksList list : WorksList.values()) {
      try {
        return Optional.of(new Table(list, sheet.table(list.read(page))));
      } catch (Refusal other) {
        continue; // Another list may fit; a sheet that is none of them is told as unread.
      }
    }
    return Optional.empty();
  }

  private static List<Problem> notes(SheetBook book) {
    return book.findings().stream()
        .filter(finding ->
            switch (finding.kind()) {
              case HIDDEN_SHEET, HIDDEN_ROW, MERGED_CELLS -> true;
              default -> false;
            })
        .limit(NOTES)
        .map(SheetFinding::problem)
        .toList();
  }
}
