package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.rural.workbook.BookWorld.Y_TICH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** Workbooks that LibreOffice opened, filled in and saved, not our own writer. */
class OfficeRoundTripDbTest {
  private static final CountedStatements COUNTED = new CountedStatements();
  private static BookWorld world;

  @BeforeAll
  static void start() {
    world =
        new BookWorld(
            new RuralWorld(
                Province.ofAugust2020(Server.start(TestDatabase.ofProvince(), COUNTED))));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void wholeProvinceGoesOutIsFilledInByLibreOfficeAndComesBackAsItWasTyped() throws IOException {
    Actor everywhere = world.everywhere();
    byte[] back = LibreOffice.edited(world.made(everywhere), LibreOffice.fill());
    long[] book = new long[1];
    int staged = COUNTED.during(() -> book[0] = world.stage(everywhere, back));
    BookPlan plan = world.plan(everywhere, book[0]);
    assertThat(plan.communes()).hasSize(181);
    assertThat(plan.allProblems()).isEmpty();
    assertThat(plan.changed()).isEqualTo(181 * 49);
    assertThat(staged).as("statements, however many rows there are").isLessThan(40);
    assertThat(world.commit(everywhere, book[0])).isEqualTo(181 * 49);
    assertThat(written()).isEqualTo(typed(back));
    assertThat(
            world
                .rural()
                .owner()
                .sql("select count(*) from rural.entry where way = 'workbook'")
                .query(Integer.class)
                .single())
        .isEqualTo(181);
  }

  /** Every figure that was written, by its commune and indicator. */
  private static TreeMap<String, BigDecimal> written() {
    TreeMap<String, BigDecimal> written = new TreeMap<>();
    world
        .rural()
        .owner()
        .sql(
            """
            select n.note || ' ' || i.number || ':' || p.code as spot, a.figures[p.ordinal] as figure
              from rural.assessment a
              join rural.entry n on n.id = a.entry_id
              join rural.indicator i on i.id = a.indicator_id
              join rural.part p on p.indicator_id = i.id
             where a.kind = 'claim' and a.period = '2020-08-01'
            """)
        .query(row -> {
          written.put(row.getString("spot"), row.getBigDecimal("figure").stripTrailingZeros());
        });
    return written;
  }

  /** Every figure that stands in a saved workbook, read by another reader than ours. */
  private static TreeMap<String, BigDecimal> typed(byte[] saved) throws IOException {
    TreeMap<String, BigDecimal> typed = new TreeMap<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          Cell key = row.getCell(8);
          if (row.getRowNum() > 3 && key != null && !key.getStringCellValue().isEmpty()) {
            typed.put(
                sheet.getSheetName() + " " + key.getStringCellValue(), figure(row.getCell(5)));
          }
        }
      }
    }
    return typed;
  }

  private static BigDecimal figure(Cell cell) {
    if (cell.getCellType() == CellType.STRING) {
      return cell.getStringCellValue().equals("Đạt") ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return new BigDecimal(Double.toString(cell.getNumericCellValue())).stripTrailingZeros();
  }

  @Test
  void whatLibreOfficeKeepsOfACellIsReadAsItIsShown() {
    Actor commune = world.rural().commune();
    byte[] made = world.made(commune);
    List<String> edits = new ArrayList<>();
    edits.add(LibreOffice.percent(Y_TICH, address(made, "4.2"), "0.955"));
    edits.add(LibreOffice.text(Y_TICH, address(made, "12.1"), "92,5 %"));
    edits.add(LibreOffice.text(Y_TICH, address(made, "8.1"), "chưa đạt"));
    edits.add(LibreOffice.number(Y_TICH, address(made, "15.1"), "0.95"));
    edits.add(LibreOffice.text(Y_TICH, address(made, "3.1"), "chín mươi"));
    byte[] back = LibreOffice.edited(made, edits.toArray(String[]::new));
    BookPlan.Commune plan = world.only(commune, world.stage(commune, back));
    assertThat(plan.problems())
        .extracting(BookWorld::told)
        .singleElement()
        .asString()
        .startsWith("Xã Y Tịch!" + address(made, "3.1"))
        .contains("“chín mươi” không phải số");
    assertThat(plan.asked())
        .singleElement()
        .satisfies(row -> assertThat(row.indicator().number()).isEqualTo("15.1"));
    assertThat(plan.changes())
        .extracting(row -> row.indicator().number() + "=" + row.row().what().figures())
        .contains("4.2=[95.5]", "12.1=[92.5]", "8.1=[0]");
  }

  private static String address(byte[] book, String number) {
    String[] address = new String[1];
    BookWorld.edited(
        book,
        open ->
            address[0] =
                BookWorld.cell(open.getSheet(Y_TICH), number, "Giá trị kỳ này")
                    .getAddress()
                    .formatAsString());
    return address[0];
  }
}
