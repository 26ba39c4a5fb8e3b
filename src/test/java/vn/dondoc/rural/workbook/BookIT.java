package vn.dondoc.rural.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The workbook of a commune and of a district, and a sheet of another shape, in a browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BookIT {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String VALUE = "Giá trị kỳ này";
  private static Province province;
  private static RuralWorld rural;
  private static Browser browser;
  private static Page district;
  private static Page commune;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    rural = new RuralWorld(province);
    browser = Browser.open();
    district = province.signIn(browser.person(Browser.DESK), "huyen-chi-lang");
    commune = province.signIn(browser.person(Browser.PHONE), "xa-y-tich");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  private static byte[] made(Page page) throws IOException {
    page.navigate(province.address("/nong-thon-moi/bieu"));
    Download file = page.waitForDownload(() -> page.click("form[action$='/lap'] button"));
    return Files.readAllBytes(file.path());
  }

  private static void send(Page page, String form, byte[] bytes) {
    page.navigate(province.address(form));
    page.setInputFiles("#tep", new FilePayload("bieu.xlsx", TYPE, bytes));
    page.click("form[data-upload] button[type=submit]");
  }

  @Test
  @Order(1)
  void communeFillsInItsWorkbookAndWritesItFromAPhone() throws IOException {
    byte[] sent =
        BookWorld.edited(
            made(commune),
            book -> {
              BookWorld.type(book.getSheet(BookWorld.Y_TICH), "4.2", VALUE, 96.5);
              BookWorld.type(book.getSheet(BookWorld.Y_TICH), "15.1", VALUE, 0.93);
              BookWorld.type(book.getSheet(BookWorld.Y_TICH), "8.1", VALUE, "Đạt");
            });
    Browser.look(commune, "bieu-390");
    send(commune, "/nong-thon-moi/bieu", sent);
    commune.waitForSelector("fieldset");
    assertThat(commune.locator("main").innerText()).contains("có phải định ghi 93\u00a0%?");
    Browser.look(commune, "bieu-xem-390");
    commune.locator("input[value$='hundredfold']").check();
    commune.click("form[action$='/chon'] button");
    Browser.look(commune, "bieu-chon-390");
    commune.locator("form[action$='/ghi'] button").first().click();
    assertThat(commune.locator("main").innerText()).contains("Tệp này đã ghi xong");
    Browser.look(commune, "bieu-da-ghi-390");
  }

  @Test
  @Order(2)
  void districtSeesFaultsByCellAndWritesTheCommuneThatHasNone() throws IOException {
    byte[] sent =
        BookWorld.edited(
            made(district),
            book -> {
              BookWorld.type(book.getSheet("Xã Vạn Linh"), "2.1", VALUE, 88);
              BookWorld.type(book.getSheet("Xã Bằng Mạc"), "2.1", VALUE, "tám mươi");
              BookWorld.type(book.getSheet("Xã Bằng Mạc"), "4.2", VALUE, 950);
            });
    Browser.look(district, "bieu-ban");
    send(district, "/nong-thon-moi/bieu", sent);
    district.waitForSelector("[role=alert]");
    assertThat(district.locator("[role=alert]").innerText())
        .contains("Xã Bằng Mạc!F", "“tám mươi” không phải số", "950 nằm ngoài khoảng");
    Browser.look(district, "bieu-xem-ban");
    district.click("table a:has-text('Vạn Linh')");
    Browser.look(district, "bieu-mot-xa-ban");
    district.click("form[action$='/ghi'] button");
    assertThat(district.locator("main").innerText()).contains("Đã ghi 1 chỉ tiêu");
    district.click("summary");
    district.click("form[action$='/bo'] button");
    assertThat(district.locator("main").innerText()).doesNotContain("Tệp đang chờ xem");
  }

  @Test
  @Order(3)
  void sheetOfAnotherShapeGoesThroughFourSteps() throws IOException {
    byte[] own =
        BookWorld.edited(
            empty(),
            book -> {
              var sheet = book.createSheet("Huyện");
              var head = sheet.createRow(0);
              head.createCell(0).setCellValue("Tên xã");
              head.createCell(1).setCellValue("4.2 Điện (tỷ lệ)");
              var row = sheet.createRow(1);
              row.createCell(0).setCellValue("Bằng Mạc");
              row.createCell(1).setCellValue(0.97);
            });
    Browser.look(commune, "bieu-truoc-390");
    commune.navigate(province.address("/nong-thon-moi/bieu/tu-do"));
    Browser.look(commune, "bieu-tu-do-390");
    send(district, "/nong-thon-moi/bieu/tu-do", own);
    district.waitForSelector("select[name=cot-2]");
    assertThat(district.locator("select[name=cot-2]").inputValue()).isEqualTo("4.2:gia_tri");
    district.selectOption("select[name=thang-2]", "100");
    district.fill("#ten", "Bảng huyện");
    Browser.look(district, "bieu-ghep-ban");
    district.click("form[method=post][action$='/ghep'] button");
    assertThat(district.locator("main").innerText()).contains("97\u00a0%");
    Browser.look(district, "bieu-kiem-tra-ban");
    district.click("form[action$='/ghi'] button");
    assertThat(district.locator("main").innerText()).contains("Tệp này đã ghi xong");
  }

  @Test
  @Order(4)
  void fileOfAnotherKindIsRefusedOnThePageItself() {
    send(commune, "/nong-thon-moi/bieu", "chữ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    commune.waitForSelector("[role=alert]");
    assertThat(commune.locator("[role=alert]").innerText()).contains("không phải bảng tính XLSX");
    Browser.look(commune, "bieu-sai-tep-390");
  }

  @Test
  @Order(5)
  void figureThatWasVerifiedIsReplacedWithAReasonInThePreview() throws IOException {
    Report claim = rural.claim("Y Tịch", "6.3", "100", 0);
    rural.record(rural.commune(), claim);
    rural.record(rural.district(), RuralWorld.as(Report.Kind.VERIFY, claim, 1, null));
    byte[] sent =
        BookWorld.edited(
            made(commune),
            book -> BookWorld.type(book.getSheet(BookWorld.Y_TICH), "6.3", VALUE, 90));
    send(commune, "/nong-thon-moi/bieu", sent);
    commune.waitForSelector("fieldset");
    assertThat(commune.locator("fieldset").innerText())
        .contains("Huyện thẩm tra: Huyện Chi Lăng mẫu, 14/08/2020");
    Browser.look(commune, "bieu-da-xet-390");
    commune.locator("input[value$='sheet']").check();
    commune.fill("fieldset textarea", "kiểm kê lại");
    commune.click("form[action$='/chon'] button");
    commune.locator("form[action$='/ghi'] button").first().click();
    assertThat(commune.locator("main").innerText()).contains("Tệp này đã ghi xong");
  }

  private static byte[] empty() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        var out = new java.io.ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    }
  }
}
