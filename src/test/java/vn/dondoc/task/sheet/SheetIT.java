package vn.dondoc.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.dondoc.task.Due;
import vn.dondoc.task.Task;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The list goes out, two people change it, and the sheet comes back, in a browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SheetIT {
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PLANNING = "Sở Kế hoạch và Đầu tư";
  private static Province province;
  private static SheetWorld world;
  private static Browser browser;
  private static Page office;
  private static Page leader;
  private static Page department;
  private static Task one;
  private static Task two;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = SheetWorld.in(province);
    one = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING, "Sở Tài chính");
    two = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    browser = Browser.open();
    office = province.signIn(browser.person(Browser.DESK), "van-phong");
    leader = province.signIn(browser.person(Browser.PHONE), "lanh-dao");
    department = province.signIn(browser.person(Browser.PHONE), "ke-hoach");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  @Order(1)
  void faultsAreToldByCellAndComeBackInTheSheet() throws IOException {
    byte[] sent =
        exported(
            office,
            "/nhiem-vu",
            sheet -> {
              SheetWorld.type(sheet, one.code(), "Hạn ghi trong nhiệm vụ", "31/02/2020");
              SheetWorld.type(sheet, two.code(), "Chủ trì", "Sở Lạ");
            });
    send(office, "/nhiem-vu/nhap", sent);
    assertThat(office.locator("[role=alert]").innerText())
        .contains("Nhiệm vụ!H", "31/02/2020", "Nhiệm vụ!E", "Sở Lạ");
    assertThat(office.locator("form[action$='/ghi']").count()).isZero();
    Browser.look(office, "sheet-problems");
    Download back = office.waitForDownload(() -> office.click("a[href$='/loi']"));
    SheetWorld.edited(
        Files.readAllBytes(back.path()),
        sheet -> {
          XSSFRow row = SheetWorld.row(sheet, "Mã", one.code());
          assertThat(row.getCell(SheetWorld.column(sheet, "Chỗ phải sửa")).getStringCellValue())
              .contains("31/02/2020");
        });
    office.click("form[action$='/bo'] button");
    assertThat(office.locator("main").innerText()).doesNotContain("Bảng đang chờ xem");
  }

  @Test
  @Order(2)
  void whatBothChangedIsChosenRowByRowAndWrittenTogether() throws IOException {
    byte[] sent =
        exported(
            office,
            "/nhiem-vu",
            sheet -> {
              SheetWorld.type(sheet, one.code(), "Hạn ghi trong nhiệm vụ", "30/09/2020");
              SheetWorld.type(sheet, two.code(), "Phối hợp", "Kho bạc Nhà nước tỉnh");
            });
    leader.navigate(province.address("/nhiem-vu/" + one.id() + "/sua"));
    leader.fill("#on", "05/10/2020");
    leader.fill("#why", "theo ý kiến cuộc họp");
    leader.click("main form .ac button");
    send(office, "/nhiem-vu/nhap", sent);
    assertThat(office.locator(".bcf").innerText())
        .contains("Lãnh đạo mẫu", "25/09/2020", "30/09/2020", "05/10/2020");
    assertThat(office.locator("form[action$='/ghi']").count()).isZero();
    Browser.look(office, "sheet-conflict");
    // A lost connection loses nothing: the sheet waits under the form.
    office.navigate(province.address("/nhiem-vu/nhap"));
    Browser.look(office, "sheet-form");
    office.click("a:has-text('bang.xlsx')");
    office.locator(".cfk input").first().check();
    office.click("form[action$='/chon'] button");
    assertThat(office.locator(".cfk input").first().isChecked()).isTrue();
    office.fill("#ly-do", "theo bảng rà soát");
    office.click("form[action$='/ghi'] button");
    assertThat(office.locator("h1").innerText()).contains("Nhập từ bảng Excel");
    assertThat(office.locator("table").innerText())
        .contains("05/10/2020", "30/09/2020", "Kho bạc Nhà nước tỉnh");
    Browser.look(office, "sheet-written");
    assertThat(world.task(one.id()).version()).isEqualTo(3);
  }

  @Test
  @Order(3)
  void bodyReportsWithItsSheetOnAPhone() throws IOException {
    department.navigate(province.address("/nhiem-vu/phan?trang-thai=new&den=30/9/2020"));
    Browser.look(department, "duties-390");
    byte[] sent =
        exported(
            department,
            "/nhiem-vu/phan",
            sheet -> {
              SheetWorld.type(sheet, one.code(), "Báo cáo mới", "Đã tính ba phương án");
              SheetWorld.type(sheet, two.code(), "Việc ghi nhận", "Báo hoàn thành");
              SheetWorld.type(sheet, two.code(), "Báo cáo mới", "Đã trình");
              SheetWorld.type(sheet, two.code(), "Số, ký hiệu văn bản", "Tờ trình 412/TTr-SKHĐT");
            });
    send(department, "/nhiem-vu/phan/nhap", sent);
    assertThat(department.locator("main").innerText()).contains("Báo hoàn thành: Đã trình");
    Browser.look(department, "sheet-duties-390");
    department.click("form[action$='/ghi'] button");
    assertThat(department.locator("main").innerText()).contains("Đã ghi nhận 2 việc");
    Browser.look(department, "sheet-recorded-390");
  }

  @Test
  @Order(4)
  void headOfTheSheetSaysWhatItWasNarrowedTo() throws IOException {
    office.navigate(
        province.address(
            "/nhiem-vu?vai=chu-tri&den=30/09/2020&tim=mẫu&co-quan=" + world.body(PLANNING)));
    Download file = office.waitForDownload(() -> office.click("a[href*='/nhiem-vu/xuat']"));
    SheetWorld.edited(
        Files.readAllBytes(file.path()),
        sheet ->
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                .contains(PLANNING + " chủ trì", "hạn đến 30/09/2020", "có chữ “mẫu”"));
    Browser.look(leader, "correct-390");
    leader.navigate(province.address("/nhiem-vu/nhap"));
    Browser.look(leader, "sheet-form-390");
  }

  private static byte[] exported(Page page, String list, Consumer<XSSFSheet> edit)
      throws IOException {
    page.navigate(province.address(list));
    Download file = page.waitForDownload(() -> page.click("a[href*='" + list + "/xuat']"));
    return SheetWorld.edited(Files.readAllBytes(file.path()), edit);
  }

  private static void send(Page page, String form, byte[] bytes) {
    page.navigate(province.address(form));
    page.setInputFiles("#tep", new FilePayload("bang.xlsx", SHEET, bytes));
    page.click("main form .ac button");
  }
}
