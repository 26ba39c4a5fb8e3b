package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.Due;

/** "Trước ngày 20" leaves the 20th out; "trước 17 giờ ngày 20" does not. */
class HourDeadlinesTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);

  private static Due due(Due.Kind kind, @Nullable LocalTime time) {
    boolean recurs = kind == Due.Kind.RECURRING;
    return new Due(
        kind,
        recurs ? null : DAY,
        time,
        Due.Op.BEFORE,
        recurs ? "month" : null,
        recurs ? 20 : null,
        null,
        null,
        null,
        null,
        false);
  }

  @Test
  void theDayItselfCountsWhereAnHourIsSaid() {
    assertThat(due(Due.Kind.DATE, null).lastDay()).isEqualTo(DAY.minusDays(1));
    assertThat(due(Due.Kind.DATE, LocalTime.of(17, 0)).lastDay()).isEqualTo(DAY);
  }

  @Test
  void soItDoesInEveryPeriod() {
    assertThat(first(null)).isEqualTo(DAY.minusDays(1));
    assertThat(first(LocalTime.of(17, 0))).isEqualTo(DAY);
  }

  @Test
  void hourStaysWhenTheDayMovesAndADayAloneIsTheLastInTime() {
    Due hour = due(Due.Kind.DATE, LocalTime.of(17, 0));
    assertThat(hour.lastingTo(DAY.plusDays(5)))
        .returns(LocalTime.of(17, 0), Due::time)
        .returns(Due.Op.BEFORE, Due::op)
        .returns(DAY.plusDays(5), Due::lastDay);
    assertThat(hour.shifted(5)).isEqualTo(hour.lastingTo(DAY.plusDays(5)));
    assertThat(due(Due.Kind.DATE, null).lastingTo(DAY)).returns(DAY, Due::lastDay);
  }

  private static LocalDate first(@Nullable LocalTime time) {
    Schedule schedule = new Schedule(due(Due.Kind.RECURRING, time), WorkingCalendar.weekendsOnly());
    return schedule.periods(DAY.withDayOfMonth(1), DAY).getFirst().due();
  }
}
