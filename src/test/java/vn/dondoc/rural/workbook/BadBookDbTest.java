package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.rural.workbook.BookWorld.AUGUST;
import static vn.dondoc.rural.workbook.BookWorld.Y_TICH;
import static vn.dondoc.rural.workbook.BookWorld.edited;
import static vn.dondoc.rural.workbook.BookWorld.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Everything that can be wrong with a workbook: told by its cell, and nothing is written. */
class BadBookDbTest {
  private static final String VALUE = "Giá trị kỳ này";
  private static final String STATE = "Tình trạng";
  private static BookWorld world;
  private static Actor commune;
  private static byte[] made;

  @BeforeAll
  static void start() {
    world = BookWorld.start();
    commune = world.rural().commune();
    made = world.made(commune);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void nothingIsWrittenAndWhatWaitsIsDropped() {
    for (Actor actor : List.of(commune, world.rural().district())) {
      Acting.as(
          actor, () -> world.books().waiting().forEach(book -> world.books().drop(book.id())));
    }
    assertThat(
            world
                .rural()
                .owner()
                .sql("select count(*) from rural.assessment")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static void problems(byte[] book, String... told) {
    List<String> problems = world.problems(commune, book);
    assertThat(problems).as("problems of the file").hasSize(told.length);
    for (int at = 0; at < told.length; at++) {
      for (String part : told[at].split("…")) {
        assertThat(problems.get(at)).contains(part);
      }
    }
  }

  @Test
  void cellsThatCannotBeMeantAreAllToldAtOnce() {
    byte[] bad =
        edited(
            made,
            book -> {
              Sheet sheet = book.getSheet(Y_TICH);
              type(sheet, "2.1", VALUE, "nhiều");
              type(sheet, "3.1", VALUE, 130);
              type(sheet, "4.2", VALUE, "9 2");
              type(sheet, "8.1", VALUE, "chắc vậy");
              type(sheet, "10.1", VALUE, "1.234");
              type(sheet, "12.1", STATE, "Không rõ");
              type(sheet, "13.1", VALUE, "=1/0");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
              type(sheet, "14.2", VALUE, 80);
              type(sheet, "14.2", STATE, "Chưa có số liệu");
            });
    problems(
        bad,
        "Xã Y Tịch!F…“nhiều” không phải số",
        "Xã Y Tịch!F…“9 2” có khoảng trắng giữa các chữ số…Viết liền",
        "“chắc vậy” không rõ là đạt hay chưa",
        "không rõ “1.234” là hàng nghìn…Ghi 1234",
        "không có tình trạng “Không rõ”",
        "công thức báo lỗi #DIV/0!",
        "có giá trị “80” nhưng tình trạng là Chưa có số liệu",
        "Xã Y Tịch!F…130 nằm ngoài khoảng từ 0 đến 100");
  }

  @Test
  void shareWrittenAsAFractionIsAskedAboutNotGuessed() {
    long id = world.stage(commune, world.typed("4.2", VALUE, 0.95));
    assertThat(world.only(commune, id).state()).isEqualTo(BookPlan.State.ASKS);
    assertThatThrownBy(() -> world.commit(commune, id)).hasMessageContaining("undecided");
  }

  @Test
  void waitWithoutWhomAndFiguresOfACompoundIndicatorAreToldAtTheirOwnCells() {
    byte[] bad =
        edited(
            made,
            book -> {
              Sheet sheet = book.getSheet(Y_TICH);
              type(sheet, "8.2", STATE, "Chờ kết quả");
              type(sheet, "17.1", VALUE, 95);
              int next = BookWorld.cell(sheet, "17.1", VALUE).getRowIndex() + 1;
              sheet.getRow(next).getCell(5).setCellValue(950);
              type(sheet, "3.1", VALUE, "nhiều");
            });
    int row = rowOf("17.1");
    problems(
        bad,
        "Xã Y Tịch!F" + rowOf("3.1") + " · 3.1: “nhiều” không phải số",
        "Xã Y Tịch!H"
            + rowOf("8.2")
            + " · 8.2: tình trạng ở ô Xã Y Tịch!G"
            + rowOf("8.2")
            + " là “Chờ kết quả” nhưng ô này, cột “Ghi chú, chờ kết quả của ai”, còn trống…Ghi rõ",
        "Xã Y Tịch!F"
            + (row + 1)
            + " · 17.1…950 nằm ngoài khoảng từ 0 đến 100\u00a0%. Có phải là 95\u00a0%?");
  }

  private static int rowOf(String indicator) {
    int[] row = new int[1];
    edited(
        made,
        book -> row[0] = BookWorld.cell(book.getSheet(Y_TICH), indicator, VALUE).getRowIndex() + 1);
    return row[0];
  }

  @Test
  void dayInANumberCellAndPercentOfAnotherUnitAreTold() {
    byte[] bad =
        edited(
            made,
            book -> {
              Cell day = BookWorld.cell(book.getSheet(Y_TICH), "2.2", VALUE);
              CellStyle style = book.createCellStyle();
              style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
              day.setCellStyle(style);
              day.setCellValue(java.time.LocalDate.of(2020, 5, 1));
              Cell share = BookWorld.cell(book.getSheet(Y_TICH), "10.1", VALUE);
              CellStyle percent = book.createCellStyle();
              percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
              share.setCellStyle(percent);
              share.setCellValue(0.36);
            });
    problems(bad, "ô đang là ngày 01/05/2020. Nếu định ghi 1,5", "“36%” là phần trăm");
  }

  @Test
  void mergedCellsAndDoubledLinesAreTold() {
    byte[] bad =
        edited(
            made,
            book -> {
              Sheet sheet = book.getSheet(Y_TICH);
              Row from = BookWorld.cell(sheet, "2.1", VALUE).getRow();
              Row copy = sheet.createRow(sheet.getLastRowNum() + 1);
              for (Cell cell : from) {
                copy.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue());
              }
              int row = BookWorld.cell(sheet, "3.1", VALUE).getRowIndex();
              sheet.addMergedRegion(new CellRangeAddress(row, row + 1, 5, 5));
            });
    problems(bad, "gộp ô", "chỉ tiêu “2.1” đã có ở ô Xã Y Tịch!A");
  }

  @Test
  void hiddenSheetOfTheFormIsToldAndAnyOtherIsPassedOver() {
    byte[] noted =
        edited(
            made,
            book -> {
              book.createSheet("Nháp").createRow(0).createCell(0).setCellValue("x");
              book.setSheetHidden(1, true);
            });
    long id = world.stage(commune, noted);
    assertThat(world.plan(commune, id).allProblems()).isEmpty();
    assertThat(world.plan(commune, id).remarks())
        .extracting(BookWorld::told)
        .anySatisfy(told ->
            assertThat(told)
                .contains("Nháp!A1: trang ẩn “Nháp” không phải biểu của hệ thống nên bỏ qua"));
    byte[] own =
        edited(
            made,
            book -> {
              book.createSheet("Bìa").createRow(0).createCell(0).setCellValue("x");
              book.setActiveSheet(1);
              book.setSheetHidden(0, true);
            });
    problems(own, "Xã Y Tịch!A1: trang “Xã Y Tịch” của biểu đang bị ẩn…Bỏ ẩn");
    byte[] nothingElse =
        edited(
            made,
            book -> {
              book.createSheet("Trống");
              book.setActiveSheet(1);
              book.setSheetHidden(0, true);
            });
    assertThatThrownBy(() -> world.stage(commune, nothingElse))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(BookWorld.told(refusal.problems().getFirst()))
                    .contains("chỉ có dữ liệu ở trang ẩn: Xã Y Tịch", "Bỏ ẩn"));
  }

  @Test
  void formulaWhoseValueWasNeverSavedIsToldWithItsRemedy() {
    byte[] bad =
        edited(
            made,
            book -> {
              type(book.getSheet(Y_TICH), "4.2", VALUE, "=90+7");
              type(book.getSheet(Y_TICH), "8.1", STATE, "=IF(1=2,\"x\",\"\")");
              book.getCreationHelper()
                  .createFormulaEvaluator()
                  .evaluateFormulaCell(BookWorld.cell(book.getSheet(Y_TICH), "8.1", STATE));
            });
    problems(bad, "Xã Y Tịch!F…tệp chỉ giữ công thức “=90+7”…LibreOffice rồi lưu lại");
  }

  @Test
  void problemsAreToldToAnEnglishReaderInEnglish() {
    byte[] bad =
        edited(
            made,
            book -> {
              Sheet sheet = book.getSheet(Y_TICH);
              type(sheet, "10.1", VALUE, "1.234");
              type(sheet, "3.1", VALUE, 130.5);
            });
    List<String> told =
        world.plan(commune, world.stage(commune, bad)).allProblems().stream()
            .map(problem -> Texts.in(Language.EN).tell(problem))
            .toList();
    assertThat(told)
        .anySatisfy(one -> assertThat(one).contains("1.234").doesNotContain("1,234"))
        .anySatisfy(one -> assertThat(one).contains("130.5", "Farm land with active irrigation"))
        .allSatisfy(one -> assertThat(one).doesNotContain("Diện tích", "130,5"));
  }

  @Test
  void numberOfALineThatWasAlteredIsTold() {
    problems(world.typed("2.1", "Số", "2.9"), "“2.9” không khớp với dòng của biểu");
  }

  @Test
  void lastYearsWorkbookIsTold() {
    problems(
        world.made(commune, YearMonth.of(2019, 8)),
        "Xã Y Tịch!A2: đây là biểu của kỳ 08/2019, anh/chị đang gửi cho kỳ 08/2020");
  }

  @Test
  void mergedCellsOfTheLastSheetOfALargeFileAreTold() {
    Actor district = world.rural().district();
    byte[] bad =
        edited(
            world.made(district),
            book ->
                book.getSheetAt(book.getNumberOfSheets() - 1)
                    .addMergedRegion(new CellRangeAddress(8, 9, 5, 5)));
    assertThat(world.problems(district, bad)).singleElement().asString().contains("gộp ô");
  }

  @Test
  void anotherCommunesWorkbookIsTold() {
    byte[] district = world.made(world.rural().district());
    List<String> told = world.problems(commune, district);
    assertThat(told)
        .hasSize(world.own(world.rural().district()).size() - 1)
        .allSatisfy(one ->
            assertThat(one)
                .contains("không thuộc địa bàn anh/chị báo cáo: xã Y Tịch, huyện Chi Lăng"));
  }

  @Test
  void sheetWithoutSealOrWithAnAlteredOneIsTold() {
    problems(edited(made, book -> BookWorld.fresh(seal(book))), "không có dấu của hệ thống");
    problems(
        edited(
            made,
            book -> {
              String seal = seal(book).getStringCellValue();
              char last = seal.charAt(60) == 'A' ? 'B' : 'A';
              BookWorld.fresh(seal(book))
                  .setCellValue(seal.substring(0, 60) + last + seal.substring(61));
            }),
        "Xã Y Tịch!J1: dấu của hệ thống ở trang này đã bị sửa");
  }

  private static Cell seal(XSSFWorkbook book) {
    return book.getSheet(Y_TICH).getRow(0).getCell(9);
  }

  @Test
  void sheetThatStandsTwiceInAFileIsTold() {
    byte[] bad = edited(made, book -> book.cloneSheet(0));
    problems(bad, "xã Y Tịch, huyện Chi Lăng đã có ở trang “Xã Y Tịch”");
  }

  @Test
  void fileThatIsNoWorkbookOrFarTooLongIsRefusedAndNothingWaits() throws IOException {
    byte[] words = "đây là chữ".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> world.stage(commune, words)).hasMessageContaining("not_a_sheet");
    byte[] whole = withRows(1_048_576);
    assertThatThrownBy(() -> world.stage(commune, whole))
        .hasMessageContaining("too_many_rows.at")
        .hasMessageContaining(Y_TICH)
        .hasMessageContaining("1048576");
    byte[] other =
        edited(
            made,
            book -> {
              book.createSheet("Khác").createRow(0).createCell(0).setCellValue("x");
              book.removeSheetAt(0);
            });
    assertThatThrownBy(() -> world.stage(commune, other)).hasMessageContaining("not_a_form");
    assertThat(Acting.call(commune, () -> world.books().waiting())).isEmpty();
  }

  /** The workbook with rows down to the last one a sheet can have. */
  private static byte[] withRows(int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] saved = edited(made, book -> {});
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(saved));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        byte[] part = from.readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sheet1.xml")) {
          String xml = new String(part, StandardCharsets.UTF_8);
          StringBuilder more = new StringBuilder();
          for (int row = 1_000; row <= rows; row++) {
            more.append("<row r=\"").append(row).append("\"/>");
          }
          part =
              xml.replace("</sheetData>", more + "</sheetData>").getBytes(StandardCharsets.UTF_8);
        }
        to.write(part);
      }
    }
    return out.toByteArray();
  }

  @Test
  void noMonthWithoutASetHasAWorkbook() {
    assertThatThrownBy(() -> world.made(commune, YearMonth.of(2016, 1)))
        .hasMessageContaining("no_set");
    assertThatThrownBy(() ->
            Acting.call(
                commune, () -> world.books().make(List.of(world.rural().unit("Vạn Linh")), AUGUST)))
        .hasMessageContaining("no_unit");
  }
}
