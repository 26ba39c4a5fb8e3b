package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The pages of accounts in a browser, at a desk and on a phone. */
class ManageIT {
  private static Province province;
  private static Browser browser;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void administratorFindsAccountAndIsAskedBeforeClosingIt(boolean desk) {
    String size = desk ? "desk" : "phone";
    try (BrowserContext person = browser.person(desk ? Browser.DESK : Browser.PHONE)) {
      Page page = province.signIn(person, "quan-tri");
      page.navigate(province.address("/tai-khoan/quan-ly"));
      Browser.look(page, "accounts-" + size);
      page.fill("#tim", "chi lang");
      page.locator("form.fl button").click();
      assertThat(page.locator("tbody tr").count()).isOne();
      page.locator("tbody th a").click();
      Browser.look(page, "account-" + size);
      page.locator("a[href$='/khoa']").click();
      assertThat(page.locator("h1").innerText()).contains("Khoá tài khoản huyen-chi-lang?");
      Browser.look(page, "account-ask-" + size);
      page.navigate(province.address("/tai-khoan/quan-ly/mo"));
      page.fill("#login", "thu-" + size);
      page.fill("#name", "Người thử");
      page.selectOption("#role", "cap-xa");
      page.fill("#body", "Sở Tài chín");
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("#chosen option").count()).isGreaterThan(1);
      Browser.look(page, "account-open-" + size);
      page.selectOption("#chosen", new com.microsoft.playwright.options.SelectOption().setIndex(1));
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("#mat-khau").innerText()).matches("[a-z0-9-]{19}");
      Browser.look(page, "account-opened-" + size);
    }
  }
}
