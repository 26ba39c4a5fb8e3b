package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** A workbook of the Treasury in a browser: sent, mapped, asked about, reconciled, committed. */
class IntakeIT {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String POOL = "Cân đối ngân sách địa phương";
  private static IntakeWorld world;
  private static Browser browser;

  @BeforeAll
  static void start() {
    world = new IntakeWorld(Province.ofAugust2020());
    browser = Browser.open();
  }

  @AfterAll
  static void stop() {
    browser.close();
    world.close();
  }

  private static byte[] book() {
    return new TableBook()
        .named("T7")
        .row("TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG (số liệu minh họa)")
        .row("Đến hết ngày 31/7/2020")
        .row(null, null, null, "ĐVT: triệu đồng")
        .row("STT", "Mã dự án", "Tên dự án", "Giải ngân lũy kế", null, null, "Tỷ lệ")
        .row(null, null, null, "Tạm ứng", "Khối lượng hoàn thành", "Tổng số")
        .merged("A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:G5")
        .row(null, null, "Tổng số", 870.5, 3_750.75, 4_621.25)
        .row("I", null, POOL, 820.5, 3_550.75, 4_371.25)
        .row(1, "DA-0001", IntakeWorld.NAMES.get(0), 520.5, 1_300, 1_820.5, "18%")
        .row(2, "DA-0002", IntakeWorld.NAMES.get(1), 0, 2_250.75, 2_250.75, "23%")
        .row(3, null, "Cấp nước sinh hoạt tập trung mẫu số 3", 300, 0, 300, "3%")
        .row("II", null, "Thu tiền sử dụng đất", 50, 200, 250)
        .row(1, "DA-0001", IntakeWorld.NAMES.get(0), 50, 200, 250, "5%")
        .bytes();
  }

  private static void send(Page page, byte[] bytes) {
    page.navigate(world.province().address("/von/nhap"));
    page.fill("#ngay", "31/07/2020");
    page.setInputFiles("#tep", new FilePayload("kho-bac-thang-7.xlsx", TYPE, bytes));
    page.click("form[data-upload] button[type=submit]");
  }

  @Test
  void workbookOfTheTreasuryIsSentMappedAskedAboutReconciledAndCommitted() throws IOException {
    Page desk = world.province().signIn(browser.person(Browser.DESK), "kho-bac");
    desk.navigate(world.province().address("/von/nhap"));
    Browser.look(desk, "nhap-von-ban");
    send(desk, book());
    desk.waitForSelector("select[name=cot-4]");
    assertThat(desk.locator("select[name=cot-4]").inputValue()).isEqualTo("outstanding");
    assertThat(desk.locator("select[name=cot-6]").inputValue()).isEqualTo("disbursed");
    assertThat(desk.locator("select[name=don-vi]").inputValue()).isEqualTo("million");
    Browser.look(desk, "nhap-von-ghep-ban");
    desk.click("form[method=post][action$='/ghep'] button");
    desk.waitForSelector("fieldset");
    assertThat(desk.locator("main").innerText())
        .contains("Cấp nước sinh hoạt tập trung mẫu số 3", IntakeWorld.NAMES.get(2));
    Browser.look(desk, "nhap-von-hoi-ban");
    Page phone = world.province().signIn(browser.person(Browser.PHONE), "kho-bac");
    phone.navigate(desk.url());
    Browser.look(phone, "nhap-von-hoi-390");
    desk.locator("label:has-text('" + IntakeWorld.NAMES.get(2) + "') input").first().check();
    desk.click("form[action$='/chon'] button");
    Browser.look(desk, "nhap-von-doi-chieu-ban");
    Download report = desk.waitForDownload(() -> desk.click("a[href$='/doi-chieu']"));
    try (XSSFWorkbook sheet =
        new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(report.path())))) {
      assertThat(sheet.getSheet("Từng dòng").getLastRowNum()).isGreaterThanOrEqualTo(6);
    }
    desk.click("form[action$='/ghi'] button");
    assertThat(desk.locator("main").innerText()).contains("Đã ghi 4 số liệu");
    assertThat(world.stands(2, IntakeWorld.BALANCE, IntakeWorld.JULY))
        .containsExactly(300_000_000L, 0L);

    // The next file of the same sender goes straight to its reconciliation and has nothing new.
    send(phone, book());
    phone.waitForSelector("dl.facts");
    assertThat(phone.locator("main").innerText())
        .contains("Mọi số trong tệp đã có trong sổ", "cách ghép đã nhớ");
    Browser.look(phone, "nhap-von-khong-doi-390");
    phone.navigate(phone.url() + "/ghep");
    Browser.look(phone, "nhap-von-ghep-390");

    phone.navigate(world.province().address("/von/nhap/da-nho"));
    assertThat(phone.locator("main tbody").innerText())
        .contains("Cấp nước sinh hoạt tập trung mẫu số 3", IntakeWorld.NAMES.get(2));
    Browser.look(phone, "nhap-von-da-nho-390");
    phone.locator("main tbody a:has-text('Bỏ câu trả lời')").first().click();
    phone.waitForSelector("#ly-do");
    Browser.look(phone, "nhap-von-bo-cau-tra-loi-390");

    byte[] text = "chữ".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    send(phone, text);
    phone.waitForSelector("[role=alert]");
    assertThat(phone.locator("[role=alert]").innerText()).contains("không phải bảng tính XLSX");
    Browser.look(phone, "nhap-von-sai-tep-390");
  }
}
