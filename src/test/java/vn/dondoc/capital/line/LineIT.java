package vn.dondoc.capital.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.Correction;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.ledger.Voucher.Authority;
import vn.dondoc.capital.ledger.Voucher.Paper;
import vn.dondoc.capital.ledger.Voucher.Row;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Browser;

/**
 * A line's ledger in a browser: entries with their documents, the running balance, filter and
 * sheet.
 */
class LineIT {
  private static final long MILLION = 1_000_000L;
  private static Browser browser;
  private static ProjectWorld world;
  private static long line;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    world = ProjectWorld.start();
    long road = world.register("Cải tạo đường tỉnh mẫu 01 đoạn qua huyện Chi Lăng");
    Acting.as(
        ProjectWorld.SYSTEM,
        () -> {
          LocalDate march = LocalDate.of(2020, 3, 2);
          world.projects().decide(road, world.investment("311/QĐ-UBND", march, 145), march);
          book(road);
        });
  }

  private static void book(long road) {
    Sources sources = world.door(Sources.class);
    Ledger ledger = world.door(Ledger.class);
    sources.load();
    int pool =
        sources.open(
            NewPool.ofYear(
                "NSDP.CD-2020",
                "Cân đối ngân sách tỉnh năm 2020",
                Pool.Ring.of("NSDP.CD", "tinh"),
                LocalDate.of(2019, 12, 31),
                Term.until(LocalDate.of(2021, 1, 31), LocalDate.of(2020, 12, 31))));
    line = ledger.line(road, pool);
    ledger.post(
        Posting.ofPage(null, null),
        List.of(
            voucher(
                "UBND tỉnh",
                "01/QĐ-UBND",
                1,
                5,
                Row.assign(pool, Authority.PROVINCE, 90_000 * MILLION)),
            voucher(
                "UBND tỉnh",
                "02/QĐ-UBND",
                1,
                15,
                Row.of(EntryKind.ALLOCATE, line, 42_500 * MILLION)),
            voucher("Kho bạc mẫu", "TB-07", 2, 3, Row.of(EntryKind.ENTER, line, 42_500 * MILLION)),
            voucher(
                "Kho bạc mẫu", "GN-0012", 3, 9, Row.of(EntryKind.ADVANCE, line, 8_000 * MILLION)),
            voucher(
                "Kho bạc mẫu",
                "GN-0391",
                6,
                22,
                Row.of(EntryKind.PAYMENT, line, 5_120_350_000L),
                Row.of(EntryKind.RECOVER, line, 1_500 * MILLION)),
            voucher(
                "Kho bạc mẫu", "GN-0444", 7, 30, Row.of(EntryKind.PAYMENT, line, 990 * MILLION))));
    long wrong =
        world
            .owner()
            .sql("select id from capital.entry where number = 'GN-0444'")
            .query(Long.class)
            .single();
    ledger.correct(
        Posting.ofPage(null, null).signed("ghi nhầm số tiền", "Kế toán trưởng mẫu"),
        List.of(
            new Correction(
                wrong,
                Paper.of("Kho bạc mẫu", "2020", "ĐC-01", LocalDate.of(2020, 8, 12)),
                90 * MILLION)),
        List.of());
  }

  private static Voucher voucher(String issuer, String number, int month, int day, Row... rows) {
    return new Voucher(
        Paper.of(issuer, "2020", number, LocalDate.of(2020, month, day)), List.of(rows));
  }

  @AfterAll
  static void stop() {
    browser.close();
    world.close();
  }

  @Test
  void treasuryReadsTheRunningBalanceFiltersAndExports() {
    try (var person = browser.person(Browser.DESK)) {
      Page page = world.province().signIn(person, "kho-bac");
      page.navigate(world.province().address("/von/dong/" + line));
      assertThat(page.locator("h1").innerText()).contains("đường tỉnh mẫu 01");
      assertThat(page.locator("tbody").first().innerText())
          .contains("42.500.000.000", "14.020.350.000");
      assertThat(page.locator("tbody").last().locator("tr"))
          .satisfies(rows -> assertThat(rows.count()).isEqualTo(7));
      assertThat(page.locator("tbody").last().locator("tr").first().innerText())
          .contains("ĐC-01", "-90.000.000", "Kế toán trưởng mẫu", "14.020.350.000");
      Browser.look(page, "capital-line");
      page.selectOption("#loai", "payment");
      page.locator("form.fl button[type=submit]").click();
      assertThat(page.locator("tbody").last().innerText())
          .contains("GN-0391", "GN-0444")
          .doesNotContain("GN-0012");
      var sheet = page.waitForDownload(() -> page.locator(".acts a").last().click());
      assertThat(sheet.suggestedFilename()).isEqualTo("so-chi-tiet-von.xlsx");
    }
    try (var person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "ke-hoach");
      page.navigate(world.province().address("/von/dong/" + line));
      Browser.look(page, "capital-line-phone");
    }
  }

  @Test
  void projectOwnerSeesItsOwnLineAndNoOther() {
    try (var person = browser.person(Browser.DESK)) {
      Page page = world.province().signIn(person, "xa-y-tich");
      page.navigate(world.province().address("/von/dong/" + line));
      assertThat(page.locator("main").innerText()).contains("Không có dòng vốn số " + line);
    }
    try (var person = browser.person(Browser.DESK)) {
      Page page = world.province().signIn(person, "chu-dau-tu");
      page.navigate(world.province().address("/von/dong/" + line));
      assertThat(page.locator("h1").innerText()).contains("đường tỉnh mẫu 01");
    }
  }
}
