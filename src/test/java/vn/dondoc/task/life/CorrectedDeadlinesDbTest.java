package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskFilter;

/** What becomes of deadlines when a task is corrected, a body taken in or a whole moved. */
class CorrectedDeadlinesDbTest extends DeadlineWorld {
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
  void deadlineThatACorrectionTakesAwayIsOwedByNobodyAndStaysTheFirst() {
    long task = give(Due.by(day("2020-09-25")), planning);
    correct(task, Due.none(), planning);
    assertThat(one(task).due()).isNull();
    assertThat(one(task).timing()).isEqualTo(Timing.UNDATED);
    assertThat(one(task).originalDue()).isEqualTo("2020-09-25");
    standOn("2020-12-01");
    assertThat(one(task).timing()).isEqualTo(Timing.UNDATED);
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
                    insert into task.fact (duty_id, step, kind, on_day, until, by_account, by_name)
                    values (:duty, 1, 'set_date', '2020-08-14', '2020-09-10', 1, 'x')
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
  void partKeepsItsDayWhereTheExtendedWholeKeepsIts() {
    long task = give(Due.by(day("2020-09-25")), planning, finance);
    long whole = one(task).id();
    as(planning, whole, Deed.until(FactKind.ASK_EXTENSION, 0, day("2020-10-15"), "Chờ số liệu"));
    Acting.as(
        office,
        () -> duties.record(whole, Deed.until(FactKind.GRANT_EXTENSION, 1, day("2020-10-15"), "")));
    correct(task, Due.none(), planning, finance);
    assertThat(dues(task)).containsExactly("2020-10-15", "2020-09-25");
  }

  @Test
  void anotherCalendarLeavesAPartWithinItsWhole() {
    standOn("2020-12-28");
    Due counted = within(3, "working_day", null, day("2020-12-28"), null);
    long reported = give(counted, planning, finance);
    as(planning, one(reported).id(), Deed.report(0, "Xong", "12/BC"));
    long set = give(counted, planning, finance);
    CalendarYear year = Acting.call(SYSTEM, () -> calendars.year(2020)).orElseThrow();
    List<DayOff> days = new ArrayList<>(year.days());
    days.add(new DayOff(day("2020-12-31"), DayOff.Kind.SWAP_OFF, "Hoán đổi"));
    days.add(new DayOff(day("2020-12-26"), DayOff.Kind.SWAP_WORK, "Hoán đổi"));
    Acting.call(office, () -> calendars.enter(2020, year.number(), days, "Thông báo mẫu"));
    assertThat(dues(reported)).as("the whole is reported").containsOnly("2020-12-31");
    assertThat(dues(set)).containsOnly("2021-01-04");
    Duty part = ofTask(set).get(1);
    Acting.as(
        office,
        () ->
            duties.record(
                part.id(), Deed.until(FactKind.SET_DATE, 1, day("2021-01-02"), "Riêng phần này")));
    assertThatThrownBy(() ->
            Acting.call(
                office, () -> calendars.enter(2020, year.number() + 1, year.days(), "Trở lại")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("before_part")
        .hasMessageContaining("Sở Tài chính");
    Acting.as(
        office,
        () ->
            duties.record(
                part.id(), Deed.until(FactKind.SET_DATE, 2, day("2020-12-30"), "Sớm hơn")));
    Acting.call(office, () -> calendars.enter(2020, year.number() + 1, year.days(), "Trở lại"));
    assertThat(dues(set)).containsExactly("2020-12-31", "2020-12-30");
  }

  @Test
  void missedPeriodGetsNoNewDayAndNothingADayThatIsPast() {
    Due monthly =
        new Due(
            Due.Kind.RECURRING, null, null, Due.Op.BY, "month", 25, null, null, null, null, false);
    long task = give(monthly, planning);
    standOn("2020-10-30");
    Acting.as(SYSTEM, duties::advance);
    Duty missed =
        ofTask(task).stream()
            .filter(duty -> day("2020-09-25").equals(duty.due()))
            .findFirst()
            .orElseThrow();
    refused(missed, "2020-12-31", "missed");
    refused(missed, "2020-10-01", "past_day");
  }

  private static void refused(Duty duty, String until, String why) {
    Deed set = Deed.until(FactKind.SET_DATE, duty.step(), day(until), "lùi");
    assertThatThrownBy(() -> Acting.as(office, () -> duties.record(duty.id(), set)))
        .hasMessageContaining(why);
  }

  @Test
  void listIsSortedAndFilteredByTheDayAsExtended() {
    long extended = give(Due.by(day("2020-09-05")), building);
    long other = give(Due.by(day("2020-09-20")), building);
    long duty = one(extended).id();
    Acting.as(
        office,
        () -> duties.record(duty, Deed.until(FactKind.SET_DATE, 0, day("2020-10-15"), "gia hạn")));
    assertThat(listed(null, building)).containsSubsequence(other, extended);
    assertThat(listed(day("2020-09-30"), building)).contains(other).doesNotContain(extended);
  }

  private static List<Long> listed(@Nullable LocalDate until, int body) {
    TaskFilter filter =
        new TaskFilter(body, true, null, null, until, null, "", TaskFilter.Sort.DEADLINE);
    return Acting.call(SYSTEM, () -> tasks.list(filter, null)).rows().stream()
        .map(Task::id)
        .toList();
  }
}
