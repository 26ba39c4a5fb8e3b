package vn.dondoc.reading;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Số đếm viết bằng chữ: "một tuần", "hai tháng", "nửa tháng". */
final class Counts {
  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final int DAYS_OF_HALF_MONTH = 15;
  private static final int HOURS_OF_HALF_DAY = 12;
  private static final int MONTHS_OF_HALF_YEAR = 6;

  static {
    String[] names = {"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"};
    for (int k = 0; k < names.length; k++) {
      NUMBERS.put(Syllables.key(names[k]), k + 1);
    }
  }

  private final Words words;

  Counts(Words words) {
    this.words = words;
  }

  /**
   * How much of a unit.
   *
   * @param count how many
   * @param unit of what
   */
  record Length(int count, String unit) {}

  /** The count at p, in figures or in a word; half of something is told as 1; -1 for none. */
  int at(int p) {
    if (words.isNumber(p)) {
      return words.number(p);
    }
    return isHalf(p) ? 1 : NUMBERS.getOrDefault(words.key(p), -1);
  }

  /** The length with a half told in the next smaller unit; null for the half of what has none. */
  @Nullable Length length(int p, int count, String unit) {
    if (!isHalf(p)) {
      return new Length(count, unit);
    }
    return switch (unit) {
      case "year" -> new Length(MONTHS_OF_HALF_YEAR, "month");
      case "month" -> new Length(DAYS_OF_HALF_MONTH, "day");
      case "day" -> new Length(HOURS_OF_HALF_DAY, "hour");
      default -> null;
    };
  }

  /** Steps over "07 (bảy)" to the unit. */
  int unitAt(int count) {
    int q = count + 1;
    if (words.isMark(q, '(')) {
      while (q < count + 8 && !words.isMark(q, ')')) {
        q++;
      }
      q++;
    }
    return q;
  }

  /** "trước khai giảng [ít nhất] 05 ngày": where the name in front of the count ends. */
  int nameEnd(int count) {
    boolean least = words.is(count - 1, "nhất") || words.is(count - 1, "thiểu");
    return least ? count - 2 : count;
  }

  private boolean isHalf(int p) {
    return words.is(p, "nửa");
  }
}
