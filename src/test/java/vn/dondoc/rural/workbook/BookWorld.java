package vn.dondoc.rural.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Workbooks going out and coming back in the province of August 2020.
 *
 * @param rural the province
 */
record BookWorld(RuralWorld rural) implements AutoCloseable {
  static final YearMonth AUGUST = RuralWorld.AUGUST;
  static final String Y_TICH = "Xã Y Tịch";

  static BookWorld start() {
    return new BookWorld(RuralWorld.start());
  }

  Workbooks books() {
    return rural.door(Workbooks.class);
  }

  /** Somebody whose area is every rural commune of the province. */
  Actor everywhere() {
    return new Actor(
        104,
        "Cả tỉnh mẫu",
        Set.of("rural.read", "rural.claim"),
        false,
        List.of(rural.body("UBND huyện Chi Lăng")),
        communes());
  }

  List<Integer> communes() {
    return Acting.call(Actor.system("test"), () -> books().month(AUGUST))
        .communes()
        .values()
        .stream()
        .map(Place::id)
        .toList();
  }

  /** The rural communes of an actor's area. */
  List<Integer> own(Actor actor) {
    return Acting.call(actor, () -> books().month(AUGUST).own()).stream().map(Place::id).toList();
  }

  byte[] made(Actor actor) {
    return made(actor, AUGUST);
  }

  byte[] made(Actor actor, YearMonth month) {
    return Acting.call(actor, () -> books().make(own(actor), month));
  }

  long stage(Actor actor, byte[] bytes) {
    return Acting.call(actor, () -> books().stage("bieu.xlsx", bytes, AUGUST));
  }

  BookPlan plan(Actor actor, long book) {
    return Acting.call(actor, () -> books().plan(book));
  }

  BookPlan.Commune only(Actor actor, long book) {
    return plan(actor, book).communes().getFirst();
  }

  int commit(Actor actor, long book) {
    return Acting.call(actor, () -> books().commit(book, null));
  }

  /** What stands in the way of a workbook, each as a person reads it. */
  List<String> problems(Actor actor, byte[] bytes) {
    return plan(actor, stage(actor, bytes)).allProblems().stream().map(BookWorld::told).toList();
  }

  static String told(Problem problem) {
    return problem.place() + " | " + Texts.in(Language.VI).tell(problem);
  }

  static byte[] edited(byte[] bytes, Consumer<XSSFWorkbook> edit) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      edit.accept(book);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Workbook of Y Tịch with a cell of it typed into. */
  byte[] typed(String number, String column, Object value) {
    return edited(
        made(rural.commune()), book -> type(book.getSheet(Y_TICH), number, column, value));
  }

  static void type(Sheet sheet, String number, String column, Object value) {
    Cell cell = fresh(cell(sheet, number, column));
    switch (value) {
      case Number figure -> cell.setCellValue(figure.doubleValue());
      case String text when text.startsWith("=") -> cell.setCellFormula(text.substring(1));
      default -> cell.setCellValue(value.toString());
    }
  }

  /** The same cell with nothing in it: this library leaves words beside what is typed over them. */
  static Cell fresh(Cell cell) {
    CellStyle style = cell.getCellStyle();
    Row row = cell.getRow();
    int at = cell.getColumnIndex();
    row.removeCell(cell);
    Cell fresh = row.createCell(at);
    fresh.setCellStyle(style);
    return fresh;
  }

  /** The cell of an indicator, {@code "17.1"} or {@code "17.1:nuoc_sach"}, under a title. */
  static Cell cell(Sheet sheet, String number, String column) {
    Row header = sheet.getRow(3);
    int at = -1;
    for (Cell title : header) {
      at = title.getStringCellValue().equals(column) ? title.getColumnIndex() : at;
    }
    String key = number.contains(":") ? number : number + ":gia_tri";
    for (Row row : sheet) {
      Cell own = row.getCell(8);
      if (own != null && row.getRowNum() > 3 && own.getStringCellValue().equals(key)) {
        return row.getCell(at, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      }
    }
    throw new IllegalArgumentException(number + " · " + column);
  }

  /** What the installation signs with. */
  BookSeals.Key key() {
    return rural
        .owner()
        .sql("select id, secret from rural.book_key")
        .query((row, number) -> new BookSeals.Key(row.getInt(1), row.getBytes(2)))
        .single();
  }

  @Override
  public void close() {
    rural.close();
  }
}
