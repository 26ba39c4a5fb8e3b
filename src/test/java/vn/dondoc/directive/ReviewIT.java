package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** From a notice uploaded to tasks in the list, in a browser, by the people who do it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewIT {
  private static final Path SAMPLE = Path.of("src/main/resources/demo/thong-bao-mau.txt");
  private static Province province;
  private static Browser browser;
  private static BrowserContext office;
  private static Page page;

  @BeforeAll
  static void officeSignsIn() {
    province = Province.ofAugust2020();
    browser = Browser.open();
    office = browser.person(Browser.DESK);
    page = province.signIn(office, "van-phong");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  @Order(1)
  void refusesFileThatIsNoDocumentWithOneSentence() {
    page.navigate(province.address("/chi-dao/tiep-nhan"));
    page.setInputFiles(
        "#tep", new FilePayload("anh.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("[role=alert]").innerText()).contains("anh.png");
  }

  @Test
  @Order(2)
  void readsUploadedNoticeIntoProposals() throws Exception {
    page.navigate(province.address("/chi-dao/tiep-nhan"));
    Browser.assertAccessible(page);
    page.setInputFiles(
        "#tep", new FilePayload("thong-bao.txt", "text/plain", Files.readAllBytes(SAMPLE)));
    page.locator("main button[type=submit]").click();
    assertThat(page.url()).endsWith("/duyet");
    page.waitForLoadState();
    assertThat(page.locator(".tk").count()).isGreaterThanOrEqualTo(20);
    Browser.assertAccessible(page);
    Browser.assertNoSidewaysScroll(page);
    Browser.picture(page, "review-desk");
  }

  @Test
  @Order(3)
  void recognisesSameNoticeTakenInAgain() throws Exception {
    String first = page.url();
    page.navigate(province.address("/chi-dao/tiep-nhan"));
    page.fill("#vb", Files.readString(SAMPLE, StandardCharsets.UTF_8));
    page.locator("main button[type=submit]").click();
    assertThat(page.url()).isEqualTo(first);
    assertThat(page.locator("[role=status]").first().innerText()).contains("đã được tiếp nhận");
  }

  @Test
  @Order(4)
  void refusesToAcceptTaskWithoutLeadAndKeepsWhatWasTyped() {
    assertThat(page.inputValue("#viec")).startsWith("Tiếp tục tuyên truyền");
    page.locator("h1").click();
    page.keyboard().press("a");
    page.locator("[role=alert]").waitFor();
    assertThat(page.locator("[role=alert]").innerText()).contains("chưa có cơ quan chủ trì");
  }

  @Test
  @Order(5)
  void eachKeyDoesItsAct() {
    page.locator("a.chip[href='?loc=mo']").click();
    int before = decided();
    page.locator(".tk .tt2", new Page.LocatorOptions().setHasText("phương án điều chuyển"))
        .first()
        .click();
    page.locator("h1").click();
    page.keyboard().press("a");
    waitForDecided(before + 1);
    page.keyboard().press("z");
    waitForDecided(before);
    String open = page.locator(".tk.cur").getAttribute("id");
    page.keyboard().press("j");
    page.waitForFunction("id => document.querySelector('.tk.cur').id !== id", open);
    page.keyboard().press("k");
    page.waitForFunction("id => document.querySelector('.tk.cur').id === id", open);
    page.keyboard().press("e");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("viec");
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    assertThat(page.locator("dialog#phim").isVisible()).isTrue();
    page.keyboard().press("Escape");
    page.waitForFunction("() => !document.querySelector('dialog[open]')");
    // The browser gives focus back when the dialog is gone, which a busy machine may do late.
    page.waitForTimeout(200);
    page.keyboard().press("r");
    page.waitForFunction("() => document.activeElement.getAttribute('name') === 'reason'");
    page.keyboard().type("Trùng với mục trước");
    page.keyboard().press("Enter");
    waitForDecided(before + 1);
    page.locator("h1").click();
    page.keyboard().press("z");
    waitForDecided(before);
  }

  @Test
  @Order(6)
  void enterInALineSavesAndNeverAccepts() {
    int before = decided();
    page.locator("#on").press("Enter");
    page.waitForTimeout(400);
    assertThat(decided()).isEqualTo(before);
  }

  @Test
  @Order(6)
  void cutsWhereTheCaretStandsAndNeverInsideAWord() {
    page.navigate(page.url().replaceAll("\\?.*", ""));
    int all = page.locator(".tk").count();
    page.locator("h1").click();
    page.keyboard().press("e");
    page.keyboard().press("Control+Home");
    String work = page.inputValue("#viec");
    int word = work.indexOf(' ', 12) + 1;
    for (int k = 0; k < word + 1; k++) {
      page.keyboard().press("ArrowRight");
    }
    page.keyboard().press("Escape");
    page.keyboard().press("s");
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all + 1);
    assertThat(page.inputValue("#viec")).isEqualTo(work.substring(0, word).strip());
    page.locator("h1").click();
    page.keyboard().press("z");
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all);
  }

  @Test
  @Order(6)
  void keyToSplitWithoutAPlaceLeadsToWhereOneIsChosen() {
    page.navigate(page.url().replaceAll("\\?.*", ""));
    page.locator(".tk .tt2", new Page.LocatorOptions().setHasText("phương án điều chuyển"))
        .first()
        .click();
    page.waitForLoadState();
    int all = page.locator(".tk").count();
    page.locator("h1").click();
    page.keyboard().press("s");
    page.locator("#cho-tach").waitFor();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("viec");
    assertThat(page.locator("[role=alert]").count()).isZero();
    assertThat(page.locator(".tk").count()).isEqualTo(all);
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    Browser.picture(page, "review-keys");
    page.keyboard().press("Escape");
    page.waitForFunction("() => !document.querySelector('dialog[open]')");
  }

  @Test
  @Order(6)
  void splitsAndMergesAndUndoesBoth() {
    page.navigate(page.url().replaceAll("\\?.*", ""));
    int all = page.locator(".tk").count();
    page.locator(".tk .tt2", new Page.LocatorOptions().setHasText("xem xét, xử lý")).click();
    page.locator("h1").click();
    page.keyboard().press("s");
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all + 1);
    page.keyboard().press("m");
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all);
    page.keyboard().press("z");
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all + 1);
    page.keyboard().press("z");
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all);
  }

  @Test
  @Order(7)
  void addsTaskFromWordsOfTheText() {
    int all = page.locator(".tk").count();
    page.fill("#them", "đẩy nhanh thi công các dự án đang làm");
    page.locator(".addf button").click();
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all + 1);
    assertThat(page.locator(".tk.cur .th1").innerText()).containsPattern("mục \\d");
    page.fill("#them", "đẩy nhanh thi công các dự án đang làm");
    page.locator(".addf button").click();
    page.locator("[role=alert]").waitFor();
    assertThat(page.locator("[role=alert]").innerText()).contains("đã là nhiệm vụ số");
    page.locator("h1").click();
    page.keyboard().press("z");
    page.waitForFunction("n => document.querySelectorAll('.tk').length === n", all);
  }

  @Test
  @Order(8)
  void tellsSecondReviewerWhoChangedTheTask() {
    page.navigate(page.url().replaceAll("\\?.*", ""));
    try (BrowserContext second = browser.person(Browser.DESK)) {
      Page other = province.signIn(second, "van-phong-hai");
      other.navigate(page.url());
      other.fill("#viec", "Việc do người thứ hai sửa");
      other.locator("[data-key=l]").click();
      other.waitForFunction(
          "() => document.querySelector('.tk.cur #viec').value.startsWith('Việc do')");
      page.fill("#viec", "Việc do người thứ nhất sửa");
      page.locator("#due").selectOption("date");
      page.fill("#on", "21/08/2020");
      page.locator("[data-key=l]").click();
      page.locator("[role=alert]").waitFor();
      assertThat(page.locator("[role=alert]").innerText()).contains("Văn phòng hai");
      assertThat(page.inputValue("#da-go"))
          .contains("Việc do người thứ nhất sửa", "Loại thời hạn: có ngày", "Ngày: 21/08/2020");
      page.evaluate("localStorage.clear()");
    }
  }

  @Test
  @Order(9)
  void keepsDraftWhenTheLineDrops() {
    page.navigate(page.url().replaceAll("\\?.*", ""));
    office.setOffline(true);
    page.fill("#viec", "Gõ lúc mất mạng");
    page.locator("[data-key=l]").click();
    page.locator("#mat-mang").waitFor();
    assertThat(page.locator("#mat-mang").innerText().strip()).contains("khi có mạng sẽ gửi tiếp");
    page.locator("h1").click();
    page.keyboard().press("j");
    page.waitForTimeout(200);
    // The screen stays where it is, whatever key is pressed.
    assertThat(page.inputValue("#viec")).isEqualTo("Gõ lúc mất mạng");
    office.setOffline(false);
    page.waitForFunction("() => document.querySelector('#mat-mang').hidden");
    page.reload();
    assertThat(page.inputValue("#viec")).isEqualTo("Gõ lúc mất mạng");
    assertThat(page.locator("#mat-mang").isVisible()).isFalse();
    page.fill("#viec", "Gõ rồi đóng trang");
    page.reload();
    assertThat(page.locator("#mat-mang").innerText().strip()).startsWith("Phần gõ trước đó");
    page.evaluate("localStorage.clear()");
  }

  @Test
  @Order(10)
  void leadTheDirectoryLacksIsAddedAndALengthOfTimeWrittenInOneStep() {
    page.navigate(page.url().replaceAll("\\?.*", ""));
    int before = decided();
    assertThat(page.locator("#within").isVisible()).isFalse();
    page.locator("#de-xuat input[name=lead]").last().fill("Hội Làm vườn mẫu");
    page.locator("#due").selectOption("recurring");
    page.locator("#every").selectOption("quarter");
    assertThat(page.locator("#in-quarter").isVisible()).isTrue();
    assertThat(page.locator("#weekday").isVisible()).isFalse();
    page.locator("#due").selectOption("relative");
    page.fill("#within", "10");
    page.locator("#unit").selectOption("working_day");
    page.locator("[data-key=a]").click();
    page.locator("[role=alert]").waitFor();
    assertThat(page.locator("[role=alert]").innerText()).contains("“Hội Làm vườn mẫu”");
    assertThat(page.locator("#de-xuat input[name=lead]").last().inputValue())
        .isEqualTo("Hội Làm vườn mẫu");
    Browser.assertAccessible(page);
    page.locator("[name=create]").check();
    Browser.picture(page, "review-length-desk");
    // A ticked box takes no letters: the key accepts.
    page.keyboard().press("a");
    waitForDecided(before + 1);
    // Pressed while the page is on its way: takes back the act before it, and no other.
    page.locator("h1").click();
    page.keyboard().press("z");
    waitForDecided(before);
  }

  @Test
  @Order(11)
  void confirmsOnceEverythingIsDecided() {
    String review = page.url().replaceAll("\\?.*", "");
    page.navigate(review.replace("/duyet", "/xac-nhan"));
    assertThat(page.locator("main").innerText()).contains("chưa quyết định");
    page.navigate(review);
    decideEverything();
    page.locator("a.btn-primary").click();
    Browser.assertAccessible(page);
    Browser.picture(page, "confirm-desk");
    changeOneElsewhere(review);
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("[role=alert]").innerText()).contains("đã đổi từ khi bạn mở");
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("[role=status]").innerText()).contains("Đã giao");
    Browser.assertAccessible(page);
    Browser.picture(page, "notice-desk");
  }

  @Test
  @Order(12)
  void theNoticeTellsHowItsTasksStandAndLeadsToTheirRows() {
    page.navigate(province.address("/chi-dao"));
    page.locator("tbody th a").first().click();
    assertThat(page.locator(".facts.prog dt").allInnerTexts()).hasSize(7);
    assertThat(page.locator("main tbody td .tag").count()).isGreaterThan(15);
    String figure = page.locator(".facts.prog a").last().innerText();
    page.locator(".facts.prog a").last().click();
    assertThat(page.locator(".lead2").innerText()).startsWith(figure + " phần việc");
    page.navigate(province.address("/tong-quan-chi-dao?theo=van-ban"));
    assertThat(page.locator(".ovw tbody th").allInnerTexts()).containsExactly("Thông báo /TB-UBND");
  }

  @Test
  @Order(12)
  void listsTasksByBodyDeadlineAndParagraph() {
    page.navigate(province.address("/nhiem-vu"));
    assertThat(page.locator("tbody tr").count()).isGreaterThan(15);
    assertThat(page.locator("tbody tr").first().innerText()).contains("31/08/2020");
    Browser.assertAccessible(page);
    Browser.picture(page, "tasks-desk");
    for (String order : new String[] {"co-quan", "muc", "ma"}) {
      page.navigate(province.address("/nhiem-vu?xep=" + order));
      assertThat(page.locator("tbody tr").count()).isGreaterThan(15);
    }
    page.navigate(province.address("/nhiem-vu?han=recurring"));
    assertThat(page.locator("main").innerText()).contains("hằng tháng");
    page.locator("tbody th a", new Page.LocatorOptions().setHasText("cần có kế hoạch triển khai"))
        .click();
    assertThat(page.locator("blockquote").innerText()).contains("Từ năm 2021");
    Browser.assertAccessible(page);
  }

  @Test
  @Order(13)
  void districtSeesOnlyItsOwnTasks() {
    try (BrowserContext district = browser.person(Browser.PHONE)) {
      Page phone = province.signIn(district, "huyen-chi-lang");
      phone.navigate(province.address("/nhiem-vu"));
      String list = phone.locator("main").innerText();
      assertThat(list).doesNotContain("họp chuyên đề").contains("làm đường giao thông");
      Browser.assertAccessible(phone);
      Browser.assertNoSidewaysScroll(phone);
      Browser.picture(phone, "tasks-phone");
    }
  }

  private static void changeOneElsewhere(String review) {
    try (BrowserContext second = browser.person(Browser.DESK)) {
      Page other = province.signIn(second, "van-phong-hai");
      other.navigate(review);
      other.fill("#viec", other.inputValue("#viec") + " (sửa sau)");
      other.locator("[data-key=a]").click();
      other.locator(".tk", new Page.LocatorOptions().setHasText("(sửa sau)")).first().waitFor();
    }
  }

  private static int decided() {
    return Integer.parseInt(page.locator(".pgs b").innerText().replaceAll("/.*", ""));
  }

  private static void waitForDecided(int number) {
    page.waitForFunction(
        "n => document.querySelector('.pgs b').innerText.startsWith(n + '/')", number);
  }

  private static void decideEverything() {
    for (int guard = 0; guard < 80; guard++) {
      int before = decided();
      page.navigate(page.url().replaceAll("\\?.*", "") + "?loc=mo");
      if (page.locator(".tk.cur #viec").count() == 0) {
        return;
      }
      boolean hasLead =
          !page.locator("input[name=lead]").first().inputValue().isEmpty()
              && page.locator(".tk.cur .fd[role=group] .warn1").count() == 0;
      if (!hasLead) {
        page.locator("input[name=lead]").first().fill("UBND các huyện, thành phố");
        for (int n = 1; n < page.locator("input[name=lead]").count(); n++) {
          page.locator("input[name=lead]").nth(n).fill("");
        }
      }
      page.locator("[data-key=a]").click();
      waitForDecided(before + 1);
    }
  }
}
