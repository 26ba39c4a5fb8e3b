package vn.dondoc.capital.intake.layout;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;

/** Loại dòng: told by its number, its words and whether it holds money. */
enum RowKind {
  /** Nothing in the columns that are read. */
  EMPTY,
  /** Số cột dưới tiêu đề: 1, 2, 3 = 1 + 2. */
  INDEX,
  /** Dòng cộng. */
  TOTAL,
  /** Dòng nhóm. */
  GROUP,
  /** Lời ghi, chữ ký: words without money. */
  WORDS,
  /** Một dự án. */
  ITEM;

  private static final Pattern INDEX_CELL =
      Pattern.compile("\\(?\\s*(\\d{1,2}|[A-Za-z]{1,2})\\s*\\)?(\\s*[=:].*)?");
  private static final Pattern ROMAN = Pattern.compile("\\(?[IVXLC]+\\)?[.)]?");
  private static final Pattern ROMAN_PART = Pattern.compile("[IVXLC]+(\\.\\d{1,2})+\\.?");
  private static final Pattern CAPITAL = Pattern.compile("\\(?[A-ZĐ]\\)?[.)]?");
  private static final Pattern TITLE = Pattern.compile("\\p{L}{2,}\\s+\\p{L}{2,}");
  private static final Pattern SMALL = Pattern.compile("\\(?[a-zđ]\\)?[.)]?");

  /** How a group is numbered: groups numbered alike are of one depth. Null when it is none. */
  static @Nullable String numbering(String ordinal) {
    String bare = ordinal.strip();
    if (bare.isEmpty()) {
      return null;
    }
    if (ROMAN.matcher(bare).matches()) {
      return "I";
    }
    if (ROMAN_PART.matcher(bare).matches()) {
      return "I.1";
    }
    if (CAPITAL.matcher(bare).matches()) {
      return "A";
    }
    return SMALL.matcher(bare).matches() ? "a" : null;
  }

  /** Words in sentences, as no code is: two of them beside each other. */
  static boolean isTitle(String text) {
    return TITLE.matcher(text).find();
  }

  /** A row that numbers the columns. */
  static boolean isIndex(List<SheetCell> cells) {
    List<String> filled =
        cells.stream().map(cell -> cell.text().strip()).filter(text -> !text.isEmpty()).toList();
    long numbered =
        filled.stream().filter(text -> text.matches("\\(?\\d{1,2}\\)?([^\\d.,].*)?")).count();
    return filled.size() >= 3
        && numbered >= 2
        && filled.stream().allMatch(text -> INDEX_CELL.matcher(text).matches());
  }
}
