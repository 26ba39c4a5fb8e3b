package vn.dondoc.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.desk.QuarterLedger.Act.CONFIRM;
import static vn.dondoc.desk.QuarterLedger.Act.MOVE_ON;
import static vn.dondoc.desk.QuarterLedger.Act.REPORT;
import static vn.dondoc.desk.QuarterLedger.Act.RETURN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.testing.Browser;

/** A quarter of the province, 14 August to 15 November 2020, as six people live it in a browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuarterIT {
  private static final Path NOTICE = Path.of("src/test/resources/desk/thong-bao-quy.txt");
  private static final String MOVE_CAPITAL = "phương án điều chuyển vốn";
  private static final String ADVANCES = "số dư tạm ứng";
  private static final String LAND = "giải phóng mặt bằng tuyến đường mẫu";
  private static final String NEEDS = "nhu cầu vốn năm 2021";
  private static final String MONTHLY = "báo cáo giải ngân";
  private static final String SCHEDULE = "lịch kiểm tra hiện trường";
  private static final LocalDate AUGUST_14 = LocalDate.of(2020, 8, 14);
  private static final LocalDate AUGUST_24 = LocalDate.of(2020, 8, 24);
  private static final LocalDate SEPTEMBER_21 = LocalDate.of(2020, 9, 21);
  private static final LocalDate SEPTEMBER_30 = LocalDate.of(2020, 9, 30);
  private static final LocalDate OCTOBER_5 = LocalDate.of(2020, 10, 5);
  private static final LocalDate OCTOBER_23 = LocalDate.of(2020, 10, 23);
  private static final LocalDate NOVEMBER_15 = LocalDate.of(2020, 11, 15);
  private static QuarterWorld world;
  private static QuarterLedger ledger;

  @BeforeAll
  static void open() {
    world = QuarterWorld.open();
    ledger = QuarterLedger.empty();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  @Order(1)
  void officeReviewsTheNoticeAndTheLeaderConfirmsIt() {
    Page office = world.go("van-phong", "/chi-dao/tiep-nhan");
    office.setInputFiles("#tep", NOTICE);
    office.locator("main button[type=submit]").click();
    office.waitForURL(Pattern.compile(".*/duyet$"));
    String review = office.url();
    for (int decided = 1; decided <= 6; decided++) {
      office.navigate(review + "?loc=mo");
      office.locator("[data-key=a]").click();
      assertThat(office.locator(".pgs b")).containsText(decided + "/6");
    }
    Page leader = world.of("lanh-dao");
    leader.navigate(review.replace("/duyet", "/xac-nhan"));
    leader.locator("main button[type=submit]").click();
    assertThat(leader.locator("[role=status]")).containsText("Đã giao 6 nhiệm vụ");
    ledger.owe(MOVE_CAPITAL, LocalDate.of(2020, 8, 30));
    ledger.owe(ADVANCES, LocalDate.of(2020, 9, 15));
    ledger.owe(LAND, LocalDate.of(2020, 9, 25));
    ledger.owe(NEEDS, LocalDate.of(2020, 9, 29));
    ledger.owe(SCHEDULE, LocalDate.of(2020, 8, 30));
    monthOpens(8);
    monthOpens(9);
  }

  /** A month's duty is there from the beginning of the month before. */
  private static void monthOpens(int month) {
    ledger.owe(MONTHLY + month, LocalDate.of(2020, month, 24));
  }

  @Test
  @Order(2)
  void bodiesReceiveAndTheWrongOneHandsBackToTheOneThatAccepts() {
    world.receive("ke-hoach", MOVE_CAPITAL);
    world.receive("kho-bac", ADVANCES);
    world.receive("huyen-chi-lang", LAND);
    Page owner = world.form("chu-dau-tu", NEEDS, "hand_back");
    owner.fill("#body", "Sở Kế hoạch và Đầu tư");
    owner.fill("#words", "Việc này thuộc chức năng của Sở");
    world.send(owner);
    assertThat(world.line("ke-hoach", "cho-toi", NEEDS)).hasCount(1);
    world.decide("ke-hoach", NEEDS, "accept_hand", "");
    ledger.write(NEEDS, MOVE_ON, AUGUST_14);
    ledger.owe("ke-hoach: " + NEEDS, LocalDate.of(2020, 9, 29));
  }

  @Test
  @Order(3)
  void departmentReportsIsSentBackAndReportsAgainWithEvidence() {
    Page department = world.task("ke-hoach", MOVE_CAPITAL);
    department.fill("#words", "Đã tính ba phương án");
    department.locator("#phan .rep button").click();
    assertThat(department.locator("#phan .tl")).containsText("Đã tính ba phương án");
    world.report("ke-hoach", MOVE_CAPITAL, "Đã trình phương án");
    ledger.write(MOVE_CAPITAL, REPORT, AUGUST_14);
    assertThat(world.line("van-phong", "cho-toi", MOVE_CAPITAL)).hasCount(1);
    world.decide("van-phong", MOVE_CAPITAL, "return", "Thiếu phụ lục");
    ledger.write(MOVE_CAPITAL, RETURN, AUGUST_14);
    department = world.task("ke-hoach", MOVE_CAPITAL);
    assertThat(department.locator("#phan")).containsText("Thiếu phụ lục");
    world.report("ke-hoach", MOVE_CAPITAL, "Đã bổ sung phụ lục");
    ledger.write(MOVE_CAPITAL, REPORT, AUGUST_14);
  }

  @Test
  @Order(4)
  void neverTheDoerButTheOfficeConfirms() {
    Page department = world.task("ke-hoach", MOVE_CAPITAL);
    assertThat(department.locator("#phan a[href$='/confirm']")).hasCount(0);
    String confirm = confirmAddress(world.task("van-phong", MOVE_CAPITAL));
    department.navigate(world.province().address(confirm));
    assertThat(department.locator("main")).containsText("không có quyền");
    world.decide("van-phong", MOVE_CAPITAL, "confirm", "");
    ledger.write(MOVE_CAPITAL, CONFIRM, AUGUST_14);
    // What the office itself did, somebody else confirms.
    world.report("van-phong", SCHEDULE, "Đã lập lịch");
    ledger.write(SCHEDULE, REPORT, AUGUST_14);
    String own = confirmAddress(world.task("lanh-dao", SCHEDULE));
    Page office = world.go("van-phong", own);
    assertThat(office.locator("main form")).hasCount(0);
    world.decide("lanh-dao", SCHEDULE, "confirm", "");
    ledger.write(SCHEDULE, CONFIRM, AUGUST_14);
  }

  private static String confirmAddress(Page page) {
    Locator button = page.locator("#phan a[href$='/confirm']");
    return String.valueOf(button.getAttribute("href"));
  }

  @Test
  @Order(5)
  void extensionAskedBeforeTheDeadlineIsGranted() {
    Page treasury = world.form("kho-bac", ADVANCES, "ask_extension");
    treasury.fill("#day", "30/09/2020");
    treasury.fill("#words", "Chờ đối chiếu với chủ đầu tư");
    world.send(treasury);
    world.decide("van-phong", ADVANCES, "grant_extension", "");
    ledger.extend(ADVANCES, AUGUST_14, SEPTEMBER_30);
    assertThat(world.task("kho-bac", ADVANCES).locator("#phan"))
        .containsText(Pattern.compile("30/09/2020[\\s\\S]*15/09/2020"));
  }

  @Test
  @Order(6)
  void leaderMovesTheDayAfterBeingAsked() {
    Page leader = world.go("lanh-dao", "/ngay");
    Browser.assertAccessible(leader);
    Browser.assertNoSidewaysScroll(leader);
    Browser.picture(leader, "ngay");
    leader.locator(".day-to a").nth(1).click();
    assertThat(leader.locator("main")).containsText("không lấy lại được");
    Browser.assertAccessible(leader);
    Browser.picture(leader, "ngay-hoi");
    leader.setViewportSize(Browser.PHONE.width(), Browser.PHONE.height());
    leader.navigate(world.province().address("/ngay"));
    Browser.assertNoSidewaysScroll(leader);
    Browser.picture(leader, "ngay-390");
    leader.setViewportSize(Browser.DESK.width(), Browser.DESK.height());
    assertThat(world.go("ke-hoach", "/nhiem-vu").locator(".day-now")).hasCount(0);
    world.moveDay("24/8/2020", "24/08/2020");
    assertThat(world.line("ke-hoach", "bay-ngay", MONTHLY)).hasCount(1);
    world.report("ke-hoach", MONTHLY, "Báo cáo tháng 8");
    ledger.write(MONTHLY + 8, REPORT, AUGUST_24);
    world.decide("van-phong", MONTHLY, "confirm", "");
    ledger.write(MONTHLY + 8, CONFIRM, AUGUST_24);
    // Left open until it is too late.
    Page district = world.form("huyen-chi-lang", LAND, "ask_extension");
    district.fill("#day", "31/10/2020");
    district.fill("#words", "Còn hai hộ chưa nhận tiền");
  }

  @Test
  @Order(7)
  void workIsReportedWithinTheLongerDay() {
    world.moveDay("21/09/2020", "21/09/2020");
    monthOpens(10);
    world.report("kho-bac", ADVANCES, "Đã rà soát");
    ledger.write(ADVANCES, REPORT, SEPTEMBER_21);
    world.decide("van-phong", ADVANCES, "confirm", "");
    ledger.write(ADVANCES, CONFIRM, SEPTEMBER_21);
    world.report("ke-hoach", NEEDS, "Đã tổng hợp");
    ledger.write("ke-hoach: " + NEEDS, REPORT, SEPTEMBER_21);
    world.decide("van-phong", NEEDS, "confirm", "");
    ledger.write("ke-hoach: " + NEEDS, CONFIRM, SEPTEMBER_21);
  }

  @Test
  @Order(8)
  void extensionAskedAfterTheDeadlineIsRefusedAndLatenessShowsEverywhere() {
    world.moveDay("Cuối tháng", "30/09/2020");
    Page district = world.of("huyen-chi-lang");
    district.locator("main form .ac button").click();
    assertThat(district.locator("[role=alert]")).containsText("trước khi hết hạn");
    Locator line = world.line("huyen-chi-lang", "qua-han", LAND);
    assertThat(line).containsText("quá hạn 5 ngày");
    Page task = world.task("huyen-chi-lang", LAND);
    assertThat(task.locator(".note-bad")).containsText("kiểm điểm trước Chủ tịch UBND tỉnh");
    assertThat(task.locator("#phan a[href$='/ask_extension']")).hasCount(0);
    Page office = world.go("van-phong", "/chi-dao");
    office.locator("main tbody th a").first().click();
    assertThat(office.locator("main tbody tr", new Page.LocatorOptions().setHasText(LAND)))
        .containsText(Pattern.compile("quá hạn", Pattern.CASE_INSENSITIVE));
    figuresAgree(SEPTEMBER_30);
  }

  @Test
  @Order(9)
  void lateWorkIsReportedAndConfirmedLate() {
    world.moveDay("Tuần làm việc sau", "05/10/2020");
    monthOpens(11);
    world.report("huyen-chi-lang", LAND, "Đã bàn giao");
    ledger.write(LAND, REPORT, OCTOBER_5);
    world.decide("van-phong", LAND, "confirm", "");
    ledger.write(LAND, CONFIRM, OCTOBER_5);
    assertThat(world.task("huyen-chi-lang", LAND).locator("#phan"))
        .containsText(Pattern.compile("hoàn thành quá hạn", Pattern.CASE_INSENSITIVE));
  }

  @Test
  @Order(10)
  void monthThatWasMissedStaysMissedWhenTheNextIsDone() {
    world.moveDay("23/10/2020", "23/10/2020");
    Page department = world.task("ke-hoach", MONTHLY);
    department.selectOption("#ky", "2020-10-01");
    department.locator("form:has(#ky) button").click();
    world.report(world.form(department, "report"), "Báo cáo tháng 10");
    ledger.write(MONTHLY + 10, REPORT, OCTOBER_23);
    world.decide("van-phong", MONTHLY, "confirm", "");
    ledger.write(MONTHLY + 10, CONFIRM, OCTOBER_23);
    world.moveDay("15/11/2020", "15/11/2020");
    monthOpens(12);
    assertThat(world.line("ke-hoach", "qua-han", MONTHLY)).containsText("quá hạn 52 ngày");
  }

  @Test
  @Order(11)
  void overviewSaysAtTheEndWhatWasDone() {
    figuresAgree(NOVEMBER_15);
    Page office = world.of("van-phong");
    Browser.picture(office, "quy-tong-quan");
    Locator sums = office.locator(".ovw tfoot td");
    assertThat(sums.nth(0)).hasText(Integer.toString(ledger.total()));
    assertThat(sums.nth(9)).hasText(Long.toString(ledger.mostLate(NOVEMBER_15)));
    assertThat(sums.nth(10)).hasText(Long.toString(ledger.returns()));
    assertThat(ledger.figures(NOVEMBER_15)).containsExactly("6", "1", "0", "2", "0", "1", "0");
  }

  private static void figuresAgree(LocalDate today) {
    Page office = world.go("van-phong", "/tong-quan-chi-dao");
    assertThat(office.locator(".facts.prog dd b").allInnerTexts()).isEqualTo(ledger.figures(today));
  }
}
