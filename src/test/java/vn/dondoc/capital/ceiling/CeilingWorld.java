package vn.dondoc.capital.ceiling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.capital.source.Ceiling;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.project.ProjectWorld;

/**
 * Two projects with ceilings of 2016-2020: 30 billion with 20 given, 4 billion with 5 given.
 *
 * @param world the province
 * @param reservoir the first
 * @param school the second
 */
record CeilingWorld(ReviewWorld world, long reservoir, long school) implements AutoCloseable {
  static final long BILLION = ReviewWorld.BILLION;
  private static final LocalDate JANUARY = LocalDate.of(2020, 1, 15);
  private static final int HEADER = 2;

  static CeilingWorld start() {
    ReviewWorld world = ReviewWorld.start();
    long reservoir = world.project("Hồ chứa nước mẫu 08", ProjectWorld.BOARD, null);
    long school = world.project("Trường tiểu học mẫu 09", ProjectWorld.OTHER_BOARD, null);
    long line = world.line(reservoir, ReviewWorld.LOCAL, 20 * BILLION, JANUARY);
    world.line(reservoir, ReviewWorld.CENTRAL, BILLION, JANUARY);
    world.line(school, ReviewWorld.LOCAL, 5 * BILLION, JANUARY);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 22), 5 * BILLION);
    ReviewWorld.asSystem(() -> {
      world
          .door(Sources.class)
          .limit(
              List.of(
                  new Ceiling(reservoir, "NSDP", 2016, 2020, 30 * BILLION, "NQ 10 (mẫu)"),
                  new Ceiling(school, "NSDP.CD", 2016, 2020, 4 * BILLION, "NQ 10 (mẫu)"),
                  new Ceiling(school, "NSDP.CD", 2021, 2025, 9 * BILLION, "NQ 11 (mẫu)")));
      return null;
    });
    return new CeilingWorld(world, reservoir, school);
  }

  /** A workbook as it went out, edited in a spreadsheet program. */
  static byte[] edited(byte[] exported, Consumer<XSSFSheet> edit) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      edit.accept(book.getSheetAt(0));
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cell of a row, from 0 below the header, under a title. */
  static Cell cell(XSSFSheet sheet, int row, String title) {
    for (Cell header : sheet.getRow(HEADER)) {
      if (header.getStringCellValue().equals(title)) {
        Row found = sheet.getRow(HEADER + 1 + row);
        Cell cell =
            (found == null ? sheet.createRow(HEADER + 1 + row) : found)
                .getCell(header.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        // POI leaves the text that stands in the cell itself beside a new one.
        cell.setBlank();
        return cell;
      }
    }
    throw new IllegalArgumentException("no column " + title);
  }

  @Override
  public void close() {
    world.close();
  }
}
