package vn.dondoc.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Biểu có cộng: rows in groups, each group and the whole added up by formulas that stay alive. */
public final class SummedSheet {
  private static final int HEADER = 2;
  private static final double FIGURE = 13;
  private static final double LINE_POINTS = 15;
  private static final int MOST_LINES = 20;

  /** Characters across a page lying on its side, its words in their full size. */
  private static final double ACROSS = 145;

  private static final float MARGIN_INCHES = 0.4f;

  private SummedSheet() {}

  /**
   * Cột.
   *
   * @param title what the header says
   * @param width in characters
   * @param value text, a BigDecimal or null; null where a formula gives it
   * @param formula of the row, {@code {row}} stands for its number; null where a value is given
   * @param summed whether groups and the whole add it up
   */
  public record Column<T>(
      String title,
      double width,
      @Nullable Function<? super T, ? extends @Nullable Object> value,
      @Nullable String formula,
      boolean summed) {
    /** What is not added up. */
    public static <T> Column<T> words(
        String title, double width, Function<? super T, ? extends @Nullable Object> value) {
      return new Column<>(title, width, value, null, false);
    }

    /** A figure that is added up. */
    public static <T> Column<T> sum(
        String title, Function<? super T, ? extends @Nullable Object> value) {
      return new Column<>(title, FIGURE, value, null, true);
    }

    /** A figure that follows from others of its row, and is added up. */
    public static <T> Column<T> formula(String title, String formula) {
      return new Column<>(title, FIGURE, null, formula, true);
    }
  }

  /**
   * Writes it.
   *
   * @param out where to; flushed, not closed
   * @param groups rows by the words of their group
   * @param total words of the last row
   */
  public static <T> void write(
      OutputStream out,
      SheetHead head,
      List<Column<T>> columns,
      Map<String, List<T>> groups,
      String total)
      throws IOException {
    Workbook workbook = new Workbook(SheetWriter.open(out), "Don Doc", "1.0");
    Worksheet sheet = workbook.newWorksheet(head.sheet());
    head(sheet, head, columns);
    int row = HEADER + 1;
    List<Integer> subtotals = new ArrayList<>();
    for (Map.Entry<String, List<T>> group : groups.entrySet()) {
      subtotals.add(row);
      int first = row + 1;
      int last = row + group.getValue().size();
      sums(sheet, row, group.getKey(), columns, name -> range(name, first, last));
      for (T item : group.getValue()) {
        row++;
        item(sheet, row, columns, item);
      }
      row++;
    }
    sums(sheet, row, total, columns, name -> cells(name, subtotals));
    print(sheet, columns);
    workbook.finish();
    out.flush();
  }

  /** As many pages wide and high as it takes to be read, each telling whose rows and columns. */
  private static <T> void print(Worksheet sheet, List<Column<T>> columns) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth(pagesWide(columns));
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(HEADER);
    sheet.repeatCols(0);
    sheet.leftMargin(MARGIN_INCHES);
    sheet.rightMargin(MARGIN_INCHES);
    sheet.footer("&P/&N", Position.CENTER);
  }

  /** Columns go whole from page to page, the first one again on each. */
  private static <T> short pagesWide(List<Column<T>> columns) {
    short pages = 1;
    double filled = 0;
    for (Column<T> column : columns) {
      if (filled > 0 && filled + column.width() > ACROSS) {
        pages++;
        filled = columns.getFirst().width();
      }
      filled += column.width();
    }
    return pages;
  }

  private static String range(String column, int first, int last) {
    return "SUM(" + column + (first + 1) + ":" + column + (last + 1) + ")";
  }

  private static String cells(String column, List<Integer> rows) {
    return rows.isEmpty()
        ? "0"
        : "SUM(" + String.join(",", rows.stream().map(row -> column + (row + 1)).toList()) + ")";
  }

  private static <T> void head(Worksheet sheet, SheetHead head, List<Column<T>> columns) {
    sheet.inlineString(0, 0, head.title());
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.inlineString(1, 0, head.line());
    sheet.style(1, 0).italic().set();
    for (int column = 0; column < columns.size(); column++) {
      sheet.inlineString(HEADER, column, columns.get(column).title());
      sheet
          .style(HEADER, column)
          .bold()
          .wrapText(true)
          .verticalAlignment("center")
          .borderStyle("thin")
          .fillColor("E8EDF4")
          .set();
      sheet.width(column, columns.get(column).width());
    }
    sheet.rowHeight(HEADER, 4 * LINE_POINTS);
    sheet.freezePane(1, HEADER + 1);
  }

  private static <T> void sums(
      Worksheet sheet,
      int row,
      String words,
      List<Column<T>> columns,
      Function<String, String> formula) {
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).summed()) {
        sheet.formula(row, column, formula.apply(SheetPlace.columnName(column + 1)));
      } else if (column == 0) {
        sheet.inlineString(row, column, words);
      }
      sheet
          .style(row, column)
          .bold()
          .borderStyle("thin")
          .fillColor("F3F5F8")
          .format("#,##0.###")
          .set();
    }
  }

  private static <T> void item(Worksheet sheet, int row, List<Column<T>> columns, T item) {
    int lines = 1;
    for (int column = 0; column < columns.size(); column++) {
      Column<T> one = columns.get(column);
      String format = "#,##0.###";
      if (one.formula() != null) {
        sheet.formula(row, column, one.formula().replace("{row}", Integer.toString(row + 1)));
      } else if (one.value() != null) {
        switch (one.value().apply(item)) {
          case null -> {}
          case BigDecimal number -> {
            sheet.value(row, column, number);
            format = SheetWriter.format(number);
          }
          case Object words -> {
            String text = words.toString();
            sheet.inlineString(row, column, text);
            lines = Math.max(lines, (int) Math.ceil(text.length() / one.width()));
          }
        }
      }
      sheet
          .style(row, column)
          .verticalAlignment("top")
          .wrapText(true)
          .borderStyle("thin")
          .format(format)
          .set();
    }
    // Not every program makes room for wrapped words by itself.
    sheet.rowHeight(row, LINE_POINTS * Math.min(lines, MOST_LINES));
  }
}
