package vn.dondoc.task.head;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.task.life.Duty;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The file of a head and the people of a body, in a browser and on a phone. */
class HeadsIT {
  private static final LocalDate DUE = LocalDate.of(2020, 8, 31);
  private static Province province;
  private static Browser browser;
  private static HeadWorld world;
  private static Duty late;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    browser = Browser.open();
    world = HeadWorld.in(province);
    int planning = world.body("Sở Kế hoạch và Đầu tư");
    late =
        world
            .give(
                "khởi công tất cả các công trình khởi công mới năm 2020",
                HeadWorld.CONSEQUENCE,
                DUE,
                planning,
                world.body("Kho bạc Nhà nước tỉnh"),
                world.body("Sở Tài chính"))
            .getFirst();
    Duty done = world.give("báo cáo tiến độ", HeadWorld.CONSEQUENCE, DUE, planning).getFirst();
    world.fact(done.id(), 1, "report", DUE.plusDays(9), null);
    world.fact(done.id(), 2, "confirm", DUE.plusDays(12), null);
    for (String body : java.util.List.of("Sở Xây dựng", "UBND huyện Chi Lăng")) {
      world.give("rà soát công trình", HeadWorld.CONSEQUENCE, DUE, world.body(body));
    }
    world.give(
        "không ai đứng đầu",
        HeadWorld.CONSEQUENCE,
        DUE,
        world.body("Các phòng chuyên môn Văn phòng Ủy ban nhân dân tỉnh"));
    world.give("việc hạn xa", null, DUE.plusYears(6), planning, world.body("Sở Tài chính"));
    world.standOn(DUE.plusDays(20));
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  void matterIsExplainedByTheBodyAndDecidedByTheAuthority() throws IOException {
    Page body = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    body.navigate(province.address("/nhiem-vu/" + late.taskId()));
    Browser.look(body, "people-task");
    body.locator("section:has(#hq) a").first().click();
    assertThat(body.locator("h1").innerText()).contains("Sở Kế hoạch và Đầu tư");
    assertThat(body.locator(".vv").count()).isEqualTo(2);
    assertThat(body.locator("#v" + late.id()).innerText())
        .contains(HeadWorld.CONSEQUENCE, "01/09/2020", "20 ngày", "quá hạn");
    Browser.look(body, "head-file");
    body.locator("#v" + late.id() + " .acb a").click();
    Browser.look(body, "head-explain");
    body.fill("#words", "Chờ giá đất; khởi công xong trước ngày 30/9.");
    body.setInputFiles(
        "#files",
        new FilePayload(
            "can-cu.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
    body.locator("main form button[type=submit]").click();
    assertThat(body.locator("#v" + late.id()).innerText())
        .contains("Đã giải trình, chờ xem xét", "Chờ giá đất", "can-cu.pdf");
    Page office = province.signIn(browser.person(Browser.DESK), "van-phong");
    office.navigate(province.address("/nguoi-dung-dau"));
    // Those who help are late as well as those who lead.
    assertThat(office.locator("table tbody tr").count()).isEqualTo(6);
    Browser.look(office, "heads");
    office.locator("table tbody a:has-text('Kế hoạch')").click();
    office.locator("#v" + late.id() + " .acb a").click();
    Browser.look(office, "head-decide");
    office.selectOption("#outcome", "da-kiem-diem");
    office.fill("#words", "Đã kiểm điểm tại cuộc họp tháng 9");
    office.fill("#document", "TB 51/TB-UBND");
    office.locator("main form button[type=submit]").click();
    assertThat(office.locator("#v" + late.id()).innerText())
        .contains("Đã kiểm điểm", "TB 51/TB-UBND");
    Browser.look(office, "head-file-decided");
    Download sheet = office.waitForDownload(() -> office.locator(".acts a").click());
    try (InputStream in = Files.newInputStream(sheet.path())) {
      assertThat(Sheets.read("ho-so.xlsx", in).rows().toString())
          .contains(HeadWorld.CONSEQUENCE, "Đã kiểm điểm");
    }
    office.navigate(province.address("/tong-quan-chi-dao?theo=nguoi-dung-dau"));
    office.locator(".ovw tbody th a:has-text('Kế hoạch')").click();
    assertThat(office.locator("table tbody tr").count()).isEqualTo(1);
  }

  @Test
  void phoneReadsTheListAndTheFile() {
    Page office = province.signIn(browser.person(Browser.PHONE), "lanh-dao");
    office.navigate(province.address("/nguoi-dung-dau"));
    Browser.look(office, "phone-heads");
    office.locator("table tbody a:has-text('Xây dựng')").click();
    Browser.look(office, "phone-head-file");
    office.navigate(province.address("/nguoi-dung-dau"));
    office.locator("table tbody a:has-text('phòng chuyên môn')").click();
    assertThat(office.locator(".ph").innerText()).contains("Danh bạ chưa ghi người đứng đầu");
    office.navigate(province.address("/nhiem-vu"));
    Browser.look(office, "phone-tasks");
  }

  @Test
  void bodyGivesItsWorkToAPersonAndItsHelperAPart() {
    Page page = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    page.navigate(province.address("/nhiem-vu/" + late.taskId()));
    page.locator("section:has(#pt) a.btn").click();
    Browser.look(page, "people-give");
    page.locator("#account")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    page.locator("main form button[type=submit]").click();
    assertThat(page.locator("section:has(#pt)").innerText()).contains("Sở KH&ĐT mẫu");
    page.locator("td a.xs, th a.xs").first().click();
    page.fill("#words", "đối chiếu số giải ngân từng dự án");
    Browser.look(page, "people-part");
    page.locator("main form button[type=submit]").click();
    assertThat(page.locator("main").innerText()).contains("đối chiếu số giải ngân từng dự án");
    page.navigate(province.address("/viec-cua-toi"));
    assertThat(page.locator("h1").innerText()).isEqualTo("Việc giao cho tôi");
    Browser.look(page, "people-desk-mine");
    page.locator(".cw").nth(1).click();
    Browser.look(page, "people-desk-body");
    Page phone = province.signIn(browser.person(Browser.PHONE), "ke-hoach");
    phone.navigate(province.address("/viec-cua-toi?cua=chua-giao"));
    Browser.look(phone, "phone-people-desk");
    phone.navigate(province.address("/nhiem-vu/" + late.taskId()));
    Browser.look(phone, "phone-people-task");
  }

  @Test
  void officeMovesTheWorkOfABodyThatCeased() {
    world.standOn(LocalDate.of(2025, 7, 15));
    try {
      Page office = province.signIn(browser.person(Browser.DESK), "van-phong-hai");
      office.navigate(province.address("/tong-quan-chi-dao"));
      office.locator("a[href='/nhiem-vu/ke-thua']").click();
      Browser.look(office, "ceased");
      office.locator("table tbody a:has-text('Chi Lăng')").click();
      Browser.look(office, "ceased-district");
      office.navigate(province.address("/nhiem-vu/" + late.taskId() + "/sua"));
      Browser.look(office, "ceased-correct");
      Page phone = province.signIn(browser.person(Browser.PHONE), "van-phong-hai");
      phone.navigate(province.address("/nhiem-vu/ke-thua"));
      Browser.look(phone, "phone-ceased");
      phone.locator("table tbody a").first().click();
      Browser.look(phone, "phone-ceased-body");
    } finally {
      world.standOn(DUE.plusDays(20));
    }
  }
}
