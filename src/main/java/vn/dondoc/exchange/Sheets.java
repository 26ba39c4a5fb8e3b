package vn.dondoc.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Bảng tính: a list out to XLSX and back, row by row in both directions.
 *
 * <p>What is written is typed: text stays text even when it starts like a formula, days are days,
 * numbers are numbers.
 */
public final class Sheets {
  private Sheets() {}

  /**
   * Writes one list: title, the line of period, source and as-of day, header, rows.
   *
   * @param out where to; flushed, not closed
   * @throws vn.dondoc.kernel.Refusal when there are more rows than a sheet read back may have; what
   *     was sent until then is no workbook
   */
  public static <T> void write(
      OutputStream out, SheetHead head, List<SheetColumn<T>> columns, Stream<? extends T> items)
      throws IOException {
    new SheetWriter<>(ExchangeLimits.STANDARD, head, columns).write(out, items);
  }

  /**
   * Writes several lists, each on a sheet of its own.
   *
   * @param out where to; flushed, not closed
   */
  public static void write(OutputStream out, List<SheetTab<?>> tabs) throws IOException {
    SheetWriter.write(out, tabs);
  }

  /**
   * Writes forms that go out to be filled in: a sheet each, where only cells meant to be typed in
   * can be.
   *
   * @param out where to; flushed, not closed
   */
  public static void writeForms(OutputStream out, Stream<FormSheet> sheets) throws IOException {
    FormWriter.write(out, sheets);
  }

  /**
   * Reads every visible sheet of a workbook.
   *
   * @param fileName for messages
   * @throws vn.dondoc.kernel.Refusal when the file is no XLSX, is broken, encrypted or over a limit
   */
  public static SheetBook read(String fileName, InputStream in) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    SheetReader reader = new SheetReader(ExchangeLimits.STANDARD, fileName);
    List<SheetFinding> findings = reader.read(in, rows::add);
    return new SheetBook(fileName, rows, findings, reader.hidden());
  }

  /** Like {@link #read(String, InputStream)}, keeping none of the rows. */
  public static List<SheetFinding> read(
      String fileName, InputStream in, Consumer<? super SheetRow> rows) throws IOException {
    return new SheetReader(ExchangeLimits.STANDARD, fileName).read(in, rows);
  }
}
