package vn.dondoc.rural.standard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandardsIT {
  private Browser browser;
  private Province province;

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

  private void look(Page page, String path, String name) {
    page.navigate(province.address(path));
    Browser.assertNoSidewaysScroll(page);
    Browser.assertAccessible(page);
    Browser.picture(page, name);
  }

  @Test
  void officerSeesTheSetInForceAndWhatItAsksForOnADesk() {
    try (var person = browser.person(Browser.DESK)) {
      Page page = province.signIn(person, "dieu-phoi");
      look(page, "/nong-thon-moi/bo-tieu-chi", "bo-tieu-chi-ban");
      page.locator("main a", new Page.LocatorOptions().setHasText("1980/QĐ-TTg")).click();
      assertThat(page.locator("main .lead2")).containsText("19 tiêu chí, 49 chỉ tiêu");
      assertThat(page.locator("tr:has(td:text-is('17.1'))"))
          .containsText("nước sạch ≥\u00a090\u00a0% và Hộ dùng nước sạch ≥\u00a050\u00a0%");
      page.selectOption("#nhom", "CA-NUOC");
      page.locator(".fl button").click();
      assertThat(page.locator("tr:has(td:text-is('17.1'))"))
          .containsText("Hộ dùng nước sạch ≥\u00a060\u00a0%");
      Browser.assertAccessible(page);
      Browser.picture(page, "bo-tieu-chi-mot-ban");
    }
  }

  @Test
  void ruleIsTriedOnAPhone() {
    try (var person = browser.person(Browser.PHONE)) {
      Page page = province.signIn(person, "xa-y-tich");
      look(page, "/nong-thon-moi/bo-tieu-chi", "bo-tieu-chi-dien-thoai");
      page.navigate(province.address("/nong-thon-moi/thu-quy-tac"));
      page.fill("#quy-tac", "nếu so_truong > 3 thì muc_1 ≥ 70 còn lại muc_1 ≥ 50");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("[role=status]")).containsText("Chưa đủ số liệu");
      page.fill("#so-so_truong", "3");
      page.fill("#so-muc_1", "50,5");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("[role=status]")).containsText("Đạt");
      Browser.assertAccessible(page);
      Browser.assertNoSidewaysScroll(page);
      Browser.picture(page, "thu-quy-tac-dien-thoai");
      // A figure is read as a bound is: what may be a thousand or a one is asked for again.
      page.fill("#so-muc_1", "1.000");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("[role=alert]")).containsText("viết “1000”");
      page.fill("#quy-tac", "≥ 1.000");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("[role=alert]")).containsText("viết “1000”");
    }
  }
}
