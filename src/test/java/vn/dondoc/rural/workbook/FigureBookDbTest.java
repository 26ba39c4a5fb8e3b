package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rural.workbook.BookWorld.AUGUST;
import static vn.dondoc.rural.workbook.BookWorld.Y_TICH;
import static vn.dondoc.rural.workbook.BookWorld.edited;
import static vn.dondoc.rural.workbook.BookWorld.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.workbook.Mapping.Role;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Figures of workbooks and of sheets of one's own: one rule for both, each told at its cell. */
class FigureBookDbTest {
  private static final String VALUE = "Giá trị kỳ này";
  private static final String INCOME = "50500000 nằm ngoài khoảng từ 0 đến 1000";
  private static BookWorld world;
  private static Actor commune;

  @BeforeAll
  static void start() {
    world = BookWorld.start();
    commune = world.rural().commune();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void whatWaitsIsDropped() {
    for (Actor actor : List.of(commune, world.rural().district())) {
      Acting.as(
          actor, () -> world.books().waiting().forEach(book -> world.books().drop(book.id())));
    }
  }

  private static byte[] filled(java.util.function.Consumer<Sheet> edit) {
    return edited(world.made(commune), book -> edit.accept(book.getSheet(Y_TICH)));
  }

  private static int rowOf(Sheet sheet, String key) {
    return BookWorld.cell(sheet, key, VALUE).getRowIndex() + 1;
  }

  @Test
  void incomeInDongAndHalfAHouseAreNotTakenForMet() {
    byte[] bad =
        filled(sheet -> {
          type(sheet, "10.1", VALUE, 50_500_000);
          type(sheet, "9.1", VALUE, 1.5);
        });
    assertThat(world.problems(commune, bad))
        .hasSize(2)
        .anySatisfy(told -> assertThat(told).contains(INCOME, "Có phải là 50,5\u00a0triệu đồng"))
        .anySatisfy(told -> assertThat(told).contains("1,5 phải là số nguyên"));
  }

  @Test
  void sheetThatLostTheColumnOfStatesOrNotesIsRefusedAndEndsNoWait() {
    for (int column : new int[] {6, 7}) {
      String[] title = new String[1];
      byte[] less =
          filled(sheet -> {
            title[0] = sheet.getRow(3).getCell(column).getStringCellValue();
            sheet.forEach(row -> {
              Cell cell = row.getRowNum() < 3 ? null : row.getCell(column);
              if (cell != null) {
                row.removeCell(cell);
              }
            });
          });
      assertThat(world.problems(commune, less))
          .singleElement()
          .asString()
          .contains("Xã Y Tịch!A4", "không còn cột “" + title[0] + "”", "Tải biểu mới");
    }
  }

  @Test
  void waitIsReadFromItsIndicatorHoweverTheRowsAreSorted() {
    Report wait =
        new Report(
            world.rural().unit("Y Tịch"),
            world.rural().indicator("17.1").id(),
            AUGUST,
            0,
            Report.Kind.WAIT,
            Map.of(),
            false,
            false,
            "mẫu nước");
    world.rural().record(commune, wait);
    byte[] sorted =
        filled(sheet -> {
          int first = rowOf(sheet, "17.1") - 1;
          for (int column = 0; column < 9; column++) {
            swap(sheet.getRow(first).getCell(column), sheet.getRow(first + 1).getCell(column));
          }
        });
    BookPlan.Commune plan = world.only(commune, world.stage(commune, sorted));
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.rows()).as("the sheet says what it went out with").isEmpty();
  }

  private static void swap(Cell one, Cell other) {
    String kept = new DataFormatter().formatCellValue(one);
    String moved = new DataFormatter().formatCellValue(other);
    put(one, moved);
    put(other, kept);
  }

  private static void put(Cell cell, String words) {
    Cell fresh = BookWorld.fresh(cell);
    if (!words.isEmpty()) {
      fresh.setCellValue(words);
    }
  }

  @Test
  void sheetOfOnesOwnIsHeldToTheSame() throws IOException {
    Actor district = world.rural().district();
    long id;
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Thu nhập");
      sheet.createRow(0).createCell(0).setCellValue("Tên xã");
      sheet.getRow(0).createCell(1).setCellValue("Thu nhập");
      sheet.getRow(0).createCell(2).setCellValue("BHYT");
      sheet.createRow(1).createCell(0).setCellValue("Vạn Linh");
      sheet.getRow(1).createCell(1).setCellValue(50_500_000);
      sheet.getRow(1).createCell(2).setCellFormula("2/3");
      sheet.createRow(2).createCell(0).setCellValue("Hoàng Đồng");
      sheet.getRow(2).createCell(1).setCellValue(40);
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      book.write(out);
      id =
          Acting.call(
              district, () -> world.books().stageOwn("huyen.xlsx", out.toByteArray(), AUGUST));
    }
    Mapping mapping =
        new Mapping(
            "Thu nhập",
            1,
            List.of(
                new Mapping.Column(1, "Tên xã", Role.UNIT, "", 1),
                new Mapping.Column(2, "Thu nhập", Role.PART, "10.1:gia_tri", 1),
                new Mapping.Column(3, "BHYT", Role.PART, "15.1:gia_tri", 100)));
    Acting.as(district, () -> world.rural().door(OwnSheets.class).read(id, "Thu nhập", mapping));
    BookPlan plan = world.plan(district, id);
    assertThat(plan.allProblems())
        .extracting(BookWorld::told)
        .anySatisfy(told -> assertThat(told).contains("Thu nhập!B2", INCOME, "50,5"))
        // Who may not report for a commune is told for which they may.
        .anySatisfy(told ->
            assertThat(told)
                .contains("Thu nhập!A3", "xã Hoàng Đồng", "Xóa dòng này")
                .contains("địa bàn anh/chị báo cáo: huyện Chi Lăng"));
    // Rounded once, after it was brought to percents.
    assertThat(plan.communes().getFirst().changes())
        .singleElement()
        .satisfies(row -> assertThat(row.kept()).containsExactly(new BigDecimal("66.666667")));
  }

  @Test
  void computedRatioIsRoundedToWhatIsKeptAndShownSo() {
    byte[] sent =
        edited(
            world.made(commune),
            book -> {
              type(book.getSheet(Y_TICH), "12.1", VALUE, "=2/3*100");
              type(book.getSheet(Y_TICH), "15.1", VALUE, "66,66666666667");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    BookPlan.Commune plan = world.only(commune, world.stage(commune, sent));
    assertThat(plan.changes())
        .singleElement()
        .satisfies(row -> assertThat(row.kept()).containsExactly(new BigDecimal("66.666667")));
    // What was typed by hand is not cut short without a word.
    assertThat(plan.problems())
        .extracting(BookWorld::told)
        .singleElement()
        .asString()
        .contains("có quá nhiều chữ số");
  }

  @Test
  void faultOfTheSecondFigureIsToldAtItsCell() {
    int[] row = new int[1];
    byte[] over =
        filled(sheet -> {
          row[0] = rowOf(sheet, "17.1:nuoc_sach");
          type(sheet, "17.1", VALUE, 92);
          type(sheet, "17.1:nuoc_sach", VALUE, 95);
        });
    assertThat(world.problems(commune, over))
        .singleElement()
        .asString()
        .contains("F" + row[0] + " · 17.1", "(95) không thể lớn hơn", "(92)");
  }

  @Test
  void figureTakenOutIsToldWhereItWasAndAYesByItsWord() {
    Actor everywhere = world.everywhere();
    int unit = world.rural().unit("Vạn Linh");
    Map<String, BigDecimal> said =
        Map.of("gia_tri", new BigDecimal("93"), "nuoc_sach", new BigDecimal("52"));
    world
        .rural()
        .record(
            world.rural().district(),
            Report.claim(unit, world.rural().indicator("17.1").id(), AUGUST, 0, said),
            world.rural().claim("Vạn Linh", "6.1", "1", 0));
    int[] row = new int[1];
    byte[] emptied =
        edited(
            Acting.call(everywhere, () -> world.books().make(List.of(unit), AUGUST)),
            book -> {
              Sheet sheet = book.getSheetAt(0);
              Cell cell = BookWorld.cell(sheet, "17.1:nuoc_sach", VALUE);
              row[0] = cell.getRowIndex() + 1;
              BookWorld.fresh(cell);
              BookWorld.fresh(BookWorld.cell(sheet, "6.1", VALUE));
            });
    Actor district = world.rural().district();
    long book = world.stage(district, emptied);
    List<Problem> problems = world.plan(district, book).allProblems();
    assertThat(problems.stream().map(BookWorld::told))
        .hasSize(2)
        .anySatisfy(told ->
            assertThat(told)
                .contains("F" + row[0] + ":", "giá trị “52” của chỉ tiêu 17.1 đã báo cáo"))
        .anySatisfy(told -> assertThat(told).contains("giá trị “Đạt” của chỉ tiêu 6.1 đã báo cáo"));
    assertThat(problems.stream().map(Texts.in(Language.EN)::tell))
        .anySatisfy(told -> assertThat(told).contains("the figure “Met” of indicator 6.1"));
  }

  @Test
  void whatIsRefusedIsNotListedAsToBeWritten() {
    byte[] sent =
        filled(sheet -> {
          type(sheet, "12.1", VALUE, 95);
          type(sheet, "10.1", VALUE, 50_500_000);
        });
    BookPlan.Commune plan = world.only(commune, world.stage(commune, sent));
    assertThat(plan.changes()).extracting(row -> row.indicator().number()).containsExactly("12.1");
    assertThat(plan.refused()).extracting(row -> row.indicator().number()).containsExactly("10.1");
  }
}
