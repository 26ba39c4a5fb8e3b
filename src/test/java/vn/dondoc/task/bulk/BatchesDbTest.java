package vn.dondoc.task.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.task.life.State;
import vn.dondoc.task.life.Timing;
import vn.dondoc.testing.Province;

/** Many tasks changed together, and taken back together. */
class BatchesDbTest {
  private static final LocalDate SEPTEMBER_25 = LocalDate.of(2020, 9, 25);
  private static final LocalDate OCTOBER_5 = LocalDate.of(2020, 10, 5);
  private static final AtomicLong SERIAL = new AtomicLong();
  private static Province province;
  private static Batches batches;
  private static Body planning;
  private static Body finance;
  private static Body treasury;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    batches = province.server().door(Batches.class);
    planning = province.body("Sở Kế hoạch và Đầu tư");
    finance = province.body("Sở Tài chính");
    treasury = province.body("Kho bạc Nhà nước tỉnh");
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void deadlineOfManyTasksIsShiftedAndTakenBack() {
    Task one = give(Due.by(SEPTEMBER_25), planning, finance);
    Task two = give(Due.by(SEPTEMBER_25), planning);
    Task undated = give(Due.none(), planning);
    BulkEdit edit = new BulkEdit(BatchKind.SHIFT, null, 10, null, null, "");
    assertThat(edit.apply(undated, null)).isEqualTo(undated.content());
    long batch = write(edit, one, two);
    assertThat(task(one).content().due().lastDay()).isEqualTo(OCTOBER_5);
    assertThat(duty(one, planning).due()).isEqualTo(OCTOBER_5);
    assertThat(duty(one, finance).due()).isEqualTo(OCTOBER_5);
    assertThat(duty(one, planning).originalDue()).isEqualTo(SEPTEMBER_25);
    long undo = Acting.call(office(), () -> batches.undo(batch, "dời nhầm"));
    assertThat(task(one).content()).isEqualTo(one.content());
    assertThat(task(one).version()).isEqualTo(3);
    assertThat(duty(one, planning).due()).isEqualTo(SEPTEMBER_25);
    assertThat(duty(one, finance).due()).isEqualTo(SEPTEMBER_25);
    assertThatThrownBy(() -> Acting.call(office(), () -> batches.undo(batch, "lần nữa")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("undone");
    assertThat(acts("task.batch")).contains(Long.toString(batch), Long.toString(undo));
  }

  @Test
  void deadlineGivenByABatchGoesWithItAndNobodyIsLateByIt() {
    Task undated = give(Due.none(), planning, finance);
    Task dated = give(Due.by(OCTOBER_5), planning);
    BulkEdit edit = new BulkEdit(BatchKind.DUE_ON, SEPTEMBER_25, 0, null, null, "");
    long batch = write(edit, undated, dated);
    assertThat(duties(undated)).allMatch(duty -> SEPTEMBER_25.equals(duty.due()));
    Acting.as(office(), () -> batches.undo(batch, "chọn nhầm"));
    assertThat(duties(undated)).allMatch(duty -> duty.due() == null);
    assertThat(duties(undated)).allMatch(duty -> duty.timing() == Timing.UNDATED);
    assertThat(duty(dated, planning).due()).isEqualTo(OCTOBER_5);
  }

  @Test
  void hourOfADeadlineStaysWhenItsDayMoves() {
    Due hour =
        new Due(
            Due.Kind.DATE,
            SEPTEMBER_25,
            LocalTime.of(17, 0),
            Due.Op.BEFORE,
            null,
            null,
            null,
            null,
            null,
            "trước 17 giờ ngày 25/9",
            false);
    Task task = give(hour, planning);
    write(new BulkEdit(BatchKind.DUE_ON, OCTOBER_5, 0, null, null, ""), task);
    Due moved = task(task).content().due();
    assertThat(moved.time()).isEqualTo(LocalTime.of(17, 0));
    assertThat(moved.op()).isEqualTo(Due.Op.BEFORE);
    assertThat(duty(task, planning).due()).isEqualTo(OCTOBER_5);
  }

  @Test
  void bodyThatWasReplacedOwesAgainWhenTheBatchIsTakenBack() {
    Task task = give(Due.by(SEPTEMBER_25), planning, finance);
    BulkEdit edit = new BulkEdit(BatchKind.REPLACE_LEAD, null, 0, planning.id(), treasury, "");
    long batch = write(edit, task);
    assertThat(duty(task, planning).state()).isEqualTo(State.VOID);
    assertThat(duty(task, treasury).state()).isEqualTo(State.NEW);
    Acting.as(office(), () -> batches.undo(batch, "thay nhầm"));
    List<Duty> again = duties(task).stream().filter(d -> d.bodyId() == planning.id()).toList();
    assertThat(again).extracting(Duty::state).containsExactlyInAnyOrder(State.VOID, State.NEW);
    assertThat(duty(task, treasury).state()).isEqualTo(State.VOID);
    // What is due on every day does not open anything a second time.
    Acting.as(Actor.system("test"), () -> province.server().door(Duties.class).advance());
    assertThat(duties(task)).hasSize(4);
  }

  @Test
  void taskChangedSinceKeepsItsWordsAndIsNamed() {
    Task one = give(Due.by(SEPTEMBER_25), planning);
    Task two = give(Due.by(SEPTEMBER_25), planning);
    long batch = write(new BulkEdit(BatchKind.DUE_ON, OCTOBER_5, 0, null, null, ""), one, two);
    write(new BulkEdit(BatchKind.CONSEQUENCE, null, 0, null, null, "kiểm điểm"), task(two));
    assertThat(
            Acting.call(office(), () -> batches.outcomes(batch, 0, 10)).stream()
                .filter(Batches.Outcome::isChangedSince)
                .map(outcome -> outcome.now().code()))
        .containsExactly(two.code());
    Acting.as(office(), () -> batches.undo(batch, "dời nhầm"));
    assertThat(task(one).content().due().lastDay()).isEqualTo(SEPTEMBER_25);
    assertThat(task(two).content().due().lastDay()).isEqualTo(OCTOBER_5);
    assertThat(task(two).content().wording().consequence()).isEqualTo("kiểm điểm");
  }

  @Test
  void dayThatWasDecidedSinceIsNotTakenBackWithTheBatch() {
    Task one = give(Due.by(SEPTEMBER_25), planning);
    Task two = give(Due.by(SEPTEMBER_25), planning);
    long batch = write(new BulkEdit(BatchKind.DUE_ON, OCTOBER_5, 0, null, null, ""), one, two);
    Duty duty = duty(two, planning);
    LocalDate later = OCTOBER_5.plusMonths(1);
    Acting.as(
        office(),
        () ->
            province
                .server()
                .door(Duties.class)
                .record(duty.id(), Deed.until(FactKind.SET_DATE, duty.step(), later, "lùi")));
    Acting.as(office(), () -> batches.undo(batch, "dời nhầm"));
    assertThat(duty(one, planning).due()).isEqualTo(SEPTEMBER_25);
    assertThat(duty(two, planning).due()).isEqualTo(later);
  }

  @Test
  void shiftCountsFromTheDayThatWasGrantedAndGivesItBack() {
    Task granted = give(Due.by(SEPTEMBER_25), planning, finance);
    Duty lead = duty(granted, planning);
    Deed later = Deed.until(FactKind.SET_DATE, lead.step(), OCTOBER_5, "gia hạn");
    Acting.as(office(), () -> duties().record(lead.id(), later));
    Task soft = give(Due.none(), treasury);
    Duty asked = duty(soft, treasury);
    Deed given = Deed.until(FactKind.SET_DATE, asked.step(), OCTOBER_5, "ấn định");
    Acting.as(office(), () -> duties().record(asked.id(), given));
    long batch = write(new BulkEdit(BatchKind.SHIFT, null, 7, null, null, ""), granted, soft);
    assertThat(duty(granted, planning).due()).isEqualTo(OCTOBER_5.plusDays(7));
    assertThat(duty(soft, treasury).due()).isEqualTo(OCTOBER_5.plusDays(7));
    Acting.as(office(), () -> batches.undo(batch, "dời nhầm"));
    assertThat(task(granted).content().due().lastDay()).isEqualTo(SEPTEMBER_25);
    assertThat(duty(granted, planning).due()).isEqualTo(OCTOBER_5);
    assertThat(duty(granted, finance).due()).isEqualTo(SEPTEMBER_25);
    assertThat(duty(soft, treasury).due()).isEqualTo(OCTOBER_5);
    long undo = Acting.call(office(), () -> batches.before(null, 1)).getFirst().id();
    assertThat(Acting.call(office(), () -> batches.moved(undo)))
        .as("what the page of the undo tells")
        .filteredOn(moved -> moved.taskId() == granted.id())
        .extracting(MovedDuty::change)
        .filteredOn(change -> change.bodyId() == planning.id())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.before()).isEqualTo(OCTOBER_5.plusDays(7));
          assertThat(change.after()).isEqualTo(OCTOBER_5);
        });
  }

  @Test
  void manyTasksAreNotGivenADayThatIsPast() {
    Task one = give(Due.by(SEPTEMBER_25), planning);
    BulkEdit past = new BulkEdit(BatchKind.DUE_ON, LocalDate.of(2020, 8, 1), 0, null, null, "");
    assertThatThrownBy(() -> write(past, one))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("past");
    assertThat(task(one).version()).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenWhenOneTaskMovedUnderThePreview() {
    Task one = give(Due.by(SEPTEMBER_25), planning);
    Task two = give(Due.by(SEPTEMBER_25), planning);
    BulkEdit edit = new BulkEdit(BatchKind.ADD_COORDINATOR, null, 0, null, finance, "");
    write(new BulkEdit(BatchKind.CONSEQUENCE, null, 0, null, null, "kiểm điểm"), two);
    assertThatThrownBy(() -> write(edit, one, two))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(two.code())
        .hasMessageContaining("Văn phòng mẫu");
    assertThat(task(one).version()).isEqualTo(1);
  }

  @Test
  void officeDoesNotMoveItsOwnDeadlineThisWayEither() {
    Body own = province.body("Văn phòng UBND tỉnh");
    Task one = give(Due.by(SEPTEMBER_25), planning);
    Task ours = give(Due.by(SEPTEMBER_25), own);
    BulkEdit edit = new BulkEdit(BatchKind.DUE_ON, OCTOBER_5, 0, null, null, "");
    assertThatThrownBy(() -> write(edit, one, ours))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("own_change")
        .hasMessageContaining(ours.code());
    assertThat(task(one).version()).isEqualTo(1);
    assertThat(task(ours).version()).isEqualTo(1);
  }

  @Test
  void helpersDayStaysWithinTheDayOfALeadThatHasReported() {
    Task task = give(Due.by(SEPTEMBER_25), planning, finance);
    Duty lead = duty(task, planning);
    Acting.as(
        doer(planning),
        () ->
            province
                .server()
                .door(Duties.class)
                .record(lead.id(), Deed.report(0, "xong", "Báo cáo 1/BC")));
    write(new BulkEdit(BatchKind.DUE_ON, OCTOBER_5, 0, null, null, ""), task);
    assertThat(duty(task, finance).due()).isEqualTo(SEPTEMBER_25);
  }

  @Test
  void whoSeesOnlyOneBodySeesNoBatch() {
    long batch =
        write(
            new BulkEdit(BatchKind.CONSEQUENCE, null, 0, null, null, "kiểm điểm"),
            give(Due.none(), planning));
    assertThatThrownBy(() -> Acting.as(doer(planning), () -> batches.one(batch)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() ->
            Acting.as(doer(planning), () -> batches.write(BatchKind.SHIFT, List.of(), "lý do")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void leadThatHelpedNoLongerHelpsItself() {
    Task task = give(Due.by(SEPTEMBER_25), planning, finance);
    NewTask after =
        new BulkEdit(BatchKind.REPLACE_LEAD, null, 0, planning.id(), finance, "").apply(task, null);
    assertThat(after.parties())
        .extracting(Party::bodyId, Party::part)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(finance.id(), Party.Part.LEAD));
    assertThat(
            new BulkEdit(BatchKind.ADD_COORDINATOR, null, 0, null, planning, "").apply(task, null))
        .isEqualTo(task.content());
  }

  private static Actor office() {
    return new Actor(
        801,
        "Văn phòng mẫu",
        Set.of("task.read", "task.confirm", "directive.confirm"),
        true,
        List.of(province.body("Văn phòng UBND tỉnh").id()),
        List.of());
  }

  private static Actor doer(Body body) {
    Set<String> rights = Set.of("task.read", "task.report");
    return new Actor(900 + body.id(), "mẫu", rights, false, List.of(body.id()), List.of());
  }

  private static long write(BulkEdit edit, Task... tasks) {
    Map<Long, LocalDate> lasts =
        Acting.call(office(), () -> lasts(Arrays.stream(tasks).map(Task::id).toList()));
    List<TaskChange> changes = new ArrayList<>();
    for (Task task : tasks) {
      changes.add(new TaskChange(task, edit.apply(task, lasts.get(task.id()))));
    }
    return Acting.call(office(), () -> batches.write(edit.kind(), changes, "lý do mẫu"));
  }

  private static Duties duties() {
    return province.server().door(Duties.class);
  }

  private static Map<Long, LocalDate> lasts(List<Long> ids) {
    return duties().lastDays(ids);
  }

  private static Task give(Due due, Body lead, Body... helpers) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(lead.id(), Party.Part.LEAD, lead.name()));
    for (Body helper : helpers) {
      parties.add(new Party(helper.id(), Party.Part.COORDINATE, helper.name()));
    }
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "dot-" + SERIAL.incrementAndGet(), List.of("1")),
            1,
            new Wording("việc mẫu " + SERIAL.get(), "việc mẫu", null, null),
            due,
            parties);
    Actor system = Actor.system("test");
    long id = Acting.call(system, () -> province.server().door(Tasks.class).create(task));
    return Acting.call(system, () -> province.server().door(Tasks.class).find(id)).orElseThrow();
  }

  private static Task task(Task task) {
    return Acting.call(
            Actor.system("test"), () -> province.server().door(Tasks.class).find(task.id()))
        .orElseThrow();
  }

  private static List<Duty> duties(Task task) {
    return Acting.call(
        Actor.system("test"),
        () -> province.server().door(Duties.class).ofTasks(List.of(task.id())));
  }

  private static Duty duty(Task task, Body body) {
    return duties(task).stream().filter(d -> d.bodyId() == body.id()).findFirst().orElseThrow();
  }

  private static List<String> acts(String act) {
    return JdbcClient.create(province.server().database().owner())
        .sql("select subject_id from audit.entry where act = :act")
        .param("act", act)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
