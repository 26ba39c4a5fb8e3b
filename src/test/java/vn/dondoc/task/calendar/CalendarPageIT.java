package vn.dondoc.task.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
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

/** The administrator enters and replaces years of the calendar. */
class CalendarPageIT {
  private static Province province;
  private static Browser browser;
  private static Page page;
  private static long serial;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    browser = Browser.open();
    page = province.signIn(browser.person(Browser.DESK), "quan-tri");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  void yearsAndTheirDaysAreShown() {
    standOn("2020-08-14");
    page.navigate(province.address("/lich-lam-viec"));
    assertThat(page.locator("h2#nam").innerText()).contains("2020");
    assertThat(page.locator("section[aria-labelledby=nam] tbody tr").count()).isEqualTo(10);
    assertThat(page.locator(".note-due").count()).isZero();
    Browser.look(page, "calendar-years");
    page.navigate(province.address("/lich-lam-viec/sua?nam=2020"));
    Browser.look(page, "calendar-edit");
    Page phone = province.signIn(browser.person(Browser.PHONE), "quan-tri");
    phone.navigate(province.address("/lich-lam-viec?nam=2024"));
    Browser.look(phone, "phone-calendar-years");
    phone.navigate(province.address("/lich-lam-viec/sua?nam=2024"));
    Browser.look(phone, "phone-calendar-edit");
  }

  @Test
  void fromOctoberEveryPageAsksForNextYearAndTheYearIsEnteredWithItsEffectShown() {
    standOn("2026-09-30");
    page.navigate(province.address("/lich-lam-viec"));
    assertThat(page.locator(".note-due").count()).isZero();
    standOn("2026-12-28");
    page.navigate(province.address("/viec-cua-toi"));
    assertThat(page.locator("nav").first().innerText()).contains("Lịch làm việc");
    assertThat(page.content()).contains("1 năm chưa nhập lịch");
    page.navigate(province.address("/lich-lam-viec"));
    assertThat(page.locator(".note-due").innerText()).contains("Lịch năm 2027 chưa được nhập");
    long task = give(within(5), "Sở Tài chính");
    page.navigate(province.address("/nhiem-vu/" + task));
    assertThat(page.locator(".note-due").first().innerText())
        .contains("Hạn 04/01/2027", "lịch nghỉ lễ, Tết năm 2027 chưa được nhập");
    page.navigate(province.address("/lich-lam-viec/sua?nam=2027"));
    Locator days = page.locator("input[name=day]");
    assertThat(days.first().inputValue()).isEqualTo("01/01/2027");
    // Half entered: New Year's day is taken out again.
    days.first().fill("");
    page.locator("input[name=name]").first().fill("");
    page.locator("form[action$='/xem'] button").click();
    assertThat(page.locator("[role=alert]").innerText())
        .contains("Thiếu ngày nghỉ Tết Dương lịch 01/01/2027");
    Browser.look(page, "calendar-refused");
    page.locator("input[name=day]").last().fill("01/01/2027");
    page.locator("input[name=name]").last().fill("Tết Dương lịch");
    page.locator("form[action$='/xem'] button").click();
    assertThat(page.locator("section[aria-labelledby=han] tbody tr").innerText())
        .contains("04/01/2027", "05/01/2027", "Sở Tài chính");
    Browser.look(page, "calendar-preview");
    page.fill("#why", "Thông báo mẫu nghỉ Tết 2027");
    page.locator("form[action$='/ghi'] button").click();
    assertThat(page.content()).contains("Đã ghi lịch năm 2027; 1 thời hạn được tính lại.");
    page.navigate(province.address("/nhiem-vu/" + task));
    assertThat(page.locator("main").innerText())
        .contains("05/01/2027", "Thông báo mẫu nghỉ Tết 2027");
    assertThat(page.content()).doesNotContain("chưa được nhập");
    assertThat(audited()).contains("2027");
  }

  @Test
  void aSheetGoesOutIsEditedAndComesBackWithItsProblemsByCell() throws IOException {
    standOn("2020-08-14");
    page.navigate(province.address("/lich-lam-viec?nam=2021"));
    Path sheet = exported();
    edit(sheet, rows -> rows.getRow(rows.getLastRowNum()).getCell(0).setCellValue("31/02/2021"));
    sendSheet(sheet);
    assertThat(page.locator("[role=alert]").innerText())
        .contains("Năm 2021!A14: “31/02/2021” không phải là ngày");
    edit(sheet, rows -> rows.getRow(rows.getLastRowNum()).getCell(0).setCellValue("03/09/2021"));
    edit(
        sheet,
        rows -> {
          Row added = rows.createRow(rows.getLastRowNum() + 1);
          added.createCell(0).setCellValue("20/08/2021");
          added.createCell(1).setCellValue("Nghỉ hoán đổi");
          added.createCell(2).setCellValue("Hoán đổi mẫu");
        });
    sendSheet(sheet);
    assertThat(page.locator("[role=alert]").innerText())
        .contains("20/08/2021", "không có ngày hoán đổi");
    edit(
        sheet,
        rows -> {
          Row added = rows.createRow(rows.getLastRowNum() + 1);
          added.createCell(0).setCellValue("28/08/2021");
          added.createCell(1).setCellValue("Làm bù");
          added.createCell(2).setCellValue("Hoán đổi mẫu");
        });
    sendSheet(sheet);
    assertThat(page.locator("section[aria-labelledby=doi] tbody tr").allInnerTexts())
        .hasSize(2)
        .anyMatch(row -> row.contains("20/08/2021") && row.contains("Nghỉ hoán đổi"));
    page.fill("#why", "Thông báo mẫu");
    page.locator("form[action$='/ghi'] button").click();
    assertThat(page.locator("section[aria-labelledby=nam] tbody tr").count()).isEqualTo(13);
    // Nothing is left of half a sheet, and a file that is none says so.
    Path none = Files.createTempFile("lich", ".xlsx");
    Files.writeString(none, "không phải bảng tính");
    page.navigate(province.address("/lich-lam-viec/sua?nam=2021"));
    sendSheet(none);
    assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    page.navigate(province.address("/lich-lam-viec?nam=2021"));
    assertThat(page.locator("section[aria-labelledby=nam] tbody tr").count()).isEqualTo(13);
  }

  private static Path exported() throws IOException {
    Download download =
        page.waitForDownload(() -> page.locator("a[href*='/lich-lam-viec/xuat']").first().click());
    Path sheet = Files.createTempFile("lich", ".xlsx");
    download.saveAs(sheet);
    return sheet;
  }

  private interface Edit {
    void on(XSSFSheet rows);
  }

  private static void edit(Path sheet, Edit edit) throws IOException {
    byte[] bytes = Files.readAllBytes(sheet);
    try (InputStream in = new java.io.ByteArrayInputStream(bytes);
        XSSFWorkbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(sheet)) {
      edit.on(book.getSheetAt(0));
      book.write(out);
    }
  }

  private static void sendSheet(Path sheet) {
    if (!page.url().contains("/lich-lam-viec/sua")) {
      page.navigate(province.address("/lich-lam-viec/sua?nam=2021"));
    }
    page.locator("#tep").setInputFiles(sheet);
    page.locator("form[action$='/nhap'] button").click();
  }

  private static Due within(int days) {
    return new Due(
        Due.Kind.RELATIVE, null, null, null, null, null, days, "working_day", null, null, false);
  }

  private static long give(Due due, String body) {
    NewTask task =
        new NewTask(
            new SourceReference("test", 5, "lich-" + serial++, List.of("1")),
            1,
            new Wording("báo cáo kết quả rà soát", "báo cáo kết quả rà soát", null, null),
            due,
            List.of(new Party(province.body(body).id(), Party.Part.LEAD, body)));
    return Acting.call(
        Actor.system("test"), () -> province.server().door(Tasks.class).create(task));
  }

  private static String audited() {
    return String.join(
        " ",
        JdbcClient.create(province.server().database().owner())
            .sql("select subject_id from audit.entry where act = 'task.calendar'")
            .query(String.class)
            .list());
  }

  private static void standOn(String day) {
    JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = :day::date")
        .param("day", day)
        .update();
  }
}
