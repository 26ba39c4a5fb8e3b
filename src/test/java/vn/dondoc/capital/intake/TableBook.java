package vn.dondoc.capital.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook as people lay it out, row by row. */
final class TableBook {
  private final XSSFWorkbook book = new XSSFWorkbook();
  private Sheet sheet = book.createSheet("Biểu 01");
  private int next;
  private int indent;

  /** Goes on with another sheet. */
  TableBook tab(String name) {
    sheet = book.createSheet(name);
    next = 0;
    return this;
  }

  /** Names the sheet. */
  TableBook named(String name) {
    book.setSheetName(book.getSheetIndex(sheet), name);
    return this;
  }

  /** Hides the sheet. */
  TableBook hidden() {
    book.setSheetHidden(book.getSheetIndex(sheet), true);
    return this;
  }

  /** Leaves columns on the left free. */
  TableBook indented(int columns) {
    indent = columns;
    return this;
  }

  TableBook blank(int rows) {
    next += rows;
    return this;
  }

  /** Adds a row: text, numbers, days; "=SUM(…)" is a formula, "12%" a rate, null nothing. */
  TableBook row(@Nullable Object... cells) {
    Row row = sheet.createRow(next++);
    for (int at = 0; at < cells.length; at++) {
      Object value = cells[at];
      if (value != null) {
        write(row.createCell(at + indent), value);
      }
    }
    return this;
  }

  TableBook hiddenRow(@Nullable Object... cells) {
    row(cells);
    sheet.getRow(next - 1).setZeroHeight(true);
    return this;
  }

  TableBook merged(String... ranges) {
    for (String range : ranges) {
      sheet.addMergedRegion(CellRangeAddress.valueOf(range));
    }
    return this;
  }

  private void write(Cell cell, Object value) {
    switch (value) {
      case String formula when formula.startsWith("=") -> cell.setCellFormula(formula.substring(1));
      case String rate when rate.matches("\\d+%") -> {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("0%"));
        cell.setCellStyle(style);
        cell.setCellValue(Double.parseDouble(rate.replace("%", "")) / 100);
      }
      case String text -> cell.setCellValue(text);
      case Number number -> cell.setCellValue(number.doubleValue());
      case LocalDate day -> {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
        cell.setCellStyle(style);
        cell.setCellValue(day);
      }
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
