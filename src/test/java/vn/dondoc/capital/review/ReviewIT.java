package vn.dondoc.capital.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.yearend.Extensions;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** From the owner's report over the slow list to the meeting's packet, a cut and the year's end. */
class ReviewIT {
  private static final long BILLION = ReviewWorld.BILLION;
  private static Province province;
  private static ReviewWorld world;
  private static Browser browser;
  private static long stuck;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = ReviewWorld.in(province);
    long good = world.line("Cầu mẫu số 1", ProjectWorld.BOARD, ReviewWorld.LOCAL, 20 * BILLION);
    stuck =
        world.line(
            "Đường liên xã mẫu, đoạn 2", ProjectWorld.BOARD, ReviewWorld.LOCAL, 10 * BILLION);
    world.line(
        "Nhà văn hóa và sân thể thao mẫu",
        ProjectWorld.OTHER_BOARD,
        ReviewWorld.CENTRAL,
        5_250_000_000L);
    world.book(EntryKind.PAYMENT, good, LocalDate.of(2020, 8, 3), 14_500_000_000L);
    world.book(EntryKind.PAYMENT, stuck, LocalDate.of(2020, 3, 2), BILLION);
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
    world.close();
  }

  @Test
  void reportOnAPhoneLeadsToTheSlowListThePacketAndACutTheUnitIsHeardOn() throws IOException {
    Page owner = province.signIn(browser.person(Browser.PHONE), "chu-dau-tu");
    owner.navigate(province.address("/von/bao-cao"));
    assertThat(owner.locator(".orp section").count()).isEqualTo(2);
    Browser.look(owner, "phone-owner-report");
    owner.fill("#disbursed-" + stuck, "nhiều");
    owner.locator(".orp-s button").click();
    assertThat(owner.locator("#l-disbursed-" + stuck).innerText()).contains("không phải số tiền");
    Browser.look(owner, "phone-owner-report-refused");
    owner.fill("#disbursed-" + stuck, "1.000");
    owner.fill("#promised-" + stuck, "2.500,5");
    owner.locator("details:has(#blocker-" + stuck + ") summary").click();
    owner.selectOption("#blocker-" + stuck, "gia-dat-cham");
    owner.selectOption("#authority-" + stuck, "tinh");
    owner.fill("#difficulty-" + stuck, "Chưa có giá đất cụ thể");
    owner.fill("#proposal-" + stuck, "Đề nghị ban hành giá đất");
    owner.locator(".orp-s button").click();
    assertThat(owner.locator("main").innerText()).contains("Đã ghi báo cáo của 1 dòng vốn");
    owner.navigate(province.address("/von/cham"));
    Browser.look(owner, "phone-slow");

    Page planner = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    planner.navigate(province.address("/von/bao-cao/tinh-hinh"));
    Browser.look(planner, "owner-standing");
    planner.navigate(province.address("/von/cham"));
    assertThat(planner.locator("main").innerText())
        .contains("10 %, ngưỡng 30 %", "165 ngày không phát sinh", "Chưa có giá đất cụ thể");
    Browser.look(planner, "slow");
    planner.locator(".chip:has-text('Chưa giải ngân')").click();
    assertThat(planner.locator("section.pn").first().locator("tbody tr").count()).isEqualTo(1);
    planner.navigate(province.address("/von/cham"));
    Download packet = planner.waitForDownload(() -> planner.locator(".acts .btn-primary").click());
    List<String> names = new ArrayList<>();
    try (InputStream in = Files.newInputStream(packet.path());
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(zip.readAllBytes().length).isGreaterThan(3_000);
      }
    }
    assertThat(names)
        .containsExactly("ho-so-hop-giai-ngan-2020-08-14.docx", "danh-sach-cham-2020-08-14.xlsx");
    cut(planner, owner);
  }

  private static void cut(Page planner, Page owner) {
    planner.navigate(province.address("/von/cham"));
    planner.locator("a[href='/von/cat-giam/moi?dong=" + stuck + "']").click();
    planner.fill("#amount", "4.000");
    planner.selectOption("#reason", "slow");
    planner.fill("#why", "Không bảo đảm tỷ lệ giải ngân");
    Browser.look(planner, "cut-new");
    planner.locator("main form button[type=submit]").click();
    assertThat(planner.locator("main").innerText())
        .contains("Chờ ý kiến đơn vị", "19/08/2020", "Căn cứ chậm ngày đề xuất");
    Browser.look(planner, "cut-asked");
    String cut = planner.url().substring(planner.url().indexOf("/von/"));
    owner.navigate(province.address(cut));
    owner.fill("#words", "Vướng giá đất, đề nghị giữ lại 2 tỷ");
    Browser.look(owner, "phone-cut");
    owner.locator("main form button[type=submit]").click();
    planner.navigate(province.address(cut));
    planner.fill("#document", "QĐ 01 mẫu");
    planner.fill("#issuer", "HĐND tỉnh");
    planner.fill("#signed", "14/08/2020");
    planner.locator("button:has-text('Ghi sổ cắt giảm')").click();
    assertThat(planner.locator("main").innerText()).contains("Đã giảm theo quyết định QĐ 01 mẫu");
    planner.navigate(province.address("/von/cat-giam"));
    Browser.look(planner, "cuts");
    planner.navigate(province.address("/nguoi-dung-dau"));
    Browser.look(planner, "heads-with-a-cut");
    planner.locator("main tbody a").first().click();
    assertThat(planner.locator("#can-cu").innerText())
        .contains("cắt giảm 4.000", "QĐ 01 mẫu", "Vướng giá đất, đề nghị giữ lại 2 tỷ");
    Browser.look(planner, "head-file-with-a-cut");
  }

  @Test
  void yearEndShowsEachLineAtADayAndTakesARequest() {
    Page planner = province.signIn(browser.person(Browser.DESK), "van-phong");
    planner.navigate(province.address("/von/cuoi-nam?ngay=01%2F02%2F2021"));
    assertThat(planner.locator("main").innerText())
        .contains(
            "Hết hạn, phải hủy", "Luật 39/2019/QH14 Điều 68(2)", "Hội đồng nhân dân cấp tỉnh");
    Browser.look(planner, "year-end");
    Page owner = province.signIn(browser.person(Browser.PHONE), "huyen-chi-lang");
    owner.navigate(province.address("/von/cuoi-nam"));
    Browser.look(owner, "phone-year-end");
    Page asker = province.signIn(browser.person(Browser.PHONE), "chu-dau-tu");
    asker.navigate(province.address("/von/cuoi-nam/gia-han/moi?dong=" + stuck));
    asker.selectOption("#ground", "force_majeure");
    asker.fill("#amount", "100");
    asker.fill("#until", "31/12/2021");
    asker.fill("#reason", "Vướng giá đất mẫu");
    asker.locator("form:has(#ground) button[type=submit]").click();
    assertThat(asker.locator("dl.facts").innerText()).contains("31/12/2021");
    Browser.look(asker, "phone-extension");
    Page board = province.signIn(browser.person(Browser.DESK), "kiem-tra");
    board.navigate(province.address("/von/cuoi-nam/gia-han"));
    Browser.look(board, "extensions");
    extended(province.signIn(browser.person(Browser.DESK), "ke-hoach"));
    board.navigate(province.address("/von/cuoi-nam/quyet-toan"));
    Browser.look(board, "settled");
  }

  private static void extended(Page planner) {
    long line =
        world.line("Kè kéo dài mẫu", ProjectWorld.OTHER_BOARD, ReviewWorld.LOCAL, 10 * BILLION);
    Extensions extensions = world.door(Extensions.class);
    Extensions.Words words = new Extensions.Words("Mưa lũ (mẫu)", null);
    LocalDate until = LocalDate.of(2021, 6, 30);
    long id =
        Acting.call(
            world.otherBoard(),
            () -> extensions.ask(line, "force_majeure", 6 * BILLION, until, words));
    planner.navigate(province.address("/von/cuoi-nam/gia-han/" + id));
    planner.fill("#document", "NQ 01 mẫu");
    planner.fill("#signed", "13/08/2020");
    planner.locator("main form button[type=submit]").click();
    assertThat(planner.locator("main").innerText())
        .contains("Quyết định ký ngày 13/08/2020, trước ngày đề nghị 14/08/2020");
    planner.fill("#signed", "14/08/2020");
    planner.locator("main form button[type=submit]").click();
    assertThat(planner.locator("main").innerText())
        .contains("chuyển nguồn được 6.000 triệu đồng", "chuyển nguồn được từ ngày 01/02/2021")
        .doesNotContain("Chuyển nguồn sang năm sau");
    planner.locator("summary:has-text('Giảm hoặc thu hồi')").click();
    Browser.look(planner, "extension-allowed");
    planner.fill("#amount", "4.000");
    planner.fill("#document", "NQ 02 mẫu");
    planner.fill("#signed", "14/08/2020");
    planner.fill("#why", "Đã có khối lượng (mẫu)");
    planner.locator("button:has-text('Ghi quyết định giảm')").click();
    assertThat(planner.locator("main").innerText())
        .contains("Giảm còn 4.000 triệu đồng theo NQ 02 mẫu");
    world.book(EntryKind.PAYMENT, line, ReviewWorld.DAY, 7 * BILLION);
    world.projects().standOn(LocalDate.of(2021, 2, 1));
    planner.navigate(province.address("/von/cuoi-nam/gia-han/" + id));
    assertThat(planner.locator("main").innerText())
        .contains("1.000 triệu đồng không còn để chuyển");
    Browser.look(planner, "extension-to-carry");
    planner.locator("button:has-text('Chuyển nguồn sang năm sau')").click();
    assertThat(planner.locator("main").innerText())
        .contains("Đã chuyển 3.000 triệu đồng vào nhóm vốn NSDP.CD-2020.KD");
    Browser.look(planner, "extension-carried");
    world.projects().standOn(ReviewWorld.DAY);
  }
}
