package vn.dondoc.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Từ và dấu: the words, numbers and marks of the cleaned text, in order. */
final class Words {
  private static final byte WORD = 0;
  private static final byte NUMBER = 1;
  private static final byte MARK = 2;
  // Spaces that part two columns set side by side.
  private static final int COLUMN_GAP = 4;
  // Letters of "mồng" and "mùng".
  private static final int EARLY = 4;

  private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

  private final String text;
  private int[] start;
  private int[] end;
  private byte[] kind;
  private byte[] lines;
  private String[] key;
  private int count;

  private Words(String text) {
    this.text = text;
    int guess = text.length() / 3 + 8;
    start = new int[guess];
    end = new int[guess];
    kind = new byte[guess];
    lines = new byte[guess];
    key = new String[guess];
  }

  static Words of(String text, Set<String> common) {
    Words words = new Words(text);
    Map<String, String> keys = new HashMap<>();
    int i = 0;
    int breaks = 0;
    int n = text.length();
    while (i < n) {
      char c = text.charAt(i);
      if (c == '\n') {
        breaks++;
        i++;
      } else if (c == ' ') {
        i++;
      } else {
        int j = i + 1;
        if ((c == 'l' || c == 'I') && isMisreadOne(text, i)) {
          j = i + 2;
          words.add(i, j, NUMBER, breaks, "1" + text.substring(i + 1, j).replace('O', '0'));
        } else if ((c == 'O' || c == 'o') && isMisreadNought(text, i)) {
          j = i + 2;
          words.add(i, j, NUMBER, breaks, "0" + text.charAt(i + 1));
        } else if (isEarlyDay(text, i)) {
          j = i + EARLY + 1;
          while (j < n && isDigit(text.charAt(j))) {
            j++;
          }
          words.add(i, j, NUMBER, breaks, text.substring(i + EARLY + 1, j));
        } else if (Character.isLetter(c)) {
          while (j < n && Character.isLetter(text.charAt(j)) && !caseBreak(text, i, j)) {
            j++;
          }
          words.addWord(i, j, breaks, keys, common);
        } else if (isDigit(c)) {
          while (j < n && (isDigit(text.charAt(j)) || isMisread(text, j))) {
            j++;
          }
          words.add(i, j, NUMBER, breaks, text.substring(i, j).replaceAll("[Oo]", "0"));
        } else {
          words.add(i, j, MARK, breaks, String.valueOf(c));
        }
        breaks = 0;
        i = j;
      }
    }
    return words;
  }

  // "tỉnhUBND", "SởTài": a new word starts where a capital follows lower case; "UBNDcác": where a
  // whole syllable of lower case follows capitals.
  private static boolean caseBreak(String text, int from, int at) {
    if (at - from < 2) {
      return false;
    }
    if (at - from == 4
        && (text.startsWith("UBND", from) || text.startsWith("HĐND", from))
        && at + 1 < text.length()
        && Character.isUpperCase(text.charAt(at + 1))) {
      // "UBNDTỈNH": no syllable holds these letters together.
      return true;
    }
    char before = text.charAt(at - 1);
    if (Character.isUpperCase(text.charAt(at))) {
      return Character.isLowerCase(before)
          && Syllables.isSyllable(Syllables.key(text.substring(from, at)));
    }
    if (!Character.isUpperCase(before) || !Character.isUpperCase(text.charAt(at - 2))) {
      return false;
    }
    int end = at;
    while (end < text.length() && end - at < 8 && Character.isLowerCase(text.charAt(end))) {
      end++;
    }
    return end - at > 1 && Syllables.isSyllable(Syllables.key(text.substring(at, end)));
  }

  private void addWord(int from, int to, int breaks, Map<String, String> keys, Set<String> common) {
    String word = text.substring(from, to);
    if (to - from > 3) {
      int at = from;
      for (int length : Syllables.pieces(word, common)) {
        String piece = text.substring(at, at + length);
        add(at, at + length, WORD, at == from ? breaks : 0, keyOf(piece, keys));
        at += length;
      }
    } else {
      add(from, to, WORD, breaks, keyOf(word, keys));
    }
  }

  private static String keyOf(String word, Map<String, String> keys) {
    String known = keys.get(word);
    if (known == null) {
      known = Syllables.key(word);
      if (word.length() <= 12) {
        keys.put(word, known);
      }
    }
    return known;
  }

  private void add(int from, int to, byte what, int breaks, String as) {
    if (count == start.length) {
      int bigger = count * 2;
      start = Arrays.copyOf(start, bigger);
      end = Arrays.copyOf(end, bigger);
      kind = Arrays.copyOf(kind, bigger);
      lines = Arrays.copyOf(lines, bigger);
      key = Arrays.copyOf(key, bigger);
    }
    start[count] = from;
    end[count] = to;
    kind[count] = what;
    lines[count] = (byte) Math.min(breaks, 100);
    key[count] = as;
    count++;
  }

  /** "2OO9": a letter that character recognition made of a nought between figures. */
  private static boolean isMisread(String text, int at) {
    int end = at;
    while (end < text.length() && (text.charAt(end) == 'O' || text.charAt(end) == 'o')) {
      end++;
    }
    boolean date =
        end == at + 1
            && end + 1 < text.length()
            && text.charAt(end) == '/'
            && (isDigit(text.charAt(end + 1)) || isMisreadNought(text, end + 1));
    return end > at && end < text.length() && (isDigit(text.charAt(end)) || date);
  }

  /** "l5/8/2009": a letter that character recognition made of a one in front of a date. */
  private static boolean isMisreadOne(String text, int at) {
    boolean apart = at > 0 && text.charAt(at - 1) == ' ';
    int end = at + 1;
    while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == 'O')) {
      end++;
    }
    boolean figures =
        end + 1 < text.length()
            && (text.charAt(end) == '/' || text.charAt(end) == '-')
            && (isDigit(text.charAt(end + 1)) || isMisreadNought(text, end + 1));
    return apart && end == at + 2 && (figures || text.startsWith(" tháng ", end));
  }

  /** "15/O4/2021", "O5/4": a letter that character recognition made of the nought of a date. */
  private static boolean isMisreadNought(String text, int at) {
    if (at < 2 || at + 2 >= text.length() || !isDigit(text.charAt(at + 1))) {
      return false;
    }
    char before = text.charAt(at - 1);
    char behind = text.charAt(at + 2);
    boolean month = (before == '/' || before == '-') && (behind == before || behind == ' ');
    boolean day = before == ' ' && behind == '/' && at + 3 < text.length();
    char first = text.charAt(at - 2);
    return month && (isDigit(first) || first == 'O') || day && isDigit(text.charAt(at + 3));
  }

  /** "mồng 5", "mùng 10": one of the first ten days is one number, its word included. */
  private static boolean isEarlyDay(String text, int at) {
    boolean word =
        text.startsWith("mồng ", at)
            || text.startsWith("mùng ", at)
            || text.startsWith("Mồng ", at)
            || text.startsWith("Mùng ", at);
    return word && at + EARLY + 1 < text.length() && isDigit(text.charAt(at + EARLY + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads the word at i as another one, its accents given back. */
  void restore(int i, String as) {
    key[i] = as;
  }

  int count() {
    return count;
  }

  int start(int i) {
    return i >= count ? text.length() : start[i];
  }

  int end(int i) {
    return i < 0 ? 0 : end[i];
  }

  String key(int i) {
    return i >= 0 && i < count ? key[i] : "";
  }

  /** Line ends between this word and the one before it. */
  int lines(int i) {
    return i >= 0 && i < count ? lines[i] : 1;
  }

  /** A wide gap in front of the word at i, on one line: another column starts. */
  boolean startsColumn(int i) {
    return i > 0 && i < count && lines[i] == 0 && start[i] - end[i - 1] >= COLUMN_GAP;
  }

  boolean isNumber(int i) {
    return i >= 0 && i < count && kind[i] == NUMBER;
  }

  boolean isWord(int i) {
    return i >= 0 && i < count && kind[i] == WORD;
  }

  boolean isMark(int i) {
    return i >= 0 && i < count && kind[i] == MARK;
  }

  /** Whether the word at i is the given one, case and place of the tone mark apart. */
  boolean is(int i, String word) {
    return i >= 0 && i < count && key[i].equals(KEYS.computeIfAbsent(word, Syllables::key));
  }

  boolean isMark(int i, char c) {
    return isMark(i) && text.charAt(start[i]) == c;
  }

  /** Any of the given marks. */
  boolean isOneOf(int i, String marks) {
    return isMark(i) && marks.indexOf(text.charAt(start[i])) >= 0;
  }

  boolean isCapital(int i) {
    return isWord(i) && Character.isUpperCase(text.charAt(start[i]));
  }

  /** All letters capital, two or more. */
  boolean isShout(int i) {
    if (!isWord(i) || end[i] - start[i] < 2) {
      return false;
    }
    for (int k = start[i]; k < end[i]; k++) {
      if (Character.isLowerCase(text.charAt(k))) {
        return false;
      }
    }
    return true;
  }

  /** No space between this word and the one before it. */
  boolean touches(int i) {
    return i > 0 && i < count && lines[i] == 0 && start[i] == end[i - 1];
  }

  /** The number at i, or -1 when there is none or it is too long to be a day, a year or a count. */
  int number(int i) {
    return isNumber(i) && key[i].length() <= 6 ? Integer.parseInt(key[i]) : -1;
  }

  /** The words of [from, to) as written, white space folded. */
  String text(int from, int to) {
    if (from >= to) {
      return "";
    }
    StringBuilder out = new StringBuilder(end[to - 1] - start[from]);
    for (int i = from; i < to; i++) {
      if (i > from && start[i] > end[i - 1]) {
        out.append(' ');
      }
      out.append(text, start[i], end[i]);
    }
    return out.toString();
  }

  String all() {
    return text;
  }
}
