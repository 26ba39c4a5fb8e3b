package vn.dondoc.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Bảng có tiêu đề cột: the rows under a header, cells by column key.
 *
 * @param sheet name of the sheet it stands on
 * @param headerRow number of the header's row
 * @param rows the rows below that hold something
 */
public record SheetTable(String sheet, int headerRow, List<Line> rows) {
  /** A header stands within so many rows of the top of its sheet. */
  static final int DEEPEST_HEADER = 30;

  public SheetTable {
    rows = List.copyOf(rows);
  }

  /**
   * One line of the table.
   *
   * @param row the row as it was read
   * @param columns column number by key
   */
  public record Line(SheetRow row, Map<String, Integer> columns) {
    public Line {
      columns = Map.copyOf(columns);
    }

    /**
     * The cell of a column.
     *
     * @throws NullPointerException when the table was not asked for that column
     */
    public SheetCell cell(String key) {
      return row.cell(Objects.requireNonNull(columns.get(key), key));
    }

    /** What a person sees in the cell of a column, without spaces around it. */
    public String text(String key) {
      return cell(key).text().strip();
    }

    /** A problem at the cell of a column: its place is told first, then the rest. */
    public Problem problem(String key, String message, Object... more) {
      String place = cell(key).place().toString();
      List<Object> arguments = new ArrayList<>(List.of(place));
      arguments.addAll(List.of(more));
      return new Problem(place, message, arguments);
    }
  }

  static SheetTable in(SheetBook book, List<? extends SheetColumn<?>> columns) {
    Map<String, Integer> best = Map.of();
    for (SheetRow row : book.rows()) {
      if (row.number() > DEEPEST_HEADER) {
        continue;
      }
      Map<String, Integer> found = match(row, columns);
      if (found.size() == columns.size()) {
        return under(book, row, found);
      }
      best = found.size() > best.size() ? found : best;
    }
    throw missing(book.fileName(), columns, best);
  }

  static Refusal missing(
      String fileName, List<? extends SheetColumn<?>> columns, Map<String, Integer> found) {
    String missing =
        columns.stream()
            .filter(column -> !found.containsKey(column.key()))
            .map(column -> "“" + column.title() + "”")
            .collect(Collectors.joining(", "));
    return ExchangeRefusal.MISSING_COLUMNS.of(fileName, missing);
  }

  static Map<String, Integer> match(SheetRow row, List<? extends SheetColumn<?>> columns) {
    Map<String, Integer> titles = new HashMap<>();
    for (SheetCell cell : row.cells()) {
      titles.putIfAbsent(fold(cell.text()), cell.place().column());
    }
    Map<String, Integer> found = new HashMap<>();
    for (SheetColumn<?> column : columns) {
      Integer at = titles.get(fold(column.title()));
      at = at == null ? titles.get(fold(column.key())) : at;
      if (at != null) {
        found.put(column.key(), at);
      }
    }
    return found;
  }

  private static SheetTable under(SheetBook book, SheetRow header, Map<String, Integer> columns) {
    List<Line> lines = new ArrayList<>();
    for (SheetRow row : book.rows()) {
      if (row.sheet().equals(header.sheet()) && row.number() > header.number()) {
        Line line = new Line(row, columns);
        if (columns.keySet().stream().anyMatch(key -> !line.cell(key).text().isBlank())) {
          lines.add(line);
        }
      }
    }
    return new SheetTable(header.sheet(), header.number(), lines);
  }

  // Headers are retyped by hand: case, doubled spaces and the two Unicode spellings do not matter.
  private static String fold(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFC)
        .replaceAll("[\\s\\u00a0*:]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
