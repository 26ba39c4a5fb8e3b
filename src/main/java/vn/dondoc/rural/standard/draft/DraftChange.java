package vn.dondoc.rural.standard.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Một chỗ đổi between two papers.
 *
 * @param table in which table
 * @param name what people call the row by
 * @param before as it was; null when it is new
 * @param after as it is; null when it is gone
 */
record DraftChange(
    DraftTable table, String name, @Nullable DraftRow before, @Nullable DraftRow after) {

  /** Every row that is new, other or gone. */
  static List<DraftChange> between(DraftPaper before, DraftPaper after) {
    List<DraftChange> changes = new ArrayList<>();
    for (DraftTable table : DraftTable.values()) {
      Map<String, DraftRow> old = named(table, before);
      Map<String, DraftRow> fresh = named(table, after);
      fresh.forEach((name, row) -> {
        DraftRow was = old.remove(name);
        if (!row.equals(was)) {
          changes.add(new DraftChange(table, name, was, row));
        }
      });
      old.forEach((name, row) -> changes.add(new DraftChange(table, name, row, null)));
    }
    return changes;
  }

  private static Map<String, DraftRow> named(DraftTable table, DraftPaper paper) {
    Map<String, DraftRow> rows = new LinkedHashMap<>();
    // There is one row about the set, whatever number it has.
    paper.rows(table).forEach(row -> rows.put(table == DraftTable.SET ? "" : table.name(row), row));
    return rows;
  }

  /** The cells that differ, by column, as {@code {was, is}}. */
  Map<String, List<String>> cells() {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (DraftField field : table.fields()) {
      String was = before == null ? "" : before.text(field.key());
      String now = after == null ? "" : after.text(field.key());
      if (!was.equals(now)) {
        cells.put(field.key(), List.of(was, now));
      }
    }
    return cells;
  }

  /** What an audit keeps of one side of many changes: of a changed row, the cells that differ. */
  static Map<String, Object> facts(List<DraftChange> changes, boolean after) {
    Map<String, Object> facts = new TreeMap<>();
    for (DraftChange change : changes) {
      if ((after ? change.after : change.before) == null) {
        continue;
      }
      Map<String, String> said = new TreeMap<>();
      change.cells().forEach((key, values) -> said.put(key, values.get(after ? 1 : 0)));
      facts.put((change.table.code() + " " + change.name).strip(), said);
    }
    return facts;
  }

  /** Whether it is new, other or gone. */
  String kind() {
    return before == null ? "new" : after == null ? "gone" : "other";
  }

  /** The row as it is, or as it was when it is gone. */
  DraftRow row() {
    return Objects.requireNonNull(after == null ? before : after);
  }
}
