package vn.dondoc.project.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.web.Page;

/**
 * Bảng kèm theo đang nhập, as a page shows it.
 *
 * @param file its name
 * @param book its sheets; null while nothing was read
 * @param rows what its rows would do
 * @param answers what was answered so far, by row
 * @param choices the lists codes are of
 * @param problems what is wrong
 */
record WorksView(
    String file,
    @Nullable WorksBook book,
    List<WorksRow> rows,
    Map<Integer, String> answers,
    Choices choices,
    List<Problem> problems) {
  /** Problems a page lists; the others are counted. */
  static final int SHOWN = 200;

  boolean isRead() {
    return book != null;
  }

  List<String> unread() {
    return book == null ? List.of() : book.unread();
  }

  List<Problem> notes() {
    return book == null ? List.of() : book.notes();
  }

  List<Problem> shownProblems() {
    return problems.subList(0, Math.min(SHOWN, problems.size()));
  }

  long count(WorksRow.Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).count();
  }

  /** Rows that change something, those that ask first. */
  List<WorksRow> telling() {
    List<WorksRow> telling = new ArrayList<>(rows.stream().filter(WorksRow::asks).toList());
    rows.stream()
        .filter(row -> !row.asks() && row.kind() != WorksRow.Kind.SAME)
        .forEach(telling::add);
    return telling;
  }

  String answer(WorksRow row) {
    return answers.getOrDefault(row.line().number(), "");
  }

  String written(@Nullable Object value, Page page) {
    return WorksExport.written(value, choices, page);
  }
}
