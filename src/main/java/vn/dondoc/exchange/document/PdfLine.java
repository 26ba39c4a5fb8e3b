package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.exchange.document.PdfWords.Word;

/**
 * One line of a page, its words in pieces where a wide gap lies between them.
 *
 * @param y base line, from the top
 * @param size height of the letters
 * @param pieces from left to right
 * @param row of a table with lines around its cells: one piece a column, empty where the cell is
 */
record PdfLine(float y, float size, List<Piece> pieces, boolean row) {
  private static final double SAME_LINE = 0.45;
  private static final double WIDE_GAP = 1.6;

  PdfLine {
    pieces = List.copyOf(pieces);
  }

  /** A line of running text. */
  PdfLine(float y, float size, List<Piece> pieces) {
    this(y, size, pieces, false);
  }

  /** Words without a wide gap; {@code firstEnd} is where the first of them ends. */
  record Piece(String text, float x, float end, float firstEnd) {}

  /** Lines of a page, rows of its tables among them. */
  static List<PdfLine> of(PdfWords.Page page) {
    List<Word> free = new ArrayList<>(page.words());
    List<PdfLine> lines = new ArrayList<>();
    for (PdfTable table : PdfTable.of(page.rules())) {
      List<Word> held = free.stream().filter(table::holds).toList();
      List<PdfLine> rows = table.rows(held);
      if (!PdfLayout.isColumns(rows)) {
        free.removeAll(held);
        lines.addAll(rows);
      }
    }
    lines.addAll(of(free));
    lines.sort(Comparator.comparingDouble(PdfLine::y));
    return lines;
  }

  static List<PdfLine> of(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(Word::y));
    List<PdfLine> lines = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      Word first = sorted.get(from);
      int to = from + 1;
      while (to < sorted.size()
          && sorted.get(to).y() - sorted.get(to - 1).y() <= 1
          && sorted.get(to).y() - first.y() <= SAME_LINE * first.size()) {
        to++;
      }
      lines.add(line(sorted.subList(from, to)));
      from = to;
    }
    return lines;
  }

  private static PdfLine line(List<Word> words) {
    List<Word> ordered = new ArrayList<>(words);
    ordered.sort(Comparator.comparingDouble(Word::x));
    float size = (float) ordered.stream().mapToDouble(Word::size).max().orElse(1);
    List<Piece> pieces = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    for (Word word : ordered) {
      if (!open.isEmpty() && word.x() - open.getLast().end() > WIDE_GAP * size) {
        pieces.add(piece(open));
        open.clear();
      }
      open.add(word);
    }
    pieces.add(piece(open));
    return new PdfLine(words.getFirst().y(), size, pieces);
  }

  private static Piece piece(List<Word> words) {
    String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
    Word first = words.getFirst();
    return new Piece(text, first.x(), words.getLast().end(), first.end());
  }

  float x() {
    return pieces.getFirst().x();
  }

  float end() {
    return pieces.getLast().end();
  }

  /** Its words; more than two pieces are cells of a table. */
  String text() {
    return pieces.stream()
        .map(Piece::text)
        .collect(Collectors.joining(row || pieces.size() > 2 ? " | " : " "));
  }
}
