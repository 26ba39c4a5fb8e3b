package vn.dondoc.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ô của biểu mẫu: one cell of a form that goes out to be filled in. */
public sealed interface FormCell {
  /** What stands in it: text, a whole number, a BigDecimal; null for an empty cell. */
  @Nullable Object value();

  /**
   * Ô khóa: it is read, not typed in.
   *
   * @param bold it stands out
   */
  record Locked(@Nullable Object value, boolean bold) implements FormCell {}

  /**
   * Ô chọn: one of a few words.
   *
   * @param options the words of the drop-down, none of them with a comma
   */
  record Choice(@Nullable Object value, List<String> options) implements FormCell {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * Ô số: a number; one outside these bounds is warned of as it is typed.
   *
   * @param least null when nothing is too little
   * @param most null when nothing is too much
   * @param warning what the warning says
   */
  record Amount(
      @Nullable Object value, @Nullable BigDecimal least, @Nullable BigDecimal most, String warning)
      implements FormCell {}

  /** Ô chữ. */
  record Words(@Nullable Object value) implements FormCell {}

  /** A cell nobody types in. */
  static FormCell locked(@Nullable Object value) {
    return new Locked(value, false);
  }
}
