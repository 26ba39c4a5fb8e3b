package vn.dondoc.project.works;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/** A workbook as it went out, edited in a spreadsheet program and sent back. */
final class EditedBook {
  private EditedBook() {}

  static Page page(Actor viewer) {
    Texts texts = Texts.in(Language.VI);
    return new Page(
        texts,
        new Formats(texts),
        viewer,
        List.of(),
        Map.of(),
        "project",
        new Page.Request("/", "_csrf", () -> null, null, null),
        "Lạng Sơn",
        ProjectWorld.DAY,
        true,
        false);
  }

  /** The workbook of the projects whose code is like this, edited as a person would. */
  static List<WorksBook.Table> sheet(
      ProjectWorld world, Actor actor, String code, Consumer<XSSFWorkbook> edit) {
    return book(world, actor, code, edit).tables();
  }

  static WorksBook book(ProjectWorld world, Actor actor, String code, Consumer<XSSFWorkbook> edit) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Sheets.write(
          out,
          Acting.call(
              actor, () -> world.door(WorksExport.class).tabs(Map.of("tim", code), page(actor))));
      try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
        edit.accept(book);
        out.reset();
        book.write(out);
      }
      return WorksBook.of(
          Sheets.read("kem.xlsx", new ByteArrayInputStream(out.toByteArray())), page(actor));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cell of a row, from 0 below the header, under a title. */
  static Cell cell(XSSFWorkbook book, String sheet, int row, String title) {
    Sheet rows = book.getSheet(sheet);
    for (Cell header : rows.getRow(2)) {
      if (header.getStringCellValue().equals(title)) {
        int at = 3 + row;
        Row found = Objects.requireNonNullElseGet(rows.getRow(at), () -> rows.createRow(at));
        return found.getCell(header.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      }
    }
    throw new IllegalArgumentException(sheet + " has no column " + title);
  }

  static void put(XSSFWorkbook book, String sheet, int row, String... cells) {
    for (int at = 0; at < cells.length; at += 2) {
      cell(book, sheet, row, cells[at]).setCellValue(cells[at + 1]);
    }
  }

  /** Every problem as a person reads it. */
  static List<String> told(Refusal refusal) {
    Texts texts = Texts.in(Language.VI);
    return refusal.problems().stream().map(texts::tell).toList();
  }
}
