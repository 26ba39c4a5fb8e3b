package vn.dondoc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The desk in a browser: where a person lands, the keys, a phone. */
class DeskIT {
  private static Province province;
  private static Browser browser;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    DeskWorld.in(province);
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  void departmentLandsOnItsDeskAndWorksItWithTheKeys() {
    Page page = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    assertThat(page.url()).endsWith("/viec-cua-toi");
    assertThat(page.locator("h1").innerText()).isEqualTo("Việc của Sở Kế hoạch và Đầu tư");
    assertThat(page.locator("#trinh-don sup span[aria-hidden]").innerText()).isEqualTo("3");
    Browser.look(page, "desk-department");
    page.keyboard().press("j");
    assertThat(page.locator(".iv.sel b").first().innerText()).contains("quá hạn 4 ngày");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(page.locator(".iv.sel").count()).isEqualTo(1);
    Browser.look(page, "desk-department-chosen");
    String line = page.locator(".iv.sel > a").first().getAttribute("href");
    page.keyboard().press("Enter");
    page.waitForURL("**" + line);
    page.goBack();
    page.keyboard().press("j");
    page.keyboard().press("b");
    page.waitForURL("**" + line);
    page.goBack();
    page.locator("#tat-phim").click();
    page.keyboard().press("j");
    assertThat(page.locator(".iv.sel").count()).isZero();
    page.fill("#tim", "jbk");
    assertThat(page.inputValue("#tim")).isEqualTo("jbk");
  }

  @Test
  void officeSeesWhatWaitsForItsDecision() {
    Page page = province.signIn(browser.person(Browser.DESK), "van-phong");
    assertThat(page.locator("#g-cho-toi span").innerText()).isEqualTo("3");
    Browser.look(page, "desk-office");
    page.navigate(province.address("/nhiem-vu"));
    assertThat(page.locator("#trinh-don sup span[aria-hidden]").innerText()).isEqualTo("3");
  }

  @Test
  void phoneShowsTheSameFiguresAndItsTabs() {
    Page page = province.signIn(browser.person(Browser.PHONE), "kho-bac");
    assertThat(page.locator(".bar-b.now sup").innerText()).isEqualTo("1");
    assertThat(page.locator(".tabbar sup").first().innerText()).isEqualTo("1");
    Browser.look(page, "phone-desk");
    page.locator(".tabbar a").nth(1).click();
    assertThat(page.locator(".iv").count()).isEqualTo(1);
    Browser.look(page, "phone-desk-coordinate");
    Page district = province.signIn(browser.person(Browser.PHONE), "huyen-chi-lang");
    district.selectOption("#co-quan", "tat-ca");
    district.locator("main form button[type=submit]").click();
    assertThat(district.locator(".iv").count()).isEqualTo(2);
    Browser.look(district, "phone-desk-district");
  }
}
