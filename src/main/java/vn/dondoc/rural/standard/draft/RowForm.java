package vn.dondoc.rural.standard.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.UnitGroups;
import vn.dondoc.rural.standard.draft.DraftCheck.Finding;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Một dòng của bản nháp as a person types it.
 *
 * @param draft the draft
 * @param scope what its rows may name
 * @param table of which table
 * @param at which row, from 0; -1 for one more
 * @param row what is typed, as it would be kept
 * @param problems what is wrong, by field
 * @param elsewhere what it would make wrong in other rows
 */
record RowForm(
    Draft draft,
    DraftScope scope,
    DraftTable table,
    int at,
    DraftRow row,
    Map<String, List<Problem>> problems,
    List<Problem> elsewhere) {
  /** A row as it stands; of a new one, what can be guessed. */
  static RowForm of(Draft draft, DraftScope scope, DraftTable table, int at) {
    DraftRow row = at < 0 ? guessed(draft.paper(), table) : draft.paper().rows(table).get(at);
    return new RowForm(draft, scope, table, at, row, Map.of(), List.of());
  }

  private static DraftRow guessed(DraftPaper paper, DraftTable table) {
    int most =
        paper.rows(table).stream()
            .mapToInt(row -> row.number("ordinal"))
            .filter(ordinal -> ordinal < Integer.MAX_VALUE)
            .max()
            .orElse(0);
    Map<String, String> cells = new HashMap<>();
    table
        .fields()
        .forEach(field -> {
          if (field.key().equals("ordinal")) {
            cells.put("ordinal", Integer.toString(most + 1));
          } else if (field.kind() == DraftField.Kind.CHOICE) {
            cells.put(field.key(), field.choices().getFirst());
          }
        });
    return new DraftRow(cells);
  }

  /** With what was typed into it. */
  RowForm typed(Map<String, String> typed, Texts texts) {
    Map<String, String> cells = new HashMap<>(row.cells());
    for (DraftField field : scope.fields(table)) {
      cells.put(field.key(), field.kept(typed.getOrDefault(field.key(), ""), texts));
    }
    return new RowForm(draft, scope, table, at, new DraftRow(cells), Map.of(), List.of());
  }

  /** The same place with another row in it. */
  RowForm holding(DraftRow other) {
    return new RowForm(draft, scope, table, at, other, Map.of(), List.of());
  }

  /** The draft with this row in it. */
  DraftPaper paper() {
    return at < 0 ? draft.paper().added(table, row) : draft.paper().replaced(table, at, row);
  }

  /** With everything that is wrong, each at its field. */
  RowForm checked() {
    int place = at < 0 ? draft.paper().rows(table).size() : at;
    Map<String, List<Problem>> here = new LinkedHashMap<>();
    List<Problem> others = new ArrayList<>();
    DraftPaper paper = paper();
    for (Finding finding : DraftCheck.of(paper, scope)) {
      if (finding.table() == table && finding.row() == place) {
        here.computeIfAbsent(finding.field(), field -> new ArrayList<>()).add(finding.problem());
      } else {
        others.add(elsewhere(finding, paper));
      }
    }
    return new RowForm(draft, scope, table, at, row, here, others);
  }

  /** A problem of another row, with the row's name. */
  static Problem elsewhere(Finding finding, DraftPaper paper) {
    List<DraftRow> rows = paper.rows(finding.table());
    DraftRow row = rows.get(Math.min(finding.row(), rows.size() - 1));
    return Problem.at(
        finding.field(),
        "rural.draft.elsewhere",
        new vn.dondoc.web.Label(finding.table().label()),
        name(finding.table(), row),
        finding.problem());
  }

  private static Object name(DraftTable table, DraftRow row) {
    return table == DraftTable.LEVELS
        ? Problem.at(
            "",
            "rural.draft.level_name",
            row.text("indicator"),
            UnitGroups.label(row.text("unit_group")),
            row.text("from_year"))
        : table.name(row);
  }

  boolean isWrong() {
    return !problems.isEmpty() || !elsewhere.isEmpty();
  }

  List<Problem> problems(DraftField field) {
    return problems.getOrDefault(field.key(), List.of());
  }

  List<DraftField> fields() {
    return scope.fields(table);
  }

  /** What a choice among names offers: the value, and the words beside it; null for free words. */
  @Nullable Map<String, String> options(DraftField field, Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    switch (field.kind()) {
      case CHOICE -> field.choices().forEach(c -> options.put(c, page.t(field.choiceKey(c))));
      case OBJECT ->
          scope.kinds().keySet().forEach(k -> options.put(k, DraftView.kind(scope, k, page)));
      case CRITERION ->
          scope.criteria(draft.paper()).forEach((n, w) -> options.put(n, n + " " + w));
      case INDICATOR ->
          scope.indicators(draft.paper()).forEach((n, w) -> options.put(n, n + " " + w));
      default -> {
        return null;
      }
    }
    return options;
  }

  String shown(DraftField field, Page page) {
    return field.shown(row.text(field.key()), page.texts());
  }

  /** How many rows of other tables go with it. */
  int following() {
    return at < 0 ? 0 : draft.paper().size() - draft.paper().without(table, at).size() - 1;
  }

  /** Names of the figures its rule can ask for. */
  String figures() {
    return String.join(
        ", ",
        new java.util.TreeSet<>(
            scope.figures(draft.paper()).getOrDefault(row.text("indicator"), java.util.Set.of())));
  }

  String path() {
    return DraftView.path(draft.id())
        + "/bang/"
        + table.path()
        + "/"
        + (at < 0 ? "moi" : Integer.toString(at + 1));
  }

  /** The list it stands in. */
  String back() {
    String path = DraftView.path(draft.id());
    return table == DraftTable.SET ? path : path + "?bang=" + table.path();
  }
}
