package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.WorkingCalendar;
import vn.dondoc.task.Due;

/**
 * Days counted in the years 2016 to 2026. What is expected was counted from the closures of the
 * yearly notices ("nghỉ từ … đến hết …"), not with the program.
 */
class CalendarTableTest {
  private static final int LEAST = 120;
  private static final List<String> YEARS =
      List.of(
          "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026");
  private static final List<Row> ROWS = new ArrayList<>();
  private static WorkingCalendar calendar = WorkingCalendar.weekendsOnly();

  private record Row(String kind, LocalDate day, int count, String expected, String why) {}

  @BeforeAll
  static void read() throws IOException {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> worked = new HashSet<>();
    Set<Integer> years = new HashSet<>();
    for (ReferenceTable.Row row :
        ReferenceTable.read(null, "task/days-off.csv", List.of("day", "kind", "name")).rows()) {
      LocalDate day = Objects.requireNonNull(row.day("day"));
      (row.text("kind").equals("swap_work") ? worked : off).add(day);
      years.add(day.getYear());
    }
    calendar = new WorkingCalendar(off, worked, years);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    CalendarTableTest.class.getResourceAsStream("/task/working-days.csv")),
                StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(line -> line.split(",", 5)).forEach(f -> ROWS.add(row(f)));
    }
  }

  private static Row row(String[] fields) {
    return new Row(
        fields[0],
        LocalDate.parse(fields[1]),
        fields[2].isEmpty() ? 0 : Integer.parseInt(fields[2]),
        fields[3],
        fields[4]);
  }

  @Test
  void everyYearStandsInTheTable() {
    assertThat(ROWS).hasSizeGreaterThan(LEAST);
    Map<String, Integer> rows = new HashMap<>();
    ROWS.forEach(row -> rows.merge(row.day().toString().substring(0, 4), 1, Integer::sum));
    assertThat(rows.keySet()).containsAll(YEARS);
    assertThat(YEARS).allMatch(year -> rows.getOrDefault(year, 0) > 20);
  }

  @Test
  void everyRowComesOutAsItWasCounted() {
    SoftAssertions all = new SoftAssertions();
    for (Row row : ROWS) {
      all.assertThat(told(row)).as("%s", row).isEqualTo(row.expected());
    }
    all.assertAll();
  }

  @Test
  void everyDayOfTheProgramStandsInTheTable() {
    Set<LocalDate> days = new HashSet<>();
    ROWS.stream().filter(row -> row.kind().equals("worked")).forEach(row -> days.add(row.day()));
    assertThat(days).containsAll(calendar.off()).containsAll(calendar.worked());
  }

  private static String told(Row row) {
    LocalDate day = row.day();
    return switch (row.kind()) {
      case "worked" -> calendar.isWorkingDay(day) ? "yes" : "no";
      case "plus" -> calendar.plusWorkingDays(day, row.count()).toString();
      case "minus" -> calendar.minusWorkingDays(day, row.count()).toString();
      case "next" -> calendar.workingDayFrom(day).toString();
      case "within-day", "within-week", "within-month", "within-year" ->
          within(row, row.kind().substring("within-".length()));
      case "month-end" -> periodEnd("month", null, null, day);
      case "quarter-end" -> periodEnd("quarter", null, null, day);
      case "half-year-end" -> periodEnd("half_year", null, null, day);
      case "year-end" -> periodEnd("year", null, null, day);
      case "month-day" -> periodEnd("month", row.count(), Due.Op.BY, day);
      case "month-before" -> periodEnd("month", row.count(), Due.Op.BEFORE, day);
      default -> throw new IllegalArgumentException(row.kind());
    };
  }

  private static String within(Row row, String unit) {
    Due due =
        new Due(
            Due.Kind.RELATIVE,
            row.day(),
            null,
            null,
            null,
            null,
            row.count(),
            unit,
            null,
            null,
            false);
    return String.valueOf(new Schedule(due, calendar).first(row.day().plusDays(9)));
  }

  private static String periodEnd(
      String every, @Nullable Integer day, Due.@Nullable Op op, LocalDate first) {
    Due due =
        new Due(Due.Kind.RECURRING, null, null, op, every, day, null, null, null, null, false);
    // From the month before: a deadline before the 1st lies in it.
    return new Schedule(due, calendar)
        .periods(first.minusDays(1), first).stream()
            .filter(period -> period.from().equals(first))
            .map(period -> period.due().toString())
            .findFirst()
            .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ngày 20/8/2020,               10, day,         BY,     2020-08-31
          ngày 01 tháng 9 năm 2020,     2,  month,       BY,     2020-11-02
          20/8/2020,                    10, working_day, BY,     2020-09-04
          ngày 20/8/2020,               10, day,         BEFORE, 2020-08-10
          ngày 31/2/2020,               10, day,         BY,     null
          ngày 20/8/2020 của tỉnh khác, 10, day,         BY,     null
          """)
  void aLengthFromAWrittenDayIsCountedFromIt(
      String from, int within, String unit, Due.Op op, String last) {
    Due due =
        new Due(Due.Kind.RELATIVE, null, null, op, null, null, within, unit, from, null, false);
    Schedule schedule = new Schedule(due, calendar);
    assertThat(String.valueOf(schedule.first(LocalDate.of(2020, 8, 14)))).isEqualTo(last);
    assertThat(schedule.waitsForEvent()).isEqualTo("null".equals(last));
  }
}
