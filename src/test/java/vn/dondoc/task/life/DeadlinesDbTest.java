package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;

/** Every form of a deadline in the province of August 2020. */
class DeadlinesDbTest extends DeadlineWorld {
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
    assertThatThrownBy(() -> Acting.as(office, () -> duties.record(id, event)))
        .as("it has not happened yet")
        .hasMessageContaining("event_ahead");
    standOn("2020-08-28");
    Acting.as(office, () -> duties.record(id, event));
    assertThat(one(task).due()).isEqualTo("2020-09-07");
    assertThat(one(task).originalDue()).isEqualTo("2020-09-07");
    ToldFact told = Acting.call(SYSTEM, () -> duties.history(id)).getFirst();
    assertThat(told.eventOn()).isEqualTo("2020-08-28");
    assertThat(told.fact().until()).isEqualTo("2020-09-07");
  }

  @ParameterizedTest
  @CsvSource({
    "ngày nhận đủ hồ sơ,",
    "ngày nhận được hồ sơ hợp lệ,",
    "ngày ký hợp đồng,",
    "ngày ban hành Quyết định phê duyệt dự án,",
    "khi nhận được đề nghị của các huyện,",
    "ngày nhận được Thông báo này, 2020-09-03",
    "ngày ban hành văn bản, 2020-09-03",
    "ngày ký Công văn này, 2020-09-03"
  })
  void timeFromAnythingButThePaperItselfWaitsForIt(String from, @Nullable LocalDate due) {
    standOn("2020-08-24");
    long task = give(within(10, "day", from, day("2020-08-24"), null), planning);
    assertThat(one(task).due()).isEqualTo(due);
  }

  @Test
  void eventToldSoLateThatItsDeadlineHasPassedMakesNobodyLate() {
    long task = give(within(10, "day", "ngày nhận đủ hồ sơ", null, null), planning);
    standOn("2020-08-24");
    Deed event = Deed.until(FactKind.EVENT, 0, day("2020-08-03"), "Nhận đủ hồ sơ");
    assertThatThrownBy(() -> Acting.as(office, () -> duties.record(one(task).id(), event)))
        .hasMessageContaining("event_past");
    assertThat(one(task).timing()).isEqualTo(Timing.UNDATED);
  }

  @Test
  void conditionSaysNoLengthOfTimeSoTheWorkIsGivenADate() {
    long task = give(due(Due.Kind.CONDITIONAL), planning);
    Deed event = Deed.until(FactKind.EVENT, 0, day("2020-08-13"), "Đã có điều kiện");
    assertThatThrownBy(() -> Acting.as(office, () -> duties.record(one(task).id(), event)))
        .hasMessageContaining("no_event");
    assertThat(one(task).timing()).isEqualTo(Timing.UNDATED);
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
}
