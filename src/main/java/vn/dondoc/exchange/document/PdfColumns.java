package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.List;

/** Stretches of a page's width that lines cover; two of them with a gutter between are columns. */
final class PdfColumns {
  private static final double NARROWEST_GUTTER = 0.8;

  private List<double[]> stretches = new ArrayList<>();
  private double size = 1;

  /** Adds a line unless it would close the gutter; says whether it was added. */
  boolean add(PdfLine line) {
    List<double[]> before = stretches;
    List<double[]> after = new ArrayList<>(before);
    size = Math.max(size, line.size());
    for (PdfLine.Piece piece : line.pieces()) {
      after = joined(after, piece.x(), piece.end());
    }
    if (before.size() == 2 && after.size() != 2) {
      return false;
    }
    stretches = after;
    return true;
  }

  /** Whether there are two columns by now. */
  boolean parted() {
    return stretches.size() == 2;
  }

  /** A place between the two. */
  double gutter() {
    return (stretches.get(0)[1] + stretches.get(1)[0]) / 2;
  }

  private List<double[]> joined(List<double[]> parts, double x, double end) {
    double low = x;
    double high = end;
    List<double[]> out = new ArrayList<>();
    for (double[] part : parts) {
      if (part[1] + NARROWEST_GUTTER * size < low || part[0] - NARROWEST_GUTTER * size > high) {
        out.add(part);
      } else {
        low = Math.min(low, part[0]);
        high = Math.max(high, part[1]);
      }
    }
    out.add(new double[] {low, high});
    out.sort((a, b) -> Double.compare(a[0], b[0]));
    return out;
  }
}
