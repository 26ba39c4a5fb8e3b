package vn.dondoc.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dondoc.task.sheet.SheetWorld.edited;
import static vn.dondoc.task.sheet.SheetWorld.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.agency.Bodies;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.DueText;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskLine;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.task.bulk.Batches;
import vn.dondoc.task.bulk.TaskWords;
import vn.dondoc.task.life.DueNow;
import vn.dondoc.testing.CountedStatements;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.web.Page;

/** The sheet of tasks goes out, is edited, and comes back. */
class TaskSheetDbTest {
  private static final CountedStatements COUNTED = new CountedStatements();
  private static final String PLANNING = "Sở Kế hoạch và Đầu tư";
  private static final String FINANCE = "Sở Tài chính";
  private static Province province;
  private static SheetWorld world;
  private static SheetImports imports;
  private static Actor office;
  private static Page page;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020(Server.start(TestDatabase.ofProvince(), COUNTED));
    world = SheetWorld.in(province);
    imports = province.server().door(SheetImports.class);
    office = world.office(801);
    page = world.page(office);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void sheetThatCameBackAsItWentChangesNothing() {
    byte[] bytes =
        sheet(
            world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING, FINANCE),
            world.give(SheetWorld.monthly(), PLANNING),
            world.give(Due.none(), "UBND huyện Chi Lăng"));
    long id = stage(edited(bytes, sheet -> {}));
    SheetPlan plan = plan(id);
    assertThat(told(plan)).isEmpty();
    assertThat(plan.rows()).isEmpty();
    assertThat(plan.same()).isEqualTo(3);
    assertThatThrownBy(() -> commit(id))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nothing");
  }

  @Test
  void fileSavedByAnotherProgramSaysTheSame() {
    Task dated = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING, FINANCE);
    Task monthly = world.give(SheetWorld.monthly(), PLANNING);
    long id = stage(ForeignBook.copied(sheet(dated, monthly)));
    SheetPlan plan = plan(id);
    assertThat(told(plan)).isEmpty();
    assertThat(plan.rows()).isEmpty();
    assertThat(plan.same()).isEqualTo(2);
  }

  @Test
  void editsBecomeNewVersionsTogether() {
    Task dated = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING, FINANCE);
    Task undated = world.give(Due.none(), PLANNING);
    byte[] bytes =
        edited(
            sheet(dated, undated),
            sheet -> {
              type(sheet, dated.code(), "Việc", "việc đã viết lại");
              type(sheet, dated.code(), "Chủ trì", "Kho bạc Nhà nước tỉnh; sở kh-đt");
              type(sheet, dated.code(), "Phối hợp", "");
              type(sheet, dated.code(), "Hạn ghi trong nhiệm vụ", "30/9/2020");
              type(sheet, dated.code(), "Nếu không làm", "kiểm điểm trước UBND tỉnh");
              type(sheet, undated.code(), "Loại thời hạn", "Định kỳ");
              type(sheet, undated.code(), "Lặp lại", "hằng tháng");
              type(sheet, undated.code(), "Ngày trong kỳ", "25");
            });
    long id = stage(bytes);
    assertThat(told(plan(id))).isEmpty();
    assertThat(plan(id).changes()).hasSize(2);
    StagedSheet written = commit(id);
    NewTask now = world.task(dated.id()).content();
    assertThat(now.wording().action()).isEqualTo("việc đã viết lại");
    assertThat(now.wording().consequence()).isEqualTo("kiểm điểm trước UBND tỉnh");
    assertThat(now.due().lastDay()).isEqualTo(LocalDate.of(2020, 9, 30));
    assertThat(bodies(now, Party.Part.LEAD))
        .containsExactly(world.body("Kho bạc Nhà nước tỉnh"), world.body(PLANNING));
    assertThat(bodies(now, Party.Part.COORDINATE)).isEmpty();
    Due due = world.task(undated.id()).content().due();
    assertThat(List.of(due.kind(), due.every() + " " + due.day()))
        .containsExactly(Due.Kind.RECURRING, "month 25");
    assertThat(acts(dated)).contains("task.correct");
    assertThatThrownBy(() -> commit(id)).isInstanceOf(Refusal.class).hasMessageContaining("ended");
    // The whole import can be taken back.
    Acting.as(
        office,
        () ->
            province
                .server()
                .door(Batches.class)
                .undo(Objects.requireNonNull(written.batchId()), "nhập nhầm bảng"));
    assertThat(world.task(dated.id()).content()).isEqualTo(dated.content());
  }

  @Test
  void everyProblemIsToldAtOnceWithItsCellAndNothingIsWritten() {
    Task one = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task two = world.give(SheetWorld.monthly(), PLANNING);
    Task three = world.give(Due.none(), PLANNING);
    byte[] bytes =
        edited(
            sheet(one, two, three),
            sheet -> {
              type(sheet, one.code(), "Hạn ghi trong nhiệm vụ", "31/02/2020");
              type(sheet, one.code(), "Chủ trì", "Sở Không Có Trong Danh Bạ Nào Cả");
              type(sheet, one.code(), "Phối hợp", "Sở Kế hoạh và Đầu tư");
              type(sheet, two.code(), "Lặp lại", "hằng thàng");
              type(sheet, two.code(), "Việc", "");
              type(sheet, three.code(), "Loại thời hạn", "bao giờ xong thì xong");
              sheet.getRow(5).getCell(SheetWorld.column(sheet, "Bản")).setCellValue(9);
              var again = sheet.createRow(6);
              again.createCell(SheetWorld.column(sheet, "Mã")).setCellValue(one.code());
              again.createCell(SheetWorld.column(sheet, "Bản")).setCellValue(1);
              var stranger = sheet.createRow(7);
              stranger.createCell(SheetWorld.column(sheet, "Mã")).setCellValue("NV-2020-9999");
              var faulty = sheet.createRow(8).createCell(SheetWorld.column(sheet, "Việc"));
              faulty.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
              sheet.addMergedRegion(new CellRangeAddress(3, 4, 4, 4));
            });
    long id = stage(bytes);
    SheetPlan plan = plan(id);
    assertThat(String.join("\n", told(plan)))
        .contains("Nhiệm vụ!H4: “31/02/2020” không phải một ngày có thật")
        .contains("Nhiệm vụ!E4: danh bạ không có cơ quan “Sở Không Có Trong Danh Bạ Nào Cả”")
        .contains("Nhiệm vụ!F4: “Sở Kế hoạh và Đầu tư” chưa rõ", "Sở Kế hoạch và Đầu tư (")
        .contains("Nhiệm vụ!I5: không có chu kỳ “hằng thàng”", "“hằng tháng”")
        .contains("Nhiệm vụ!D5: chưa ghi việc phải làm")
        .contains("Nhiệm vụ!B6: “9” không phải một bản của " + three.code())
        .contains("Nhiệm vụ!A7: “" + one.code() + "” đã có ở ô Nhiệm vụ!A4")
        .contains("Nhiệm vụ!A8: không có nhiệm vụ mã “NV-2020-9999”")
        .contains("Nhiệm vụ!D9: công thức báo lỗi")
        .contains("Nhiệm vụ!A9: dòng chưa có mã")
        .contains("Nhiệm vụ!E4: vùng E4:E5 gộp ô");
    assertThatThrownBy(() -> commit(id)).isInstanceOf(Refusal.class);
    assertThat(world.task(one.id()).version()).isEqualTo(1);
    byte[] returned = Acting.call(office, () -> problems(id));
    edited(
        returned,
        sheet -> {
          int column = SheetWorld.column(sheet, "Chỗ phải sửa");
          assertThat(sheet.getRow(3).getCell(column).getStringCellValue())
              .contains("31/02/2020", "Sở Không Có Trong Danh Bạ Nào Cả");
          assertThat(sheet.getRow(7).getCell(column).getStringCellValue()).contains("NV-2020-9999");
        });
  }

  @Test
  void whatBothSidesChangedIsAskedRowByRow() {
    Task one = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task two = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    Task still = world.give(Due.by(SheetWorld.SEPTEMBER_25), PLANNING);
    byte[] bytes =
        edited(
            sheet(one, two, still),
            sheet ->
                List.of(one, two, still)
                    .forEach(t -> type(sheet, t.code(), "Hạn ghi trong nhiệm vụ", "30/09/2020")));
    correct(one, "việc người khác viết lại", SheetWorld.SEPTEMBER_25);
    correct(two, "việc mẫu", LocalDate.of(2020, 10, 5));
    long id = stage(bytes);
    SheetPlan plan = plan(id);
    assertThat(plan.conflicts()).hasSize(2);
    assertThat(plan.changes()).hasSize(1);
    PlannedRow second = plan.conflicts().getLast();
    assertThat(second.fields())
        .containsExactly(
            new PlannedRow.Field(
                "task.column.due", "25/09/2020", "30/09/2020", "05/10/2020", "Nhiệm vụ!H5"));
    assertThat(Objects.requireNonNull(second.moved()).by()).isEqualTo("Văn phòng mẫu 802");
    assertThatThrownBy(() -> commit(id))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("undecided");
    choose(id, plan.conflicts().getFirst(), true);
    choose(id, second, false);
    // A choice counts while the register stands as it was seen.
    correct(world.task(two.id()), "việc mẫu viết lần ba", LocalDate.of(2020, 10, 6));
    assertThat(plan(id).undecided()).isEqualTo(1);
    choose(id, plan(id).conflicts().getLast(), false);
    commit(id);
    assertThat(world.task(one.id()).content().wording().action())
        .isEqualTo("việc người khác viết lại");
    assertThat(world.task(one.id()).content().due().lastDay()).isEqualTo(LocalDate.of(2020, 9, 30));
    assertThat(world.task(two.id()).content().due().lastDay()).isEqualTo(LocalDate.of(2020, 10, 6));
    assertThat(world.task(still.id()).content().due().lastDay())
        .isEqualTo(LocalDate.of(2020, 9, 30));
  }

  @Test
  void waitingSheetIsSeenByWhoSentItAndByNobodyElse() {
    long id = stage(sheet(world.give(Due.none(), PLANNING)));
    Actor other = world.office(803);
    assertThatThrownBy(() -> Acting.as(other, () -> imports.one(id))).isInstanceOf(Refusal.class);
    assertThat(Acting.call(office, imports::waiting)).extracting(StagedSheet::id).contains(id);
    Acting.as(office, () -> imports.drop(id));
    assertThat(Acting.call(office, imports::waiting))
        .extracting(StagedSheet::id)
        .doesNotContain(id);
  }

  @Test
  void refusesFileThatLacksColumnsOrRowsOrIsNoSheet() {
    byte[] whole = sheet(world.give(Due.none(), PLANNING));
    byte[] without =
        edited(
            whole,
            sheet -> sheet.getRow(2).createCell(SheetWorld.column(sheet, "Bản")).setCellValue("x"));
    assertThatThrownBy(() -> stage(without)).hasMessageContaining("missing_columns");
    byte[] empty = edited(whole, sheet -> sheet.removeRow(sheet.getRow(3)));
    assertThatThrownBy(() -> stage(empty)).hasMessageContaining("no_rows");
    assertThatThrownBy(() -> stage(new byte[] {1, 2, 3})).isInstanceOf(Refusal.class);
  }

  @Test
  void tenThousandRowsTakeAsFewStatementsAsTheirBlocks() {
    world
        .owner()
        .sql(
            """
            with made as (
              insert into task.task (year, serial, source_kind, source_id, source_key, source_path,
                                     ordinal)
              select 2019, n, 'bulk', 1, n::text, '{1}', n from generate_series(1, 10000) n
              returning id, serial
            ), said as (
              insert into task.version (task_id, number, action, quote, due_kind, recorded_by,
                                        recorded_by_name)
              select id, 1, 'việc số ' || serial, 'việc', 'none', 1, 'mẫu' from made
              returning id, task_id
            )
            insert into task.party (version_id, task_id, body_id, part, as_written, ordinal)
            select id, task_id, :body, 'lead', 'mẫu', 1 from said
            """)
        .param("body", world.body(PLANNING))
        .update();
    List<Task> all = Acting.call(office, () -> world.door(Tasks.class).withCodes(codes(10_000)));
    assertThat(all).hasSize(10_000);
    byte[] bytes = sheet(all.toArray(Task[]::new));
    long[] id = {0};
    assertThat(COUNTED.during(() -> id[0] = stage(bytes))).isLessThan(40);
    int few = COUNTED.during(() -> plan(stage(sheet(all.getFirst()))));
    int many = COUNTED.during(() -> assertThat(plan(id[0]).same()).isEqualTo(10_000));
    assertThat(many).isLessThanOrEqualTo(few);
    Task extra = world.give(Due.none(), PLANNING);
    Task[] tooMany = Arrays.copyOf(all.toArray(Task[]::new), 10_001);
    tooMany[10_000] = extra;
    assertThatThrownBy(() -> stage(sheet(tooMany))).hasMessageContaining("too_many_rows");
  }

  private static List<String> codes(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(n -> "NV-2019-%04d".formatted(n))
        .toList();
  }

  private static List<Integer> bodies(NewTask task, Party.Part part) {
    return task.parties().stream().filter(p -> p.part() == part).map(Party::bodyId).toList();
  }

  private static void correct(Task task, String action, LocalDate day) {
    NewTask before = task.content();
    NewTask after =
        new NewTask(
            before.source(),
            before.ordinal(),
            new Wording(action, before.wording().quote(), null, null),
            Due.by(day),
            before.parties());
    Acting.as(
        world.office(802),
        () -> world.door(Tasks.class).correct(task.id(), task.version(), after, "sửa trước"));
  }

  static byte[] sheet(Task... given) {
    TaskWords words =
        Acting.call(
            office,
            () ->
                TaskWords.of(
                    Arrays.stream(given).map(Task::content).toList(),
                    province.server().door(Bodies.class),
                    page));
    List<SheetColumn<TaskLine>> columns = TaskSheet.columns(page);
    Map<Long, DueNow> dues = world.dues(given);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Sheets.write(
          out,
          TaskSheet.head(page, "mọi nhiệm vụ"),
          columns,
          Arrays.stream(given).map(task -> line(task, words, dues.get(task.id()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static TaskLine line(Task task, TaskWords words, @Nullable DueNow now) {
    return new TaskLine(
        task,
        names(words, task, Party.Part.LEAD),
        List.of(),
        names(words, task, Party.Part.COORDINATE),
        DueText.of(task.content().due(), page),
        now == null ? null : now.due());
  }

  private static List<String> names(TaskWords words, Task task, Party.Part part) {
    return List.of(words.bodies(task.content(), part).split("; "));
  }

  private static long stage(byte[] bytes) {
    return Acting.call(office, () -> imports.stage(SheetKind.TASK, "nhiem-vu.xlsx", bytes));
  }

  private static SheetPlan plan(long id) {
    return Acting.call(office, () -> imports.plan(id, page));
  }

  private static StagedSheet commit(long id) {
    return Acting.call(office, () -> imports.commit(id, "theo bảng rà soát", page));
  }

  private static void choose(long id, PlannedRow row, boolean sheet) {
    Acting.as(
        office,
        () -> imports.choose(id, Map.of(row.number(), new StagedStore.Choice(row.seen(), sheet))));
  }

  private static byte[] problems(long id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      imports.write(id, page, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<String> told(SheetPlan plan) {
    return plan.problems().stream().map(p -> page.texts().tell(p.problem())).toList();
  }

  private static List<String> acts(Task task) {
    return world
        .owner()
        .sql("select act from audit.entry where subject_kind = 'task' and subject_id = :id")
        .param("id", Long.toString(task.id()))
        .query((row, number) -> row.getString(1))
        .list();
  }
}
