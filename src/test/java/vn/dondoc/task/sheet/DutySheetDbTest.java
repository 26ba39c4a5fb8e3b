package vn.dondoc.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.task.sheet.SheetWorld.edited;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.Task;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.task.life.State;
import vn.dondoc.testing.Province;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** The sheet of duties: the body that owes reports in it, the office sets days. */
class DutySheetDbTest {
  private static final String PLANNING = "Sở Kế hoạch và Đầu tư";
  private static final String FINANCE = "Sở Tài chính";
  private static final LocalDate OCTOBER_5 = LocalDate.of(2020, 10, 5);
  private static Province province;
  private static SheetWorld world;
  private static SheetImports imports;
  private static Actor office;
  private static Actor planning;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = SheetWorld.in(province);
    imports = province.server().door(SheetImports.class);
    office = world.office(801);
    planning = world.doer(world.body(PLANNING));
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void bodyReportsOnManyDutiesWithOneSheet() {
    Task one = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task two = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    long id =
        stage(
            planning,
            sheet(one, two),
            sheet -> {
              type(sheet, one, "Báo cáo mới", "Đã tính ba phương án");
              type(sheet, two, "Việc ghi nhận", "báo hoàn thành");
              type(sheet, two, "Báo cáo mới", "Đã trình");
              type(sheet, two, "Số, ký hiệu văn bản", "Tờ trình 412/TTr-SKHĐT");
            });
    SheetPlan plan = plan(planning, id);
    assertThat(told(plan)).isEmpty();
    assertThat(plan.changes()).hasSize(2);
    commit(planning, id, "");
    assertThat(world.duty(one.id(), PLANNING).state()).isEqualTo(State.ACTIVE);
    assertThat(world.duty(two.id(), PLANNING).state()).isEqualTo(State.REPORTED);
    assertThat(Acting.call(planning, () -> imports.recorded(id)))
        .extracting(StagedStore.Recorded::code, StagedStore.Recorded::words)
        .contains(org.assertj.core.groups.Tuple.tuple(two.code(), "Đã trình"));
  }

  @Test
  void whoIsOvertakenWhileTheSheetIsWrittenIsToldSo() throws Exception {
    Task one = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task two = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    long id =
        stage(
            planning,
            sheet(one, two),
            sheet -> {
              type(sheet, one, "Báo cáo mới", "Đã tính ba phương án");
              type(sheet, two, "Báo cáo mới", "Đang rà soát");
            });
    try (Connection other = province.server().database().owner().getConnection()) {
      other.setAutoCommit(false);
      try (Statement faster = other.createStatement()) {
        faster.executeUpdate(
            "insert into task.fact (duty_id, step, kind, on_day, by_account, by_name) values ("
                + world.duty(one.id(), PLANNING).id()
                + ", 1, 'receive', '2020-08-14', 1, 'mẫu')");
      }
      CompletableFuture<Void> written = CompletableFuture.runAsync(() -> commit(planning, id, ""));
      while (!world
          .owner()
          .sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock')")
          .query(Boolean.class)
          .single()) {
        Thread.sleep(20);
      }
      other.commit();
      assertThatThrownBy(written::join)
          .hasCauseInstanceOf(Refusal.class)
          .hasMessageContaining("task.refusal.life.changed");
    }
    assertThat(world.duty(two.id(), PLANNING).state()).isEqualTo(State.NEW);
  }

  @Test
  void rowOnAnothersDutyIsRefusedByName() {
    Task shared = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING, FINANCE);
    Duty other = world.duty(shared.id(), FINANCE);
    long id =
        stage(
            planning,
            sheet(shared),
            sheet -> type(sheet, other, "Báo cáo mới", "xong thay cho Sở Tài chính"));
    assertThat(told(plan(planning, id)))
        .singleElement()
        .asString()
        .contains("Phần việc!F", shared.code(), FINANCE);
    assertThatThrownBy(() -> commit(planning, id, "")).isInstanceOf(Refusal.class);
    assertThat(world.duty(shared.id(), FINANCE).state()).isEqualTo(State.NEW);
  }

  @Test
  void everyRuleOfADutyHoldsInTheSheetAndEveryProblemIsTold() {
    Task one = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task two = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task three = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task four = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task stranger = world.give(Due.by(SheetWorld.SEPTEMBER_25), FINANCE);
    long id =
        stage(
            planning,
            sheet(one, two, three, four, stranger),
            sheet -> {
              type(sheet, one, "Việc ghi nhận", "Báo hoàn thành");
              type(sheet, one, "Báo cáo mới", "xong");
              type(sheet, two, "Hạn hiện tại", "30/09/2020");
              type(sheet, three, "Việc ghi nhận", "xác nhận hộ");
              type(sheet, four, "Hạn hiện tại", "31/02/2021");
              type(sheet, stranger, "Báo cáo mới", "xong");
            });
    assertThat(String.join("\n", told(plan(planning, id))))
        .contains("Báo cáo hoàn thành cần minh chứng")
        .contains("chỉ Văn phòng hoặc lãnh đạo UBND tỉnh đổi ngày")
        .contains("không có việc ghi nhận “xác nhận hộ”")
        .contains("“31/02/2021” không phải một ngày có thật")
        .contains("không có phần việc số");
    assertThat(world.duty(one.id(), PLANNING).state()).isEqualTo(State.NEW);
  }

  @Test
  void officeSetsDaysWithAReasonAndNobodyIsOverwritten() {
    Task one = world.give(Due.none(), PLANNING);
    Task two = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    byte[] out = sheet(one, two);
    Duty seen = world.duty(two.id(), PLANNING);
    Acting.as(
        world.office(802),
        () ->
            province
                .server()
                .door(Duties.class)
                .record(seen.id(), Deed.until(FactKind.SET_DATE, 0, OCTOBER_5, "theo văn bản")));
    long id =
        stage(
            office,
            out,
            sheet -> {
              type(sheet, one, "Hạn hiện tại", "30/09/2020");
              type(sheet, two, "Hạn hiện tại", "30/09/2020");
            });
    SheetPlan plan = plan(office, id);
    assertThat(plan.changes()).hasSize(1);
    PlannedRow conflict = plan.conflicts().getFirst();
    assertThat(conflict.fields())
        .containsExactly(
            new PlannedRow.Field(
                "task.column.due_now", "25/09/2020", "30/09/2020", "05/10/2020", "Phần việc!D5"));
    assertThat(Objects.requireNonNull(conflict.moved()).by()).isEqualTo("Văn phòng mẫu 802");
    Acting.as(
        office,
        () ->
            imports.choose(
                id, Map.of(conflict.number(), new StagedStore.Choice(conflict.seen(), true))));
    assertThatThrownBy(() -> commit(office, id, " ")).hasMessageContaining("no_why");
    assertThat(world.duty(one.id(), PLANNING).due()).isNull();
    commit(office, id, "theo Thông báo 12/TB-UBND");
    LocalDate september30 = LocalDate.of(2020, 9, 30);
    assertThat(world.duty(one.id(), PLANNING).due()).isEqualTo(september30);
    assertThat(world.duty(two.id(), PLANNING).due()).isEqualTo(september30);
  }

  @Test
  void rowWhoseDutyWasClosedMeanwhileCanOnlyKeepWhatStands() {
    Task task = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task other = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    byte[] out = sheet(task, other);
    Duty seen = world.duty(task.id(), PLANNING);
    Duties duties = province.server().door(Duties.class);
    Acting.as(planning, () -> duties.record(seen.id(), Deed.report(0, "xong", "BC 1")));
    Acting.as(office, () -> duties.record(seen.id(), Deed.of(FactKind.CONFIRM, 1, "")));
    long id =
        stage(
            planning,
            out,
            sheet -> {
              type(sheet, task, "Báo cáo mới", "đang làm");
              type(sheet, other, "Báo cáo mới", "đang làm");
            });
    PlannedRow conflict = plan(planning, id).conflicts().getFirst();
    assertThat(conflict.obstacle()).contains("hoàn thành");
    Acting.as(
        planning,
        () ->
            imports.choose(
                id, Map.of(conflict.number(), new StagedStore.Choice(conflict.seen(), true))));
    assertThat(told(plan(planning, id))).hasSize(1);
    Acting.as(
        planning,
        () ->
            imports.choose(
                id, Map.of(conflict.number(), new StagedStore.Choice(conflict.seen(), false))));
    commit(planning, id, "");
    assertThat(world.duty(task.id(), PLANNING).state()).isEqualTo(State.DONE);
    assertThat(world.duty(other.id(), PLANNING).state()).isEqualTo(State.ACTIVE);
  }

  private static byte[] sheet(Task... tasks) {
    List<SheetColumn<Duty>> columns = new ArrayList<>();
    for (SheetColumn<Object> wanted : DutySheet.wanted(Texts.in(Language.VI))) {
      columns.add(new SheetColumn<>(wanted.key(), wanted.title(), duty -> value(wanted, duty)));
    }
    SheetHead head = new SheetHead("Phần việc", "Phần việc", "", "", "");
    List<Duty> all = Arrays.stream(tasks).flatMap(t -> world.duties(t.id()).stream()).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Sheets.write(out, head, columns, all.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static @org.jspecify.annotations.Nullable Object value(
      SheetColumn<Object> column, Duty duty) {
    return switch (column.key()) {
      case DutySheet.DUTY -> duty.id();
      case DutySheet.STEP -> duty.step();
      case DutySheet.CODE -> duty.taskCode();
      case DutySheet.DUE -> duty.due();
      default -> null;
    };
  }

  private static void type(XSSFSheet sheet, Task task, String title, String words) {
    SheetWorld.type(sheet, task.code(), title, words);
  }

  private static void type(XSSFSheet sheet, Duty duty, String title, String words) {
    XSSFRow row = SheetWorld.row(sheet, "Số phần việc", Long.toString(duty.id()));
    row.createCell(SheetWorld.column(sheet, title)).setCellValue(words);
  }

  private static long stage(
      Actor actor, byte[] bytes, java.util.function.Consumer<XSSFSheet> edit) {
    byte[] sent = edited(bytes, edit);
    return Acting.call(actor, () -> imports.stage(SheetKind.DUTY, "phan-viec.xlsx", sent));
  }

  private static SheetPlan plan(Actor actor, long id) {
    return Acting.call(actor, () -> imports.plan(id, world.page(actor)));
  }

  private static void commit(Actor actor, long id, String why) {
    Acting.as(actor, () -> imports.commit(id, why, world.page(actor)));
  }

  private static List<String> told(SheetPlan plan) {
    Texts texts = Texts.in(Language.VI);
    return plan.problems().stream().map(p -> texts.tell(p.problem())).toList();
  }
}
