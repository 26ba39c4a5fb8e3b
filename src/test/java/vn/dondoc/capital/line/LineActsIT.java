package vn.dondoc.capital.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Browser;

/** Plan moved and entries corrected in a browser: preview, confirmation, refusals, seats. */
class LineActsIT {
  private static final long MILLION = 1_000_000L;
  private static Browser browser;
  private static ReviewWorld world;
  private static long road;
  private static long school;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    world = ReviewWorld.start();
    road = line("Cải tạo đường tỉnh mẫu 02 đoạn qua xã Chi Lăng");
    school = line("Xây dựng trường trung học cơ sở mẫu 03");
    world.book(EntryKind.PAYMENT, road, LocalDate.of(2020, 6, 22), 4_000 * MILLION);
  }

  private static long line(String name) {
    long project = world.project(name, ProjectWorld.BOARD, null);
    world.settle(project, LocalDate.of(2020, 8, 3), 900 * ReviewWorld.BILLION);
    return world.line(project, ReviewWorld.LOCAL, 12_500 * MILLION, LocalDate.of(2020, 1, 15));
  }

  @AfterAll
  static void stop() {
    browser.close();
    world.close();
  }

  @Test
  void planningMovesPlanAfterSeeingBeforeAndAfter() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Page page = open(person, "ke-hoach", "/von/dong/" + road);
      page.locator(".acts a", new Page.LocatorOptions().setHasText("Chuyển vốn")).click();
      page.locator("#receiver").waitFor();
      fill(page, "8.500,000001");
      page.locator("button:has-text('Xem trước')").click();
      page.locator("#amount-loi").waitFor();
      assertThat(page.locator("#amount-loi").innerText()).contains("vượt 1 đồng");
      assertThat(page.inputValue("#document")).isEqualTo("77/QĐ-UBND");
      Browser.look(page, "capital-act-refused");
      page.fill("#amount", "1.000,5");
      page.locator("button:has-text('Xem trước')").click();
      page.locator("button[value=confirm]").waitFor();
      assertThat(page.locator("main").innerText())
          .contains("12.500.000.000 đồng → 11.499.500.000 đồng");
      page.locator("button[value=edit]").click();
      page.locator("#amount").waitFor();
      page.fill("#amount", "2.500");
      page.locator("button:has-text('Xem trước')").click();
      page.locator("button[value=confirm]").waitFor();
      assertThat(page.locator("main").innerText())
          .contains("12,5\u00a0tỷ đồng → 10\u00a0tỷ đồng", "12,5\u00a0tỷ đồng → 15\u00a0tỷ đồng");
      Browser.look(page, "capital-act-confirm");
      page.locator("button[value=edit]").click();
      page.locator("#amount").waitFor();
      assertThat(page.inputValue("#amount")).isEqualTo("2.500");
      page.locator("button:has-text('Xem trước')").click();
      page.locator("button[value=confirm]").click();
      page.locator("text=Đã ghi sổ chuyển vốn.").waitFor();
      assertThat(page.locator("tbody").first().innerText()).contains("10.000.000.000");
      assertThat(page.locator("tbody").last().innerText()).contains("77/QĐ-UBND");
      Browser.look(page, "capital-act-done");
    }
  }

  @Test
  void treasuryCorrectsAPaymentOnAPhoneAndMovesNoPlan() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = open(person, "kho-bac", "/von/dong/" + road);
      assertThat(page.locator(".acts").innerText()).doesNotContain("Chuyển vốn");
      page.locator("a[href*='dinh-chinh']").first().click();
      page.locator("#signer").waitFor();
      Browser.look(page, "capital-act-correct-phone");
      page.fill("#amount", "3.900");
      page.fill("#document", "DC-05");
      page.fill("#issuer", "Kho bạc mẫu");
      page.fill("#signed", "12/8/2020");
      page.fill("#reason", "Ghi nhầm số tiền");
      page.locator("button:has-text('Xem trước')").click();
      page.locator("#signer-loi").waitFor();
      page.fill("#signer", "Kế toán trưởng mẫu");
      page.locator("button:has-text('Xem trước')").click();
      page.locator("button[value=confirm]").waitFor();
      assertThat(page.locator("main").innerText()).contains("4\u00a0tỷ đồng → 3,9\u00a0tỷ đồng");
      Browser.look(page, "capital-act-confirm-phone");
      page.locator("button[value=confirm]").click();
      page.locator("text=Đã ghi sổ đính chính.").waitFor();
      assertThat(page.locator("tbody").last().innerText()).contains("Kế toán trưởng mẫu");
      page.navigate(world.projects().province().address("/von/dong/" + road + "/chuyen-von"));
      assertThat(page.locator("main").innerText()).contains("capital.plan");
    }
  }

  @Test
  void ownerReadsItsLineAndChangesNothing() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Page page = open(person, "chu-dau-tu", "/von/dong/" + school);
      assertThat(page.locator("main").innerText()).doesNotContain("Chuyển vốn", "Điều chỉnh\n");
      assertThat(page.locator("a[href*='dinh-chinh']").count()).isZero();
      page.navigate(world.projects().province().address("/von/dong/" + school + "/dieu-chinh"));
      assertThat(page.locator("main").innerText()).contains("capital.plan");
    }
  }

  private static void fill(Page page, String amount) {
    page.fill("#receiver", "#" + school);
    page.fill("#amount", amount);
    page.selectOption("#ground", "settled");
    page.fill("#document", "77/QĐ-UBND");
    page.fill("#issuer", "HĐND tỉnh");
    page.fill("#signed", "3/8/2020");
    page.fill("#reason", "Dôi dư sau quyết toán (mẫu)");
  }

  private static Page open(BrowserContext person, String login, String path) {
    Page page = world.projects().province().signIn(person, login);
    page.navigate(world.projects().province().address(path));
    return page;
  }
}
