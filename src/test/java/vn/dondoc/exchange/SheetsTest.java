package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Refusal;

class SheetsTest {
  private record Line(String name, @Nullable Long amountVnd, @Nullable LocalDate dueOn) {}

  private static final SheetHead HEAD =
      new SheetHead(
          "Nhiệm vụ", "Danh sách nhiệm vụ", "Kỳ: 2020", "Nguồn: mẫu", "Đến ngày 14/08/2020");
  private static final List<SheetColumn<Line>> COLUMNS =
      List.of(
          new SheetColumn<>("name", "Tên", Line::name),
          new SheetColumn<>("amount_vnd", "Số tiền (đồng)", Line::amountVnd),
          new SheetColumn<>("due_on", "Thời hạn", Line::dueOn));

  @Test
  void readsBackWhatWasWrittenWithTheSameColumns() throws IOException {
    Line first = new Line("Xã Chi Lăng", 3_260_600_000_000L, LocalDate.of(2020, 8, 31));
    Line second = new Line("Xã Hoàng Đồng", null, null);

    SheetTable table = book(written(Stream.of(first, second))).table(COLUMNS);

    assertThat(table.headerRow()).isEqualTo(3);
    assertThat(table.rows()).hasSize(2);
    SheetTable.Line read = table.rows().getFirst();
    assertThat(read.cell("name").text()).isEqualTo("Xã Chi Lăng");
    assertThat(read.cell("amount_vnd").number()).isEqualByComparingTo("3260600000000");
    assertThat(read.cell("due_on").day()).isEqualTo(LocalDate.of(2020, 8, 31));
    assertThat(read.cell("due_on").text()).isEqualTo("31/08/2020");
    assertThat(read.cell("due_on").place()).hasToString("Nhiệm vụ!C4");
    assertThat(table.rows().getLast().cell("due_on")).isInstanceOf(SheetCell.Blank.class);
  }

  @Test
  void summedSheetIsPrintedOnA4InAsManyPagesAsItTakesToBeRead() throws IOException {
    try (XSSFWorkbook narrow = summed(1);
        XSSFWorkbook wide = summed(19)) {
      XSSFSheet sheet = wide.getSheetAt(0);
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(narrow.getSheetAt(0).getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      // 145 characters on a page, the first column of 20 again on each.
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 3);
      assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
      assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
      assertThat(sheet.getFooter().getCenter()).contains("&P", "&N");
    }
  }

  private static XSSFWorkbook summed(int columns) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SummedSheet.write(
        out,
        HEAD,
        IntStream.range(0, columns)
            .mapToObj(at -> SummedSheet.Column.<String>words("Tên", 20, name -> name))
            .toList(),
        Map.of("Nhóm mẫu", IntStream.range(0, 104).mapToObj(Integer::toString).toList()),
        "Tổng");
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  @Test
  void writesTitleAndTheLineOfPeriodSourceAndDayAboveTheHeader() throws IOException {
    List<SheetRow> rows = book(written(Stream.of())).rows();

    assertThat(rows.get(0).cell(1).text()).isEqualTo("Danh sách nhiệm vụ");
    assertThat(rows.get(1).cell(1).text()).isEqualTo("Kỳ: 2020 · Nguồn: mẫu · Đến ngày 14/08/2020");
    assertThat(rows.get(2).cells()).extracting(SheetCell::text).contains("Số tiền (đồng)");
  }

  @Test
  void keepsTextThatLooksLikeAFormulaAsText() throws IOException {
    List<String> hostile = List.of("=1+1", "+84", "-A1", "@SUM(A1)", "\t=cmd|' /C calc'!A0");
    byte[] file = written(hostile.stream().map(text -> new Line(text, null, null)));

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (int i = 0; i < hostile.size(); i++) {
        var cell = workbook.getSheetAt(0).getRow(3 + i).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(hostile.get(i));
      }
    }
  }

  @Test
  void readsBackLongListFullOfSignsThatXmlEscapes() throws IOException {
    String hostile = "<b>\"A&B\"</b> ".repeat(4);
    byte[] file = written(Stream.generate(() -> new Line(hostile, null, null)).limit(10_000));

    assertThat(book(file).rows()).hasSize(3 + 10_000);
    assertThat(book(file).rows().getLast().cell(1).text()).isEqualTo(hostile);
  }

  @Test
  void writesNumbersTooLongForASheetAsText() throws IOException {
    List<SheetColumn<String>> columns =
        List.of(new SheetColumn<>("n", "Số", text -> new BigDecimal(text)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sheets.write(out, HEAD, columns, Stream.of("12345678901234567890", "0.125"));

    List<SheetRow> rows = book(out.toByteArray()).rows();
    assertThat(rows.get(3).cell(1)).isInstanceOf(SheetCell.Text.class);
    assertThat(rows.get(3).cell(1).text()).isEqualTo("12345678901234567890");
    assertThat(rows.get(4).cell(1).number()).isEqualByComparingTo("0.125");
  }

  @Test
  void refusesToWriteMoreRowsThanItReads() {
    assertThatThrownBy(
            () -> written(IntStream.rangeClosed(0, 100_000).mapToObj(i -> new Line("x", 1L, null))))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(ExchangeRefusal.TOO_MANY_ROWS));
  }

  @Test
  void leavesTheCallersStreamOpen() throws IOException {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Sheets.write(out, HEAD, COLUMNS, Stream.of(new Line("x", 1L, null)));
    assertThat(closed[0]).isFalse();
  }

  @Test
  void surfacesWhatAClerkWouldNotice() throws IOException {
    byte[] file =
        workbook(book -> {
          XSSFSheet sheet = book.createSheet("Số liệu");
          var row = sheet.createRow(0);
          row.createCell(0).setCellValue("Tên");
          row.createCell(1).setCellValue("3.260,6");
          row.createCell(2).setCellFormula("1/0");
          row.createCell(3).setCellValue("00178");
          sheet.createRow(4).createCell(0).setCellValue("ẩn");
          sheet.getRow(4).setZeroHeight(true);
          sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 3));
          book.getCreationHelper().createFormulaEvaluator().evaluateAll();
          book.createSheet("Kín").createRow(0).createCell(0).setCellValue(1);
          book.setSheetHidden(1, true);
        });

    SheetBook read = book(file);

    assertThat(read.findings())
        .extracting(finding -> finding.kind() + " " + finding.place() + " " + finding.shown())
        .containsExactlyInAnyOrder(
            "NUMBER_AS_TEXT Số liệu!B1 3.260,6",
            "FORMULA_ERROR Số liệu!C1 #DIV/0!",
            "MERGED_CELLS Số liệu!A2 A2:D3",
            "HIDDEN_ROW Số liệu!A5 5",
            "HIDDEN_SHEET Kín!A1 Kín");
    assertThat(read.rows()).noneMatch(row -> row.sheet().equals("Kín"));
  }

  @Test
  void tellsAFormulaWithoutAValueFromOneThatCameToNothing() throws IOException {
    byte[] file =
        workbook(book -> {
          var sheet = book.createSheet("A");
          var row = sheet.createRow(0);
          row.createCell(0).setCellFormula("20+22");
          row.createCell(1).setCellFormula("IF(1=1,\"\",\"x\")");
          book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(1));
          row.createCell(2).setCellValue("cuối");
          book.createSheet("Kín").createRow(0).createCell(0).setCellValue("x");
          book.setSheetHidden(1, true);
        });

    SheetBook read = book(file);

    SheetRow row = read.rows().getFirst();
    assertThat(row.cell(1))
        .isInstanceOfSatisfying(
            SheetCell.Fault.class, fault -> assertThat(fault.isUncomputed()).isTrue());
    assertThat(row.cell(1).text()).isEqualTo("=20+22");
    assertThat(row.cell(2)).isInstanceOf(SheetCell.Blank.class);
    assertThat(read.findings())
        .extracting(finding -> finding.kind() + " " + finding.place())
        .containsExactly("FORMULA_WITHOUT_VALUE A!A1", "HIDDEN_SHEET Kín!A1");
    assertThat(read.hidden()).extracting(SheetRow::sheet).containsExactly("Kín");
  }

  @Test
  void readsAWorkbookThatHasNoPartOfStyles() throws IOException {
    byte[] styled =
        workbook(book -> {
          var row = book.createSheet("Bảng 1").createRow(0);
          row.createCell(0).setCellValue("Ban QLDA mẫu 03");
          row.createCell(1).setCellValue(35_000_000_000L);
        });

    SheetRow row = book(Zips.without(styled, "xl/styles.xml")).rows().getFirst();

    assertThat(row.cell(1).text()).isEqualTo("Ban QLDA mẫu 03");
    assertThat(row.cell(2).number()).isEqualByComparingTo("35000000000");
  }

  @Test
  void takesTheResultOfAFormula() throws IOException {
    byte[] file =
        workbook(book -> {
          var row = book.createSheet("A").createRow(0);
          row.createCell(0).setCellFormula("20+22");
          row.createCell(1).setCellFormula("\"a\"&\"b\"");
          row.createCell(2).setCellFormula("DATE(2020,8,31)");
          var style = book.createCellStyle();
          style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy;@"));
          row.getCell(2).setCellStyle(style);
          book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

    SheetRow row = book(file).rows().getFirst();

    assertThat(row.cell(1).number()).isEqualByComparingTo("42");
    assertThat(row.cell(2).text()).isEqualTo("ab");
    assertThat(row.cell(3).day()).isEqualTo(LocalDate.of(2020, 8, 31));
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    assertThatThrownBy(() ->
            book(workbook(b -> b.createSheet("A").createRow(0).createCell(0).setCellValue("tên")))
                .table(COLUMNS))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.code()).isEqualTo(ExchangeRefusal.MISSING_COLUMNS);
              assertThat(e.problems().getFirst().arguments())
                  .containsExactly("tep.xlsx", "“Số tiền (đồng)”, “Thời hạn”");
            });
  }

  @Test
  void refusesASheetWiderThanTheLimit() {
    refuses(
        ExchangeRefusal.TOO_MANY_COLUMNS,
        workbook(b -> b.createSheet("A").createRow(0).createCell(200).setCellValue(1)));
  }

  @Test
  void refusesACellThatClaimsAColumnBeyondAnySheet() throws IOException {
    byte[] honest = workbook(b -> b.createSheet("A").createRow(0).createCell(0).setCellValue(1));
    refuses(
        ExchangeRefusal.TOO_MANY_COLUMNS,
        Zips.replacing(
            honest, "xl/worksheets/sheet1.xml", xml -> xml.replace("\"A1\"", "\"ZZZZZZ1\"")));
  }

  @Test
  void refusesOtherKindsOfFile() throws IOException {
    refuses(ExchangeRefusal.EMPTY, new byte[0]);
    refuses(ExchangeRefusal.NOT_A_SHEET, "Thông báo".getBytes(StandardCharsets.UTF_8));
    refuses(ExchangeRefusal.NOT_A_SHEET, Zips.of("a.txt", "x"));
    refuses(ExchangeRefusal.TOO_LARGE, new byte[(20 << 20) + 1]);
  }

  @Test
  void refusesABombBeforeUnpackingAllOfIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(block);
      }
    }
    refuses(ExchangeRefusal.OVERSIZED_ARCHIVE, out.toByteArray());
  }

  @Test
  void readsNoEntityOfAnother() throws IOException {
    byte[] honest = workbook(b -> b.createSheet("A").createRow(0).createCell(0).setCellValue(1));
    byte[] hostile =
        Zips.replacing(
            honest,
            "xl/worksheets/sheet1.xml",
            xml ->
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + xml.replaceFirst("<\\?xml[^>]*\\?>", "").replace("<v>1.0</v>", "<v>&e;</v>"));
    try {
      assertThat(book(hostile).rows().toString()).doesNotContain("root");
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo(ExchangeRefusal.BROKEN);
    }
  }

  @Test
  void survivesEveryKindOfDamage() throws IOException {
    byte[] honest =
        written(IntStream.range(0, 50).mapToObj(i -> new Line("Dòng " + i, (long) i, null)));
    Random random = new Random(2020);
    for (int i = 0; i < 400; i++) {
      byte[] damaged =
          i % 4 == 0 ? Zips.truncated(honest, random) : Zips.flipped(honest, random, 1 + i % 8);
      try {
        assertThat(book(damaged)).isNotNull();
      } catch (Refusal expected) {
        assertThat(expected.code()).isInstanceOf(ExchangeRefusal.class);
      }
    }
  }

  @Test
  void letsTheTakersOwnFailureThrough() throws IOException {
    byte[] file = written(Stream.of(new Line("x", 1L, null)));
    IllegalStateException own = new IllegalStateException("own");
    assertThatThrownBy(() ->
            Sheets.read(
                "tep.xlsx",
                new ByteArrayInputStream(file),
                row -> {
                  throw own;
                }))
        .isSameAs(own);
  }

  @Test
  void namesColumnsAsExcelDoes() {
    assertThat(new SheetPlace("A", 7, 1)).hasToString("A!A7");
    assertThat(new SheetPlace("A", 7, 27)).hasToString("A!AA7");
    assertThat(SheetShape.column("XFD1")).isEqualTo(16_384);
  }

  private static byte[] written(Stream<Line> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sheets.write(out, HEAD, COLUMNS, lines);
    return out.toByteArray();
  }

  private static SheetBook book(byte[] file) throws IOException {
    return Sheets.read("tep.xlsx", new ByteArrayInputStream(file));
  }

  private static void refuses(ExchangeRefusal code, byte[] file) {
    List<SheetRow> taken = new ArrayList<>();
    assertThatThrownBy(() -> Sheets.read("tep.xlsx", new ByteArrayInputStream(file), taken::add))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThat(taken).isEmpty();
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      content.accept(workbook);
      workbook.write(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
