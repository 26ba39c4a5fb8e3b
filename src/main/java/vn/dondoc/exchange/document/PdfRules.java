package vn.dondoc.exchange.document;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Đường kẻ của một trang: the level and upright lines drawn on it, which frame the cells of tables.
 */
final class PdfRules {
  private static final List<String> OPERATORS =
      List.of(
          "m", "l", "h", "re", "c", "v", "y", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n");
  private static final Set<String> STROKES = Set.of("S", "s", "B", "B*", "b", "b*");
  private static final float THICKEST = 3;
  private static final float SHORTEST = 4;
  private static final float STRAIGHT = 1;
  // A drawing of so many strokes is no table.
  private static final int MOST = 20_000;

  private final List<Rule> rules = new ArrayList<>();
  private final List<Outline> path = new ArrayList<>();

  /**
   * A line drawn.
   *
   * @param level or upright
   * @param at its distance from the top, or from the left
   * @param from where it begins along its way
   * @param to where it ends
   */
  record Rule(boolean level, double at, double from, double to) {}

  /** Straight strokes from point to point; a curve among them makes it no rule. */
  private static final class Outline {
    private final List<Point2D> points = new ArrayList<>();
    private boolean curved;
    private boolean closed;
  }

  /** Lets an engine that reads a page tell its lines. */
  List<OperatorProcessor> processors(PDFStreamEngine engine) {
    return OPERATORS.stream().<OperatorProcessor>map(name -> new Pen(engine, name)).toList();
  }

  /** The lines of the page that was read, seen from its upper left corner; forgets them. */
  List<Rule> of(PDPage page) {
    List<Rule> found = page.getRotation() == 0 && rules.size() < MOST ? shifted(page) : List.of();
    rules.clear();
    path.clear();
    return found;
  }

  private List<Rule> shifted(PDPage page) {
    double left = page.getCropBox().getLowerLeftX();
    double top = page.getCropBox().getUpperRightY();
    return rules.stream()
        .map(rule ->
            rule.level()
                ? new Rule(true, top - rule.at(), rule.from() - left, rule.to() - left)
                : new Rule(false, rule.at() - left, top - rule.to(), top - rule.from()))
        .toList();
  }

  /** One operator of a path. */
  private final class Pen extends OperatorProcessor {
    private final String name;

    Pen(PDFStreamEngine engine, String name) {
      super(engine);
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      float[] at = new float[operands.size()];
      for (int i = 0; i < at.length; i++) {
        at[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
      }
      switch (name) {
        case "m" -> begin(at);
        case "l" -> add(at, 0);
        case "h" -> close();
        case "re" -> rectangle(at);
        case "c", "v", "y" -> curve(at);
        default -> paint(STROKES.contains(name), !name.equals("n"));
      }
    }

    private void begin(float[] at) {
      path.add(new Outline());
      add(at, 0);
    }

    private void add(float[] at, int from) {
      if (!path.isEmpty() && at.length >= from + 2 && path.size() < MOST) {
        path.getLast().points.add(getContext().transformedPoint(at[from], at[from + 1]));
      }
    }

    private void close() {
      if (!path.isEmpty()) {
        path.getLast().closed = true;
      }
    }

    private void rectangle(float[] at) {
      if (at.length == 4) {
        path.add(new Outline());
        add(new float[] {at[0], at[1]}, 0);
        add(new float[] {at[0] + at[2], at[1]}, 0);
        add(new float[] {at[0] + at[2], at[1] + at[3]}, 0);
        add(new float[] {at[0], at[1] + at[3]}, 0);
        close();
      }
    }

    private void curve(float[] at) {
      if (!path.isEmpty()) {
        path.getLast().curved = true;
        add(at, Math.max(0, at.length - 2));
      }
    }

    private void paint(boolean stroked, boolean shown) {
      if (shown && rules.size() < MOST) {
        path.stream().filter(outline -> !outline.curved).forEach(o -> draw(o, stroked));
      }
      path.clear();
    }

    private void draw(Outline outline, boolean stroked) {
      List<Point2D> points = outline.points;
      if (points.size() < 2 || rule(points)) {
        return;
      }
      int strokes = stroked ? points.size() - (outline.closed ? 0 : 1) : 0;
      for (int i = 0; i < strokes; i++) {
        Point2D from = points.get(i);
        Point2D to = points.get((i + 1) % points.size());
        if (Math.abs(from.getX() - to.getX()) < STRAIGHT
            || Math.abs(from.getY() - to.getY()) < STRAIGHT) {
          rule(List.of(from, to));
        }
      }
    }

    /** Takes a thin outline as a line; says whether it was one. */
    private boolean rule(List<Point2D> points) {
      double left = points.stream().mapToDouble(Point2D::getX).min().orElse(0);
      double right = points.stream().mapToDouble(Point2D::getX).max().orElse(0);
      double low = points.stream().mapToDouble(Point2D::getY).min().orElse(0);
      double high = points.stream().mapToDouble(Point2D::getY).max().orElse(0);
      boolean level = high - low <= THICKEST && right - left >= SHORTEST;
      boolean upright = right - left <= THICKEST && high - low >= SHORTEST;
      if (level) {
        rules.add(new Rule(true, (low + high) / 2, left, right));
      } else if (upright) {
        rules.add(new Rule(false, (left + right) / 2, low, high));
      }
      return level || upright;
    }
  }
}
