package vn.dondoc.rural.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dondoc.kernel.Acting;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Sending;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** Xã Y Tịch enters its figures on a phone, with a line that comes and goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryIT {
  private Browser browser;
  private RuralWorld world;

  @BeforeAll
  void open() {
    world = RuralWorld.start();
    browser = Browser.open();
  }

  @AfterAll
  void close() {
    browser.close();
    world.close();
  }

  private String path(String criterion) {
    return "/nong-thon-moi/tu-danh-gia/" + world.unit("Y Tịch") + "/" + criterion + "?ky=2020-08";
  }

  private void go(Page page, String path) {
    page.navigate(world.province().address(path));
  }

  private String figure(String indicator) {
    return "#" + name(indicator);
  }

  private String name(String indicator) {
    return "so-" + world.indicator(indicator).id() + "-gia_tri";
  }

  private String yes(String indicator) {
    return "input[name='" + name(indicator) + "'][value='1']";
  }

  /** Facts of Y Tịch about an indicator, whoever asks. */
  private long facts(String indicator) {
    return world
        .owner()
        .sql("select count(*) from rural.assessment where unit_id = ? and indicator_id = ?")
        .params(world.unit("Y Tịch"), world.indicator(indicator).id())
        .query(Long.class)
        .single();
  }

  /** What the bar at the foot happens to half cover is no smaller for it. */
  private static void look(Page page, String name) {
    Browser.picture(page, name);
    page.evaluate("() => document.querySelector('.sub')?.style.setProperty('position', 'static')");
    page.evaluate("() => scrollTo(0, 0)");
    Browser.assertAccessible(page);
    Browser.assertNoSidewaysScroll(page);
  }

  private static void send(Page page) {
    page.locator(".sub button").click();
  }

  private static void waits(Page page, int count) {
    page.waitForFunction(
        "n => document.getElementById('cho-gui').dataset.count === String(n)", count);
  }

  private static void arrives(Page page) {
    page.waitForURL("**da-gui=**");
  }

  @Test
  void communeEntersACriterionOnAPhoneAndSeesTheVerdict() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "xa-y-tich");
      go(page, "/nong-thon-moi/tu-danh-gia");
      look(page, "tu-danh-gia-danh-sach-dien-thoai");
      page.locator("main a", new Page.LocatorOptions().setHasText("17. ")).click();
      page.waitForURL("**/17?ky=2020-08");
      assertOnFirstScreen(page, figure("17.1"));
      look(page, "tu-danh-gia-dien-thoai");
      page.fill(figure("17.1"), "93,4");
      page.fill("#so-" + world.indicator("17.1").id() + "-nuoc_sach", "46.2");
      assertThat(page.locator("#ct-" + world.indicator("17.1").id() + " .hint"))
          .containsText("chưa đạt");
      page.fill(figure("17.6"), "712");
      page.fill(figure("17.7"), "0,95");
      send(page);
      assertThat(page.locator("#sai")).containsText("17.6");
      assertThat(page.locator("#sai")).containsText("17.7");
      page.waitForFunction("() => document.activeElement.id === 'sai'");
      look(page, "tu-danh-gia-loi-dien-thoai");
      assertThat(facts("17.1")).isZero();
      page.fill(figure("17.6"), "71,2");
      page.fill(figure("17.7"), "95");
      page.check("[name='cho-" + world.indicator("17.1").id() + "']");
      page.fill(
          "#cho-ai-" + world.indicator("17.1").id(), "Mẫu nước, Trung tâm Kiểm soát bệnh tật");
      send(page);
      arrives(page);
      assertThat(page.locator(".pgf")).containsText("3/8");
      assertThat(page.locator("#ct-" + world.indicator("17.1").id())).containsText("từ 14/08/2020");
      assertThat(facts("17.1")).isEqualTo(2);
      look(page, "tu-danh-gia-da-ghi-dien-thoai");
    }
  }

  /** Title, first field and the act, with nothing scrolled. */
  private static void assertOnFirstScreen(Page page, String field) {
    var act = page.locator(".sub button").boundingBox();
    assertThat(act.y + act.height).isLessThanOrEqualTo(Browser.PHONE.height());
    for (String one : new String[] {"main h1", field}) {
      var box = page.locator(one).boundingBox();
      assertThat(box.y).as(one).isGreaterThanOrEqualTo(0);
      assertThat(box.y + box.height).as(one).isLessThanOrEqualTo(act.y);
    }
  }

  /** What is finished stands folded. */
  private static void unfold(Page page) {
    if (page.locator("details.ind[open]").count() == 0) {
      page.locator("details.ind > summary").first().click();
    }
  }

  @Test
  void wayToTheFormAndItsFirstFieldAreOnThePhonesFirstScreenAlsoOnceSomebodyHasLooked() {
    var claim = world.claim("Y Tịch", "10.1", "36.5", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Report.Kind.VERIFY, claim, 1, null));
    world.record(world.commune(), world.claim("Y Tịch", "11.1", "4", 0));
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "xa-y-tich");
      go(page, "/nong-thon-moi");
      var way = page.locator(".chips.way a[href='/nong-thon-moi/tu-danh-gia']").boundingBox();
      assertThat(way.x + way.width).isLessThanOrEqualTo(Browser.PHONE.width());
      go(page, path("10"));
      unfold(page);
      assertOnFirstScreen(page, figure("10.1"));
      look(page, "tu-danh-gia-da-xet-truong-dau-dien-thoai");
      go(page, path("11"));
      unfold(page);
      assertOnFirstScreen(page, figure("11.1"));
      page.locator(".wd summary").click();
      page.fill("#ly-do-rut-" + world.indicator("11.1").id(), "nhập nhầm");
      look(page, "tu-danh-gia-rut-lai-dien-thoai");
      page.locator(".wd button").click();
      assertThat(page.locator("main [role=status]").first())
          .containsText("Đã rút lại số của chỉ tiêu 11.1");
      assertThat(page.locator(figure("11.1"))).hasValue("");
    }
  }

  @Test
  void districtChoosesOneOfItsCommunesOnADesk() {
    try (BrowserContext person = browser.person(Browser.DESK)) {
      Page page = world.province().signIn(person, "huyen-chi-lang");
      go(page, "/nong-thon-moi/tu-danh-gia");
      look(page, "tu-danh-gia-chon-xa-ban");
      page.locator("main .ls a", new Page.LocatorOptions().setHasText("Vạn Linh")).click();
      look(page, "tu-danh-gia-danh-sach-ban");
      page.locator("main a", new Page.LocatorOptions().setHasText("2. ")).first().click();
      look(page, "tu-danh-gia-ban");
    }
  }

  @Test
  void whatIsSentWhileTheLineIsCutArrivesOnceWhenItIsBack() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "xa-y-tich");
      go(page, path("15"));
      page.fill(figure("15.1"), "96");
      page.check(yes("15.2"));
      page.locator("#ct-" + world.indicator("15.1").id() + " .more summary").click();
      page.setInputFiles(
          "#tep-" + world.indicator("15.1").id(),
          new FilePayload(
              "danh-sach-bhyt.pdf",
              "application/pdf",
              "%PDF-1.4 danh sách".getBytes(StandardCharsets.UTF_8)));
      person.setOffline(true);
      send(page);
      waits(page, 1);
      assertThat(page.locator("#cho-gui")).containsText("Đang ngoại tuyến");
      assertThat(page.locator("#cho-gui")).containsText("1 lần gửi đang chờ mạng");
      Browser.picture(page, "tu-danh-gia-ngoai-tuyen-dien-thoai");
      assertThat(facts("15.1")).isZero();
      person.setOffline(false);
      arrives(page);
      assertThat(page.locator("#ct-" + world.indicator("15.1").id()))
          .containsText("danh-sach-bhyt.pdf");
      assertThat(facts("15.1")).isEqualTo(1);
      assertThat(facts("15.2")).isEqualTo(1);
      waits(page, 0);
    }
  }

  @Test
  void tabIsKilledAndServerRestartedAndStillItArrivesOnce() {
    Server first = Server.start(TestDatabase.ofProvince());
    Map<String, Object> port = Map.of("server.port", port(first));
    Province province = Province.ofAugust2020(first);
    RuralWorld own = new RuralWorld(province);
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = province.signIn(person, "xa-y-tich");
      page.navigate(province.address(path("12")));
      page.fill(figure("12.1"), "91,5");
      page.close();
      page = person.newPage();
      page.navigate(province.address(path("12")));
      assertThat(page.locator(figure("12.1"))).hasValue("91,5");
      // The answer is lost: the server has it, the browser does not know.
      person.route(
          "**/12?ky=2020-08",
          route -> {
            route.fetch();
            route.abort();
          },
          new BrowserContext.RouteOptions().setTimes(1));
      Page sending = page;
      page.waitForRequestFinished(
          new Page.WaitForRequestFinishedOptions()
              .setPredicate(request -> request.url().endsWith("/phien")),
          () -> send(sending));
      waits(page, 1);
      page.close();
      first.close();
      Server second = Server.start(first.database(), port);
      try (second) {
        page = person.newPage();
        // Any page sends what waits.
        page.navigate(province.address("/nong-thon-moi/bo-tieu-chi"));
        page.waitForFunction("() => localStorage.getItem('rural.waiting') === '0'");
        assertThat(
                own.owner()
                    .sql("select figures::text from rural.assessment where indicator_id = ?")
                    .param(world.indicator("12.1").id())
                    .query(String.class)
                    .list())
            .isEqualTo(List.of("{91.5}"));
        page.navigate(province.address(path("12")));
        assertThat(page.locator(".pgf")).containsText("1/1");
        assertThat(page.locator(figure("12.1"))).hasValue("91,5");
      }
    }
  }

  @Test
  void formsOfTheListOpenAndAreFilledInWhileTheServerIsGoneAndArriveOnceOrAreAskedAbout() {
    Server first = Server.start(TestDatabase.ofProvince());
    Map<String, Object> port = Map.of("server.port", port(first));
    Province province = Province.ofAugust2020(first);
    RuralWorld own = new RuralWorld(province);
    var district = own.district();
    var theirs = own.claim("Y Tịch", "14.2", "77", 0);
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = province.signIn(person, "xa-y-tich");
      page.navigate(province.address("/nong-thon-moi/tu-danh-gia?ky=2020-08"));
      assertThat(page.locator("#luu-may")).containsText("20 trang của kỳ này đã lưu trên máy");
      look(page, "tu-danh-gia-da-luu-may-dien-thoai");
      first.close();
      page.locator("main a", new Page.LocatorOptions().setHasText("12. ")).click();
      page.waitForURL("**/12?ky=2020-08");
      assertThat(page.locator("#cho-gui")).containsText("Trang này là bản lưu trên máy, lúc");
      page.fill(figure("12.1"), "91,5");
      look(page, "tu-danh-gia-ban-luu-dien-thoai");
      send(page);
      waits(page, 1);
      page.navigate(province.address(path("14")));
      page.fill(figure("14.2"), "86,5");
      send(page);
      waits(page, 2);
      page.close();
      Server second = Server.start(first.database(), port);
      try (second) {
        Acting.call(
            district,
            () -> second.door(Assessments.class).record(Sending.ofPage(null), List.of(theirs)));
        page = person.newPage();
        page.navigate(province.address(path("14")));
        String asked = "#hai-" + world.indicator("14.2").id();
        assertThat(page.locator(asked + " .theirs")).hasText("77\u00a0%");
        assertThat(page.locator(asked + " .mine")).hasText("86,5\u00a0%");
        assertThat(
                own.owner()
                    .sql("select figures::text from rural.assessment where indicator_id = ?")
                    .param(world.indicator("12.1").id())
                    .query(String.class)
                    .list())
            .isEqualTo(List.of("{91.5}"));
        page.check(asked + " input[value=toi]");
        send(page);
        arrives(page);
        assertThat(page.locator(figure("14.2"))).hasValue("86,5");
      }
    }
  }

  private static String port(Server server) {
    return Objects.requireNonNull(
        server.context().getEnvironment().getProperty("local.server.port"));
  }

  @Test
  void whatSomebodyElseWroteSinceIsShownWithBothFiguresAndAskedAbout() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "xa-y-tich");
      go(page, path("9"));
      page.fill(figure("9.1"), "0");
      page.fill(figure("9.2"), "81");
      world.record(
          world.district(),
          world.claim("Y Tịch", "9.2", "77", 0),
          world.claim("Y Tịch", "9.1", "3", 0));
      send(page);
      String first = "#hai-" + world.indicator("9.1").id();
      String second = "#hai-" + world.indicator("9.2").id();
      assertThat(page.locator(second)).containsText("Huyện Chi Lăng mẫu");
      assertThat(page.locator(second + " .theirs")).hasText("77\u00a0%");
      assertThat(page.locator(second + " .mine")).hasText("81\u00a0%");
      look(page, "tu-danh-gia-xung-dot-dien-thoai");
      assertThat(facts("9.2")).isEqualTo(1);
      page.check(first + " input[value=ho]");
      page.check(second + " input[value=toi]");
      send(page);
      arrives(page);
      assertThat(page.locator(figure("9.1"))).hasValue("3");
      assertThat(page.locator(figure("9.2"))).hasValue("81");
      assertThat(facts("9.1")).isEqualTo(1);
      assertThat(facts("9.2")).isEqualTo(2);
    }
  }

  @Test
  void endedSessionIsToldAndWhatWasTypedIsSentAfterSigningInAgain() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "xa-y-tich");
      go(page, path("14"));
      page.fill(figure("14.2"), "86,5");
      person.clearCookies();
      send(page);
      assertThat(page.locator("#cho-gui")).containsText("Phiên làm việc đã hết");
      page.locator("#cho-gui .in").click();
      page.fill("#login", "xa-y-tich");
      page.fill("#password", Objects.requireNonNull(world.province().passwords().get("xa-y-tich")));
      page.locator("main button[type=submit]").click();
      arrives(page);
      assertThat(page.locator(figure("14.2"))).hasValue("86,5");
      assertThat(facts("14.2")).isEqualTo(1);
    }
  }

  @Test
  void fileOverTheLimitIsToldWhenItIsChosenAndIsNotSent() {
    try (BrowserContext person = browser.person(Browser.PHONE)) {
      Page page = world.province().signIn(person, "xa-y-tich");
      go(page, path("16"));
      String files = "#tep-" + world.indicator("16.1").id();
      page.locator("details.more summary").first().click();
      page.fill(figure("16.1"), "70");
      page.setInputFiles(
          files, new FilePayload("anh-lon.jpg", "image/jpeg", new byte[(10 << 20) + 1]));
      assertThat(page.locator(".picked")).containsText("lớn hơn 10 MB nên không gửi được");
      look(page, "tu-danh-gia-tep-lon-dien-thoai");
      send(page);
      page.waitForFunction("id => '#' + document.activeElement.id === id", files);
      page.setInputFiles(files, new FilePayload[0]);
      send(page);
      arrives(page);
      assertThat(facts("16.1")).isEqualTo(1);
    }
  }
}
