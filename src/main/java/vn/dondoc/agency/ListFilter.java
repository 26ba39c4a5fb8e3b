package vn.dondoc.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of the directory is asked for.
 *
 * @param kind null for every kind
 * @param words part of any name; empty for all
 * @param after id of the last line seen before; null for the first page
 */
record ListFilter(
    LocalDate day, @Nullable BodyKind kind, String words, Sort sort, @Nullable Integer after) {
  /** Order of the list; the column stands in the query as it is written here. */
  enum Sort {
    NAME("coalesce(name, code)"),
    CODE("code"),
    KIND("kind || ' ' || coalesce(name, code)");

    private final String expression;

    Sort(String expression) {
      this.expression = expression;
    }

    String expression() {
      return expression;
    }

    static Sort of(String text) {
      return switch (text) {
        case "ma" -> CODE;
        case "loai" -> KIND;
        default -> NAME;
      };
    }

    /** The word of the address. */
    String word() {
      return switch (this) {
        case CODE -> "ma";
        case KIND -> "loai";
        case NAME -> "ten";
      };
    }
  }

  static ListFilter all(LocalDate day) {
    return new ListFilter(day, null, "", Sort.CODE, null);
  }
}
