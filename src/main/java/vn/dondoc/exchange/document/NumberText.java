package vn.dondoc.exchange.document;

/** A number as a list shows it: 3, c, C, iii, III. */
final class NumberText {
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int MOST_LETTERS = 26 * 20;
  private static final int LARGEST_ROMAN = 4999;

  private NumberText() {}

  /** In one of Word's formats; an unknown one reads as plain digits. */
  static String of(int number, String format) {
    return switch (format) {
      case "none" -> "";
      case "decimalZero" -> number < 10 ? "0" + number : "" + number;
      case "lowerLetter" -> letters(number, 'a');
      case "upperLetter" -> letters(number, 'A');
      case "lowerRoman" -> roman(number);
      case "upperRoman" -> roman(number).toUpperCase(java.util.Locale.ROOT);
      default -> Integer.toString(number);
    };
  }

  // Word repeats the letter after z: 27 is "aa", 28 is "bb".
  private static String letters(int number, char first) {
    if (number < 1 || number > MOST_LETTERS) {
      return Integer.toString(number);
    }
    return Character.toString(first + (number - 1) % 26).repeat((number - 1) / 26 + 1);
  }

  private static String roman(int number) {
    if (number < 1 || number > LARGEST_ROMAN) {
      return Integer.toString(number);
    }
    StringBuilder text = new StringBuilder();
    int rest = number;
    for (int i = 0; i < VALUES.length; i++) {
      for (; rest >= VALUES[i]; rest -= VALUES[i]) {
        text.append(ROMAN[i]);
      }
    }
    return text.toString();
  }
}
