package vn.dondoc.rural.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.cli.demo.RuralDemo;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** The gap plan in a browser: the office looks, gives work; the commune edits its own line. */
class PlanIT {
  private static Browser browser;
  private static Province province;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    province = Province.ofAugust2020();
    Acting.as(Actor.system("test"), () -> RuralDemo.load(province.server()));
  }

  @AfterAll
  static void stop() {
    province.close();
    browser.close();
  }

  @Test
  void officeSeesWhatIsWantingAndGivesItAsATask() {
    Page office = province.signIn(browser.person(Browser.DESK), "van-phong");
    office.navigate(province.address("/nong-thon-moi/ke-hoach?chi=dich&loai="));
    assertThat(office.locator("h1").textContent()).contains("2020");
    assertThat(office.locator("table tbody tr").count()).isEqualTo(46);
    assertThat(office.locator("main").textContent()).contains("Trong 13 xã phấn đấu");
    Browser.look(office, "ke-hoach-1366");
    office
        .locator("tr", new Page.LocatorOptions().setHasText("8.3"))
        .first()
        .locator("input[type=checkbox]")
        .check();
    office.locator("button[form=giao]").click();
    assertThat(office.locator("main").textContent()).contains("1 nhiệm vụ sẽ được giao");
    Browser.look(office, "ke-hoach-giao-1366");
    office.locator("form.sub button[type=submit]").click();
    assertThat(office.url()).contains("chi=dich");
    assertThat(office.locator("main").textContent()).contains("NV-2020-");
    office.navigate(province.address("/nong-thon-moi/du-bao"));
    Browser.look(office, "du-bao-1366");
    office.navigate(province.address("/nong-thon-moi/chi-tieu"));
    assertThat(office.locator("table tbody tr").count()).isEqualTo(10);
    Browser.look(office, "chi-tieu-1366");
    office.locator("table tbody tr a").first().click();
    Browser.look(office, "chi-tieu-mot-1366");
  }

  @Test
  void formsThatAreRefusedSaySoByTheirStatusToo() {
    WebPerson office = person("dieu-phoi");
    Matcher line =
        Pattern.compile("/nong-thon-moi/ke-hoach/dong/\\d+")
            .matcher(office.get("/nong-thon-moi/ke-hoach?loai=").body());
    assertThat(line.find()).isTrue();
    refused(office, line.group(), Map.of("step", "0", "due", "31/02/2020"), "31/02/2020");
    refused(office, "/nong-thon-moi/ke-hoach/nhap/ghi", Map.of(), "tệp");
    Matcher target =
        Pattern.compile("/nong-thon-moi/chi-tieu/\\d+")
            .matcher(office.get("/nong-thon-moi/chi-tieu").body());
    assertThat(target.find()).isTrue();
    refused(office, target.group(), Map.of("value", "mười", "day", "14/08/2020"), "mười");
    String set =
        province
            .server()
            .door(Standards.class)
            .find("1980/QĐ-TTg")
            .map(found -> Integer.toString(found.id()))
            .orElseThrow();
    Map<String, String> draft = Map.of("tu", set, "cach", "sao", "code", "1980/QĐ-TTg");
    refused(office, "/nong-thon-moi/ban-nhap", draft, "1980/QĐ-TTg");
    String end = "/nong-thon-moi/bo-tieu-chi/" + set + "/het-hieu-luc";
    refused(office, end, Map.of("den", "31/02/2021"), "31/02/2021");
  }

  private static void refused(
      WebPerson person, String action, Map<String, String> fields, String says) {
    HttpResponse<String> refused = person.submit("/tai-khoan", action, fields);
    assertThat(refused.statusCode()).as(action).isEqualTo(422);
    assertThat(refused.body()).contains(says);
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, "mot cau that dai cua rieng toi");
    return person;
  }

  @Test
  void communeEditsItsLineOnAPhoneAndSheetsComeAndGo() {
    Page commune = province.signIn(browser.person(Browser.PHONE), "xa-y-tich");
    commune.navigate(province.address("/nong-thon-moi/ke-hoach"));
    Browser.look(commune, "ke-hoach-390");
    commune
        .locator("table tbody tr", new Page.LocatorOptions().setHasText("17.1"))
        .locator("th a")
        .click();
    commune.fill("#due", "31/02/2020");
    commune.locator("main form button[type=submit]").click();
    assertThat(commune.locator("[role=alert]").textContent()).contains("31/02/2020");
    commune.fill("#due", "20/09/2020");
    commune.fill("#blocked", "Chờ kết quả mẫu nước");
    commune.fill("#why", "Chờ mẫu nước");
    Browser.look(commune, "ke-hoach-sua-390");
    commune.locator("main form button[type=submit]").click();
    assertThat(commune.locator("main").textContent()).contains("Chờ kết quả mẫu nước");
    Browser.look(commune, "ke-hoach-xa-390");
    commune.navigate(province.address("/nong-thon-moi/ke-hoach"));
    Download sheet =
        commune.waitForDownload(() -> commune.locator("a[href*='/ke-hoach/xuat']").click());
    commune.navigate(province.address("/nong-thon-moi/ke-hoach/nhap"));
    commune.setInputFiles("#tep", sheet.path());
    commune.locator("main form button[type=submit]").first().click();
    assertThat(commune.locator("main").textContent()).contains("0 dòng đổi, 2 dòng như cũ");
    Browser.look(commune, "ke-hoach-nhap-390");
  }
}
