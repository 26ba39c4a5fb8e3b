package vn.dondoc.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.MultiValueMap;
import vn.dondoc.kernel.Refusal;

/** Các ô của thời hạn: what a person writes is the deadline, and what is not asked stays. */
class DueFormTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 25);

  private static Due sent(Due before, String... fields) {
    MultiValueMap<String, String> sent = new org.springframework.util.LinkedMultiValueMap<>();
    for (int n = 0; n < fields.length; n += 2) {
      sent.add(fields[n], fields[n + 1]);
    }
    return DueForm.of(sent).read(before);
  }

  private static Due cycle(String every, @Nullable Integer day, @Nullable Integer month) {
    return new Due(
        Due.Kind.RECURRING,
        DAY,
        null,
        Due.Op.BY,
        every,
        day,
        null,
        null,
        "2021",
        "mẫu",
        false,
        month);
  }

  @Test
  void ofADayNothingIsKept() {
    Due due = sent(Due.by(DAY), "due", "recurring", "every", "month");
    assertThat(due.on()).isNull();
    assertThat(due.day()).isNull();
    Due event =
        new Due(Due.Kind.EVENT, DAY, null, null, null, 3, null, null, "khi họp", "mẫu", false);
    Due back = sent(event, "due", "recurring", "every", "month");
    assertThat(back.from()).isNull();
    assertThat(back.day()).isNull();
  }

  @Test
  void ofACycleItsBeginningAndItsDayAreKept() {
    Due due = sent(cycle("month", 25, null), "due", "recurring", "every", "quarter");
    assertThat(due.on()).isEqualTo(DAY);
    assertThat(due.day()).isEqualTo(25);
    assertThat(due.from()).isEqualTo("2021");
    assertThat(sent(cycle("month", 25, null), "due", "recurring", "every", "week").day()).isNull();
  }

  @Test
  void tenWorkingDaysFromTheSigningAreWritten() {
    Due due =
        sent(
            Due.none(),
            "due",
            "relative",
            "within",
            "10",
            "unit",
            "working_day",
            "from",
            " ngày ký ");
    assertThat(due.within()).isEqualTo(10);
    assertThat(due.unit()).isEqualTo("working_day");
    assertThat(due.from()).isEqualTo("ngày ký");
  }

  @Test
  void lengthNobodyCanWriteStaysWhatItWas() {
    Due said =
        new Due(
            Due.Kind.RELATIVE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "có kết quả",
            "mẫu",
            false);
    assertThat(sent(said, "due", "relative", "within", "", "unit", "day", "from", "có kết quả"))
        .isEqualTo(said);
    assertThatThrownBy(() -> sent(Due.none(), "due", "relative", "within", ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(TaskRefusal.NO_LENGTH));
  }

  @Test
  void fifthDayOfTheNextQuartersFirstMonthIsWritten() {
    Due due =
        sent(
            Due.none(),
            "due",
            "recurring",
            "every",
            "quarter",
            "day",
            "5",
            "weekday",
            "3",
            "in-quarter",
            "4",
            "in-year",
            "11");
    assertThat(due.day()).isEqualTo(5);
    assertThat(due.month()).isEqualTo(4);
    assertThat(sent(due, "due", "recurring", "every", "quarter", "day", "", "in-quarter", ""))
        .satisfies(cleared -> assertThat(cleared.day()).isNull())
        .satisfies(cleared -> assertThat(cleared.month()).isNull());
    assertThat(sent(due, "due", "recurring", "every", "week", "weekday", "5").day()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          relative,  within,     0,          BAD_LENGTH
          relative,  within,     10 ngày,    BAD_LENGTH
          relative,  within,     1000,       BAD_LENGTH
          recurring, day,        32,         BAD_CYCLE_DAY
          recurring, day,        mùng 5,     BAD_CYCLE_DAY
          recurring, in-quarter, 7,          BAD_CYCLE_MONTH
          none,      on,         25/09/2020, LOST_DAY
          bao giờ,   on,         '',         NO_KIND
          date,      on,         '',         EMPTY_DAY
          """)
  void whatIsNoDeadlineIsRefused(String kind, String field, String typed, TaskRefusal code) {
    assertThatThrownBy(() -> sent(Due.none(), "due", kind, "every", "quarter", field, typed))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  static Stream<Due> deadlines() {
    Due date =
        new Due(Due.Kind.DATE, DAY, null, Due.Op.BEFORE, null, null, null, null, null, "mẫu", true);
    Due length =
        new Due(Due.Kind.RELATIVE, DAY, null, null, null, null, 2, "week", "ngày ký", "mẫu", false);
    return Stream.of(
        Due.none(),
        Due.by(DAY),
        date,
        length,
        cycle("month", 25, 2),
        cycle("week", 5, null),
        cycle("half_year", 10, 7),
        cycle("year", 15, 13),
        cycle("continuous", null, null));
  }

  @ParameterizedTest
  @MethodSource("deadlines")
  void fieldsSentBackUntouchedChangeNothing(Due due) {
    assertThat(DueForm.of(due).read(due)).isEqualTo(due);
    assertThat(sent(due, new String[0])).isEqualTo(due);
  }
}
