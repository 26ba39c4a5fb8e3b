package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Vế câu: a stretch of a block up to a full stop or a semicolon, the mark included.
 *
 * @param from first word
 * @param to one past its last word or mark
 * @param opens it starts a sentence
 */
record Clause(int from, int to, boolean opens) {
  private static final Set<String> ABBREVIATED =
      Deadlines.keys("tp tx ts ths gs pgs tl kt tm st nxb v vs bs tt đ p q");
  // Words that open a sentence behind "UBND TP." and no name of a town.
  private static final Set<String> OPENERS =
      Deadlines.keys("giám chủ thủ sở ubnd các yêu đề giao phó trưởng theo đồng");
  private static final int LONGEST = 700;
  private static final int LONGEST_PARENTHESIS = 150;

  /** Cuts [from, to) into clauses that cover it without gaps. */
  static List<Clause> of(Words words, int from, int to) {
    List<Clause> clauses = new ArrayList<>();
    int start = from;
    int depth = 0;
    int opened = from;
    boolean opens = true;
    for (int i = from; i < to; i++) {
      if (words.isMark(i, '(')) {
        depth++;
        opened = i;
      } else if (words.isMark(i, ')')) {
        depth = Math.max(0, depth - 1);
      } else if (depth > 0 && i - opened > LONGEST_PARENTHESIS) {
        depth = 0;
      }
      boolean stop = endsSentence(words, i, to);
      if (stop && depth == 0 || words.isMark(i, ';') && depth == 0 || i - start > LONGEST) {
        int end = i + 1;
        while (end < to && words.isOneOf(end, ".\"/") && words.touches(end)) {
          end++;
        }
        clauses.add(new Clause(start, end, opens));
        opens = stop;
        start = end;
        i = end - 1;
      }
    }
    if (start < to) {
      clauses.add(new Clause(start, to, opens));
    }
    return clauses;
  }

  static boolean endsSentence(Words words, int i, int to) {
    if (words.isOneOf(i, "!?")) {
      return true;
    }
    if (!words.isMark(i, '.')) {
      return false;
    }
    if (i + 1 >= to || words.isMark(i - 1, '/')) {
      return true;
    }
    boolean glued = words.touches(i + 1);
    if (words.isNumber(i + 1) && (glued || words.isNumber(i - 1) && words.lines(i + 1) == 0)) {
      return false;
    }
    boolean abbreviated =
        ABBREVIATED.contains(words.key(i - 1))
            && words.touches(i)
            && (glued
                || !words.isCapital(i + 1)
                || !OPENERS.contains(words.key(i + 1))
                // "TP. Thủ Đức": a town; "TP. Thủ tướng …" opens a sentence.
                || words.is(i + 1, "thủ") && words.isCapital(i + 2));
    if (abbreviated
        || words.isWord(i - 1)
            && words.end(i - 1) - words.start(i - 1) == 1
            && words.isCapital(i - 1)) {
      return false;
    }
    if (glued) {
      // "thực hiện.Giao Sở": the space was lost; "dichvucong.gov.vn" was never two sentences.
      return words.isCapital(i + 1)
          && !words.isShout(i - 1)
          && words.end(i - 1) - words.start(i - 1) > 1;
    }
    return !words.isWord(i + 1) || words.isCapital(i + 1) || words.lines(i + 1) > 0;
  }
}
