package vn.dondoc.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bảng CSV: a list as RFC 4180 has it, in UTF-8 with the mark that tells spreadsheets so. Numbers
 * have a dot and days are {@code yyyy-mm-dd}, whatever the language.
 */
public final class CsvSheet {
  private static final String MARK = "\ufeff";
  private static final String END = "\r\n";

  private CsvSheet() {}

  /**
   * Writes one list: header and rows.
   *
   * @param out where to; flushed, not closed
   */
  public static <T> void write(OutputStream out, List<SheetColumn<T>> columns, List<T> items)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    writer.write(
        columns.stream().map(column -> field(column.title())).collect(Collectors.joining(",")));
    writer.write(END);
    for (T item : items) {
      writer.write(
          columns.stream()
              .map(column -> field(column.value().apply(item)))
              .collect(Collectors.joining(",")));
      writer.write(END);
    }
    writer.flush();
  }

  private static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    String text = value.toString();
    if (value instanceof String && text.matches("(?s)[=+@\\t\\r-].*")) {
      // A spreadsheet would take it for a formula.
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
