package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.exchange.document.PdfLayout.Page;

/**
 * Bảng sang trang: a table that goes on over the leaf says its head again, and a row may be broken
 * in two; both are made whole before the pages are read one after the other.
 */
final class PdfTurns {
  private static final double SAME_PLACE = 3;
  // A page number may stand before the first row or behind the last.
  private static final int FURNITURE = 1;

  private PdfTurns() {}

  static List<Page> joined(List<Page> pages) {
    List<List<PdfLine>> whole = new ArrayList<>();
    String head = "";
    for (Page page : pages) {
      List<PdfLine> lines = new ArrayList<>(page.lines());
      List<PdfLine> before = whole.isEmpty() ? List.of() : whole.getLast();
      int last = lastRow(before);
      int first = firstRow(lines);
      boolean turns = last >= 0 && first >= 0 && isSameTable(before.get(last), lines.get(first));
      if (turns && lines.get(first).text().equals(head)) {
        lines.remove(first);
        turns = first < lines.size() && lines.get(first).row();
      }
      if (turns && isRest(before.get(last), lines.get(first))) {
        before.set(last, both(before.get(last), lines.remove(first)));
      }
      head = head(lines, turns ? head : "");
      whole.add(lines);
    }
    List<Page> joined = new ArrayList<>();
    for (int p = 0; p < pages.size(); p++) {
      joined.add(new Page(whole.get(p), pages.get(p).height()));
    }
    return joined;
  }

  private static int firstRow(List<PdfLine> lines) {
    for (int i = 0; i <= FURNITURE && i < lines.size(); i++) {
      if (lines.get(i).row()) {
        return i;
      }
    }
    return -1;
  }

  private static int lastRow(List<PdfLine> lines) {
    for (int i = lines.size() - 1; i >= 0 && i >= lines.size() - 1 - FURNITURE; i--) {
      if (lines.get(i).row()) {
        return i;
      }
    }
    return -1;
  }

  /** The first row of the table that stands last on a page. */
  private static String head(List<PdfLine> lines, String until) {
    int last = lastRow(lines);
    if (last < 0) {
      return "";
    }
    int first = last;
    while (first > 0 && lines.get(first - 1).row()) {
      first--;
    }
    boolean goesOn = !until.isEmpty() && first <= FURNITURE;
    return goesOn ? until : lines.get(first).text();
  }

  private static boolean isSameTable(PdfLine one, PdfLine other) {
    boolean same = one.pieces().size() == other.pieces().size();
    for (int i = 0; same && i < one.pieces().size(); i++) {
      same = Math.abs(one.pieces().get(i).x() - other.pieces().get(i).x()) <= SAME_PLACE;
    }
    return same;
  }

  /** A row without its number, under one with a number, is the rest of it. */
  private static boolean isRest(PdfLine before, PdfLine line) {
    return !before.pieces().getFirst().text().isBlank()
        && line.pieces().getFirst().text().isBlank();
  }

  private static PdfLine both(PdfLine before, PdfLine rest) {
    List<PdfLine.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < before.pieces().size(); i++) {
      PdfLine.Piece piece = before.pieces().get(i);
      String text = (piece.text() + " " + rest.pieces().get(i).text()).strip();
      pieces.add(new PdfLine.Piece(text, piece.x(), piece.end(), piece.firstEnd()));
    }
    return new PdfLine(before.y(), before.size(), pieces, true);
  }
}
