package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.CycleText;
import vn.dondoc.task.Due;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** The month named within a cycle decides the day, is kept, and is told in the same words. */
class CycleMonthsDbTest extends DeadlineWorld {
  private static Due cycle(String every, Due.Op op, @Nullable Integer day, Integer month) {
    return new Due(
        Due.Kind.RECURRING, null, null, op, every, day, null, null, null, null, false, month);
  }

  @ParameterizedTest
  @CsvSource({
    "quarter, BY, 5, 1, 2020-10-05",
    "quarter, BY, 15, 2, 2020-08-15",
    "quarter, BY, , 2, 2020-08-31",
    "half_year, BEFORE, 15, 6, 2020-12-14",
    "half_year, BY, 20, 5, 2020-11-20",
    "year, BEFORE, 10, 12, 2020-12-09",
    "year, BY, 5, 1, 2021-01-05",
    "year, BEFORE, 1, 3, 2021-02-28",
  })
  void dutyIsDueInTheMonthNamed(
      String every, Due.Op op, @Nullable Integer day, int month, String due) {
    long task = give(cycle(every, op, day, month), planning);
    standOn(due);
    assertThat(ofTask(task)).anySatisfy(duty -> assertThat(duty.due()).isEqualTo(due));
    Due kept = Acting.call(SYSTEM, () -> tasks.find(task).orElseThrow().content().due());
    assertThat(kept.month()).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({
    "month, BEFORE, 5, 2, 2020-12-01/2021-01-04",
    "quarter, BEFORE, 10, 4, 2020-10-01/2021-01-09",
    "quarter, BY, 31, 5, 2020-10-01/2021-02-28",
    "half_year, BY, 10, 7, 2020-07-01/2021-01-10",
    "year, BEFORE, 15, 13, 2020-01-01/2021-01-14",
    "year, BY, , 14, 2020-01-01/2021-02-28",
  })
  void whatAPeriodBroughtIsDueInThePeriodBehind(
      String every, Due.Op op, @Nullable Integer day, int month, String told) {
    LocalDate from = day(told.split("/")[0]);
    LocalDate due = day(told.split("/")[1]);
    long task = give(cycle(every, op, day, month), planning);
    standOn(from.isBefore(day("2020-08-14")) ? "2020-08-14" : from.toString());
    Acting.as(SYSTEM, duties::advance);
    standOn(due.toString());
    assertThat(ofTask(task))
        .anySatisfy(duty -> {
          assertThat(duty.due()).isEqualTo(due);
          assertThat(Objects.requireNonNull(duty.period()).from()).isEqualTo(from);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quarter | BY | 5 | 1 | hằng quý, ngày 5 tháng đầu quý",
        "quarter | BEFORE | 20 | 3 | hằng quý, trước ngày 20 tháng cuối quý",
        "half_year | BEFORE | 15 | 6 | 6 tháng một lần, trước ngày 15/6 và 15/12",
        "year | BEFORE | 10 | 12 | hằng năm, trước ngày 10/12",
        "year | BY | | 3 | hằng năm, tháng 3",
        "month | BEFORE | 5 | 2 | hằng tháng, trước ngày 5 tháng sau",
        "quarter | BEFORE | 10 | 4 | hằng quý, trước ngày 10 tháng đầu quý sau",
        "half_year | BY | 10 | 7 | 6 tháng một lần, ngày 10/7 và 10/1 năm sau",
        "year | BEFORE | 15 | 13 | hằng năm, trước ngày 15/1 năm sau",
      })
  void sameWordsTellDayAndMonth(
      String every, Due.Op op, @Nullable Integer day, int month, String words) {
    assertThat(CycleText.of(cycle(every, op, day, month), Texts.in(Language.VI))).isEqualTo(words);
  }

  @Test
  void monthIsLostWithTheCycleItStoodIn() {
    Due before = cycle("year", Due.Op.BY, 10, 12);
    assertThat(every("year", 12, null).inMonthOf(before).month()).isEqualTo(12);
    assertThat(every("quarter", 12, null).inMonthOf(before).month()).isNull();
  }
}
