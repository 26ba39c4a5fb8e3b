package vn.dondoc.capital.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/**
 * The forecast in a browser: the province, one owner, lines with reasons, at a desk and a phone.
 */
class ForecastIT {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  private static Province province;
  private static Browser browser;

  @BeforeAll
  static void start() {
    province = Province.ofSampleYear();
    Acting.as(
        ProjectWorld.SYSTEM,
        () -> province.server().context().getBean(Forecasts.class).of(2020, DAY));
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  void plannerReadsTheFanChoosesAnOwnerAndTakesTheSheet() throws java.io.IOException {
    Page planner = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    planner.navigate(province.address("/von"));
    planner.locator("#du-bao").waitFor();
    Browser.look(planner, "cockpit-forecast");
    planner.locator(".chips a[href='/von/du-bao']").click();
    assertThat(planner.locator("main").innerText())
        .contains("Khả năng đạt 60", "Khả năng đạt 95", "Nhịp cần có", "Đến ngày 14/08/2020");
    assertThat(planner.locator("section svg.ccv polygon").count()).isEqualTo(2);
    Browser.look(planner, "forecast");
    planner.locator(".chips a[href*='theo=chu']").click();
    String owner = planner.locator(".fan-t tbody th a").first().innerText();
    planner.locator(".fan-t tbody th a").first().click();
    assertThat(planner.locator("#quat").innerText()).isEqualTo(owner);
    planner.locator(".chips a[href*='theo=dong']").click();
    assertThat(planner.locator(".fan-t tbody tr").count()).isEqualTo(30);
    assertThat(planner.locator(".fan-t .hits").first().innerText()).contains("nặng");
    Browser.look(planner, "forecast-lines");
    Download sheet = planner.waitForDownload(() -> planner.locator(".acts a").click());
    assertThat(Files.size(sheet.path())).isGreaterThan(10_000);
    planner.navigate(province.address("/von/du-bao?ngay=01%2F01%2F2021"));
    assertThat(planner.locator("main").innerText()).contains("chưa tới");
  }

  @Test
  void districtReadsTheLinesInItOnAPhone() {
    Page district = province.signIn(browser.person(Browser.PHONE), "huyen-chi-lang");
    district.navigate(province.address("/von/du-bao"));
    assertThat(district.locator("main").innerText())
        .contains("Trong phạm vi được xem")
        .doesNotContain("Khả năng đạt 60");
    assertThat(district.locator(".fan-t tbody tr").count()).isPositive();
    district.locator("#bang").scrollIntoViewIfNeeded();
    Browser.look(district, "phone-forecast");
  }
}
