package vn.dondoc.capital.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** Pools in a browser, by keyboard, pointer and phone: listed, opened, given plan. */
class PoolIT {
  private static Province province;
  private static ReviewWorld world;
  private static Browser browser;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = ReviewWorld.in(province);
    long line =
        world.line(
            "Đường nhóm vốn mẫu", ProjectWorld.BOARD, ReviewWorld.LOCAL, 20 * ReviewWorld.BILLION);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 1), ReviewWorld.BILLION);
    world.assign(ReviewWorld.CENTRAL, 3 * ReviewWorld.BILLION);
    browser = Browser.open();
  }

  @AfterAll
  static void stop() {
    browser.close();
    world.close();
  }

  @Test
  void poolsAreListedOpenedAndGivenPlanOnAccessiblePages() {
    Page planner = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    planner.navigate(province.address("/von/nhom-von"));
    assertThat(planner.locator("main tbody").innerText())
        .contains("Cân đối ngân sách địa phương 2020", "20.000", "3.000");
    Browser.look(planner, "pools");
    planner.navigate(province.address("/von/nhom-von?nam=2022"));
    assertThat(planner.locator("main").innerText()).contains("chưa có nhóm vốn nào");
    Browser.look(planner, "pools-none");
    opened(planner);
    assigned(planner);
    planner.navigate(province.address("/von/nhom-von?nam=9"));
    Browser.look(planner, "pools-year-refused");
  }

  private static void opened(Page planner) {
    planner.navigate(province.address("/von/nhom-von/mo"));
    Browser.look(planner, "pool-open");
    planner.fill("#code", "x y");
    planner.locator("main form[method=post] button.btn-primary").click();
    assertThat(planner.locator("#code-loi").innerText()).contains("“x y”");
    Browser.look(planner, "pool-open-refused");
    planner.fill("#code", "CD-2021");
    planner.fill("#name", "Cân đối ngân sách địa phương 2021");
    planner.selectOption("#source", "NSDP.CD");
    planner.fill("#year", "2021");
    planner.selectOption("#vintage", "this_year");
    planner.locator("main form[method=post] button.btn-primary").click();
    planner.waitForSelector("text=31/01/2022");
    Browser.look(planner, "pool-open-confirm");
    planner.locator("main form[method=post] button.btn-primary").click();
    planner.waitForSelector("h1:has-text('Cân đối ngân sách địa phương 2021')");
    Browser.look(planner, "pool-one");
  }

  private static void assigned(Page planner) {
    planner.navigate(planner.url() + "/giao-von");
    Browser.look(planner, "pool-assign");
    planner.locator("main form[method=post] button.btn-primary").click();
    planner.waitForSelector("#amount-loi");
    Browser.look(planner, "pool-assign-refused");
    planner.selectOption("#authority", "PROVINCE");
    planner.selectOption("#direction", "more");
    planner.fill("#amount", "900.000");
    planner.fill("#document", "15/NQ-HĐND");
    planner.fill("#issuer", "HĐND tỉnh mẫu");
    planner.fill("#signed", "20/07/2020");
    planner.fill("#reason", "Giao kế hoạch năm 2021 (mẫu)");
    planner.locator("main form[method=post] button.btn-primary").click();
    planner.waitForSelector("text=900.000.000.000");
    Browser.look(planner, "pool-assign-confirm");
    planner.locator("main form[method=post] button.btn-primary").click();
    planner.waitForSelector("text=15/NQ-HĐND");
    Browser.look(planner, "pool-one-assigned");
  }

  @Test
  void poolsAreReadOnAPhoneByWhoDoesNotPlan() {
    Page treasury = province.signIn(browser.person(Browser.PHONE), "kho-bac");
    treasury.navigate(province.address("/von/nhom-von"));
    assertThat(treasury.locator("main").innerText()).doesNotContain("Mở nhóm vốn");
    Browser.look(treasury, "phone-pools");
    treasury.locator("main tbody a").first().click();
    treasury.waitForSelector("h1");
    Browser.look(treasury, "phone-pool");
  }
}
