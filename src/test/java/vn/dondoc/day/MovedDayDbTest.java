package vn.dondoc.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.DayBegan;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.Timing;
import vn.dondoc.testing.Province;

/** The day of a demonstration goes forward, whole days only. */
class MovedDayDbTest {
  private static final LocalDate AUGUST_14 = LocalDate.of(2020, 8, 14);
  private static final Actor PERSON =
      new Actor(7, "Cán bộ mẫu", Set.of("day.move"), true, List.of(), List.of());
  private static Province province;
  private static ProvinceDays days;
  private final List<DayBegan> told = new ArrayList<>();
  private final ApplicationListener<PayloadApplicationEvent<DayBegan>> listener = this::hear;
  private LocalDate fails = LocalDate.MAX;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    days = province.server().door(ProvinceDays.class);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standOnAugust14() {
    owner().sql("update database.province_day set day = '2020-08-14'").update();
    news().addApplicationListener(listener);
  }

  @AfterEach
  void hearNoMore() {
    news().removeApplicationListener(listener);
  }

  private void hear(PayloadApplicationEvent<DayBegan> event) {
    assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
    assertThat(Acting.current().accountId()).isNegative();
    assertThat(today()).isEqualTo(event.getPayload().day());
    told.add(event.getPayload());
    if (event.getPayload().day().equals(fails)) {
      throw new IllegalStateException("no mail");
    }
  }

  @Test
  void everyDayThatPassesIsToldInOrderAndAudited() {
    Acting.as(PERSON, () -> days.move(AUGUST_14, LocalDate.of(2020, 9, 2)));
    assertThat(today()).isEqualTo("2020-09-02");
    assertThat(told)
        .extracting(DayBegan::day)
        .isEqualTo(AUGUST_14.plusDays(1).datesUntil(LocalDate.of(2020, 9, 3)).toList());
    assertThat(
            owner()
                .sql(
                    """
                    select count(*) from audit.entry
                     where act = 'day.move' and actor = 'Cán bộ mẫu' and account_id = 7
                       and after->>'wanted' = '2020-09-02'
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(19);
  }

  @Test
  void dayWhoseWorkFailsHasNotBegunAndItIsSaidWhichWasReached() {
    fails = LocalDate.of(2020, 8, 17);
    int before = entries("2020-08-17");
    assertThatThrownBy(
            () -> Acting.as(PERSON, () -> days.move(AUGUST_14, LocalDate.of(2020, 8, 20))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("stopped")
        .hasMessageContaining("16/08/2020, 20/08/2020, 17/08/2020");
    assertThat(today()).isEqualTo("2020-08-16");
    assertThat(entries("2020-08-17")).isEqualTo(before);
    fails = LocalDate.MAX;
    Acting.as(PERSON, () -> days.move(LocalDate.of(2020, 8, 16), LocalDate.of(2020, 8, 17)));
    assertThat(today()).isEqualTo("2020-08-17");
  }

  @Test
  void dayGoesNeitherBackNorTooFarNorFromWhereItDoesNotStand() {
    refuses(AUGUST_14, AUGUST_14, "not_later");
    refuses(AUGUST_14, LocalDate.of(2020, 8, 13), "not_later");
    refuses(AUGUST_14, AUGUST_14.plusDays(367), "too_far");
    refuses(LocalDate.of(2020, 8, 13), LocalDate.of(2020, 8, 15), "moved");
    assertThat(today()).isEqualTo(AUGUST_14);
    assertThat(told).isEmpty();
  }

  @Test
  void twoPeopleWhoMoveItAtOnceMoveItOnce() throws InterruptedException {
    LocalDate to = LocalDate.of(2020, 8, 15);
    List<Callable<Boolean>> both = List.of(() -> moves(to), () -> moves(to), () -> moves(to));
    int moved = 0;
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (var answer : threads.invokeAll(both)) {
        moved += answer.resultNow() ? 1 : 0;
      }
    }
    assertThat(moved).isEqualTo(1);
    assertThat(told).hasSize(1);
  }

  private static boolean moves(LocalDate to) {
    try {
      Acting.as(PERSON, () -> days.move(AUGUST_14, to));
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  @Test
  void periodsOpenAsTheDaysComeAndMissedMonthStaysMissed() {
    Due monthly =
        new Due(
            Due.Kind.RECURRING, null, null, Due.Op.BY, "month", 25, null, null, null, null, false);
    int body = province.body("Sở Kế hoạch và Đầu tư").id();
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "ky", List.of("1")),
            1,
            new Wording("báo cáo tháng", "báo cáo tháng", null, null),
            monthly,
            List.of(new Party(body, Party.Part.LEAD, "chủ trì")));
    Actor system = Actor.system("test");
    long id = Acting.call(system, () -> province.server().door(Tasks.class).create(task));
    Acting.as(PERSON, () -> days.move(AUGUST_14, LocalDate.of(2020, 10, 1)));
    List<Duty> periods =
        Acting.call(system, () -> province.server().door(Duties.class).ofTasks(List.of(id)));
    assertThat(periods)
        .filteredOn(duty -> duty.timing() == Timing.OVERDUE)
        .extracting(Duty::due)
        .containsExactlyInAnyOrder(LocalDate.of(2020, 8, 25), LocalDate.of(2020, 9, 25));
    assertThat(periods).hasSize(4);
  }

  private static void refuses(LocalDate from, LocalDate to, String why) {
    assertThatThrownBy(() -> Acting.as(PERSON, () -> days.move(from, to)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  private static int entries(String day) {
    return owner()
        .sql("select count(*) from audit.entry where act = 'day.move' and subject_id = :day")
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  private static LocalDate today() {
    return province.server().door(ProvinceDay.class).today();
  }

  private static ApplicationEventMulticaster news() {
    return province.server().door(ApplicationEventMulticaster.class);
  }

  private static JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }
}
