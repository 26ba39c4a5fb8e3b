package vn.dondoc.task.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.desk.DeskWorld;
import vn.dondoc.exchange.DocumentTexts;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Office;
import vn.dondoc.testing.Province;

/** The office's overview in a browser: every figure leads to as many rows. */
class OverviewIT {
  private static Province province;
  private static Browser browser;
  private static Page office;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    DeskWorld.in(province);
    browser = Browser.open();
    office = province.signIn(browser.person(Browser.DESK), "van-phong");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nguoi-dung-dau", "van-ban", "thang"})
  void everyFigureLeadsToAsManyRows(String by) {
    office.navigate(province.address("/tong-quan-chi-dao?theo=" + by));
    List<Locator> figures = office.locator(".ovw tbody tr td:nth-child(-n+8) a").all();
    assertThat(figures).isNotEmpty();
    record Figure(String href, String count) {}
    List<Figure> shown =
        figures.stream().map(a -> new Figure(a.getAttribute("href"), a.innerText())).toList();
    for (Figure figure : shown) {
      office.navigate(province.address(figure.href()));
      assertThat(office.locator("table.t tbody tr").count())
          .as(figure.href())
          .isEqualTo(Integer.parseInt(figure.count().strip()));
    }
  }

  @Test
  void theColumnsAddUpToTheLastRow() {
    office.navigate(province.address("/tong-quan-chi-dao"));
    int rows = office.locator(".ovw tbody tr").count();
    int sum = 0;
    for (int r = 0; r < rows; r++) {
      sum +=
          Integer.parseInt(
              office.locator(".ovw tbody tr").nth(r).locator("td").first().innerText());
    }
    assertThat(office.locator(".ovw tfoot td").first().innerText()).isEqualTo(String.valueOf(sum));
    Browser.look(office, "overview-bodies");
  }

  @Test
  void theMonthsReportComesAsASheetAndAsAPaper() throws IOException {
    office.navigate(province.address("/tong-quan-chi-dao"));
    Download sheet =
        office.waitForDownload(
            () -> office.locator("form[action$='bao-cao/xuat'] button").first().click());
    try (InputStream in = Files.newInputStream(sheet.path());
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThan(5);
    }
    Download paper =
        office.waitForDownload(
            () -> office.locator("form[action$='bao-cao/xuat'] button").nth(1).click());
    assertThat(paper.suggestedFilename()).endsWith(".docx");
    try (InputStream in = Files.newInputStream(paper.path());
        XWPFDocument document = new XWPFDocument(in);
        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      assertThat(words.getText())
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
          .contains("BÁO CÁO")
          .containsPattern("trong tháng 0?8(/| năm )2020")
          .contains("Nơi nhận:");
    }
    List<String> printed =
        DocumentTexts.standard()
            .read("bao-cao.pdf", Office.printed("bao-cao.docx", Files.readAllBytes(paper.path())))
            .text()
            .lines()
            .toList();
    office.navigate(province.address("/tong-quan-chi-dao?theo-doi=2020-08"));
    List<List<Long>> rows =
        office.locator(".ovw tbody tr, .ovw tfoot tr").all().stream()
            .map(OverviewIT::figures)
            .filter(figures -> figures.getFirst() > 0)
            .toList();
    assertThat(rows).hasSizeGreaterThan(2);
    assertThat(printed.stream().filter(line -> line.matches("\\s*(\\d+ )?\\| .*( \\| \\d+){7}")))
        .extracting(line -> line.replaceFirst("^.*?((?: \\| \\d+){7})$", "$1"))
        .containsExactlyInAnyOrderElementsOf(
            rows.stream()
                .map(figures ->
                    figures.stream().map(figure -> " | " + figure).collect(Collectors.joining()))
                .toList());
  }

  /** The figures of a row of the page as the paper groups them: what is due soon is in time. */
  private static List<Long> figures(Locator row) {
    List<Long> cells =
        row.locator("td").allInnerTexts().stream()
            .limit(8)
            .map(cell -> Long.valueOf(cell.strip()))
            .toList();
    return List.of(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4) + cells.get(5),
        cells.get(6),
        cells.get(7));
  }

  @Test
  void aPhoneReadsTheOverviewAndItsRows() {
    Page page = province.signIn(browser.person(Browser.PHONE), "ke-hoach");
    page.navigate(province.address("/tong-quan-chi-dao"));
    Browser.look(page, "phone-overview");
    page.navigate(province.address("/nhiem-vu/phan?tien-do=qua-han"));
    Browser.look(page, "phone-duties");
  }

  @Test
  void anEmptyQuestionSaysSo() {
    office.navigate(province.address("/nhiem-vu/phan?tim=khong+co+viec+nay"));
    assertThat(office.locator("main").innerText()).contains("Không có");
    Browser.look(office, "duties-none");
    office.navigate(province.address("/nhiem-vu/phan"));
    Browser.look(office, "duties");
  }
}
