package vn.dondoc.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Block.Marker;
import vn.dondoc.reading.Block.Marker.Kind;

/** Ký hiệu đầu mục: recognises what numbers an item, at the head of a line or inside one. */
final class Markers {
  private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

  // How far apart two items of one count may stand.
  private static final int FAR = 300;

  private final Words words;

  Markers(Words words) {
    this.words = words;
  }

  /** The marker that starts at i; null when none does. Whether i may hold one is for the caller. */
  @Nullable Marker at(int i) {
    if (words.isNumber(i)) {
      return numbered(i);
    }
    if (words.isMark(i, '(') && words.isMark(i + 2, ')')) {
      return bracketed(i);
    }
    if (words.isMark(i, '-') && words.isWord(i + 1)
        || words.isMark(i, '-') && words.isNumber(i + 1)) {
      return words.touches(i + 1) && words.isNumber(i + 1) ? null : new Marker(Kind.DASH, "", 0, 1);
    }
    if (words.isMark(i, '*') && words.isWord(i + 1)) {
      return new Marker(Kind.DASH, "", 0, 1);
    }
    if (words.isMark(i, '+') && words.isWord(i + 1)) {
      return new Marker(Kind.PLUS, "", 0, 1);
    }
    if (words.isWord(i)) {
      return lettered(i);
    }
    return null;
  }

  private @Nullable Marker numbered(int i) {
    int value = words.number(i);
    if (value < 0 || value > 60) {
      return null;
    }
    String label = words.key(i);
    if (words.isMark(i + 1, '.')
        && words.isNumber(i + 2)
        && words.touches(i + 2)
        && words.touches(i + 1)) {
      return decimal(i, value);
    }
    if (words.isMark(i + 1, '.') && isText(i + 2)) {
      return new Marker(Kind.NUMBER, label, value, 2);
    }
    if (words.isMark(i + 1, ')') && isText(i + 2)) {
      return new Marker(Kind.BRACKET, label + ")", value, 2);
    }
    if (words.isOneOf(i + 1, "/-")
        && words.touches(i + 1)
        && isText(i + 2)
        && !words.isNumber(i + 2)
        && (!words.touches(i + 2) || words.isCapital(i + 2))
        && words.start(i + 2) > 0) {
      return words.isCapital(i + 2) ? new Marker(Kind.NUMBER, label, value, 2) : null;
    }
    return null;
  }

  private @Nullable Marker decimal(int i, int value) {
    int second = words.number(i + 2);
    if (second < 0 || second > 60) {
      return null;
    }
    String label = value + "." + second;
    if (words.isMark(i + 3, '.') && words.isNumber(i + 4) && words.touches(i + 4)) {
      int third = words.number(i + 4);
      int length = words.isMark(i + 5, '.') ? 6 : 5;
      return isText(i + length) && third >= 0
          ? new Marker(Kind.DECIMAL3, label + "." + third, third, length)
          : null;
    }
    int length = words.isOneOf(i + 3, ".-") && words.touches(i + 3) ? 4 : 3;
    // "1.3. 16h00 thứ Sáu hằng tuần …": an item that opens with an hour.
    boolean clock = length > 3 && new Hours(words).end(i + length) > 0;
    boolean spaced = isText(i + length) && (words.isCapital(i + length) || clock);
    return spaced ? new Marker(Kind.DECIMAL, label, second, length) : null;
  }

  private @Nullable Marker bracketed(int i) {
    int value = words.number(i + 1);
    if (value >= 0 && value <= 60) {
      return new Marker(Kind.PAREN, "(" + words.key(i + 1) + ")", value, 3);
    }
    int roman = smallRoman(i + 1);
    if (roman > 0) {
      return new Marker(Kind.PAREN, "(" + words.text(i + 1, i + 2) + ")", roman, 3);
    }
    int letter = letter(i + 1);
    if (letter > 0) {
      return new Marker(Kind.PAREN, "(" + words.text(i + 1, i + 2) + ")", letter, 3);
    }
    return null;
  }

  /** "(ii)", "(iv)"; "(i)" and "(v)" where the count goes on or came from there, else letters. */
  private int smallRoman(int i) {
    String text = words.isWord(i) && !words.isCapital(i) ? words.text(i, i + 1) : "";
    int value = text.isEmpty() ? 0 : roman(text.toUpperCase(Locale.ROOT));
    boolean counts =
        switch (text) {
          case "i" -> stands("ii", i, i + FAR);
          case "v" -> stands("iv", i - FAR, i);
          case "x" -> stands("ix", i - FAR, i);
          default -> true;
        };
    return value > 0 && counts ? value : 0;
  }

  private boolean stands(String label, int from, int to) {
    for (int k = Math.max(1, from); k < Math.min(words.count(), to); k++) {
      if (words.isMark(k - 1, '(') && words.isMark(k + 1, ')') && words.is(k, label)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Marker lettered(int i) {
    int letter = letter(i);
    boolean capital = words.isCapital(i);
    if (letter > 0 && words.isMark(i + 1, ')') && isText(i + 2)) {
      return new Marker(Kind.LETTER, words.text(i, i + 1), letter, 2);
    }
    int roman = capital ? roman(words.text(i, i + 1)) : 0;
    if (roman > 0
        && words.isOneOf(i + 1, "./-")
        && isText(i + 2)
        && (words.touches(i + 1) || words.isMark(i + 1, '-'))) {
      return new Marker(Kind.ROMAN, words.text(i, i + 1), roman, 2);
    }
    if (letter > 0
        && words.isOneOf(i + 1, ".")
        && words.touches(i + 1)
        && isText(i + 2)
        && !words.touches(i + 2)) {
      Kind kind = capital ? Kind.CAPITAL : Kind.LETTER;
      return new Marker(kind, words.text(i, i + 1), letter, 2);
    }
    if (capital && words.is(i, "điều") && words.number(i + 1) > 0 && words.isOneOf(i + 2, ".:")) {
      return new Marker(Kind.ARTICLE, words.text(i, i + 2), words.number(i + 1), 3);
    }
    boolean part = words.is(i, "phần") || words.is(i, "chương") || words.is(i, "mục");
    if (part && capital && (words.isNumber(i + 1) || roman(words.text(i + 1, i + 2)) > 0)) {
      int length = words.isOneOf(i + 2, ".:") ? 3 : 2;
      return words.lines(i) > 0 ? new Marker(Kind.PART, words.text(i, i + 2), 1, length) : null;
    }
    return null;
  }

  private boolean isText(int i) {
    return i < words.count() && (!words.isMark(i) || words.isOneOf(i, "\"(-'"));
  }

  private int letter(int i) {
    if (!words.isWord(i) || words.end(i) - words.start(i) != 1) {
      return 0;
    }
    return LETTERS.indexOf(Character.toLowerCase(words.text(i, i + 1).charAt(0))) + 1;
  }

  private static int roman(String text) {
    int total = 0;
    int last = 0;
    if (text.length() > 5) {
      return 0;
    }
    for (int k = text.length() - 1; k >= 0; k--) {
      int value =
          switch (text.charAt(k)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            default -> 0;
          };
      if (value == 0) {
        return 0;
      }
      total += value < last ? -value : value;
      last = Math.max(last, value);
    }
    return total;
  }
}
