package vn.dondoc.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Server;

class HomePageIT {
  private static Server server;
  private static Browser browser;

  @BeforeAll
  static void loadTheProvinceOfAugust2020() {
    server = Server.start();
    JdbcClient.create(server.database().owner())
        .sql("insert into database.province_day (day) values ('2020-08-14')")
        .update();
    Acting.as(Actor.system("test"), () -> server.door(Figures.class).recordAll("demo/facts.csv"));
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void showsTheNoticesFiguresAtBothSizes(boolean desk) {
    try (BrowserContext person = browser.person(desk ? Browser.DESK : Browser.PHONE)) {
      Page page = person.newPage();
      page.navigate(server.address("/"));
      String words = page.locator("main").innerText();
      assertThat(words)
          .contains("52", "65", "15,46", "3.260,6", "Đến ngày 14/08/2020")
          .contains("Kế hoạch năm 2020", "hội nghị ngày 14/08/2020");
      Browser.assertAccessible(page);
      Browser.assertNoSidewaysScroll(page);
      Browser.picture(page, desk ? "home-desk" : "home-phone");
    }
  }

  @Test
  void followsWhatIsStored() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Fact corrected =
          new Fact(
              "rural.waiting",
              new BigDecimal("5"),
              "xã",
              "Từ đầu năm đến ngày họp",
              "Đính chính trong kiểm thử",
              LocalDate.of(2020, 8, 14),
              false);
      Acting.as(Actor.system("test"), () -> server.door(Figures.class).record(corrected));
      Page page = person.newPage();
      page.navigate(server.address("/"));
      assertThat(page.locator("main").innerText()).contains("5 xã đủ tiêu chí", "còn 8 xã");
      page.navigate(server.address("/so-lieu/rural.waiting"));
      assertThat(page.locator("tbody tr").count()).isEqualTo(2);
    }
  }

  @Test
  void speaksEnglishWhenAsked() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Page page = person.newPage();
      page.navigate(server.address("/"));
      page.locator(".lang a[lang=en]").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("The province as of 14 Aug 2020");
      assertThat(page.locator("main").innerText())
          .contains("3,260.6", "Plan of 2020", "Budget year 2020", "day of the conference")
          .doesNotContain("Niên độ", "Kế hoạch năm");
    }
  }
}
