package vn.dondoc.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.Due;
import vn.dondoc.task.Task;
import vn.dondoc.task.head.HeadWorld;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.testing.Province;

/** The sheet of tasks between several people, over HTTP. */
class SheetPageTest {
  private static final String PLANNING = "Sở Kế hoạch và Đầu tư";
  private static final LocalDate OCTOBER_5 = LocalDate.of(2020, 10, 5);
  private static Province province;
  private static SheetWorld world;
  private static HeadWorld people;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = SheetWorld.in(province);
    people = HeadWorld.in(province);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void secondOfTwoPeopleIsToldByCellWhatBothWrote() {
    Task one = given();
    Task two = given();
    byte[] sheet = people.person("van-phong").file("/nhiem-vu/xuat");
    String first =
        send(
            "van-phong",
            sheet,
            edited -> SheetWorld.type(edited, one.code(), "Việc", "việc người thứ nhất viết"));
    assertThat(write("van-phong", first).statusCode()).isEqualTo(302);
    assertThat(world.task(one.id()).content().wording().action())
        .isEqualTo("việc người thứ nhất viết");
    String second =
        send(
            "van-phong-hai",
            sheet,
            edited -> {
              SheetWorld.type(edited, one.code(), "Việc", "việc người thứ hai viết");
              SheetWorld.type(edited, two.code(), "Nếu không làm", "kiểm điểm");
            });
    String report = people.person("van-phong-hai").get(second).body();
    int row = rowOf(sheet, one);
    assertThat(report)
        .contains("Cả hai bên cùng sửa: 1 dòng, còn 1 dòng chưa chọn")
        .contains("Văn phòng một đã sửa lúc")
        .contains("Nhiệm vụ!D" + row)
        .contains(
            one.content().wording().action(),
            "<b>việc người thứ hai viết</b>",
            "<b>việc người thứ nhất viết</b>");
    // While it is not decided nothing of the sheet is written, the row nobody touched included.
    assertThat(write("van-phong-hai", second).statusCode()).isEqualTo(422);
    assertThat(world.task(one.id()).version()).isEqualTo(2);
    assertThat(world.task(two.id()).version()).isEqualTo(1);
  }

  @Test
  void sheetTellsThePresentDeadlineBesideTheFirstAndReconcilesBoth() {
    Task task = given();
    set(task, OCTOBER_5);
    byte[] sheet = people.person("van-phong").file("/nhiem-vu/xuat");
    SheetWorld.edited(
        sheet,
        exported -> {
          assertThat(cell(exported, task, "Hạn ghi trong nhiệm vụ"))
              .isEqualTo(SheetWorld.SEPTEMBER_25);
          assertThat(cell(exported, task, "Hạn hiện tại")).isEqualTo(OCTOBER_5);
        });
    String same = people.person("van-phong").get(send("van-phong", sheet, edited -> {})).body();
    assertThat(same).contains("Bảng giống hệt danh sách hiện nay");
    // Typing over what is only looked at changes nothing, and is said.
    String typed =
        send(
            "van-phong",
            sheet,
            edited -> SheetWorld.type(edited, task.code(), "Hạn hiện tại", "12/12/2020"));
    assertThat(people.person("van-phong").get(typed).body())
        .contains("bảng ghi hạn hiện tại của " + task.code() + " là “12/12/2020”")
        .contains("hệ thống đang ghi 05/10/2020");
    // A day granted after the sheet went out is not undone by it unseen.
    set(task, OCTOBER_5.plusDays(10));
    String moved =
        send(
            "van-phong",
            sheet,
            edited -> SheetWorld.type(edited, task.code(), "Hạn ghi trong nhiệm vụ", "30/09/2020"));
    assertThat(people.person("van-phong").get(moved).body())
        .contains("hạn hiện tại nay là 15/10/2020")
        .contains("<b>30/09/2020</b>", "<b>15/10/2020</b>");
    assertThat(write("van-phong", moved).statusCode()).isEqualTo(422);
    assertThat(world.duty(task.id(), PLANNING).due()).isEqualTo(OCTOBER_5.plusDays(10));
  }

  @Test
  void workThatIsDoneIsNotToldAsLateInTheSheet() {
    Task task = given();
    Duty duty = world.duty(task.id(), PLANNING);
    Duties duties = world.door(Duties.class);
    Acting.as(
        world.doer(duty.bodyId()),
        () -> duties.record(duty.id(), Deed.report(0, "xong", "Báo cáo 1/BC")));
    people.standOn(LocalDate.of(2020, 12, 1));
    try {
      byte[] sheet = people.person("van-phong").file("/nhiem-vu/xuat");
      SheetWorld.edited(
          sheet,
          exported -> {
            int column = SheetWorld.column(exported, "Thời hạn");
            assertThat(
                    SheetWorld.row(exported, "Mã", task.code())
                        .getCell(column)
                        .getStringCellValue())
                .doesNotContain("quá hạn");
          });
    } finally {
      people.standOn(LocalDate.of(2020, 8, 14));
    }
  }

  private static Task given() {
    return world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
  }

  private static void set(Task task, LocalDate day) {
    Duty duty = world.duty(task.id(), PLANNING);
    Deed deed = Deed.until(FactKind.SET_DATE, duty.step(), day, "theo cuộc họp");
    Acting.as(world.office(801), () -> world.door(Duties.class).record(duty.id(), deed));
  }

  /** Sends an edited sheet; the address it waits under. */
  private static String send(String login, byte[] sheet, Consumer<XSSFSheet> edit) {
    HttpResponse<String> answer =
        people
            .person(login)
            .upload(
                "/nhiem-vu/nhap",
                Map.of("_csrf", people.token(login)),
                "tep",
                Map.of("bang.xlsx", SheetWorld.edited(sheet, edit)));
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("^https?://[^/]+", "");
  }

  private static HttpResponse<String> write(String login, String sheet) {
    return people.post(login, sheet + "/ghi", Map.of("ly-do", "theo bảng rà soát"));
  }

  private static int rowOf(byte[] sheet, Task task) {
    int[] row = {0};
    SheetWorld.edited(
        sheet, book -> row[0] = SheetWorld.row(book, "Mã", task.code()).getRowNum() + 1);
    return row[0];
  }

  private static LocalDate cell(XSSFSheet sheet, Task task, String title) {
    return SheetWorld.row(sheet, "Mã", task.code())
        .getCell(SheetWorld.column(sheet, title))
        .getLocalDateTimeCellValue()
        .toLocalDate();
  }
}
