package vn.dondoc.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes lists as the sheets of a workbook, holding no more than a block of rows. */
final class SheetWriter<T> {
  private static final int HEADER = 2;
  private static final int BLOCK = 500;
  private static final int LONGEST_TEXT = 32_767;
  // A sheet keeps numbers as doubles: further digits would be lost without a word.
  private static final int SURE_DIGITS = 15;
  private static final int MOST_DECIMALS = 6;
  private static final double NARROWEST = 10;
  private static final double WIDEST = 60;

  private final ExchangeLimits limits;
  private final SheetHead head;
  private final List<SheetColumn<T>> columns;

  SheetWriter(ExchangeLimits limits, SheetHead head, List<SheetColumn<T>> columns) {
    this.limits = limits;
    this.head = head;
    this.columns = List.copyOf(columns);
  }

  void write(OutputStream out, Stream<? extends T> items) throws IOException {
    try (Stream<? extends T> closing = items) {
      // Not closed when a row fails: closing would finish half a list as if it were whole.
      Workbook workbook = new Workbook(open(out), "Don Doc", "1.0");
      fill(workbook, closing.iterator());
      workbook.finish();
    }
    out.flush();
  }

  static void write(OutputStream out, List<SheetTab<?>> tabs) throws IOException {
    Workbook workbook = new Workbook(open(out), "Don Doc", "1.0");
    for (SheetTab<?> tab : tabs) {
      fill(workbook, tab);
    }
    workbook.finish();
    out.flush();
  }

  private static <T> void fill(Workbook workbook, SheetTab<T> tab) throws IOException {
    new SheetWriter<>(ExchangeLimits.STANDARD, tab.head(), tab.columns())
        .fill(workbook, tab.items().iterator());
  }

  private void fill(Workbook workbook, Iterator<? extends T> each) throws IOException {
    Worksheet sheet = workbook.newWorksheet(head.sheet());
    writeHead(sheet);
    int row = HEADER + 1;
    for (int written = 0; each.hasNext(); written++, row++) {
      if (written == limits.sheetRows()) {
        throw ExchangeRefusal.TOO_MANY_ROWS.of(head.title(), limits.sheetRows());
      }
      T item = each.next();
      for (int column = 0; column < columns.size(); column++) {
        writeCell(sheet, row, column, columns.get(column).value().apply(item));
      }
      if (row % BLOCK == 0) {
        sheet.flush();
      }
    }
    if (!columns.isEmpty()) {
      sheet.setAutoFilter(HEADER, 0, Math.max(row - 1, HEADER), columns.size() - 1);
    }
  }

  private void writeHead(Worksheet sheet) {
    sheet.inlineString(0, 0, head.title());
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.inlineString(1, 0, head.line());
    sheet.style(1, 0).italic().set();
    for (int column = 0; column < columns.size(); column++) {
      String title = columns.get(column).title();
      sheet.inlineString(HEADER, column, title);
      sheet.style(HEADER, column).bold().wrapText(true).fillColor("E8EDF4").set();
      sheet.width(column, Math.clamp(title.length() * 1.6, NARROWEST, WIDEST));
    }
    sheet.freezePane(0, HEADER + 1);
  }

  private static void writeCell(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      // An inline string is typed: "=1+1" shows as these four characters.
      case String text -> sheet.inlineString(row, column, shorten(text));
      case Integer number -> writeNumber(sheet, row, column, BigDecimal.valueOf(number));
      case Long number -> writeNumber(sheet, row, column, BigDecimal.valueOf(number));
      case BigDecimal number -> writeNumber(sheet, row, column, number);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd/mm/yyyy").set();
      }
      case Boolean flag -> sheet.value(row, column, flag);
      default ->
          throw new IllegalArgumentException(
              "a sheet has no cell for " + value.getClass().getName() + "; give its text");
    }
  }

  private static void writeNumber(Worksheet sheet, int row, int column, BigDecimal number) {
    if (number.stripTrailingZeros().precision() > SURE_DIGITS) {
      sheet.inlineString(row, column, number.toPlainString());
      return;
    }
    sheet.value(row, column, number);
    sheet.style(row, column).format(format(number)).set();
  }

  /** As many decimals as the number has. */
  static String format(BigDecimal number) {
    int decimals = Math.clamp(number.scale(), 0, MOST_DECIMALS);
    return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }

  // The stream belongs to the caller: finishing a workbook must not close a response.
  static OutputStream open(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
