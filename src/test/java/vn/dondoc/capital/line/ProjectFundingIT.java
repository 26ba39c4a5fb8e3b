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

/** From a project's page to its money and back, for who may see it. */
class ProjectFundingIT {
  private static final long BILLION = ReviewWorld.BILLION;
  private static Browser browser;
  private static ReviewWorld world;
  private static long project;
  private static long unfunded;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    world = ReviewWorld.start();
    project = world.project("Hồ chứa nước mẫu 06", ProjectWorld.BOARD, null);
    unfunded = world.project("Trạm y tế mẫu 07", ProjectWorld.BOARD, null);
    long line = world.line(project, ReviewWorld.LOCAL, 20 * BILLION, LocalDate.of(2020, 1, 15));
    world.line(project, ReviewWorld.CENTRAL, 5 * BILLION, LocalDate.of(2020, 1, 15));
    world.book(EntryKind.PAYMENT, line, LocalDate.of(2020, 6, 22), 5 * BILLION);
  }

  @AfterAll
  static void stop() {
    browser.close();
    world.close();
  }

  @Test
  void projectLeadsToItsLinesAndTheLineBack() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Page page = open(person, "ke-hoach", "/du-an/" + project);
      var funding = page.locator("section[aria-labelledby=von]");
      assertThat(funding.innerText())
          .contains("Cân đối ngân sách địa phương 2020", "20.000.000.000", "25,0\u00a0%")
          .contains("Cộng năm 2020", "25.000.000.000", "20,0\u00a0%")
          .contains("giải ngân / kế hoạch giao chi tiết", "14/08/2020");
      funding.scrollIntoViewIfNeeded();
      page.evaluate("document.querySelector('[aria-labelledby=von]').scrollIntoView()");
      Browser.picture(page, "project-funding");
      Browser.look(page, "project-page");
      funding.locator("a").first().click();
      page.locator("h1 a").waitFor();
      assertThat(page.url()).contains("/von/dong/");
      page.locator("h1 a").click();
      page.locator("section[aria-labelledby=von]").waitFor();
      assertThat(page.url()).endsWith("/du-an/" + project);
      page.navigate(world.projects().province().address("/du-an/" + unfunded));
      assertThat(page.locator("section[aria-labelledby=von]").innerText())
          .contains("Chưa có dòng vốn nào");
    }
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = open(person, "chu-dau-tu", "/du-an/" + project);
      page.evaluate("document.querySelector('[aria-labelledby=von]').scrollIntoView()");
      Browser.picture(page, "project-funding-phone");
      Browser.assertNoSidewaysScroll(page);
      assertThat(page.locator("section[aria-labelledby=von]").innerText()).contains("25,0");
    }
  }

  @Test
  void whoDoesNotSeeTheProjectSeesNoneOfItsMoney() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Page page = open(person, "xa-y-tich", "/du-an/" + project);
      assertThat(page.locator("section[aria-labelledby=von]").count()).isZero();
      assertThat(page.locator("main").innerText()).doesNotContain("20.000.000.000");
    }
  }

  private static Page open(BrowserContext person, String login, String path) {
    Page page = world.projects().province().signIn(person, login);
    page.navigate(world.projects().province().address(path));
    return page;
  }
}
