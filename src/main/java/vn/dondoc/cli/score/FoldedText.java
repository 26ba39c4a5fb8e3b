package vn.dondoc.cli.score;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text with its white space folded and its letters composed, each of its characters knowing where
 * it stands in the original.
 */
final class FoldedText {
  private final String original;
  private final String folded;
  private final int[] origins;

  FoldedText(String original) {
    this.original = original;
    StringBuilder out = new StringBuilder(original.length());
    List<Integer> from = new ArrayList<>(original.length());
    for (int i = 0; i < original.length(); ) {
      int end = cluster(original, i);
      String piece = original.substring(i, end);
      if (isSpace(piece.charAt(0))) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
          from.add(i);
        }
      } else {
        String composed = Normalizer.normalize(piece, Normalizer.Form.NFC);
        for (int k = 0; k < composed.length(); k++) {
          from.add(i);
        }
        out.append(composed);
      }
      i = end;
    }
    this.folded = out.toString();
    this.origins = from.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Where a quotation begins in the original, each time it occurs. */
  List<Integer> occurrences(String quote) {
    String wanted = fold(quote);
    List<Integer> found = new ArrayList<>();
    for (int at = folded.indexOf(wanted);
        at >= 0 && !wanted.isEmpty();
        at = folded.indexOf(wanted, at + 1)) {
      found.add(origins[at]);
    }
    return found;
  }

  /** Where a quotation that begins there ends in the original. */
  int endOf(int start, String quote) {
    int at = 0;
    while (at < origins.length && origins[at] < start) {
      at++;
    }
    int last = at + fold(quote).length();
    return last >= origins.length ? original.length() : origins[last];
  }

  /** Line of a place, from 1. */
  int lineOf(int at) {
    return 1 + (int) original.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** One past the last character of a line, from 1. */
  int endOfLine(int line) {
    int at = -1;
    for (int i = 0; i < line; i++) {
      int next = original.indexOf('\n', at + 1);
      if (next < 0) {
        return original.length();
      }
      at = next;
    }
    return at;
  }

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /**
   * A name as names are compared: without white space, case, or the two ways of writing the tone of
   * "Ủy"/"Uỷ" and "hòa"/"hoà".
   */
  static String name(String text) {
    StringBuilder bare = new StringBuilder();
    StringBuilder tone = new StringBuilder();
    String apart = Normalizer.normalize(fold(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i <= apart.length(); i++) {
      char c = i < apart.length() ? apart.charAt(i) : ' ';
      if ("\u0300\u0301\u0303\u0309\u0323".indexOf(c) >= 0) {
        tone.append(c);
      } else if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        bare.append(c);
      } else {
        out.append(bare).append(tone).append(c);
        bare.setLength(0);
        tone.setLength(0);
      }
    }
    return out.toString().replaceAll("[\\s.,;:]+$", "").strip();
  }

  // A base letter with the marks after it composes as one.
  private static int cluster(String text, int from) {
    int end = from + Character.charCount(text.codePointAt(from));
    while (end < text.length()
        && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
  }
}
