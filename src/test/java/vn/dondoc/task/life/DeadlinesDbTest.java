package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import vn.dondoc.testing.Province;

/** Every form of a deadline in the province of August 2020. */
class DeadlinesDbTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static Province province;
  private static Duties duties;
  private static Tasks tasks;
  private static Calendars calendars;
  private static Actor office;
  private static int planning;
  private static int finance;
  private static int building;
  private static long serial;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    duties = province.server().door(Duties.class);
    tasks = province.server().door(Tasks.class);
    calendars = province.server().door(Calendars.class);
    planning = province.body("Sở Kế hoạch và Đầu tư").id();
    finance = province.body("Sở Tài chính").id();
    building = province.body("Sở Xây dựng").id();
    office =
        new Actor(
            800,
            "Văn phòng mẫu",
            Set.of("task.read", "task.confirm"),
            true,
            List.of(province.body("Văn phòng UBND tỉnh").id()),
            List.of());
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @BeforeEach
  void standOnAugust14() {
    standOn("2020-08-14");
  }

  @Test
  void beforeADayLeavesItOutAndByADayKeepsIt() {
    Due before =
        new Due(
            Due.Kind.DATE,
            day("2020-08-31"),
            null,
            Due.Op.BEFORE,
            null,
            null,
            null,
            null,
            null,
            null,
            false);
    assertThat(one(give(before, planning)).due()).isEqualTo("2020-08-30");
    long by = give(Due.by(day("2020-08-31")), planning);
    standOn("2020-08-31");
    assertThat(one(by).timing()).isEqualTo(Timing.DUE_SOON);
    standOn("2020-09-01");
    assertThat(one(by).timing()).isEqualTo(Timing.OVERDUE);
  }

  @Test
  void workingDaysFromThePaperBeginOnItsDayAndStepOverTheHolidays() {
    long task =
        give(within(10, "working_day", "ngày ký văn bản", day("2020-08-12"), null), planning);
    // 13, 14, 17 … 21, 24, 25, 26 August: ten days after the paper, not after it was entered.
    assertThat(one(task).due()).isEqualTo("2020-08-26");
    long received =
        give(within(10, "working_day", "ngày nhận được", day("2020-08-12"), null), planning);
    assertThat(one(received).due()).isEqualTo("2020-08-28");
    long over = give(within(14, "working_day", null, day("2020-08-14"), null), planning);
    assertThat(one(over).due()).as("2 September is a holiday").isEqualTo("2020-09-04");
  }

  @Test
  void calendarDaysThatEndOnADayOffEndOnTheNextWorkingDay() {
    long task = give(within(19, "day", "ngày ký", day("2020-08-14"), null), planning);
    assertThat(one(task).due()).isEqualTo("2020-09-03");
  }

  @Test
  void eventIsWaitedForAndItsDayIsKeptBesideTheDeadline() {
    long task = give(within(5, "working_day", "ngày khai mạc kỳ họp", null, null), planning);
    long id = one(task).id();
    standOn("2024-01-01");
    assertThat(one(task).timing()).as("never late while it waits").isEqualTo(Timing.UNDATED);
    standOn("2020-08-24");
    Deed event = Deed.until(FactKind.EVENT, 0, day("2020-08-28"), "Kỳ họp thứ 20 khai mạc");
    Acting.as(office, () -> duties.record(id, event));
    assertThat(one(task).due()).isEqualTo("2020-09-07");
    assertThat(one(task).originalDue()).isEqualTo("2020-09-07");
    ToldFact told = Acting.call(SYSTEM, () -> duties.history(id)).getFirst();
    assertThat(told.eventOn()).isEqualTo("2020-08-28");
    assertThat(told.fact().until()).isEqualTo("2020-09-07");
  }

  @Test
  void workingDaysBeforeAnEventAreCountedBack() {
    long task = give(within(10, "working_day", "khai mạc kỳ họp", null, Due.Op.BEFORE), planning);
    Deed event = Deed.until(FactKind.EVENT, 0, day("2020-09-10"), "Kỳ họp khai mạc 10/9");
    Acting.as(office, () -> duties.record(one(task).id(), event));
    assertThat(one(task).due()).isEqualTo("2020-08-26");
  }

  @ParameterizedTest
  @EnumSource(
      value = Due.Kind.class,
      names = {"NONE", "SOFT", "STANDING", "CONDITIONAL", "EVENT"})
  void whatHasNoDayIsAskedForOneAndNeverSilentlyLate(Due.Kind kind) {
    long task = give(due(kind), planning);
    standOn("2026-08-14");
    assertThat(one(task).timing()).isEqualTo(Timing.UNDATED);
    assertThat(one(task).daysLate()).isZero();
    Deed set = Deed.until(FactKind.SET_DATE, 0, day("2026-08-20"), "Ấn định");
    Acting.as(office, () -> duties.record(one(task).id(), set));
    standOn("2026-08-21");
    assertThat(one(task).timing()).isEqualTo(Timing.OVERDUE);
    assertThat(one(task).originalDue()).isEqualTo("2026-08-20");
  }

  @Test
  void theLastDaysOfAMonthAreThoseItHas() {
    standOn("2021-01-15");
    assertThat(dues(give(every("month", 31, null), planning)))
        .containsExactly("2021-01-31", "2021-02-28");
    Due before30 =
        new Due(
            Due.Kind.RECURRING,
            null,
            null,
            Due.Op.BEFORE,
            "month",
            30,
            null,
            null,
            null,
            null,
            false);
    assertThat(dues(give(before30, planning))).containsExactly("2021-01-29", "2021-02-28");
  }

  @Test
  void longPeriodsEndWithTheirLastMonth() {
    assertThat(dues(give(every("quarter", null, null), planning)))
        .containsExactly("2020-09-30", "2020-12-31");
    assertThat(dues(give(every("half_year", 15, null), planning)))
        .containsExactly("2020-12-15", "2021-06-15");
    assertThat(dues(give(every("year", null, null), planning)))
        .containsExactly("2020-12-31", "2021-12-31");
  }

  @Test
  void aPeriodThatIsOverWhenTheTaskIsGivenIsNotOwed() {
    assertThat(dues(give(every("month", 10, null), planning))).containsExactly("2020-09-10");
  }

  @Test
  void fromAYearOnBeginsWithThatYear() {
    long task = give(every("year", null, day("2021-01-01")), planning);
    assertThat(dues(task)).containsExactly("2021-12-31");
    standOn("2022-02-01");
    Acting.as(SYSTEM, duties::advance);
    assertThat(dues(task)).containsExactly("2021-12-31", "2022-12-31", "2023-12-31");
    assertThat(ofTask(task).getFirst().timing()).isEqualTo(Timing.OVERDUE);
  }

  @Test
  void dailyWorkGoesOnAfterFourYears() {
    long task = give(every("day", null, null), planning);
    standOn("2024-08-14");
    Acting.as(SYSTEM, duties::advance);
    // Every step opens what fits; nothing of the time between is left out in the end.
    Acting.as(SYSTEM, duties::advance);
    List<Duty> all = ofTask(task);
    assertThat(all.stream().map(d -> String.valueOf(d.due())))
        .contains("2020-08-14", "2022-05-04", "2024-08-14", "2024-08-15")
        .doesNotContain("2022-05-03", "2024-08-17");
  }

  @Test
  void bodyTakenInLaterOwesNothingOfTheTimeBefore() {
    long task = give(every("month", 25, null), planning);
    standOn("2020-11-05");
    Acting.as(SYSTEM, duties::advance);
    correct(task, every("month", 25, null), planning, building);
    assertThat(ofTask(task).stream().filter(d -> d.bodyId() == building).map(d -> "" + d.due()))
        .containsExactly("2020-11-25", "2020-12-25");
  }

  @Test
  void correctedCycleReplacesWhatIsAheadAndKeepsWhatWasMissed() {
    long task = give(every("month", null, null), planning);
    standOn("2020-09-05");
    Acting.as(SYSTEM, duties::advance);
    correct(task, every("quarter", null, null), planning);
    assertThat(ofTask(task).stream().filter(d -> d.state() == State.VOID).map(d -> "" + d.due()))
        .containsExactly("2020-09-30", "2020-10-31");
    assertThat(ofTask(task).stream().filter(d -> d.state() == State.NEW).map(d -> "" + d.due()))
        .containsExactlyInAnyOrder("2020-08-31", "2020-09-30", "2020-12-31");
    assertThat(ofTask(task).getFirst().timing()).isEqualTo(Timing.OVERDUE);
  }

  @Test
  void correctedDayOfACycleMovesWhatIsAheadAndKeepsTheFirstDay() {
    long task = give(every("month", 25, null), planning);
    correct(task, every("month", 28, null), planning);
    Duty august = ofTask(task).getFirst();
    assertThat(august.due()).isEqualTo("2020-08-28");
    assertThat(august.originalDue()).isEqualTo("2020-08-25");
  }

  @Test
  void workDoneOnceThatBecomesMonthlyIsOwedByTheMonth() {
    long task = give(Due.by(day("2020-09-25")), planning);
    correct(task, every("month", null, null), planning);
    assertThat(ofTask(task).stream().filter(d -> d.state() == State.NEW).map(d -> "" + d.due()))
        .containsExactly("2020-08-31", "2020-09-30");
    assertThat(ofTask(task).stream().filter(d -> d.state() == State.VOID)).hasSize(1);
  }

  @Test
  void correctionOfOtherWordsLeavesAnExtensionAsItIs() {
    long task = give(Due.by(day("2020-09-25")), planning);
    long id = one(task).id();
    as(planning, id, Deed.until(FactKind.ASK_EXTENSION, 0, day("2020-10-15"), "Chờ số liệu"));
    Acting.as(
        office,
        () -> duties.record(id, Deed.until(FactKind.GRANT_EXTENSION, 1, day("2020-10-15"), "")));
    correct(task, Due.by(day("2020-09-25")), planning, finance);
    assertThat(duty(id).due()).isEqualTo("2020-10-15");
    correct(task, Due.by(day("2020-10-01")), planning, finance);
    correct(task, Due.by(day("2020-09-25")), planning, finance);
    assertThat(duty(id).due()).as("corrected there and back").isEqualTo("2020-09-25");
  }

  @Test
  void correctionLeavesTheBodyThatTookTheWorkOver() {
    long task = give(Due.by(day("2020-09-25")), planning);
    as(planning, one(task).id(), Deed.handBack(0, building, "Thuộc Sở Xây dựng"));
    as(building, one(task).id(), Deed.of(FactKind.ACCEPT_HAND, 1, ""));
    correct(task, Due.by(day("2020-09-20")), planning);
    Duty taken =
        ofTask(task).stream().filter(d -> d.bodyId() == building).findFirst().orElseThrow();
    assertThat(taken.state()).isEqualTo(State.NEW);
    assertThat(taken.due()).isEqualTo("2020-09-20");
  }

  @Test
  void theWholeNeverEndsBeforeItsPart() {
    long task = give(Due.by(day("2020-09-25")), planning, finance);
    long whole = one(task).id();
    Deed early = Deed.until(FactKind.SET_DATE, 0, day("2020-09-10"), "Sớm hơn");
    assertThatThrownBy(() -> Acting.as(office, () -> duties.record(whole, early)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("before_part")
        .hasMessageContaining("Sở Tài chính");
    // The database holds it as well.
    assertThatThrownBy(() ->
            JdbcClient.create(province.server().database().owner())
                .sql(
                    """
                    insert into task.fact (duty_id, step, kind, on_day, until, words, by_account,
                                           by_name)
                    values (:duty, 1, 'set_date', '2020-08-14', '2020-09-10', 'x', 1, 'x')
                    """)
                .param("duty", whole)
                .update())
        .hasStackTraceContaining("a whole cannot end before its part");
    long part = ofTask(task).get(1).id();
    Acting.as(
        office,
        () -> duties.record(part, Deed.until(FactKind.SET_DATE, 0, day("2020-09-05"), "Trước")));
    Acting.as(office, () -> duties.record(whole, early));
    assertThat(duty(whole).due()).isEqualTo("2020-09-10");
  }

  @Test
  void correctionMovesTheWholeAndItsPartsEitherWay() {
    long task = give(Due.by(day("2020-09-25")), planning, finance);
    correct(task, Due.by(day("2020-09-10")), planning, finance);
    assertThat(ofTask(task)).allMatch(d -> d.due() != null && d.due().equals(day("2020-09-10")));
    correct(task, Due.by(day("2020-10-10")), planning, finance);
    assertThat(ofTask(task)).allMatch(d -> d.due() != null && d.due().equals(day("2020-10-10")));
    assertThat(ofTask(task))
        .allMatch(d -> d.originalDue() != null && d.originalDue().equals(day("2020-09-25")));
  }

  @Test
  void anotherCalendarMovesWhatWasCountedInItAndNothingElse() {
    standOn("2020-12-28");
    long counted = give(within(3, "working_day", null, day("2020-12-28"), null), planning, finance);
    long set = give(within(3, "working_day", null, day("2020-12-28"), null), planning);
    long dated = give(Due.by(day("2020-12-31")), planning);
    Acting.as(
        office,
        () ->
            duties.record(
                one(set).id(), Deed.until(FactKind.SET_DATE, 0, day("2020-12-30"), "Sớm")));
    assertThat(one(counted).due()).isEqualTo("2020-12-31");
    CalendarYear year = Acting.call(SYSTEM, () -> calendars.year(2020)).orElseThrow();
    List<DayOff> days = new ArrayList<>(year.days());
    days.add(new DayOff(day("2020-12-31"), DayOff.Kind.SWAP_OFF, "Hoán đổi"));
    days.add(new DayOff(day("2020-12-26"), DayOff.Kind.SWAP_WORK, "Hoán đổi"));
    List<Recount> moved =
        Acting.call(office, () -> calendars.enter(2020, year.number(), days, "Thông báo mẫu"));
    assertThat(moved.stream().map(m -> m.duty().taskId())).containsOnly(counted).hasSize(2);
    // 31 December is off in exchange, 1 January a holiday: the third day is Monday the 4th.
    assertThat(ofTask(counted)).allMatch(d -> d.due() != null && d.due().equals(day("2021-01-04")));
    assertThat(one(counted).originalDue()).isEqualTo("2020-12-31");
    assertThat(one(set).due()).isEqualTo("2020-12-30");
    assertThat(one(dated).due()).isEqualTo("2020-12-31");
    assertThatThrownBy(
            () -> Acting.call(office, () -> calendars.enter(2020, year.number(), days, "Lần nữa")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("calendar_changed");
    Acting.call(office, () -> calendars.enter(2020, year.number() + 1, year.days(), "Trở lại"));
    assertThat(one(counted).due()).isEqualTo("2020-12-31");
    assertThat(Acting.call(SYSTEM, () -> calendars.load())).as("entered by hand stays").isZero();
  }

  @Test
  void deadlineCountedIntoAYearWithoutItsHolidaysIsUncertain() {
    Due due = within(10, "working_day", null, null, null);
    standOn("2026-12-25");
    assertThat(Acting.call(SYSTEM, () -> calendars.uncertain(List.of(due))))
        .containsExactly(day("2027-01-08"));
    assertThat(Acting.call(SYSTEM, () -> calendars.missing())).containsExactly(2027);
    standOn("2026-09-30");
    assertThat(Acting.call(SYSTEM, () -> calendars.uncertain(List.of(due)))).isEmpty();
    assertThat(Acting.call(SYSTEM, () -> calendars.missing())).isEmpty();
  }

  private static Due within(
      int count,
      String unit,
      @Nullable String from,
      @Nullable LocalDate paper,
      Due.@Nullable Op op) {
    return new Due(Due.Kind.RELATIVE, paper, null, op, null, null, count, unit, from, null, false);
  }

  private static Due due(Due.Kind kind) {
    return new Due(kind, null, null, null, null, null, null, null, null, null, false);
  }

  private static Due every(String every, @Nullable Integer day, @Nullable LocalDate from) {
    return new Due(Due.Kind.RECURRING, from, null, null, every, day, null, null, null, null, false);
  }

  private static long give(Due due, int lead, int... helpers) {
    return Acting.call(
        SYSTEM, () -> tasks.create(task("thoi-han-" + serial++, due, lead, helpers)));
  }

  private static NewTask task(String key, Due due, int lead, int... helpers) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(lead, Party.Part.LEAD, "chủ trì"));
    for (int helper : helpers) {
      parties.add(new Party(helper, Party.Part.COORDINATE, "phối hợp"));
    }
    return new NewTask(
        new SourceReference("test", 3, key, List.of("1")),
        1,
        new Wording("làm việc mẫu", "làm việc mẫu", null, null),
        due,
        parties);
  }

  private static void correct(long id, Due due, int lead, int... helpers) {
    Task now = Acting.call(SYSTEM, () -> tasks.find(id)).orElseThrow();
    NewTask content = task(now.content().source().key(), due, lead, helpers);
    Acting.as(SYSTEM, () -> tasks.correct(id, now.version(), content, "sửa theo văn bản"));
  }

  private static void standOn(String day) {
    JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = :day")
        .param("day", day(day))
        .update();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<Duty> ofTask(long task) {
    return Acting.call(SYSTEM, () -> duties.ofTasks(List.of(task)));
  }

  private static Duty one(long task) {
    return ofTask(task).getFirst();
  }

  private static Duty duty(long id) {
    return Acting.call(SYSTEM, () -> duties.find(id)).orElseThrow();
  }

  private static List<String> dues(long task) {
    return ofTask(task).stream().map(d -> Objects.requireNonNull(d.due()).toString()).toList();
  }

  private static void as(int body, long id, Deed deed) {
    Actor doer =
        new Actor(
            900 + body, "mẫu", Set.of("task.read", "task.report"), false, List.of(body), List.of());
    Acting.as(doer, () -> duties.record(id, deed));
  }
}
