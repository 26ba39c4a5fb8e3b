package vn.dondoc.capital.closing;

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
import vn.dondoc.testing.Province;

/** A month proposed by the Treasury, signed by planning, and what the pages say after that. */
class ClosingIT {
  private static final long BILLION = ReviewWorld.BILLION;
  private static Browser browser;
  private static ReviewWorld world;
  private static long line;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    world = ReviewWorld.start();
    line =
        world.line("Kè chống sạt lở mẫu 05", ProjectWorld.BOARD, ReviewWorld.LOCAL, 20 * BILLION);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 22), 4 * BILLION);
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 7, 6), BILLION);
  }

  @AfterAll
  static void stop() {
    browser.close();
    world.close();
  }

  @Test
  void monthIsClosedByTwoPersonsAndCorrectedAfterwards() {
    try (BrowserContext treasury = browser.person(Browser.DESK);
        BrowserContext planning = browser.person(Browser.DESK)) {
      Page page = open(treasury, "kho-bac", "/von/khoa-so");
      page.locator("a[href$='/thang/2020-07']").click();
      page.locator("#note").fill("Khóa bảy tháng (mẫu)");
      Browser.look(page, "capital-closing-propose");
      page.locator("main form button[type=submit]").click();
      page.locator("text=Đã ghi đề nghị khóa sổ").waitFor();
      assertThat(page.locator("main").innerText()).contains("Chờ ký", "chờ người khác ký");
      withdrawsAndProposesAgain(page);
      Page other = open(planning, "ke-hoach", "/von/khoa-so");
      other.locator("a[href*='/von/khoa-so/ky/']").click();
      assertThat(other.locator("main").innerText()).contains("Nếu không ký: lý do");
      other.locator("text=Không mở lại được").waitFor();
      Browser.look(other, "capital-closing-sign");
      other.locator("button:has-text('Ký khóa sổ')").click();
      other.locator("text=Đã khóa sổ.").waitFor();
      assertThat(
              other
                  .locator("tbody tr", new Page.LocatorOptions().setHasText("Tháng 7/2020"))
                  .innerText())
          .contains("Đã khóa", "Sở KH&ĐT mẫu", "Kho bạc mẫu", "5,0");
      refusesIntoTheClosedMonth(other);
      correctsAfterClosing(page);
      reportsSayWhoSigned(page);
    }
  }

  private static void withdrawsAndProposesAgain(Page page) {
    page.locator("a[href*='/von/khoa-so/ky/']").click();
    page.fill("#reason", "Còn thiếu chứng từ (mẫu)");
    Browser.look(page, "capital-closing-withdraw");
    page.locator("button:has-text('Rút đề nghị')").click();
    page.locator("text=Đã rút đề nghị khóa sổ.").waitFor();
    assertThat(page.locator("main").innerText())
        .contains("Còn thiếu chứng từ (mẫu)")
        .doesNotContain("Chờ ký");
    page.locator("a[href$='/thang/2020-07']").click();
    page.locator("main form button[type=submit]").click();
    page.locator("text=Đã ghi đề nghị khóa sổ").waitFor();
  }

  private static void refusesIntoTheClosedMonth(Page other) {
    other.navigate(address("/von/dong/" + line + "/dieu-chinh"));
    other.selectOption("#direction", "less");
    other.fill("#amount", "100");
    other.fill("#document", "15/QĐ-UBND");
    other.fill("#issuer", "UBND tỉnh");
    other.fill("#signed", "28/7/2020");
    other.fill("#reason", "Giảm theo quyết toán (mẫu)");
    other.locator("button:has-text('Xem trước')").click();
    other.locator("#value-loi").waitFor();
    assertThat(other.locator("#value-loi").innerText())
        .contains("kỳ đã khóa sổ đến hết 31/07/2020");
  }

  private static void correctsAfterClosing(Page page) {
    page.navigate(address("/von/dong/" + line));
    page.locator("a[href*='dinh-chinh']").first().click();
    assertThat(page.locator("main").innerText()).contains("đã khóa sổ đến hết 31/07/2020");
    page.fill("#amount", "900");
    page.fill("#document", "DC-07");
    page.fill("#issuer", "Kho bạc mẫu");
    page.fill("#signed", "12/8/2020");
    page.fill("#signer", "Kế toán trưởng mẫu");
    page.fill("#reason", "Ghi nhầm số tiền");
    page.locator("button:has-text('Xem trước')").click();
    page.locator("button[value=confirm]").click();
    page.locator("text=Đã ghi sổ đính chính.").waitFor();
    assertThat(page.locator("tbody").last().innerText()).contains("Sau khi khóa", "kỳ đã khóa");
    Browser.look(page, "capital-line-after-closing");
  }

  private static void reportsSayWhoSigned(Page page) {
    page.navigate(address("/von/khoa-so"));
    assertThat(page.locator("#sau-khoa").innerText()).contains("DC-07", "Kế toán trưởng mẫu");
    Browser.look(page, "capital-closing");
    var sheet = page.waitForDownload(() -> page.locator(".acts a").first().click());
    assertThat(sheet.suggestedFilename()).isEqualTo("khoa-so-2020.xlsx");
    page.navigate(address("/von?ngay=31/7/2020"));
    assertThat(page.locator("main").innerText())
        .contains("kỳ đã khóa sổ đến hết 31/07/2020, Sở KH&ĐT mẫu ký ngày 14/08/2020");
    page.navigate(address("/von"));
    assertThat(page.locator("main").innerText()).doesNotContain("kỳ đã khóa sổ");
  }

  @Test
  void ownerReadsTheMonthsAndClosesNone() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = open(person, "chu-dau-tu", "/von/khoa-so");
      assertThat(page.locator("main").innerText()).doesNotContain("Đề nghị khóa");
      Browser.look(page, "capital-closing-phone");
      page.navigate(address("/von/khoa-so/thang/2020-07"));
      assertThat(page.locator("main").innerText()).contains("khóa sổ vốn");
    }
  }

  private static String address(String path) {
    return world.projects().province().address(path);
  }

  private static Page open(BrowserContext person, String login, String path) {
    Province province = world.projects().province();
    Page page = province.signIn(person, login);
    page.navigate(province.address(path));
    return page;
  }
}
