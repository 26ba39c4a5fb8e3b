package vn.dondoc.rural.standard.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.UnitGroups;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Bản nháp as a page shows it: one of its tables, a page of rows at a time.
 *
 * @param draft the draft
 * @param scope what its rows may name
 * @param table the table shown
 * @param part which page of it, from 1
 * @param lacks what it lacks before it can be put in force
 */
record DraftView(Draft draft, DraftScope scope, DraftTable table, int part, List<Problem> lacks) {
  private static final int ROWS = 100;

  static DraftView of(Draft draft, DraftScope scope, String asked, String part) {
    DraftTable first = scope.isChild() ? DraftTable.LEVELS : DraftTable.CRITERIA;
    DraftTable table =
        DraftTable.at(asked)
            .filter(scope.tables()::contains)
            .filter(one -> one != DraftTable.SET)
            .orElse(first);
    int last = Math.max(1, (draft.paper().rows(table).size() + ROWS - 1) / ROWS);
    int shown = part.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(part), last) : 1;
    return new DraftView(draft, scope, table, shown, DraftCheck.lacks(draft.paper(), scope));
  }

  private static final String GROUP = "unit_group";

  static String path(int draft) {
    return DraftPage.PATH + "/" + draft;
  }

  String path() {
    return path(draft.id());
  }

  /** Where a row is edited; "moi" for one more. */
  String row(DraftTable of, String at) {
    return path() + "/bang/" + of.path() + "/" + at;
  }

  /** The tables beside the row of the set itself. */
  List<DraftTable> tables() {
    return scope.tables().stream().filter(one -> one != DraftTable.SET).toList();
  }

  int first() {
    return (part - 1) * ROWS;
  }

  List<DraftRow> rows() {
    List<DraftRow> all = draft.paper().rows(table);
    return all.subList(first(), Math.min(first() + ROWS, all.size()));
  }

  int parts() {
    return Math.max(1, (draft.paper().rows(table).size() + ROWS - 1) / ROWS);
  }

  /** Columns worth a place in a list; the rest stands in the form of a row. */
  List<DraftField> columns() {
    List<String> left = List.of("name_en", "note", "source", "ordinal");
    return table.fields().stream().filter(field -> !left.contains(field.key())).toList();
  }

  /** The set's name in the language of the page, else in the other; empty while it has none. */
  static String called(DraftRow set, Page page) {
    boolean english = page.texts().language() == Language.EN && !set.text("name_en").isEmpty();
    return set.text(english ? "name_en" : "name_vi");
  }

  String shown(DraftField field, DraftRow row, Page page) {
    String kept = row.text(field.key());
    if (field.kind() == DraftField.Kind.OBJECT) {
      return kind(scope, kept, page);
    }
    return field.told(kept, page.texts());
  }

  /** What people call a row by, the group of its units in words. */
  String name(DraftRow row, Page page) {
    return name(table, row, page);
  }

  /** The same of a row of any table. */
  static String name(DraftTable table, DraftRow row, Page page) {
    String group = row.text(GROUP);
    String name = table.name(row);
    return group.isEmpty() ? name : name.replace(group, UnitGroups.name(group, page));
  }

  /** Indicators by group of units, in a sentence. */
  static String listed(Map<String, List<String>> byGroup, Page page) {
    return byGroup.entrySet().stream()
        .map(group ->
            UnitGroups.name(group.getKey(), page) + ": " + String.join(", ", group.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** How many indicators these are, whatever groups they stand under. */
  static long indicators(Map<String, List<String>> byGroup) {
    return byGroup.values().stream().flatMap(List::stream).distinct().count();
  }

  static String kind(DraftScope scope, String code, Page page) {
    CriteriaSet.Name name = scope.kinds().get(code);
    return name == null ? code : name.in(page.texts().language() == Language.EN);
  }
}
