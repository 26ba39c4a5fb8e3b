package vn.dondoc.task.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.DayOff;
import vn.dondoc.web.Days;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Biểu lịch năm: the columns of the sheet that goes out and comes back. */
final class YearSheet {
  private static final String DAY = "day";
  private static final String KIND = "kind";
  private static final String NAME = "name";

  private YearSheet() {}

  static List<SheetColumn<DayOff>> columns(Texts texts) {
    return List.of(
        new SheetColumn<>(DAY, texts.get("task.calendar.day"), DayOff::day),
        new SheetColumn<>(
            KIND, texts.get("task.calendar.kind"), day -> texts.get(YearLine.key(day.kind()))),
        new SheetColumn<>(NAME, texts.get("task.calendar.name"), DayOff::name));
  }

  /**
   * The lines of a sheet, each with its cells.
   *
   * @throws Refusal when the file is no sheet, or lacks a column
   */
  static List<YearLine> read(String fileName, byte[] bytes) {
    try {
      SheetBook book = Sheets.read(fileName, new ByteArrayInputStream(bytes));
      return table(book).rows().stream().map(YearSheet::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static YearLine line(SheetTable.Line line) {
    SheetCell day = line.cell(DAY);
    LocalDate dated = day.day();
    return new YearLine(
        List.of(
            day.place().toString(),
            line.cell(KIND).place().toString(),
            line.cell(NAME).place().toString()),
        dated == null ? day.text().strip() : Days.written(dated),
        line.cell(KIND).text().strip(),
        line.cell(NAME).text().strip());
  }

  private static SheetTable table(SheetBook book) {
    try {
      return book.table(columns(Texts.in(Language.VI)));
    } catch (Refusal vietnamese) {
      try {
        return book.table(columns(Texts.in(Language.EN)));
      } catch (Refusal english) {
        throw vietnamese;
      }
    }
  }
}
