package vn.dondoc.rural.standard.draft;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Một dòng của bản nháp.
 *
 * @param cells what is kept, by column; an empty cell is not there
 */
record DraftRow(Map<String, String> cells) {
  DraftRow {
    Map<String, String> filled = new TreeMap<>(cells);
    filled.values().removeIf(String::isEmpty);
    cells = Collections.unmodifiableMap(filled);
  }

  /** What stands in a cell; empty when nothing does. */
  String text(String key) {
    return cells.getOrDefault(key, "");
  }

  /** A cell that holds a whole number; behind everything else while it does not. */
  int number(String key) {
    return text(key).matches("\\d{1,6}") ? Integer.parseInt(text(key)) : Integer.MAX_VALUE;
  }

  DraftRow with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(cells);
    changed.put(key, value);
    return new DraftRow(changed);
  }
}
