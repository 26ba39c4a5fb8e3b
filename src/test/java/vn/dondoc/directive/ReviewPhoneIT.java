package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The same review on a phone: by touch, one column, what decides always in reach. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewPhoneIT {
  private static final Path SAMPLE = Path.of("src/main/resources/demo/thong-bao-mau.txt");
  private static final double SMALLEST_TARGET = 44;
  private static Province province;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void officeSignsInOnAPhone() {
    province = Province.ofAugust2020();
    browser = Browser.open();
    BrowserContext office = browser.person(Browser.PHONE);
    page = province.signIn(office, "van-phong");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  @Order(1)
  void takesInAPastedNotice() throws Exception {
    page.navigate(province.address("/chi-dao/tiep-nhan"));
    look("phone-intake");
    page.fill("#vb", Files.readString(SAMPLE, StandardCharsets.UTF_8));
    page.locator("main button[type=submit]").click();
    assertThat(page.url()).endsWith("/duyet");
    look("phone-review");
  }

  @Test
  @Order(2)
  void keepsTheDecisionInReachWhileTheFormScrolls() {
    openTask("phương án điều chuyển");
    Locator accept = page.locator(".tk.cur [data-key=a]");
    page.locator("#viec").scrollIntoViewIfNeeded();
    BoundingBox box = accept.boundingBox();
    assertThat(box.y + box.height).isLessThanOrEqualTo(Browser.PHONE.height());
    for (String key : List.of("a", "s", "m", "r")) {
      BoundingBox target = page.locator(".tk.cur [data-key=" + key + "]").boundingBox();
      assertThat(target.height)
          .as("height of the button %s", key)
          .isGreaterThanOrEqualTo(SMALLEST_TARGET);
    }
    look("phone-proposal");
  }

  @Test
  @Order(3)
  void goesFromTheProposalToItsWordsAndBack() {
    page.locator(".tk.cur .th1 a[href='#doan']").click();
    assertThat(page.locator("#doan mark").first().isVisible()).isTrue();
    page.locator("#doan .lk2 a[aria-current=true]").click();
    page.locator(".tk.cur").waitFor();
    assertThat(page.inputValue("#viec")).contains("phương án điều chuyển");
  }

  @Test
  @Order(4)
  void acceptsEditsSplitsRejectsAndUndoesByTouch() {
    int before = decided();
    page.fill("#viec", "báo cáo, đề xuất UBND tỉnh phương án điều chuyển vốn");
    page.locator(".tk.cur [data-key=a]").click();
    waitForDecided(before + 1);
    openTask("xem xét, xử lý");
    int all = page.locator(".tk").count();
    page.locator(".tk.cur [data-key=s]").click();
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all + 1);
    page.locator("[data-key=z] button").click();
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all);
    page.locator("#ly-do summary").click();
    page.fill("#ly-do input", "không phải nhiệm vụ");
    page.locator(".tk.cur [data-key=r]").click();
    waitForDecided(before + 2);
    look("phone-review-decided");
  }

  @Test
  @Order(5)
  void confirmsWhatIsDecidedAndSeesItInTheList() {
    while (page.locator("a.chip[href='?loc=mo'] b").innerText().strip().matches("[1-9].*")) {
      rejectNext();
    }
    page.locator("a[href$='/xac-nhan']").click();
    look("phone-confirm");
    page.locator("main form button.btn-primary").last().click();
    page.navigate(province.address("/nhiem-vu"));
    assertThat(page.locator("main").innerText()).contains("phương án điều chuyển vốn");
    look("phone-tasks");
  }

  private void rejectNext() {
    int before = decided();
    page.navigate(page.url().replaceAll("\\?.*", "") + "?loc=mo");
    page.locator(".tk .tt2, .tk.cur").first().waitFor();
    if (page.locator(".tk.cur").count() == 0) {
      page.locator(".tk .tt2").first().click();
    }
    page.locator("#ly-do summary").click();
    page.fill("#ly-do input", "ngoài phạm vi kiểm tra");
    page.locator(".tk.cur [data-key=r]").click();
    waitForDecided(before + 1);
  }

  private static void openTask(String words) {
    page.navigate(page.url().replaceAll("[?#].*", ""));
    page.locator(".tk .tt2", new Page.LocatorOptions().setHasText(words)).first().click();
    page.locator(".tk.cur").waitFor();
  }

  private static int decided() {
    return Integer.parseInt(page.locator(".pgs b").innerText().replaceAll("/.*", "").strip());
  }

  private static void waitForDecided(int count) {
    page.waitForFunction(
        "n => document.querySelector('.pgs b').textContent.trim().startsWith(n + '/')", count);
  }

  private static void look(String name) {
    Browser.look(page, name);
  }
}
