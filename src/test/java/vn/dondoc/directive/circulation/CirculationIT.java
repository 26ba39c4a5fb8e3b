package vn.dondoc.directive.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The whole way of a document: the office, a district, a commune on a phone, the office again. */
class CirculationIT {
  private static Province province;
  private static CirculationWorld world;
  private static Browser browser;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = CirculationWorld.in(province);
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  void documentGoesFromTheOfficeThroughTheDistrictToTheCommuneAndItsReceiptComesBack() {
    long id = world.received(CirculationWorld.NOTICE);
    world.accept(id);
    Page office = province.signIn(browser.person(Browser.DESK), "van-phong");
    office.navigate(province.address("/chi-dao/" + id + "/xac-nhan"));
    assertThat(office.locator(".named").innerText())
        .contains("22 cơ quan", "chưa rõ là cơ quan nào");
    Browser.look(office, "circulation-confirm");
    office.locator("main form button[type=submit]").first().click();
    assertThat(office.locator("main").innerText()).contains("1 nơi nhận chưa rõ");
    Browser.look(office, "circulation-notice");

    Page district = province.signIn(browser.person(Browser.DESK), "huyen-chi-lang");
    assertThat(district.locator(".dcs h2").innerText()).contains("Văn bản chờ nhận");
    Browser.look(district, "circulation-desk");
    district.locator(".dcs button[type=submit]").first().click();
    district.waitForURL("**/viec-cua-toi");
    district.navigate(province.address("/chi-dao/" + id));
    district
        .locator(".rcpt a", new Page.LocatorOptions().setHasText("Phổ biến tiếp"))
        .first()
        .click();
    Locator boxes = district.locator(".below input[type=checkbox]");
    int communes = boxes.count();
    assertThat(communes).isGreaterThan(15);
    Browser.look(district, "circulation-forward");
    district.locator("form[action$='/chuyen'] button").click();
    assertThat(district.locator(".note").first().innerText()).contains("Đã phổ biến tiếp");

    Page commune = province.signIn(browser.person(Browser.PHONE), "xa-y-tich");
    assertThat(commune.locator(".dcs").innerText()).contains("41/TB-UBND");
    Browser.look(commune, "phone-circulation-desk");
    commune.locator(".dcs a").first().click();
    Browser.look(commune, "phone-circulation-notice");
    commune.locator(".rcpt button[type=submit]").click();
    assertThat(commune.locator("main").innerText()).contains("người xác nhận: Xã Y Tịch mẫu");
    commune.navigate(province.address("/chi-dao/" + id + "/noi-nhan"));
    Browser.look(commune, "phone-circulation-receipts");

    world.standOn(LocalDate.of(2020, 8, 20));
    office.navigate(province.address("/chi-dao/" + id + "/noi-nhan"));
    assertThat(office.locator("main").innerText()).contains("1/" + communes + " cơ quan đã nhận");
    Browser.look(office, "circulation-coverage");
    office.locator("#pb").scrollIntoViewIfNeeded();
    Browser.picture(office, "circulation-coverage-table");
    office.locator("#ds").scrollIntoViewIfNeeded();
    Browser.picture(office, "circulation-list");
    office.navigate(province.address("/chi-dao/" + id + "?loai=task"));
    office.locator("#nd").scrollIntoViewIfNeeded();
    Browser.look(office, "circulation-text");
    office.navigate(province.address("/chi-dao/" + id + "?xem=theo-loai"));
    office.locator("#nd").scrollIntoViewIfNeeded();
    Browser.look(office, "circulation-classes");
    Page phone = province.signIn(browser.person(Browser.PHONE), "huyen-chi-lang");
    phone.navigate(province.address("/chi-dao/" + id + "/noi-nhan"));
    Browser.look(phone, "phone-circulation-district");
    phone.locator("#pb").scrollIntoViewIfNeeded();
    Browser.picture(phone, "phone-circulation-coverage");
  }
}
