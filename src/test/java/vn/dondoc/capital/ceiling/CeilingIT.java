package vn.dondoc.capital.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;
import vn.dondoc.web.SheetFile;

/** Ceilings listed, exported, edited in a workbook and read back, in a browser. */
class CeilingIT {
  private static Browser browser;
  private static CeilingWorld world;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    world = CeilingWorld.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    world.close();
  }

  @Test
  void planningEditsTheSheetAndReadsItBack() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Page page = open(person, "ke-hoach", "/von/trung-han?ky=2016-2020");
      assertThat(page.locator("h1").innerText()).isEqualTo("Kế hoạch đầu tư công trung hạn");
      assertThat(page.locator("tbody").innerText())
          .contains("Hồ chứa nước mẫu 08", "30.000", "20.000", "10.000", "vượt mức");
      Browser.look(page, "capital-ceiling");
      byte[] exported = exported(page);
      page.navigate(address("/von/trung-han/nhap"));
      send(
          page,
          exported,
          sheet -> {
            CeilingWorld.cell(sheet, 0, "Mức vốn (đồng)").setCellValue("ba mươi tỷ");
            CeilingWorld.cell(sheet, 1, "Mã nguồn vốn").setCellValue("KHONG.CO");
          });
      page.locator("#loi").waitFor();
      assertThat(page.locator("#loi").innerText())
          .contains("2 chỗ chưa đúng", "I4", "“ba mươi tỷ”", "E5", "“KHONG.CO”");
      Browser.look(page, "capital-ceiling-refused");
      send(
          page,
          exported,
          sheet -> CeilingWorld.cell(sheet, 0, "Mức vốn (đồng)").setCellValue(19_000_000_000d));
      page.locator("text=Thêm 0, đổi 1, giữ nguyên 1.").waitFor();
      assertThat(page.locator("tbody").innerText())
          .contains("30.000", "19.000", "thấp hơn số đã bố trí 1.000 triệu đồng");
      Browser.look(page, "capital-ceiling-preview");
      page.locator("form[action$='/ghi'] button").click();
      page.locator("text=Đã ghi 1 mức vốn trung hạn").waitFor();
      page.navigate(address("/von/trung-han/nhap"));
      send(page, exported, sheet -> {});
      page.locator("#loi").waitFor();
      assertThat(page.locator("#loi").innerText())
          .contains("A4", "không còn là mức đang có hiệu lực");
    }
  }

  @Test
  void valueNoListKnowsIsNamedOnThePage() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = open(person, "chu-dau-tu", "/von/trung-han");
      assertThat(page.locator("main").innerText()).doesNotContain("Nhập bảng trung hạn");
      Browser.look(page, "capital-ceiling-phone");
      page.navigate(address("/von/trung-han?nguon=KHONG.CO&ky=1990-1995"));
      assertThat(page.locator("main").innerText())
          .contains("Nguồn vốn: không có “KHONG.CO”", "Kỳ trung hạn: không có “1990-1995”");
      page.navigate(address("/von/trung-han/nhap"));
      assertThat(page.locator("main").innerText()).contains("capital.plan");
    }
  }

  private static byte[] exported(Page page) {
    var sheet = page.waitForDownload(() -> page.locator(".acts a").first().click());
    try {
      return Files.readAllBytes(sheet.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Page page, byte[] exported, Consumer<XSSFSheet> edit) {
    page.setInputFiles(
        "#tep",
        new FilePayload("trung-han.xlsx", SheetFile.TYPE, CeilingWorld.edited(exported, edit)));
    page.locator("form[enctype] button[type=submit]").click();
  }

  private static String address(String path) {
    return world.world().projects().province().address(path);
  }

  private static Page open(BrowserContext person, String login, String path) {
    Province province = world.world().projects().province();
    Page page = province.signIn(person, login);
    page.navigate(province.address(path));
    return page;
  }
}
