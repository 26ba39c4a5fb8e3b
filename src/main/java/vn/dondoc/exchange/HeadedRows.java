package vn.dondoc.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Các dòng dưới tiêu đề, đọc lần lượt: rows of a sheet as they come; the first that carries every
 * column is the header, those below it on the same sheet are handed on.
 */
public final class HeadedRows implements Consumer<SheetRow> {
  private final List<? extends List<? extends SheetColumn<?>>> headers;
  private final Consumer<SheetTable.Line> lines;
  private @Nullable Header header;
  private Map<String, Integer> best = Map.of();

  /**
   * Rows under one of several headers.
   *
   * @param headers the columns in each language the sheet may be written in
   * @param lines who takes the rows
   */
  public HeadedRows(
      List<? extends List<? extends SheetColumn<?>>> headers, Consumer<SheetTable.Line> lines) {
    this.headers = List.copyOf(headers);
    this.lines = lines;
  }

  /**
   * Dòng tiêu đề.
   *
   * @param tab name of the sheet it stands on
   * @param row its number
   * @param titles what its cells say, from column A on
   * @param columns column number by key
   */
  public record Header(String tab, int row, List<String> titles, Map<String, Integer> columns) {
    public Header {
      titles = List.copyOf(titles);
      columns = Map.copyOf(columns);
    }
  }

  @Override
  public void accept(SheetRow row) {
    Header found = header;
    if (found == null) {
      look(row);
    } else if (row.sheet().equals(found.tab())) {
      SheetTable.Line line = new SheetTable.Line(row, found.columns());
      if (found.columns().keySet().stream().anyMatch(key -> !line.text(key).isEmpty())) {
        lines.accept(line);
      }
    }
  }

  private void look(SheetRow row) {
    if (row.number() > SheetTable.DEEPEST_HEADER) {
      return;
    }
    for (List<? extends SheetColumn<?>> columns : headers) {
      Map<String, Integer> found = SheetTable.match(row, columns);
      if (found.size() == columns.size()) {
        List<String> titles = row.cells().stream().map(SheetCell::text).toList();
        header = new Header(row.sheet(), row.number(), titles, found);
        return;
      }
      best = found.size() > best.size() ? new HashMap<>(found) : best;
    }
  }

  /**
   * The header that was found.
   *
   * @param fileName for the message
   * @throws vn.dondoc.kernel.Refusal naming the columns that no row carried
   */
  public Header header(String fileName) {
    Header found = header;
    if (found == null) {
      throw SheetTable.missing(fileName, headers.getFirst(), best);
    }
    return found;
  }
}
