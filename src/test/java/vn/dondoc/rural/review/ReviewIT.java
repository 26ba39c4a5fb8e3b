package vn.dondoc.rural.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.assessment.Standing.Stage;
import vn.dondoc.testing.Browser;

/** A commune's figures on their way: claimed, given back, claimed anew, verified, appraised. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewIT {
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

  private void go(Page page, String path) {
    page.navigate(world.province().address(path));
  }

  private int id(String indicator) {
    return world.indicator(indicator).id();
  }

  private String form(String criterion) {
    return "/nong-thon-moi/tu-danh-gia/" + world.unit("Y Tịch") + "/" + criterion + "?ky=2020-08";
  }

  private static void send(Page page) {
    page.locator(".sub button").click();
  }

  private void choose(Page page, String indicator, String choice) {
    page.check("[name='xet-" + id(indicator) + "'][value='" + choice + "']");
  }

  /** What the bar at the foot happens to half cover is no smaller for it. */
  private static void look(Page page, String name) {
    Browser.picture(page, name);
    page.evaluate("() => document.querySelector('.sub')?.style.setProperty('position', 'static')");
    page.evaluate("() => scrollTo(0, 0)");
    Browser.assertAccessible(page);
    Browser.assertNoSidewaysScroll(page);
  }

  @Test
  void communesFiguresGoFromClaimOverAReturnToVerifiedToAppraisedByFourPeople() {
    try (BrowserContext commune = browser.person(Browser.PHONE);
        BrowserContext district = browser.person(Browser.DESK);
        BrowserContext owner = browser.person(Browser.DESK);
        BrowserContext office = browser.person(Browser.DESK)) {
      Page xa = world.province().signIn(commune, "xa-y-tich");
      claim(xa);
      Page huyen = world.province().signIn(district, "huyen-chi-lang");
      look(huyen);
      assertThat(world.standing("Y Tịch", "8.1").reached()).isEqualTo(Stage.VERIFIED);
      assertThat(world.standing("Y Tịch", "8.2").verified()).isFalse();
      assertThat(world.standing("Y Tịch", "8.3").returned()).isTrue();

      go(xa, form("8"));
      assertThat(xa.locator("#ct-" + id("8.2"))).containsText("hai thôn chưa có sóng");
      assertThat(xa.locator("#ct-" + id("8.3"))).containsText("thiếu ảnh loa thôn Giáp Thượng");
      look(xa, "tu-danh-gia-tra-lai-dien-thoai");
      xa.check("[name='lai-" + id("8.3") + "']");
      send(xa);
      xa.waitForURL("**da-gui=**");
      go(huyen, "/nong-thon-moi/tham-tra/" + world.unit("Y Tịch") + "/8?ky=2020-08");
      choose(huyen, "8.3", "nhan");
      send(huyen);
      assertThat(huyen.locator("main [role=status]")).containsText("Đã ghi 1 chỉ tiêu");

      appraise(world.province().signIn(owner, "thong-tin"), "8.3", 2);
      assertThat(world.standing("Y Tịch", "8.1").reached()).isEqualTo(Stage.VERIFIED);
      appraise(world.province().signIn(office, "dieu-phoi"), "8.1", 1);
      assertThat(world.standing("Y Tịch", "8.1").reached()).isEqualTo(Stage.APPRAISED);
      assertThat(world.standing("Y Tịch", "8.3").reached()).isEqualTo(Stage.APPRAISED);
      go(xa, form("8"));
      assertThat(xa.locator("#ct-" + id("8.3") + " > summary"))
          .containsText("Đạt, tỉnh đã thẩm định");
      xa.locator("#ct-" + id("8.1") + " > summary").click();
      assertThat(xa.locator("#ct-" + id("8.1") + " .rsn")).containsText("Tỉnh thẩm định");
      xa.check("[name='so-" + id("8.1") + "-gia_tri'][value='0']");
      send(xa);
      assertThat(xa.locator("#ct-" + id("8.1") + " .rsn .em")).containsText("Ghi rõ vì sao thay");
      look(xa, "tu-danh-gia-da-xet-dien-thoai");
      xa.fill("#ly-do-" + id("8.1"), "bưu điện xã đóng cửa");
      send(xa);
      xa.waitForURL("**da-gui=**");
      assertThat(world.standing("Y Tịch", "8.1").reached()).isEqualTo(Stage.APPRAISED);
      xa.locator("#ct-" + id("8.1") + " > summary").click();
      look(xa, "tu-danh-gia-so-moi-cho-dien-thoai");
    }
  }

  /** Three indicators, one with evidence. */
  private void claim(Page xa) {
    go(xa, form("8"));
    for (String indicator : new String[] {"8.1", "8.2", "8.3"}) {
      xa.check("[name='so-" + id(indicator) + "-gia_tri'][value='1']");
    }
    xa.locator("#ct-" + id("8.1") + " .more summary").click();
    xa.setInputFiles(
        "#tep-" + id("8.1"),
        new FilePayload(
            "diem-buu-chinh.pdf",
            "application/pdf",
            "%PDF-1.4 ảnh".getBytes(StandardCharsets.UTF_8)));
    xa.fill("#het-han-" + id("8.1"), "31/12/2020");
    send(xa);
    xa.waitForURL("**da-gui=**");
  }

  /** One is accepted, one found wanting, one given back. */
  private void look(Page huyen) {
    go(huyen, "/nong-thon-moi/tham-tra?tieu-chi=8");
    assertThat(huyen.locator("main h1 + p")).containsText("3 chỉ tiêu");
    look(huyen, "tham-tra-hang-cho-ban");
    huyen.locator("main a", new Page.LocatorOptions().setHasText("8.1")).click();
    assertThat(huyen.locator("#ct-" + id("8.1"))).containsText("diem-buu-chinh.pdf");
    assertThat(huyen.locator("#ct-" + id("8.1"))).containsText("minh chứng đến ngày 31/12/2020");
    send(huyen);
    assertThat(huyen.locator("#sai")).containsText("Chưa chọn");
    choose(huyen, "8.1", "nhan");
    choose(huyen, "8.2", "so-khac");
    huyen.check("[name='so-" + id("8.2") + "-gia_tri'][value='0']");
    choose(huyen, "8.3", "tra-lai");
    look(huyen, "tham-tra-ban");
    send(huyen);
    assertThat(huyen.locator("#sai")).containsText("ghi số khác thì ghi rõ vì sao");
    assertThat(huyen.locator("#sai")).containsText("ghi rõ lý do trả lại");
    look(huyen, "tham-tra-loi-ban");
    assertThat(world.standing("Y Tịch", "8.1").reached()).isEqualTo(Stage.CLAIMED);
    huyen.fill("#ghi-chu-" + id("8.2"), "hai thôn chưa có sóng");
    huyen.fill("#ghi-chu-" + id("8.3"), "thiếu ảnh loa thôn Giáp Thượng");
    send(huyen);
    assertThat(huyen.locator("main [role=status]")).containsText("Đã ghi 3 chỉ tiêu");
  }

  private void appraise(Page tinh, String indicator, int waiting) {
    go(tinh, "/nong-thon-moi/tham-dinh?tieu-chi=8");
    assertThat(tinh.locator("main h1 + p")).containsText(waiting + " chỉ tiêu");
    look(tinh, "tham-dinh-hang-cho-ban");
    tinh.locator("main a", new Page.LocatorOptions().setHasText(indicator)).click();
    choose(tinh, indicator, "nhan");
    send(tinh);
    assertThat(tinh.locator("main [role=status]")).containsText("Đã ghi 1 chỉ tiêu");
    look(tinh, "tham-dinh-ban");
  }

  @Test
  void whatChangedSinceItWasSeenIsToldAtItsIndicatorAndNothingIsRecorded() {
    world.record(world.commune(), world.claim("Y Tịch", "16.1", "75", 0));
    try (BrowserContext district = browser.person(Browser.PHONE)) {
      Page huyen = world.province().signIn(district, "huyen-chi-lang");
      go(huyen, "/nong-thon-moi/tham-tra/" + world.unit("Y Tịch") + "/16?ky=2020-08");
      assertThat(
              huyen.evaluate(
                  "() => [...document.querySelectorAll(\"[value='nhan'],[value='tra-lai'],.sub"
                      + " button\")].every(one => one.getBoundingClientRect().bottom <="
                      + " innerHeight)"))
          .as("every choice and the act are on the phone's first screen")
          .isEqualTo(true);
      choose(huyen, "16.1", "nhan");
      world.record(world.commune(), world.claim("Y Tịch", "16.1", "60", 1));
      send(huyen);
      assertThat(huyen.locator("#hai-" + id("16.1"))).containsText("Xã tự đánh giá · 60");
      assertThat(huyen.locator("#hai-" + id("16.1"))).containsText("Chấp nhận như đã báo · 75");
      assertThat(huyen.locator("#sai")).containsText("người khác vừa ghi, chọn giữ bên nào");
      look(huyen, "tham-tra-da-doi-dien-thoai");
      assertThat(world.standing("Y Tịch", "16.1").lastStep()).isEqualTo(2);
    }
  }

  @Test
  void districtAcceptsChosenRowsAtOnceAndWhatAnotherDecidedMeanwhileIsNamed() {
    for (String indicator : new String[] {"3.2", "9.1", "9.2"}) {
      String figure = indicator.equals("9.2") ? "85" : "0";
      world.record(world.commune(), world.claim("Y Tịch", indicator, figure, 0));
    }
    try (BrowserContext district = browser.person(Browser.PHONE);
        BrowserContext desk = browser.person(Browser.DESK)) {
      Page huyen = world.province().signIn(district, "huyen-chi-lang");
      go(huyen, "/nong-thon-moi/tham-tra?tieu-chi=9&ket-qua=tat-ca");
      look(huyen, "tham-tra-chon-dien-thoai");
      huyen.locator("[name=chon]").first().check();
      huyen.locator("[name=chon]").nth(1).check();
      huyen.locator("button[form=nhan]").first().click();
      assertThat(huyen.locator("main h1 + p")).containsText("2 chỉ tiêu ở 1 xã sẽ được chấp nhận");
      look(huyen, "tham-tra-nhan-xem-dien-thoai");
      world.record(
          world.district(),
          RuralWorld.as(Report.Kind.VERIFY, world.claim("Y Tịch", "9.1", "0", 0), 1, null));
      huyen.locator(".sub button").click();
      assertThat(huyen.locator("main h1 + p")).containsText("Đã chấp nhận 1 chỉ tiêu");
      assertThat(huyen.locator("main")).containsText("Huyện thẩm tra, Huyện Chi Lăng mẫu");
      look(huyen, "tham-tra-nhan-xong-dien-thoai");
      assertThat(world.standing("Y Tịch", "9.2").reached()).isEqualTo(Stage.VERIFIED);
      Page ban = world.province().signIn(desk, "huyen-chi-lang");
      go(ban, "/nong-thon-moi/tham-tra?tieu-chi=3&ket-qua=tat-ca");
      look(ban, "tham-tra-chon-ban");
      ban.locator("button[name=tat-ca]").click();
      look(ban, "tham-tra-nhan-xem-ban");
      ban.locator(".sub button").click();
      assertThat(ban.locator("main [role=status]")).containsText("Đã chấp nhận 1 chỉ tiêu.");
    }
  }

  @Test
  void departmentOnlyGetsWhatItOwns() {
    world.record(world.commune(), world.claim("Y Tịch", "7.1", "1", 0));
    world.record(
        world.district(),
        RuralWorld.as(Report.Kind.VERIFY, world.claim("Y Tịch", "7.1", "1", 0), 1, null));
    try (BrowserContext department = browser.person(Browser.DESK)) {
      Page so = world.province().signIn(department, "ke-hoach");
      go(so, "/nong-thon-moi/tham-dinh");
      assertThat(so.locator("main .pn").first()).containsText("Không có chỉ tiêu nào đang chờ");
      go(so, "/nong-thon-moi/tham-dinh/" + world.unit("Y Tịch") + "/7?ky=2020-08");
      so.locator("#ct-" + id("7.1") + " > summary").click();
      assertThat(so.locator("#ct-" + id("7.1"))).containsText("do Sở Công Thương thẩm định");
      assertThat(so.locator(".sub")).hasCount(0);
    }
  }

  @Test
  void departmentCannotGiveBackWhatAnotherOwns() {
    Report claim = world.claim("Y Tịch", "4.1", "1", 0);
    world.record(world.commune(), claim);
    world.record(world.district(), RuralWorld.as(Report.Kind.VERIFY, claim, 1, null));
    Actor other = world.department("Sở Kế hoạch và Đầu tư");
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            world.record(other, RuralWorld.as(Report.Kind.RETURN, claim, 2, "thiếu biên bản")))
        .hasMessageContaining("not_owner");
    assertThat(world.standing("Y Tịch", "4.1").reached()).isEqualTo(Stage.VERIFIED);
  }
}
