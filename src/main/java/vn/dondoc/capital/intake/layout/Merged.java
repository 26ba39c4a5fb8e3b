package vn.dondoc.capital.intake.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Vùng ô gộp, numbers from 1. */
public record Merged(int fromRow, int fromColumn, int toRow, int toColumn) {
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

  /** The range written so; empty when it is none. */
  public static Optional<Merged> of(String range) {
    Matcher told = RANGE.matcher(range);
    return told.matches()
        ? Optional.of(
            new Merged(
                Integer.parseInt(told.group(2)),
                column(told.group(1)),
                Integer.parseInt(told.group(4)),
                column(told.group(3))))
        : Optional.empty();
  }

  boolean holds(int row, int column) {
    return row >= fromRow && row <= toRow && column >= fromColumn && column <= toColumn;
  }

  private static int column(String letters) {
    int column = 0;
    for (int at = 0; at < letters.length(); at++) {
      column = column * 26 + letters.charAt(at) - 'A' + 1;
    }
    return column;
  }
}
