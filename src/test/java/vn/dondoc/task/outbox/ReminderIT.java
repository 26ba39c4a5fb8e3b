package vn.dondoc.task.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.task.reminder.ReminderWorld;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** The pages of reminders in a real browser, at a desk and on a phone. */
class ReminderIT {
  private static final LocalDate AUGUST_3 = LocalDate.of(2020, 8, 3);
  private static Province province;
  private static ReminderWorld world;
  private static Browser browser;

  @BeforeAll
  static void start() {
    province =
        Province.ofAugust2020(
            Server.start(
                TestDatabase.ofProvince(),
                Map.of(
                    "dondoc.address", "https://dondoc.lang-son.example",
                    "dondoc.mail.folder", "/var/lib/dondoc/mail")));
    world = ReminderWorld.in(province);
    int planning = world.id("Sở Kế hoạch và Đầu tư");
    world.give("Tổng hợp số liệu giải ngân", AUGUST_3, LocalDate.of(2020, 8, 12), planning);
    world.give("Đề xuất phương án điều chuyển vốn", AUGUST_3, LocalDate.of(2020, 8, 20), planning);
    world.give(
        "Rà soát công trình khởi công mới",
        AUGUST_3,
        LocalDate.of(2020, 8, 17),
        world.id("Kho bạc Nhà nước tỉnh"));
    world.pass(LocalDate.of(2020, 8, 10), LocalDate.of(2020, 8, 14));
    world
        .owner()
        .sql(
            """
            update task.outbox set state = 'failed', attempts = 3,
                   last_error = '550 5.1.1 The email account that you tried to reach does not exist'
             where id = (select max(id) from task.outbox)
            """)
        .update();
    browser = Browser.open();
  }

  @AfterAll
  static void stop() {
    browser.close();
    province.close();
  }

  private static void look(Page page, String path, String name) {
    page.navigate(province.address(path));
    Browser.assertAccessible(page);
    Browser.assertNoSidewaysScroll(page);
    Browser.picture(page, name);
  }

  @Test
  void officeLooksAfterTheOutboxAtDeskAndOnPhone() {
    for (Browser.Screen screen : new Browser.Screen[] {Browser.DESK, Browser.PHONE}) {
      try (BrowserContext person = browser.person(screen)) {
        Page page = province.signIn(person, "van-phong");
        look(page, "/nhac-viec", "nhac-viec-" + screen.width());
        page.locator("tbody a").first().click();
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        Browser.picture(page, "thu-nhac-" + screen.width());
        look(
            page,
            "/co-quan/" + world.id("Sở Kế hoạch và Đầu tư"),
            "co-quan-lich-" + screen.width());
      }
    }
  }

  @Test
  void personTurnsRemindersOffAndTakesTheirCalendar() {
    for (Browser.Screen screen : new Browser.Screen[] {Browser.DESK, Browser.PHONE}) {
      try (BrowserContext person = browser.person(screen)) {
        Page page = province.signIn(person, "ke-hoach");
        look(page, "/tai-khoan", "tai-khoan-thu-" + screen.width());
        page.fill("#email", "hoa@");
        page.evaluate("document.querySelector('#email').form.noValidate = true");
        page.locator("form[action='/tai-khoan/thu'] button").click();
        assertThat(page.locator("#thu-loi").textContent()).contains("“hoa@”");
        Browser.assertAccessible(page);
        Browser.picture(page, "tai-khoan-thu-loi-" + screen.width());
        page.fill("#email", "hoa@lang-son.example");
        page.uncheck("#reminders");
        page.locator("form[action='/tai-khoan/thu'] button").click();
        assertThat(page.locator(".note-ok").textContent()).contains("Đã ghi địa chỉ");
        assertThat(page.isChecked("#reminders")).isFalse();
        look(page, "/tai-khoan/nhac-viec", "nhac-viec-cua-toi-" + screen.width());
        look(page, "/tai-khoan/lich", "lich-cua-toi-" + screen.width());
        page.locator("main form button").first().click();
        assertThat(page.locator("#dia-chi-lich").textContent())
            .startsWith("https://dondoc.lang-son.example/lich/");
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        Browser.picture(page, "lich-cua-toi-moi-" + screen.width());
      }
    }
  }
}
