package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** A notice that comes again with its number and day, but with other words. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VersionsIT {
  private static final String FIRST =
      """
      ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
      Số: 77/TB-UBND
      Lạng Sơn, ngày 12 tháng 8 năm 2020

      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh tại cuộc họp kiểm tra mẫu

      Chủ tịch UBND tỉnh kết luận như sau:

      1. Giao Sở Tài chính rà soát nguồn kinh phí, báo cáo UBND tỉnh trước ngày 31/8/2020.

      2. Giao Sở Xây dựng kiểm tra chất lượng công trình trước ngày 15/9/2020.
      """;
  private static final String OTHER =
      """
      ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
      Số:   /TB-UBND
      Lạng Sơn, ngày 12 tháng 8 năm 2020

      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh tại cuộc họp mẫu thứ hai

      1. Giao Sở Nội vụ rà soát biên chế, báo cáo UBND tỉnh trước ngày 31/8/2020.

      2. Giao Sở Giao thông vận tải kiểm tra các tuyến đường tỉnh trước ngày 15/9/2020.

      3. Các cơ quan nghiêm túc thực hiện kết luận của Chủ tịch UBND tỉnh.
      """;
  private static final String SECOND = FIRST.replace("15/9/2020", "25/9/2020");
  private static final String THIRD = SECOND.replace("rà soát nguồn", "cân đối nguồn");

  private static Province province;
  private static Browser browser;
  private static Page page;
  private static String first = "";

  @BeforeAll
  static void officeSignsIn() {
    province = Province.ofAugust2020();
    browser = Browser.open();
    page = province.signIn(browser.person(Browser.DESK), "van-phong");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  @Order(1)
  void asksWhatATextWithTheSameNumberAndDayIs() {
    takeIn(FIRST);
    first = page.url().replaceAll(".*/chi-dao/(\\d+)/.*", "$1");
    assertThat(page.url()).endsWith("/duyet");
    page.locator("h1").click();
    page.keyboard().press("a");
    page.waitForFunction("() => document.querySelector('.pgs b').innerText.startsWith('1/')");
    takeIn(SECOND);
    assertThat(page.url()).endsWith("/trung");
    assertThat(page.locator("main").innerText())
        .contains("Thông báo 77/TB-UBND")
        .contains("1 nhiệm vụ giữ nguyên lời, 1 nhiệm vụ có lời mới, 1 nhiệm vụ của bản trước");
    Browser.assertAccessible(page);
    Browser.picture(page, "version-desk");
  }

  @Test
  @Order(2)
  void givesNoTaskBeforeSomebodyTold() {
    String here = page.url();
    page.navigate(here.replace("/trung", "/duyet"));
    assertThat(page.url()).isEqualTo(here);
    page.navigate(here.replace("/trung", "/xac-nhan"));
    assertThat(page.url()).isEqualTo(here);
  }

  @Test
  @Order(3)
  void wantsAReasonForAnotherDocument() {
    page.evaluate("document.querySelector('#ly-do').removeAttribute('required')");
    page.locator("form[action$='van-ban-khac'] button").click();
    assertThat(page.locator("[role=alert]").innerText()).contains("vì sao là văn bản khác");
  }

  @Test
  @Order(4)
  void carriesDecisionsOverToTheNewVersion() {
    page.locator("form[action$='phien-ban'] button").click();
    assertThat(page.url()).endsWith("/duyet");
    assertThat(page.locator(".pgs b").innerText()).startsWith("1/2");
    page.navigate(province.address("/chi-dao/" + first + "/duyet"));
    assertThat(page.url()).endsWith("/chi-dao/" + first);
    assertThat(page.locator("main").innerText()).contains("Đã có phiên bản mới");
  }

  @Test
  @Order(5)
  void leavesConfirmedTasksAloneAndReviewsOnlyNewWords() {
    page.locator("a", new Page.LocatorOptions().setHasText("Đã có phiên bản mới")).click();
    page.navigate(page.url() + "/duyet?loc=mo");
    page.locator("h1").click();
    page.keyboard().press("a");
    page.waitForFunction("() => document.querySelector('.pgs b').innerText.startsWith('2/')");
    page.navigate(page.url().replaceAll("/duyet.*", "/xac-nhan"));
    page.locator("main form button").first().click();
    takeIn(THIRD);
    assertThat(page.locator("main").innerText()).contains("nhiệm vụ đã giao giữ nguyên");
    page.locator("form[action$='phien-ban'] button").click();
    assertThat(page.locator(".pgs b").innerText()).startsWith("1/2");
    assertThat(page.locator(".tks").innerText()).contains("Đã bỏ");
    page.navigate(province.address("/nhiem-vu"));
    assertThat(page.locator("main").innerText())
        .contains("rà soát nguồn")
        .doesNotContain("cân đối");
  }

  @Test
  @Order(6)
  void takesABlankNumberForNoSignOfAnotherPaper() {
    takeIn(OTHER);
    assertThat(page.url()).endsWith("/duyet");
    takeIn(OTHER.replace("Giao Sở Nội vụ", "Giao Sở Y tế").replace("tỉnh.\n", "tỉnh mẫu.\n"));
    assertThat(page.url()).endsWith("/duyet");
  }

  @Test
  @Order(7)
  void knowsTheSameWordsWithoutTheirNumberAndTakesThemForTheDocumentThatIsThere() {
    takeIn(OTHER.replace("Số:   /TB-UBND\n", "").replace("Lạng Sơn, ngày", "Lạng Sơn,  ngày"));
    assertThat(page.url()).endsWith("/trung");
    assertThat(page.locator("h1").innerText()).isEqualTo("Trùng lời văn với văn bản đã có");
    Browser.assertAccessible(page);
    page.locator("form[action$='la-mot'] button").click();
    assertThat(page.locator("main").innerText()).contains("Đã ghi là cùng một văn bản");
    String there = page.url();
    takeIn(OTHER.replace("Số:   /TB-UBND\n", "").replace("Lạng Sơn, ngày", "Lạng Sơn,  ngày"));
    assertThat(page.url()).isEqualTo(there + "/duyet");
  }

  @Test
  @Order(8)
  void anotherNumberIsAnotherPaperWhateverItsWords() {
    takeIn(OTHER.replace("Số:   /TB-UBND", "Số: 91/TB-UBND"));
    assertThat(page.url()).endsWith("/trung");
    page.fill("#ly-do", "số đã cấp cho văn bản khác");
    page.locator("form[action$='van-ban-khac'] button").click();
    takeIn(OTHER.replace("Số:   /TB-UBND", "Số: 92/TB-UBND").replace("12 tháng 8", "13 tháng 8"));
    // The paper whose number is still blank may be this one; number 91 is not.
    assertThat(page.locator("form[action$='la-mot']").count()).isOne();
    assertThat(page.locator("main h2").first().innerText()).doesNotContain("91/TB-UBND");
  }

  private static void takeIn(String text) {
    page.navigate(province.address("/chi-dao/tiep-nhan"));
    page.fill("#vb", text);
    page.locator("main button[type=submit]").click();
  }
}
