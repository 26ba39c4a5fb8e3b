package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Province;

/** The life of a duty in the province of August 2020. */
class DutiesDbTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static final int THREADS = 16;
  private static final LocalDate SEPTEMBER_25 = LocalDate.of(2020, 9, 25);
  private static Province province;
  private static Duties duties;
  private static Tasks tasks;
  private static Actor office;
  private static int planning;
  private static int finance;
  private static int treasury;
  private static int building;
  private static long serial;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    duties = province.server().door(Duties.class);
    tasks = province.server().door(Tasks.class);
    planning = province.body("Sở Kế hoạch và Đầu tư").id();
    finance = province.body("Sở Tài chính").id();
    treasury = province.body("Kho bạc Nhà nước tỉnh").id();
    building = province.body("Sở Xây dựng").id();
    int officeBody = province.body("Văn phòng UBND tỉnh").id();
    office =
        new Actor(
            800,
            "Văn phòng mẫu",
            Set.of("task.read", "task.confirm", "task.report"),
            true,
            List.of(officeBody),
            List.of());
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standOnAugust14() {
    standOn(LocalDate.of(2020, 8, 14));
  }

  @Test
  void dutyGoesFromReceiptToConfirmation() {
    long id = lead(Due.by(SEPTEMBER_25), planning);
    as(planning, id, Deed.of(FactKind.RECEIVE, 0, ""));
    as(planning, id, Deed.of(FactKind.PROGRESS, 1, "Đã tính ba phương án"));
    as(planning, id, Deed.report(2, "Đã trình phương án", "Tờ trình 412/TTr-SKHĐT"));
    assertThat(duty(id).state()).isEqualTo(State.REPORTED);
    Acting.as(office, () -> duties.record(id, Deed.of(FactKind.RETURN, 3, "Thiếu phụ lục")));
    assertThat(duty(id).state()).isEqualTo(State.RETURNED);
    assertThat(duty(id).reportedOn()).isNull();
    as(planning, id, Deed.report(4, "Đã bổ sung phụ lục", "Tờ trình 415/TTr-SKHĐT"));
    Acting.as(office, () -> duties.record(id, Deed.of(FactKind.CONFIRM, 5, "")));
    assertThat(duty(id).state()).isEqualTo(State.DONE);
    assertThat(duty(id).timing()).isEqualTo(Timing.DONE_IN_TIME);
    assertThat(duty(id).returns()).isEqualTo(1);
    assertThat(Acting.call(SYSTEM, () -> duties.history(id))).hasSize(6);
  }

  @Test
  void wholeTaskIsWithdrawnWithOneReasonAndDoesNotComeBack() {
    Due monthly =
        new Due(Due.Kind.RECURRING, null, null, null, "month", 25, null, null, null, null, false);
    long id = lead(monthly, planning);
    long task = duty(id).taskId();
    int before = Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task))).size();
    Deed withdraw =
        new Deed(FactKind.WITHDRAW, 0, null, null, "Rút theo chỉ đạo", "9/TB", List.of());
    Acting.as(office, () -> duties.recordTogether(id, withdraw));
    List<Duty> all = Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task)));
    assertThat(all).hasSize(before).allMatch(duty -> duty.state() == State.WITHDRAWN);
    assertThat(Acting.call(SYSTEM, () -> duties.history(all.getLast().id())).getFirst().fact())
        .returns("Rút theo chỉ đạo", Fact::words);
    JdbcClient owner = JdbcClient.create(province.server().database().owner());
    owner.sql("update database.province_day set day = '2021-01-10'").update();
    Acting.as(SYSTEM, duties::advance);
    assertThat(Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task)))).hasSize(before);
    owner.sql("update database.province_day set day = '2020-08-14'").update();
  }

  @Test
  void doerNeverConfirms() {
    long id = lead(Due.by(SEPTEMBER_25), office.bodies().getFirst());
    Acting.as(office, () -> duties.record(id, Deed.report(0, "xong", "Báo cáo 1/BC-VP")));
    assertThatThrownBy(
            () -> Acting.as(office, () -> duties.record(id, Deed.of(FactKind.CONFIRM, 1, ""))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("own_work");
    // The database holds it too, when the application's own check is passed by.
    LifeStore store = province.server().door(LifeStore.class);
    Duty duty = duty(id);
    assertThatThrownBy(() ->
            Acting.as(
                office,
                () ->
                    inTransaction(() ->
                        store.add(
                            duty,
                            Deed.of(FactKind.CONFIRM, 1, ""),
                            LocalDate.of(2020, 8, 14),
                            office))))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void whoReportedDoesNotConfirmFromTheOfficesSeatLater() {
    long id = lead(Due.by(SEPTEMBER_25), planning);
    as(planning, id, Deed.report(0, "Đã trình", "Tờ trình 5"));
    Actor moved =
        new Actor(900 + planning, "mẫu", office.rights(), true, office.bodies(), List.of());
    assertThatThrownBy(
            () -> Acting.as(moved, () -> duties.record(id, Deed.of(FactKind.CONFIRM, 1, ""))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("own_report");
    assertThat(duty(id).state()).isEqualTo(State.REPORTED);
    Acting.as(office, () -> duties.record(id, Deed.of(FactKind.CONFIRM, 1, "")));
    assertThat(duty(id).state()).isEqualTo(State.DONE);
  }

  @Test
  void slipOfTheYearMovesNoDeadline() {
    long id = lead(Due.by(SEPTEMBER_25), planning);
    for (LocalDate slip : List.of(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31))) {
      Deed deed = Deed.until(FactKind.SET_DATE, 0, slip, "gõ nhầm");
      assertThatThrownBy(() -> Acting.as(office, () -> duties.record(id, deed)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("day_far");
    }
    assertThat(duty(id).due()).isEqualTo(SEPTEMBER_25);
  }

  @Test
  void nobodyReportsOnAnothersDuty() {
    long id = lead(Due.by(SEPTEMBER_25), planning, finance);
    assertThatThrownBy(() -> as(finance, id, Deed.report(0, "xong", "BC 1")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not_yours");
  }

  @Test
  void extensionIsAskedBeforeTheDeadlineAndBothDaysStay() {
    long id = lead(Due.by(SEPTEMBER_25), planning);
    LocalDate october = LocalDate.of(2020, 10, 15);
    as(planning, id, Deed.until(FactKind.ASK_EXTENSION, 0, october, "Chờ số liệu của Kho bạc"));
    assertThat(duty(id).extensionAsked()).isTrue();
    Acting.as(
        office,
        () -> duties.record(id, Deed.until(FactKind.GRANT_EXTENSION, 1, october, "Đồng ý")));
    standOn(LocalDate.of(2020, 10, 10));
    as(planning, id, Deed.report(2, "Đã trình", "Tờ trình 9"));
    Acting.as(office, () -> duties.record(id, Deed.of(FactKind.CONFIRM, 3, "")));
    Duty done = duty(id);
    assertThat(done.originalDue()).isEqualTo(SEPTEMBER_25);
    assertThat(done.due()).isEqualTo(october);
    assertThat(done.timing()).isEqualTo(Timing.DONE_IN_TIME);
    Life life = life(id, LocalDate.of(2020, 10, 10), SEPTEMBER_25);
    assertThat(life.originalTiming(LocalDate.of(2020, 10, 10))).isEqualTo(Timing.DONE_LATE);
  }

  @Test
  void extensionAfterTheDeadlineIsRefused() {
    long id = lead(Due.by(LocalDate.of(2020, 8, 20)), planning);
    standOn(LocalDate.of(2020, 8, 21));
    LocalDate later = LocalDate.of(2020, 9, 1);
    assertThatThrownBy(() -> as(planning, id, Deed.until(FactKind.ASK_EXTENSION, 0, later, "xin")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("too_late");
    assertThat(duty(id).timing()).isEqualTo(Timing.OVERDUE);
    assertThat(duty(id).daysLate()).isEqualTo(1);
  }

  @Test
  void handBackIsAcceptedByTheCompetentBodyAndNeverGoesRound() {
    long id = lead(Due.by(SEPTEMBER_25), planning);
    as(planning, id, Deed.handBack(0, building, "Thuộc chức năng của Sở Xây dựng"));
    assertThat(duty(id).state()).isEqualTo(State.HANDED_BACK);
    as(building, id, Deed.of(FactKind.ACCEPT_HAND, 1, ""));
    assertThat(duty(id).state()).isEqualTo(State.TRANSFERRED);
    Duty taken = ofTask(id).stream().filter(d -> d.bodyId() == building).findFirst().orElseThrow();
    assertThat(taken.due()).isEqualTo(SEPTEMBER_25);
    assertThatThrownBy(
            () -> as(building, taken.id(), Deed.handBack(0, planning, "Không thuộc Sở Xây dựng")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("circle");
  }

  @Test
  void groupIsFannedOutToItsMembers() {
    int group = province.body("UBND các huyện, thành phố").id();
    List<Duty> fanned = ofTask(lead(Due.by(SEPTEMBER_25), group));
    assertThat(fanned).hasSize(11);
    assertThat(fanned.stream().map(Duty::part).distinct()).containsExactly(Party.Part.LEAD);
  }

  @Test
  void recurringDutyHasOneOccurrenceAPeriodAndAMissedMonthStaysMissed() {
    Due monthly =
        new Due(
            Due.Kind.RECURRING, null, null, Due.Op.BY, "month", 25, null, null, null, null, false);
    long first = lead(monthly, planning);
    long task = duty(first).taskId();
    standOn(LocalDate.of(2020, 11, 14));
    Acting.as(SYSTEM, duties::advance);
    Acting.as(SYSTEM, duties::advance);
    Map<LocalDate, Timing> timings =
        Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task))).stream()
            .collect(
                Collectors.toMap(d -> java.util.Objects.requireNonNull(d.due()), Duty::timing));
    assertThat(timings)
        .containsOnly(
            Map.entry(LocalDate.of(2020, 8, 25), Timing.OVERDUE),
            Map.entry(LocalDate.of(2020, 9, 25), Timing.OVERDUE),
            Map.entry(LocalDate.of(2020, 10, 25), Timing.OVERDUE),
            Map.entry(LocalDate.of(2020, 11, 25), Timing.IN_TIME),
            Map.entry(LocalDate.of(2020, 12, 25), Timing.IN_TIME));
  }

  @Test
  void helpersDayNeverLiesBehindTheWhole() {
    long leadId = lead(Due.by(SEPTEMBER_25), planning, treasury);
    Duty help =
        ofTask(leadId).stream()
            .filter(d -> d.part() == Party.Part.COORDINATE)
            .findFirst()
            .orElseThrow();
    Deed late = Deed.until(FactKind.SET_DATE, 0, LocalDate.of(2020, 9, 26), "Số liệu của Kho bạc");
    assertThatThrownBy(() -> Acting.as(office, () -> duties.record(help.id(), late)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("after_whole");
    Deed early = Deed.until(FactKind.SET_DATE, 0, LocalDate.of(2020, 9, 10), "Gửi trước");
    Acting.as(office, () -> duties.record(help.id(), early));
    assertThat(duty(help.id()).due()).isEqualTo(LocalDate.of(2020, 9, 10));
  }

  @Test
  void fiveHundredConfirmationsAtOnceMakeOne() throws InterruptedException {
    long id = lead(Due.by(SEPTEMBER_25), planning);
    as(planning, id, Deed.report(0, "xong", "Báo cáo 2"));
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int k = 0; k < 500; k++) {
      all.add(() -> records(id, Deed.of(FactKind.CONFIRM, 1, "")));
    }
    assertThat(atOnce(all)).isEqualTo(1);
    assertThat(Acting.call(SYSTEM, () -> duties.history(id))).hasSize(2);
  }

  /** The same report confirmed by some and returned by others: one of the two counts. */
  @Test
  void confirmationAndReturnAtOnceMakeOneOfTheTwo() throws InterruptedException {
    for (int round = 0; round < 5; round++) {
      long id = lead(Due.by(SEPTEMBER_25), planning);
      as(planning, id, Deed.report(0, "xong", "Báo cáo 3"));
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int k = 0; k < 40; k++) {
        Deed deed = Deed.of(k % 2 == 0 ? FactKind.CONFIRM : FactKind.RETURN, 1, "Thiếu phụ lục");
        all.add(() -> records(id, deed));
      }
      assertThat(atOnce(all)).isEqualTo(1);
      assertThat(Acting.call(SYSTEM, () -> duties.history(id))).hasSize(2);
      assertThat(duty(id).state()).isIn(State.DONE, State.RETURNED);
    }
  }

  private static int atOnce(List<Callable<Boolean>> all) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(THREADS);
    Set<Integer> connections = ConcurrentHashMap.newKeySet();
    List<Callable<Boolean>> together = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      Callable<Boolean> act = all.get(k);
      boolean first = k < THREADS;
      together.add(() -> {
        connections.add(connection());
        if (first) {
          // The first of every thread begin together.
          ready.countDown();
          ready.await();
        }
        return act.call();
      });
    }
    int done = 0;
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (var answer : threads.invokeAll(together)) {
        done += answer.resultNow() ? 1 : 0;
      }
    }
    assertThat(connections).as("database connections used").hasSizeGreaterThan(3);
    return done;
  }

  private static int connection() {
    return Objects.requireNonNull(
        new TransactionTemplate(province.server().door(PlatformTransactionManager.class))
            .execute(status ->
                province
                    .server()
                    .door(JdbcClient.class)
                    .sql("select pg_backend_pid() from pg_sleep(0.002)")
                    .query(Integer.class)
                    .single()));
  }

  private static boolean records(long id, Deed deed) {
    try {
      Acting.as(office, () -> duties.record(id, deed));
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  private static void inTransaction(Runnable act) {
    new TransactionTemplate(province.server().door(PlatformTransactionManager.class))
        .executeWithoutResult(status -> act.run());
  }

  private static void standOn(LocalDate day) {
    JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = :day")
        .param("day", day)
        .update();
  }

  private static Duty duty(long id) {
    return Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow();
  }

  private static List<Duty> ofTask(long duty) {
    return Acting.call(SYSTEM, () -> duties.ofTasks(List.of(duty(duty).taskId())));
  }

  private static Life life(long id, LocalDate day, LocalDate firstDue) {
    List<Fact> facts =
        Acting.call(SYSTEM, () -> duties.history(id)).stream().map(ToldFact::fact).toList();
    return Life.of(firstDue, facts, day);
  }

  private static void as(int body, long id, Deed deed) {
    Actor doer =
        new Actor(
            900 + body, "mẫu", Set.of("task.read", "task.report"), false, List.of(body), List.of());
    Acting.as(doer, () -> duties.record(id, deed));
  }

  /** The first body leads, the others help. */
  private static long lead(Due due, int lead, int... helpers) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(lead, Party.Part.LEAD, "chủ trì"));
    for (int helper : helpers) {
      parties.add(new Party(helper, Party.Part.COORDINATE, "phối hợp"));
    }
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "khoa-" + serial++, List.of("1")),
            1,
            new Wording("làm việc mẫu", "làm việc mẫu", null, null),
            due,
            parties);
    long id = Acting.call(SYSTEM, () -> tasks.create(task));
    return Acting.call(SYSTEM, () -> duties.ofTasks(List.of(id))).getFirst().id();
  }
}
