package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Block.Marker;

/**
 * Bố cục: cuts the body into paragraphs and items and finds what stands under what. Lines broken by
 * a page or a column are joined; items run together in one line come apart.
 */
final class Outline {
  private static final Set<String> OPEN_ENDED =
      Deadlines.keys(
          "và của các với cho về tại trong theo là để những từ hoặc do bởi số năm tháng ngày");
  private static final int WRAPPED_LINE = 140;
  private static final int SHORT_HEADING = 50;
  private static final int LONGEST_ROW = 400;

  private final Words words;
  private final Lexicon.Senses senses;
  private final Markers markers;
  private final WrappedLines wraps;
  private final int width;

  private final List<Block> blocks = new ArrayList<>();
  private final List<Integer> stack = new ArrayList<>();

  private Outline(Words words, Lexicon.Senses senses, int from, int to) {
    this.words = words;
    this.senses = senses;
    this.markers = new Markers(words);
    this.wraps = new WrappedLines(words, senses);
    this.width = lineWidth(words, from, to);
  }

  static List<Block> of(Words words, Lexicon.Senses senses, int from, int to) {
    Outline outline = new Outline(words, senses, from, to);
    outline.cut(from, to);
    return outline.blocks;
  }

  /** The width lines are wrapped at; 0 when each line is a paragraph of its own. */
  private static int lineWidth(Words words, int from, int to) {
    List<Integer> lengths = new ArrayList<>();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || words.lines(i) > 0) {
        lengths.add(words.end(i - 1) - words.start(start));
        start = i;
      }
    }
    int[] sorted = lengths.stream().mapToInt(Integer::intValue).sorted().toArray();
    if (sorted.length < 4) {
      return 0;
    }
    int high = sorted[sorted.length * 9 / 10];
    long longLines = Arrays.stream(sorted).filter(length -> length > high * 7 / 10).count();
    return high <= WRAPPED_LINE && high >= 30 && longLines * 3 > sorted.length ? high : 0;
  }

  private void cut(int from, int to) {
    int start = from;
    Marker marker = from < to ? markers.at(from) : null;
    int lineStart = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to) {
        add(start, i, marker);
        return;
      }
      boolean newLine = words.lines(i) > 0;
      Marker next = null;
      boolean cut = false;
      if (newLine) {
        next = markers.at(i);
        cut = next != null && !continuesNumber(i, next) || startsParagraph(i, lineStart);
        lineStart = i;
      } else if (mayHoldInlineMarker(i)) {
        next = markers.at(i);
        cut = next != null && expected(next, i, marker);
      }
      if (cut) {
        add(start, i, marker);
        start = i;
        marker = next;
        i += next == null ? 0 : next.length() - 1;
      }
    }
  }

  // "… Quyết định số\n15. Theo …": a number left alone at a line start after an open phrase.
  private boolean continuesNumber(int i, Marker next) {
    boolean openBefore = words.isMark(i - 1, ',') || OPEN_ENDED.contains(words.key(i - 1));
    if (words.is(i - 1, Dates.YEAR) && !Dates.plausible(next.value())) {
      return false;
    }
    return openBefore && !next.isBullet() && words.lines(i) == 1;
  }

  private boolean startsParagraph(int i, int lineStart) {
    if (TableRows.isRow(words, lineStart, i) || TableRows.isRow(words, i, lineEnd(i))) {
      return true;
    }
    boolean terminal = words.isOneOf(i - 1, ".;:!?") || closesWithQuote(i - 1);
    boolean blank = words.lines(i) > 1;
    boolean lower = words.isWord(i) && !words.isCapital(i);
    int length = words.end(i - 1) - words.start(lineStart);
    boolean longLine = width > 0 && length >= width * 3 / 4;
    if (terminal) {
      boolean sends = words.isMark(i - 1, ':') && wraps.goesOn(lineStart, i);
      return blank || !longLine && !sends;
    }
    if (lower || words.isMark(i) && !words.isOneOf(i, "\"|")) {
      return false;
    }
    boolean open = words.isMark(i - 1, ',') || OPEN_ENDED.contains(words.key(i - 1));
    if (open) {
      return enacts(i);
    }
    if (words.isNumber(i)) {
      // "I. Đánh giá chung" and, on the next line, "5 tháng đầu năm, …".
      boolean shortHeading = width == 0 && markers.at(lineStart) != null && length < SHORT_HEADING;
      return shortHeading && !wraps.counts(lineStart, i);
    }
    return blank || !longLine;
  }

  /** "Theo đề nghị của Giám đốc Sở A," and, on a line of its own, "QUYẾT ĐỊNH:". */
  private boolean enacts(int i) {
    int end = lineEnd(i);
    return end - i <= 4 && words.isMark(end - 1, ':') && words.isShout(i) && words.isShout(end - 2);
  }

  private int lineEnd(int from) {
    int i = from + 1;
    while (i < words.count() && words.lines(i) == 0 && i < from + LONGEST_ROW) {
      i++;
    }
    return i;
  }

  private boolean closesWithQuote(int i) {
    return words.isOneOf(i, "\")") && words.isOneOf(i - 1, ".;:!?");
  }

  private boolean mayHoldInlineMarker(int i) {
    return words.isOneOf(i - 1, ".;:") && !words.touches(i)
        || words.isMark(i - 1, '.') && words.isMark(i - 2, '/') && !words.touches(i)
        || words.isMark(i - 1, '.') && words.isNumber(i) && words.isWord(i - 2)
        || words.isOneOf(i - 1, ";:") && words.isMark(i, '(');
  }

  /** Inside a line a marker counts only where the count goes on, or starts after a colon. */
  private boolean expected(Marker next, int i, @Nullable Marker current) {
    if (next.isBullet()) {
      return !words.touches(i + 1) && words.isWord(i + 1);
    }
    if (words.isMark(i - 1, '.') && words.isNumber(i - 2)) {
      return false;
    }
    if (next.value() == 1) {
      if (words.isMark(i - 1, ':') && next.kind() == Marker.Kind.PAREN && isMatter(i + 3)) {
        return false;
      }
      return words.isMark(i - 1, ':') || words.isMark(i - 1, '.') || words.isMark(i - 1, ';');
    }
    if (current != null && current.kind() == next.kind() && next.value() == current.value() + 1) {
      return true;
    }
    for (int k = stack.size() - 1; k >= 0; k--) {
      Marker open = blocks.get(stack.get(k)).marker();
      boolean held = current == null || open != null && rank(open) <= rank(current);
      if (held && open != null && open.kind() == next.kind() && next.value() == open.value() + 1) {
        return true;
      }
    }
    return false;
  }

  /** "báo cáo rõ: (1) kết quả; (2) khó khăn": what is reported on, no work of its own. */
  private boolean isMatter(int i) {
    return words.isWord(i)
        && !words.isCapital(i)
        && senses.has(Sense.ASSESSHEAD, i)
        && !senses.has(Sense.VERB, i);
  }

  private void add(int from, int to, @Nullable Marker marker) {
    if (marker == null) {
      int parent = stack.isEmpty() ? -1 : lastHolder();
      List<String> path = parent < 0 ? List.of() : blocks.get(parent).path();
      int level = parent < 0 ? 0 : blocks.get(parent).level() + 1;
      blocks.add(new Block(from, from, to, null, level, parent, path));
      return;
    }
    while (!stack.isEmpty() && !staysOpen(marker)) {
      stack.removeLast();
    }
    if (!stack.isEmpty() && sameKind(stack.getLast(), marker)) {
      stack.removeLast();
    }
    int parent = stack.isEmpty() ? -1 : stack.getLast();
    List<String> path = new ArrayList<>(parent < 0 ? List.of() : blocks.get(parent).path());
    if (!marker.isBullet()) {
      path.add(marker.label());
    }
    int level = parent < 0 ? 0 : blocks.get(parent).level() + 1;
    stack.add(blocks.size());
    blocks.add(
        new Block(from, from + marker.length(), to, marker, level, parent, List.copyOf(path)));
  }

  /** A plain paragraph belongs to the numbered item above it; dashes do not hold paragraphs. */
  private int lastHolder() {
    for (int k = stack.size() - 1; k >= 0; k--) {
      Marker marker = blocks.get(stack.get(k)).marker();
      if (marker != null && !marker.isBullet()) {
        while (stack.size() > k + 1) {
          stack.removeLast();
        }
        return stack.get(k);
      }
    }
    return -1;
  }

  private boolean sameKind(int block, Marker marker) {
    Marker open = blocks.get(block).marker();
    return open != null && open.kind() == marker.kind();
  }

  /** Whether the innermost open item may hold, or precede on its level, the new marker. */
  private boolean staysOpen(Marker marker) {
    for (int open : stack) {
      if (sameKind(open, marker)) {
        return sameKind(stack.getLast(), marker);
      }
    }
    Marker innermost = blocks.get(stack.getLast()).marker();
    return innermost != null && rank(innermost) < rank(marker)
        || innermost != null && !innermost.isBullet() && rank(marker) >= rank(innermost);
  }

  private static int rank(Marker marker) {
    return switch (marker.kind()) {
      case PART -> 0;
      case ROMAN, CAPITAL -> 1;
      case ARTICLE -> 2;
      case NUMBER -> 3;
      case DECIMAL -> 4;
      case DECIMAL3 -> 5;
      case LETTER, BRACKET, PAREN -> 6;
      case DASH -> 7;
      case PLUS -> 8;
    };
  }
}
