package vn.dondoc.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Văn bản gốc: the text as given, beside a cleaned one of the same words (NFC, plain spaces and
 * dashes, no mark-up), with the way back from every unit of the cleaned text to the original.
 */
final class OriginalText {
  private final String raw;
  private final String clean;
  private final int[] origin;

  private OriginalText(String raw, String clean, int[] origin) {
    this.raw = raw;
    this.clean = clean;
    this.origin = origin;
  }

  static OriginalText of(String raw) {
    int length = raw.length();
    StringBuilder out = new StringBuilder(length);
    int[] origin = new int[length + 1];
    int i = 0;
    while (i < length) {
      int next = i + 1;
      while (next < length && isCombining(raw.charAt(next))) {
        next++;
      }
      if (next > i + 1) {
        String composed = compose(raw, i, next);
        for (int k = 0; k < composed.length(); k++) {
          origin = grown(origin, out.length() + 1);
          origin[out.length()] = i;
          out.append(composed.charAt(k));
        }
      } else {
        char c = isLineEnd(raw, i) ? '\n' : plain(raw.charAt(i));
        if (c != 0) {
          origin = grown(origin, out.length() + 1);
          origin[out.length()] = i;
          out.append(markup(raw, i) ? ' ' : c);
        }
      }
      i = next;
    }
    origin = grown(origin, out.length() + 1);
    origin[out.length()] = length;
    LostLines.restore(out);
    PageNumbers.drop(out);
    return new OriginalText(raw, rows(raw, out, origin), origin);
  }

  /** Tabs of a pasted table become the bars of its rows; two of them in a line make it one. */
  private static String rows(String raw, StringBuilder clean, int[] origin) {
    int start = 0;
    for (int i = 0; i <= clean.length(); i++) {
      if (i < clean.length() && clean.charAt(i) != '\n') {
        continue;
      }
      List<Integer> tabs = new ArrayList<>();
      for (int k = start; k < i; k++) {
        if (raw.charAt(origin[k]) == '\t' && k > start) {
          tabs.add(k);
        }
      }
      boolean apart = tabs.size() >= 2 && tabs.getLast() - tabs.getFirst() >= tabs.size();
      for (int tab : apart ? tabs : List.<Integer>of()) {
        clean.setCharAt(tab, '|');
      }
      start = i + 1;
    }
    return clean.toString();
  }

  String clean() {
    return clean;
  }

  String raw() {
    return raw;
  }

  /** The original unit a unit of the cleaned text came from; its length for the end. */
  int origin(int cleanIndex) {
    return origin[cleanIndex];
  }

  /** The original end of a stretch of the cleaned text that ends before {@code cleanEnd}. */
  int originEnd(int cleanEnd) {
    if (cleanEnd == 0) {
      return 0;
    }
    // Marks dropped after the last unit of a stretch (a zero-width space, say) stay outside it,
    // while accents composed into it stay inside.
    int last = origin[cleanEnd - 1];
    int end = last + 1;
    while (end < raw.length() && end < origin[cleanEnd] && isCombining(raw.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int[] grown(int[] array, int needed) {
    return needed < array.length ? array : Arrays.copyOf(array, Math.max(needed + 1, needed * 2));
  }

  /** A carriage return that no line feed follows ends a line, as it did on old machines. */
  private static boolean isLineEnd(String raw, int i) {
    int next = i + 1;
    while (next < raw.length() && raw.charAt(next) == '\r') {
      next++;
    }
    boolean feed = next < raw.length() && raw.charAt(next) == '\n';
    return raw.charAt(i) == '\r' && !feed;
  }

  private static boolean isCombining(char c) {
    return c >= 0x300 && c <= 0x36F;
  }

  private static String compose(String raw, int from, int to) {
    StringBuilder kept = new StringBuilder(to - from);
    char base = plain(raw.charAt(from));
    if (base != 0) {
      kept.append(base);
    }
    for (int k = from + 1; k < to; k++) {
      char mark = raw.charAt(k);
      // Lines drawn under letters carry no meaning; some hosts add them to hinder copying.
      if (mark < 0x32D || mark > 0x333) {
        kept.append(mark);
      }
    }
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  private static boolean markup(String raw, int i) {
    char c = raw.charAt(i);
    if (c != '*' && c != '_') {
      return false;
    }
    return (i > 0 && raw.charAt(i - 1) == c)
        || (i + 1 < raw.length() && raw.charAt(i + 1) == c)
        || c == '_';
  }

  private static char plain(char c) {
    if (c >= ' ' && c < 0x7F || c == '\n') {
      return c;
    }
    return switch (c) {
      case '\r', '\t', '\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202F', '\u3000' -> ' ';
      case '\u000B', '\f', '\u2028', '\u2029', '\u0085' -> '\n';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uF02D' -> '-';
      case '\u2022', '\u25CF', '\u25AA', '\u25AB', '\u25E6', '\u00B7', '\u2023', '\uF0B7' -> '-';
      case '\u2018', '\u2019', '\u00B4', '\u2032' -> '\'';
      case '\u201C', '\u201D', '\u00AB', '\u00BB', '\u2033' -> '"';
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD' -> 0;
      case '\u01E5' -> 'g';
      case '\u0265' -> 'y';
      case '\u1E01' -> '\u1EA1';
      case '\u012F' -> '\u1ECB';
      case '\u00D0', '\u0189' -> '\u0110';
      default -> c < ' ' || c == 0x7F ? ' ' : c;
    };
  }
}
