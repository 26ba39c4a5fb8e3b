package vn.dondoc.rural.standard.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.rural.standard.RuleSense;

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

  /** Whether a level counts in a year. */
  boolean counts(int year) {
    boolean begun = text("from_year").isEmpty() || number("from_year") <= year;
    return begun && number("until_year") >= year;
  }

  /** A level in the years another does not speak of: none, one or two stretches of them. */
  List<DraftRow> outside(DraftRow other) {
    int from = first();
    int until = number("until_year");
    int otherFrom = other.first();
    int otherUntil = other.number("until_year");
    if (otherUntil < from || otherFrom > until) {
      return List.of(this);
    }
    List<DraftRow> left = new ArrayList<>();
    if (from < otherFrom) {
      left.add(with("until_year", Integer.toString(otherFrom - 1)));
    }
    if (until > otherUntil) {
      left.add(with("from_year", Integer.toString(otherUntil + 1)));
    }
    return left;
  }

  private int first() {
    return text("from_year").isEmpty() ? Integer.MIN_VALUE : number("from_year");
  }

  /** What a figure can be; null of a row whose cells cannot be read, or turned round. */
  RuleSense.@Nullable Values values() {
    BigDecimal least = bound("least");
    BigDecimal most = bound("most");
    String type = text("value_type");
    boolean read =
        DraftTable.FIGURES.field("value_type").fault(type) == null
            && (least == null || most == null || least.compareTo(most) <= 0);
    return read
        ? RuleSense.Values.of(ValueType.valueOf(type.toUpperCase(Locale.ROOT)), least, most)
        : null;
  }

  /** A bound that is typed and can be read. */
  @Nullable BigDecimal bound(String key) {
    String kept = text(key);
    boolean read = !kept.isEmpty() && DraftTable.FIGURES.field(key).fault(kept) == null;
    return read ? new BigDecimal(kept) : null;
  }

  DraftRow with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(cells);
    changed.put(key, value);
    return new DraftRow(changed);
  }
}
