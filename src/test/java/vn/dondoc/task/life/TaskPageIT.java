package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** A department, a district and the office work on the page of one task. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaskPageIT {
  private static final FilePayload REPORT =
      new FilePayload(
          "bao-cao.pdf", "application/pdf", "%PDF-1.4 mẫu".getBytes(StandardCharsets.UTF_8));
  private static Province province;
  private static Browser browser;
  private static Page office;
  private static Page department;
  private static Page district;
  private static long plan;
  private static long fanned;
  private static long misgiven;

  @BeforeAll
  static void arrange() {
    province = Province.ofAugust2020();
    plan = task(1, "Sở Kế hoạch và Đầu tư", "Kho bạc Nhà nước tỉnh");
    fanned = task(2, "UBND các huyện, thành phố");
    misgiven = task(3, "Sở Kế hoạch và Đầu tư");
    browser = Browser.open();
    office = province.signIn(browser.person(Browser.DESK), "van-phong");
    department = province.signIn(browser.person(Browser.DESK), "ke-hoach");
    district = province.signIn(browser.person(Browser.PHONE), "huyen-chi-lang");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  @Order(1)
  void departmentReceivesTellsOfItsProgressAndAsksForAnExtension() {
    open(department, plan);
    department.click("button:has-text('Tiếp nhận')");
    assertThat(department.locator("#phan").innerText()).contains("đang thực hiện");
    department.fill("#words", "Đã tính ba phương án");
    department.setInputFiles("#files", REPORT);
    department.click("#phan .rep button");
    assertThat(department.locator("#phan .tl").innerText())
        .contains("Đã tính ba phương án", "bao-cao.pdf");
    Browser.assertAccessible(department);
    Browser.assertNoSidewaysScroll(department);
    Browser.picture(department, "nhiem-vu");
    deed(department, "ask_extension");
    Browser.assertAccessible(department);
    department.fill("#day", "15/10/2020");
    department.fill("#words", "Chờ số liệu của Kho bạc");
    send(department);
    assertThat(department.locator("#phan").innerText()).contains("xin gia hạn đến 15/10/2020");
  }

  @Test
  @Order(2)
  void officeGrantsItAndReturnsTheFirstReport() {
    open(office, plan);
    deed(office, "grant_extension");
    assertThat(office.inputValue("#day")).isEqualTo("15/10/2020");
    send(office);
    assertThat(office.locator("#phan").innerText()).contains("15/10/2020", "25/09/2020");
    report("Đã trình phương án");
    open(office, plan);
    deed(office, "return");
    office.fill("#words", "Thiếu phụ lục");
    send(office);
    assertThat(office.locator("#phan").innerText()).contains("bị trả lại, làm tiếp");
  }

  @Test
  @Order(3)
  void officeConfirmsTheSecondReportInFrontOfItsEvidence() {
    report("Đã bổ sung phụ lục");
    open(office, plan);
    deed(office, "confirm");
    assertThat(office.locator(".tl").innerText()).contains("Đã bổ sung phụ lục", "bao-cao.pdf");
    Browser.picture(office, "nhiem-vu-xac-nhan");
    send(office);
    assertThat(office.locator("#phan").innerText())
        .contains("hoàn thành đúng hạn", "Bị trả lại", "1 lần");
    open(department, plan);
    assertThat(department.locator("#phan .acb").count()).isZero();
  }

  @Test
  @Order(4)
  void wrongBodyHandsBackAndTheDistrictAcceptsAndIsConfirmed() {
    open(department, misgiven);
    deed(department, "hand_back");
    department.fill("#body", "UBND huyện Chi Lăng");
    department.fill("#words", "Thuộc địa bàn huyện");
    send(department);
    open(district, misgiven);
    assertThat(district.locator("#phan").innerText()).contains("Ủy ban nhân dân huyện Chi Lăng");
    deed(district, "accept_hand");
    Browser.assertNoSidewaysScroll(district);
    send(district);
    assertThat(district.locator("#phan h2").innerText())
        .isEqualTo("Ủy ban nhân dân huyện Chi Lăng");
    deed(district, "report");
    district.fill("#words", "Đã làm xong");
    district.fill("#document", "Báo cáo 12/BC-UBND");
    send(district);
    open(office, misgiven);
    deed(office, "confirm");
    send(office);
    assertThat(office.locator("#phan").innerText()).contains("hoàn thành đúng hạn");
  }

  @Test
  @Order(5)
  void rollUpSaysHowManyHaveReportedAndHowManyNot() {
    open(district, fanned);
    deed(district, "report");
    district.fill("#words", "Đã rà soát");
    district.fill("#document", "Báo cáo 13/BC-UBND");
    send(district);
    Browser.assertAccessible(district);
    Browser.assertNoSidewaysScroll(district);
    Browser.picture(district, "nhiem-vu-390");
    open(office, fanned);
    assertThat(office.locator("main").innerText())
        .contains("1/11 phần chủ trì đã báo cáo, 10 chưa báo cáo")
        .contains("chờ xác nhận 1");
    assertThat(office.locator("#phan h2").innerText()).isEqualTo("Ủy ban nhân dân huyện Chi Lăng");
    Browser.picture(office, "nhiem-vu-nhom");
  }

  @Test
  @Order(6)
  void lateWorkStandsBesideTheConsequenceOfTheNotice() {
    org.springframework.jdbc.core.simple.JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = '2020-10-01'")
        .update();
    open(office, fanned);
    assertThat(office.locator(".note-bad").innerText()).contains("kiểm điểm trước Chủ tịch");
    assertThat(office.locator("table").innerText()).contains("quá hạn", "6 ngày");
    Browser.assertAccessible(office);
    open(district, fanned);
    deed(office, "cancel");
    assertThat(office.locator("main").innerText()).contains("không hoàn tác được");
  }

  private static void report(String words) {
    open(department, plan);
    deed(department, "report");
    department.fill("#words", words);
    department.fill("#document", "Tờ trình 412/TTr-SKHĐT");
    department.setInputFiles("#files", REPORT);
    send(department);
    assertThat(department.locator("#phan").innerText()).contains("chờ xác nhận");
  }

  private static void open(Page page, long task) {
    page.navigate(province.address("/nhiem-vu/" + task));
  }

  private static void deed(Page page, String deed) {
    page.click("#phan a[href$='/" + deed + "']");
  }

  private static void send(Page page) {
    page.click("main form .ac button");
    assertThat(page.locator(".note-ok").innerText()).startsWith("Đã ghi nhận");
  }

  /** The first body leads, the others help. */
  static long task(int number, String lead, String... helpers) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(province.body(lead).id(), Party.Part.LEAD, lead));
    for (String helper : helpers) {
      parties.add(new Party(province.body(helper).id(), Party.Part.COORDINATE, helper));
    }
    String words = "Báo cáo phương án điều chuyển vốn mẫu số " + number;
    Wording wording =
        new Wording(words, words, "Nếu chậm thì kiểm điểm trước Chủ tịch UBND tỉnh", null);
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "khoa-" + number, List.of("3", "b")),
            number,
            wording,
            Due.by(LocalDate.of(2020, 9, 25)),
            parties);
    return Acting.call(
        Actor.system("test"), () -> province.server().door(Tasks.class).create(task));
  }
}
