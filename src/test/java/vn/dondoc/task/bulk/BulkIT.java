package vn.dondoc.task.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.task.Due;
import vn.dondoc.task.sheet.SheetWorld;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/** The office changes many tasks in a browser: chosen, looked at, written, taken back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulkIT {
  private static final String PLANNING = "Sở Kế hoạch và Đầu tư";
  private static Province province;
  private static Browser browser;
  private static Page office;
  private static Page phone;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    SheetWorld world = SheetWorld.in(province);
    for (int day = 20; day < 24; day++) {
      world.give(Due.by(LocalDate.of(2020, 9, day)), PLANNING, "Sở Tài chính");
    }
    world.give(Due.none(), "Kho bạc Nhà nước tỉnh");
    browser = Browser.open();
    office = province.signIn(browser.person(Browser.DESK), "van-phong");
    phone = province.signIn(browser.person(Browser.PHONE), "van-phong-hai");
  }

  @AfterAll
  static void close() {
    browser.close();
    province.close();
  }

  @Test
  @Order(1)
  void chosenRowsAreShiftedAfterAPreviewAndTakenBack() {
    office.navigate(province.address("/nhiem-vu?xep=ma"));
    Browser.look(office, "bulk-list");
    // The keyboard alone is enough.
    office.locator("input[name=chon]").nth(0).focus();
    office.keyboard().press("Space");
    office.locator("input[name=chon]").nth(1).check();
    office.locator("input[name=chon]").nth(4).check();
    office.click(".bka button >> nth=0");
    assertThat(office.locator("h1").innerText()).isEqualTo("Sửa hàng loạt");
    Browser.look(office, "bulk-form");
    office.check("#viec-shift");
    office.fill("#so-ngay", "0");
    office.click("main form .ac button");
    assertThat(office.locator("[role=alert]").innerText()).contains("Số ngày dời “0”");
    office.fill("#so-ngay", "10");
    office.click("main form .ac button");
    assertThat(office.locator(".lead2").innerText()).contains("2 nhiệm vụ sẽ đổi, 1 giữ nguyên");
    assertThat(office.locator("table").innerText()).contains("20/09/2020", "30/09/2020");
    Browser.look(office, "bulk-preview");
    office.fill("#ly-do", "chờ số liệu của Kho bạc");
    office.click(".narrow .btn-primary");
    assertThat(office.locator(".note-ok").innerText()).contains("2 nhiệm vụ");
    Browser.look(office, "bulk-batch");
    office.fill("#ly-do", "dời nhầm");
    office.click("form[action$='hoan-tac'] button");
    assertThat(office.locator("h1").innerText()).contains("Hoàn tác");
    assertThat(office.locator(".note-due").count()).as("every task was taken back").isZero();
    assertThat(office.locator("table").innerText()).contains("30/09/2020", "20/09/2020");
    office.navigate(province.address("/nhiem-vu/dot"));
    assertThat(office.locator("table").innerText()).contains("đã hoàn tác", "dời nhầm");
    Browser.look(office, "bulk-batches");
  }

  @Test
  @Order(2)
  void everythingTheFilterFindsIsGivenAnotherLeadOnAPhone() {
    phone.navigate(province.address("/nhiem-vu?tim=việc mẫu"));
    Browser.look(phone, "bulk-list-390");
    phone.click("button[name=tat-ca]");
    phone.check("#viec-replace_lead");
    phone.selectOption(
        "#tu", new com.microsoft.playwright.options.SelectOption().setLabel(PLANNING));
    phone.fill("#thanh", "Sở Không Có");
    phone.click("main form .ac button");
    assertThat(phone.locator("[role=alert]").innerText()).contains("Sở Không Có");
    Browser.look(phone, "bulk-form-390");
    phone.fill("#thanh", "Sở Xây dựng");
    phone.click("main form .ac button");
    assertThat(phone.locator(".lead2").innerText()).contains("4 nhiệm vụ sẽ đổi, 1 giữ nguyên");
    Browser.look(phone, "bulk-preview-390");
    phone.fill("#ly-do", "Sở đổi tên");
    phone.click(".narrow .btn-primary");
    assertThat(phone.locator("table").innerText()).contains("Sở Xây dựng");
    Browser.look(phone, "bulk-batch-390");
  }

  @Test
  @Order(3)
  void whoComesSecondIsToldWhichTaskMoved() {
    office.navigate(province.address("/nhiem-vu?xep=ma"));
    office.locator("input[name=chon]").nth(0).check();
    office.click(".bka button >> nth=0");
    office.check("#viec-consequence");
    office.fill("#he-qua", "kiểm điểm trước UBND tỉnh");
    office.click("main form .ac button");
    phone.navigate(province.address("/nhiem-vu?xep=ma"));
    phone.locator("input[name=chon]").nth(0).check();
    phone.click(".bka button >> nth=0");
    phone.check("#viec-due_on");
    phone.fill("#ngay", "05/10/2020");
    phone.click("main form .ac button");
    phone.fill("#ly-do", "trước");
    phone.click(".narrow .btn-primary");
    office.fill("#ly-do", "sau");
    office.click(".narrow .btn-primary");
    assertThat(office.locator("[role=alert]").innerText())
        .contains("NV-2020-0001", "Văn phòng hai");
    assertThat(office.inputValue("#ly-do")).isEqualTo("sau");
    // What it shows now is what stands; sent again it is written.
    office.click(".narrow .btn-primary");
    assertThat(office.locator(".note-ok").innerText()).contains("1 nhiệm vụ");
    office.navigate(province.address("/nhiem-vu/dot"));
    office.locator("tbody th a").nth(1).click();
    assertThat(office.locator("main").innerText()).contains("đã được sửa sau đợt này");
    Browser.look(office, "bulk-kept");
    assertThat(
            JdbcClient.create(province.server().database().owner())
                .sql("select count(*) from audit.entry where act = 'task.batch'")
                .query(Integer.class)
                .single())
        .isEqualTo(5);
  }
}
