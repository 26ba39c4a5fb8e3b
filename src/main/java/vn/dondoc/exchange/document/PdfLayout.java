package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of pages put in reading order: page numbers and running heads dropped, the two columns of
 * the head and of the signature read one after the other, broken lines joined where the page shows
 * that a paragraph goes on.
 */
final class PdfLayout {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[-–—\\s]*(trang\\s*)?\\d{1,4}(\\s*/\\s*\\d{1,4})?[-–—\\s]*");
  private static final Pattern STARTS_ITEM =
      Pattern.compile(
          "(([-–—+•*]|\\d{1,3}(\\.\\d{1,3})*[.)/]|\\(?[a-zđ\\d]{1,2}\\)|[IVXLC]+[.)])\\s"
              + "|Điều \\d+|Nơi nhận).*",
          Pattern.DOTALL);
  private static final Pattern NUMBERED =
      Pattern.compile("(\\d{1,2}[.)]|[a-zđ]\\)|[IVX]+[.)])(\\s.*)?", Pattern.DOTALL);
  private static final Pattern COLUMN_WORDS =
      Pattern.compile(".*(độc lập|cộng h(òa|oà)|đảng cộng sản|nơi nhận).*", Pattern.DOTALL);
  private static final int COLUMNS = 3;
  private static final double EDGE = 0.12;
  private static final int FEWEST_REPEATS = 3;
  private static final double COLUMN_STEP = 2.6;
  private static final double CENTRE = 0.07;
  private static final int LONGEST_BLOCK = 40;
  private static final int LATEST_PARTING = 2;

  private final Lines out;
  private final List<PdfLine> kept = new ArrayList<>();
  private double spacing = 1.3;
  private double left;
  private double right;
  private final StringBuilder paragraph = new StringBuilder();
  private PdfLine last = new PdfLine(0, 1, List.of(new PdfLine.Piece("", 0, 0, 0)));
  private boolean firstOfPage;

  private PdfLayout(Lines out) {
    this.out = out;
  }

  /** A page's lines and its height. */
  record Page(List<PdfLine> lines, float height) {}

  static void write(List<Page> pages, Lines out) {
    Set<String> running = runningLines(pages);
    List<Page> whole = PdfTurns.joined(pages);
    PdfLayout layout = new PdfLayout(out);
    for (Page page : whole) {
      layout.page(page, running);
    }
    layout.endParagraph();
  }

  /** Whether a framed table only places things side by side, as heads and signatures do. */
  static boolean isColumns(List<PdfLine> rows) {
    String words = rows.stream().map(PdfLine::text).collect(Collectors.joining(" "));
    return rows.stream().allMatch(row -> row.pieces().size() <= COLUMNS)
        && COLUMN_WORDS.matcher(words.toLowerCase(Locale.ROOT)).matches();
  }

  private void page(Page page, Set<String> running) {
    kept.clear();
    for (PdfLine line : page.lines()) {
      if (!isFurniture(page, line, running)) {
        kept.add(line);
      }
    }
    measure();
    firstOfPage = true;
    for (int i = 0; i < kept.size(); ) {
      boolean within = !paragraph.isEmpty() && goesOn(kept.get(i));
      int end = within ? i : columnsEnd(i);
      if (end > i) {
        writeColumns(i, end);
        i = end;
      } else {
        writeLine(kept.get(i));
        i++;
      }
      firstOfPage = false;
    }
  }

  private static boolean isFurniture(Page page, PdfLine line, Set<String> running) {
    boolean atEdge = line.y() < page.height() * EDGE || line.y() > page.height() * (1 - EDGE);
    String text = line.text().toLowerCase(Locale.ROOT);
    return atEdge && (PAGE_NUMBER.matcher(text).matches() || running.contains(masked(text)));
  }

  // What stands at the same edge of most pages, but for its digits, belongs to the paper.
  private static Set<String> runningLines(List<Page> pages) {
    Map<String, Integer> counts = new HashMap<>();
    for (Page page : pages) {
      Set<String> seen = new HashSet<>();
      if (!page.lines().isEmpty()) {
        seen.add(masked(page.lines().getFirst().text().toLowerCase(Locale.ROOT)));
        seen.add(masked(page.lines().getLast().text().toLowerCase(Locale.ROOT)));
      }
      seen.forEach(text -> counts.merge(text, 1, Integer::sum));
    }
    Set<String> running = new HashSet<>();
    counts.forEach((text, count) -> {
      if (count >= FEWEST_REPEATS && count * 2 > pages.size()) {
        running.add(text);
      }
    });
    return running;
  }

  private static String masked(String text) {
    return text.replaceAll("\\d+", "#").strip();
  }

  private void measure() {
    left = kept.stream().mapToDouble(PdfLine::x).min().orElse(0);
    right = kept.stream().mapToDouble(PdfLine::end).max().orElse(0);
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i < kept.size(); i++) {
      if (kept.get(i).row() || kept.get(i - 1).row()) {
        continue;
      }
      steps.add((kept.get(i).y() - kept.get(i - 1).y()) / (double) kept.get(i).size());
    }
    steps.sort(null);
    spacing = steps.isEmpty() ? 1.3 : Math.clamp(steps.get(steps.size() / 2), 1.0, 3.0);
  }

  /** Where a block of two columns that starts here ends; the start itself when none does. */
  private int columnsEnd(int from) {
    PdfColumns columns = new PdfColumns();
    StringBuilder words = new StringBuilder();
    int end = from;
    while (end < kept.size() && end - from < LONGEST_BLOCK && follows(from, end)) {
      PdfLine line = kept.get(end);
      if (line.row()) {
        break;
      }
      boolean parted = columns.parted();
      boolean body = isCentred(line) || NUMBERED.matcher(line.text()).matches();
      if (parted && body || !columns.add(line) && parted) {
        break;
      }
      if (!columns.parted() && end - from >= LATEST_PARTING) {
        return from;
      }
      words.append(line.text()).append(' ');
      end++;
    }
    boolean named = COLUMN_WORDS.matcher(words.toString().toLowerCase(Locale.ROOT)).matches();
    return columns.parted() && named ? end : from;
  }

  private boolean follows(int from, int at) {
    return at == from
        || kept.get(at).y() - kept.get(at - 1).y() <= COLUMN_STEP * spacing * kept.get(at).size()
        || kept.get(at).pieces().size() == 2 && kept.get(at - 1).pieces().size() == 2;
  }

  // A line in the middle of the page is a title, of neither column.
  private boolean isCentred(PdfLine line) {
    double middle = (line.x() + line.end()) / 2;
    return line.pieces().size() == 1
        && line.x() > left + 2 * line.size()
        && Math.abs(middle - (left + right) / 2) < (right - left) * CENTRE;
  }

  private void writeColumns(int from, int to) {
    endParagraph();
    PdfColumns columns = new PdfColumns();
    kept.subList(from, to).forEach(columns::add);
    for (boolean leftSide : new boolean[] {true, false}) {
      for (PdfLine line : kept.subList(from, to)) {
        for (PdfLine.Piece piece : line.pieces()) {
          if (piece.x() < columns.gutter() == leftSide) {
            out.add(piece.text());
          }
        }
      }
      out.add("");
    }
  }

  private void writeLine(PdfLine line) {
    if (paragraph.isEmpty()) {
      paragraph.append(line.text());
    } else if (goesOn(line)) {
      paragraph.append(' ').append(line.text());
    } else {
      boolean apart =
          !firstOfPage
              && !(line.row() && last.row())
              && line.y() - last.y() > 1.4 * spacing * Math.max(line.size(), last.size());
      endParagraph();
      if (apart) {
        out.add("");
      }
      paragraph.append(line.text());
    }
    last = line;
  }

  // The next word would not have fitted on the line before: the writer did not end it there.
  private boolean goesOn(PdfLine line) {
    if (line.row() || last.row()) {
      return false;
    }
    PdfLine.Piece next = line.pieces().getFirst();
    boolean full = last.end() + last.size() * 0.2 + (next.firstEnd() - next.x()) > right - 1;
    boolean flush = next.x() <= left + line.size() || STARTS_ITEM.matcher(last.text()).matches();
    boolean near = firstOfPage || line.y() - last.y() <= spacing * 1.3 * line.size();
    boolean alike = Math.abs(line.size() - last.size()) < 1;
    boolean plain = line.pieces().size() <= 2 && last.pieces().size() <= 2;
    return full && flush && near && alike && plain && !STARTS_ITEM.matcher(line.text()).matches();
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      out.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
