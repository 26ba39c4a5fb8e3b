package vn.dondoc.task.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook as an office program saves it anew: shared strings, decomposed letters, columns moved
 * by an added one, other date formats, blank cells with a style of their own.
 */
final class ForeignBook {
  private ForeignBook() {}

  static byte[] copied(byte[] bytes) {
    try (XSSFWorkbook from = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        XSSFWorkbook to = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      CellStyle day = to.createCellStyle();
      day.setDataFormat(to.createDataFormat().getFormat("[$-42A]d\\-mmm\\-yy;@"));
      Sheet sheet = to.createSheet("Sheet 1");
      for (Row row : from.getSheetAt(0)) {
        Row copy = sheet.createRow(row.getRowNum());
        copy.createCell(0).setCellStyle(day);
        for (Cell cell : row) {
          copy(cell, copy.createCell(cell.getColumnIndex() + 1), day);
        }
      }
      to.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Cell from, Cell to, CellStyle day) {
    if (from.getCellType() == CellType.STRING) {
      to.setCellValue(Normalizer.normalize(from.getStringCellValue(), Normalizer.Form.NFD));
    } else if (from.getCellType() == CellType.NUMERIC) {
      to.setCellValue(from.getNumericCellValue());
      if (DateUtil.isCellDateFormatted(from)) {
        to.setCellStyle(day);
      }
    }
  }
}
