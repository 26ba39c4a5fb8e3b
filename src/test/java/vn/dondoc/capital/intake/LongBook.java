package vn.dondoc.capital.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with one number in each of so many rows. */
final class LongBook {
  private LongBook() {}

  static byte[] of(int rows) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Workbook book = new Workbook(out, "mau", "1.0");
      Worksheet sheet = book.newWorksheet("Biểu");
      for (int row = 0; row < rows; row++) {
        sheet.value(row, 0, row);
        if (row % 10_000 == 0) {
          sheet.flush();
        }
      }
      book.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
