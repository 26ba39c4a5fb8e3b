package vn.dondoc.capital.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.rate.RateTargets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/**
 * Disbursement in a browser: from a figure to its rows, its entries and back, at a desk and on a
 * phone.
 */
class CockpitIT {
  /** What was paid, apart from the forecast above it. */
  private static final String CURVE = ".ccv[aria-label^='Đường lũy kế']";

  private static final String PART = "section:has(" + CURVE + ")";

  private static CockpitWorld world;
  private static Browser browser;

  @BeforeAll
  static void start() {
    world = CockpitWorld.start();
    world.report(world.road().line(), 30, 33L, null);
    world.report(world.market().line(), 9, null, "dau-thau");
    world.block(LocalDate.of(2020, 8, 4));
    Acting.as(
        world.world().planning(),
        () -> {
          RateTargets targets = world.world().door(RateTargets.class);
          targets.set(
              targets.assumption(
                  2020,
                  BigDecimal.valueOf(60),
                  "phấn đấu tỷ lệ giải ngân đạt từ 60% trở lên",
                  "Thông báo mẫu 01/TB-UBND"),
              0,
              true,
              null);
        });
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    world.close();
  }

  private static Province province() {
    return world.world().province();
  }

  @Test
  void aFigureLeadsToItsLinesAndALineToItsEntries() {
    Page page = province().signIn(browser.person(Browser.DESK), "ke-hoach");
    page.navigate(province().address("/von"));
    Browser.look(page, "capital");
    page.locator(CURVE).scrollIntoViewIfNeeded();
    Browser.picture(page, "capital-below");
    page.locator(PART + " details.dat summary").click();
    assertThat(page.locator(PART + " details.dat tbody tr").last().innerText()).contains("40,0");
    page.locator(".cpt").first().locator("tbody th a").first().click();
    Browser.look(page, "capital-lines");
    page.locator(".cpt tbody td a").first().click();
    assertThat(page.url()).matches(".*/von/dong/\\d+");
    page.navigate(province().address("/von/cach-tinh?nam=2020"));
    Browser.look(page, "capital-rates");
    page.fill("#why", "Văn phòng đã trả lời");
    page.locator("button[value=confirm]").click();
    page.locator("main:has-text('Đã xác nhận')").waitFor();
    page.navigate(province().address("/von?theo=chu"));
    Browser.look(page, "capital-owners");
  }

  @Test
  void aPhoneReadsIt() {
    Page page = province().signIn(browser.person(Browser.PHONE), "chu-dau-tu");
    page.navigate(province().address("/von"));
    Browser.look(page, "phone-capital");
    page.locator(CURVE).scrollIntoViewIfNeeded();
    Browser.picture(page, "phone-capital-curve");
    page.navigate(province().address("/von/dong"));
    Browser.look(page, "phone-capital-lines");
    page.navigate(province().address("/von/cach-tinh"));
    Browser.look(page, "phone-capital-rates");
  }
}
