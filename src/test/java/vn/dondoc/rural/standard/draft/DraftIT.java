package vn.dondoc.rural.standard.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/**
 * The coordination office writes a provincial set and puts it in force, at a desk and on a phone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftIT {
  private Browser browser;
  private Province province;
  @TempDir private Path folder;

  @BeforeAll
  void open() {
    province = Province.ofAugust2020();
    browser = Browser.open();
  }

  @AfterAll
  void close() {
    browser.close();
    province.close();
  }

  private static void press(Page page, String name) {
    page.locator(
            "main .btn",
            new Page.LocatorOptions().setHasText(java.util.regex.Pattern.compile(name)))
        .first()
        .click();
  }

  private void begin(Page page, String way, String code) {
    page.navigate(province.address("/nong-thon-moi/bo-tieu-chi"));
    page.locator("main a", new Page.LocatorOptions().setHasText("1980/QĐ-TTg")).click();
    press(page, "Soạn bản nháp");
    page.check("#" + way);
    page.fill("#code", code);
    Browser.look(page, "ban-nhap-danh-sach-" + way);
    page.locator("main form button[type=submit]").click();
  }

  @Test
  void officeWritesAProvincialSetAtADeskAndPutsItInForce() {
    try (var person = browser.person(Browser.DESK)) {
      Page page = province.signIn(person, "dieu-phoi");
      begin(page, "bu", "20/2020/QĐ-UBND");
      Browser.look(page, "ban-nhap-tinh-ban");
      press(page, "Thêm mức quy định");
      page.selectOption("#indicator", "2.1");
      page.fill("#unit_group", "TDMNPB");
      page.fill("#rule", "≥ tám mươi");
      press(page, "Ghi");
      assertThat(page.locator("#loi-rule")).containsText("“tám” không phải tên giá trị");
      Browser.look(page, "ban-nhap-dong-sai-ban");
      page.fill("#rule", "≥ 80");
      press(page, "Ghi");
      assertThat(page.locator("tbody tr")).containsText("≥ 80");
      press(page, "^Sửa$");
      page.fill("#legal_act", "Quyết định 20/2020/QĐ-UBND");
      page.fill("#name_vi", "Mức đạt chuẩn của tỉnh");
      page.fill("#name_en", "Levels of the province");
      press(page, "Ghi");
      press(page, "Đặt hiệu lực");
      page.fill("#tu", "1/9/2020");
      press(page, "Xem trước");
      assertThat(page.locator("#loi")).containsText("1980/QĐ-TTg hết hiệu lực từ 08/03/2022");
      page.fill("#den", "8/3/2022");
      press(page, "Xem trước");
      assertThat(page.locator("main")).containsText("181 đơn vị được xét theo bộ này");
      Browser.look(page, "ban-nhap-dat-hieu-luc-ban");
      page.locator("form[method=post] button[type=submit]").last().click();
      assertThat(page.locator("main")).containsText("≥ 80");
      press(page, "Kết thúc hiệu lực");
      page.fill("#den", "1/1/2022");
      press(page, "Xem trước");
      Browser.look(page, "ban-nhap-het-hieu-luc-ban");
    }
  }

  @Test
  void copyIsCarriedByAWorkbookAndReadOnAPhone() {
    try (var person = browser.person(Browser.PHONE)) {
      Page page = province.signIn(person, "dieu-phoi");
      begin(page, "sao", "21/2020/QĐ-UBND");
      Browser.look(page, "ban-nhap-dien-thoai");
      String draft = page.url();
      page.navigate(draft + "?bang=muc");
      Browser.look(page, "ban-nhap-muc-dien-thoai");
      page.locator("tbody th a").first().click();
      Browser.look(page, "ban-nhap-dong-dien-thoai");
      page.navigate(draft);
      Download download = page.waitForDownload(() -> press(page, "Xuất Excel"));
      Path book = folder.resolve("ban-nhap.xlsx");
      download.saveAs(book);
      // Somebody else goes on meanwhile: the workbook would take the change back, and says so.
      page.navigate(draft + "/bang/tieu-chi/1");
      page.fill("#name_vi", "Quy hoạch xã");
      press(page, "Ghi");
      page.navigate(draft + "/nhap");
      page.setInputFiles("#tep", book);
      press(page, "Xem trước");
      assertThat(page.locator("main")).containsText("1 dòng khác bản nháp");
      Browser.look(page, "ban-nhap-nhap-dien-thoai");
      press(page, "Ghi các thay đổi");
      assertThat(page.locator("main")).containsText("Bản nháp");
      page.navigate(draft + "/hieu-luc?tu=1/9/2020&den=8/3/2022");
      assertThat(page.locator("#loi")).containsText("Chọn kết thúc bộ cũ vào ngày 31/08/2020");
      page.check("#het");
      press(page, "Xem trước");
      Browser.look(page, "ban-nhap-dat-hieu-luc-dien-thoai");
    }
  }
}
