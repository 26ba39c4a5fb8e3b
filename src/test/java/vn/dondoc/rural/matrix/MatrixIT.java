package vn.dondoc.rural.matrix;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.testing.Browser;

/** The matrix on a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixIT {
  private Browser browser;
  private MatrixWorld world;

  @BeforeAll
  void open() {
    world = MatrixWorld.start();
    world.reportOfJuly();
    world.mark(world.unit("Minh Sơn"), "especially_difficult", "yes");
    Random dice = new Random(2020);
    Map<Integer, Set<String>> unmet = new LinkedHashMap<>();
    world.communes().stream()
        .filter(c -> !c.due())
        .forEach(c -> unmet.put(c.id(), MatrixWorld.lacking(dice.nextInt(17))));
    world.claim(unmet, MatrixWorld.JULY, 1);
    world.tell(
        "claim",
        List.of(
            world.spot("Yên Phúc", "2.1", false),
            world.spot("Tân Hương", "1.1", true),
            world.spot("Y Tịch", "8.3", false)),
        MatrixWorld.AUGUST,
        1);
    world.tell("wait", List.of(world.spot("Y Tịch", "17.1", true)), MatrixWorld.AUGUST, 1);
    world.tell("return", List.of(world.spot("Yên Phúc", "2.1", true)), MatrixWorld.AUGUST, 2);
    world.tell("wait", List.of(world.spot("Hồng Phong", "17.1", true)), MatrixWorld.AUGUST, 1);
    world.tell("return", List.of(world.spot("Hồng Phong", "18.1", true)), MatrixWorld.JULY, 2);
    world
        .owner()
        .sql(
            "insert into rural.evidence (entry_id, unit_id, indicator_id, name, media_type, size,"
                + " sha256, expires_on, content) select max(id), :unit, :indicator, 'a.pdf',"
                + " 'application/pdf', 1, repeat('0', 64), '2020-08-12', 'x' from rural.entry")
        .param("unit", world.unit("Tú Đoạn"))
        .param("indicator", world.rural().indicator("12.1").id())
        .update();
    browser = Browser.open();
  }

  @AfterAll
  void close() {
    browser.close();
    world.close();
  }

  private void go(Page page, String path, String picture) {
    page.navigate(world.province().address(path));
    Browser.look(page, picture);
  }

  @Test
  void officeReadsTheMatrixOnADesk() throws IOException {
    try (var person = browser.person(Browser.DESK)) {
      Page page = world.province().signIn(person, "dieu-phoi");
      go(page, "/nong-thon-moi", "ma-tran-ban");
      assertNothingCut(page);
      go(page, "/nong-thon-moi?xep=ten", "ma-tran-loc-ban");
      assertRowsOfFilter(page, 2);
      go(page, "/nong-thon-moi", "ma-tran-ban");
      assertRowsOfFilter(page, 1);
      assertThat(page.locator("h1")).hasText("Ma trận 19 tiêu chí nông thôn mới theo xã");
      assertThat(page.locator(".m .pin")).containsText("13 xã phấn đấu đạt chuẩn năm 2020");
      assertThat(page.locator(".m tbody tr:has(th:has-text('Y Tịch')) td.no").first())
          .hasText("Chưa đạt 3/4");
      page.locator(".m .sums").scrollIntoViewIfNeeded();
      assertThat(page.locator(".m .sums")).containsText("Xã đặc biệt khó khăn");
      Browser.picture(page, "ma-tran-cuoi-ban");
      page.locator(".strip a", new Page.LocatorOptions().setHasText("Chi Lăng")).click();
      assertThat(page.locator(".m .dr a[aria-expanded=true]")).hasText("Chi Lăng");
      page.locator(".m .k a", new Page.LocatorOptions().setHasText("17")).click();
      assertThat(page.locator(".m .k th.in")).hasCount(8);
      Browser.look(page, "ma-tran-huyen-ban");
      go(page, "/nong-thon-moi?ban-do=1/7/2025", "ma-tran-ban-do-ban");
      assertThat(page.locator("#de-ngo")).hasText("Chia về nhiều xã");
      page.navigate(world.province().address("/nong-thon-moi?nhom=phan-dau&tieu-chi=17"));
      var sheet =
          page.waitForDownload(() ->
              page.locator(".acts a", new Page.LocatorOptions().setHasText("Xuất Excel")).click());
      try (InputStream in = sheet.createReadStream()) {
        List<SheetRow> rows = Sheets.read("ma-tran.xlsx", in).rows();
        // Title, line of period and source, names of the columns, a row a commune.
        assertThat(rows).hasSizeGreaterThanOrEqualTo(16);
        assertThat(rows.toString()).contains("Y Tịch", "3/4", "17.1", "14/08/2020", "tháng 8/2020");
      }
    }
  }

  /** Every name above a column is there to its last letter. */
  private static void assertNothingCut(Page page) {
    Object cut =
        page.evaluate(
            "[...document.querySelectorAll('.m .k th:not(.in) span, .m .g th')]"
                + ".filter(e => e.scrollWidth > e.clientWidth + 1"
                + " || e.scrollHeight > e.clientHeight + 1).map(e => e.textContent)");
    org.assertj.core.api.Assertions.assertThat((List<?>) cut).isEmpty();
  }

  /** How many rows the fields of the filter stand in. */
  private static void assertRowsOfFilter(Page page, int rows) {
    Object found =
        page.evaluate(
            "new Set([...document.querySelectorAll('.mxs select, .mxs input, .mxs button,"
                + " .mxs summary')].filter(e => e.checkVisibility()"
                + " && e.getBoundingClientRect().height > 20)"
                + ".map(e => Math.round(e.getBoundingClientRect().bottom / 12))).size");
    org.assertj.core.api.Assertions.assertThat(((Number) found).intValue()).isEqualTo(rows);
  }

  @Test
  void officeFollowsACommuneToTheWordsSaidOfAnIndicator() {
    try (var person = browser.person(Browser.DESK)) {
      Page page = world.province().signIn(person, "van-phong");
      page.navigate(world.province().address("/nong-thon-moi"));
      page.locator(".m a", new Page.LocatorOptions().setHasText("Y Tịch")).click();
      assertThat(page.locator("h1")).hasText("Xã Y Tịch");
      assertThat(page.locator("tr:has(td:text-is('17.1'))")).containsText("chờ mẫu nước, từ ngày");
      Browser.look(page, "xa-ban");
      String plan = page.locator(".acts a").getAttribute("href");
      assertThat(plan).isEqualTo("/nong-thon-moi/ke-hoach/" + world.unit("Y Tịch") + "?nam=2020");
      page.locator("tr:has(td:text-is('17.1')) a").click();
      assertThat(page.locator("h1")).hasText("Chỉ tiêu 17.1 của xã Y Tịch");
      Browser.look(page, "lich-su-ban");
    }
  }

  @Test
  void districtReadsStripsOnAPhone() {
    try (var person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "huyen-chi-lang");
      go(page, "/nong-thon-moi", "ma-tran-dien-thoai");
      assertThat(page.locator(".mlist").first()).containsText("Thiếu 8");
      page.evaluate("scrollTo(0, 600)");
      Browser.picture(page, "ma-tran-dien-thoai-2");
      page.locator(".mlist a", new Page.LocatorOptions().setHasText("Chi Lăng")).last().click();
      Browser.look(page, "ma-tran-huyen-dien-thoai");
      page.locator(".mo summary").click();
      Browser.look(page, "ma-tran-loc-dien-thoai");
      page.locator(".mlist a", new Page.LocatorOptions().setHasText("Y Tịch")).first().click();
      Browser.look(page, "xa-dien-thoai");
      go(page, "/nong-thon-moi?ban-do=1/7/2025", "ma-tran-ban-do-dien-thoai");
    }
  }

  @Test
  void paperShowsTheMatrixAcross() {
    try (var person = browser.person(Browser.DESK)) {
      Page page = world.province().signIn(person, "lanh-dao");
      page.navigate(world.province().address("/nong-thon-moi?xem=tat-ca"));
      byte[] paper =
          page.pdf(
              new Page.PdfOptions()
                  .setPreferCSSPageSize(true)
                  .setPath(java.nio.file.Path.of("target/pictures/ma-tran.pdf")));
      page.setViewportSize(1047, 740);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      Browser.picture(page, "ma-tran-giay");
      assertThat(new String(paper, java.nio.charset.StandardCharsets.ISO_8859_1))
          .containsPattern("/MediaBox \\[0 0 84[12]\\S* 59[45]");
    }
  }
}
