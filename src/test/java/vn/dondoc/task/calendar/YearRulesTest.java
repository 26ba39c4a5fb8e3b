package vn.dondoc.task.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.DayOff;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A year of the calendar is whole, or says what it lacks. */
class YearRulesTest {
  private static final List<DayOff> SHIPPED =
      ReferenceTable.read(null, "task/days-off.csv", List.of("day", "kind", "name")).rows().stream()
          .map(row ->
              new DayOff(
                  Objects.requireNonNull(row.day("day")),
                  DayOff.Kind.of(row.text("kind")),
                  row.text("name")))
          .toList();
  private static final YearRules RULES = new YearRules(new HolidayLaw(""));

  @ParameterizedTest
  @ValueSource(ints = {2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
  void everyYearThatComesWithTheProgramIsWhole(int year) {
    YearCheck check = RULES.check(year, lines(year), SHIPPED);
    assertThat(told(check.problems())).isEmpty();
    assertThat(told(check.warnings())).isEmpty();
    assertThat(check.days()).hasSizeBetween(10, 16);
  }

  @ParameterizedTest
  @ValueSource(ints = {2020, 2021, 2027, 2028, 2029, 2030, 2033, 2041, 2050})
  void aYearByTheLawAloneIsWhole(int year) {
    HolidayLaw law = new HolidayLaw("");
    List<YearLine> lines = placed(law.suggested(year).stream().map(YearLine::of).toList());
    YearCheck check = RULES.check(year, lines, List.of());
    assertThat(told(check.problems())).isEmpty();
    assertThat(told(check.warnings())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, Tết Dương lịch",
    "2020-01-24, Tết Nguyên đán",
    "2020-01-27, Tết Nguyên đán",
    "2020-04-02, Giỗ Tổ Hùng Vương",
    "2020-04-30, Chiến thắng 30/4",
    "2020-05-01, Quốc tế Lao động",
    "2020-09-02, Quốc khánh",
    "2021-09-02, Quốc khánh",
    "2024-02-09, Tết Nguyên đán"
  })
  void aPublicHolidayLeftOutIsNamed(LocalDate day, String name) {
    YearCheck check = without(day);
    assertThat(told(check.problems()))
        .singleElement()
        .asString()
        .contains("Thiếu ngày nghỉ " + name, day.getDayOfMonth() + "/");
  }

  @ParameterizedTest
  @CsvSource({"2019-02-08, Tết Nguyên đán", "2021-09-03, Quốc khánh", "2025-01-27, Tết Nguyên đán"})
  void aHolidayWithTooFewDaysIsRefused(LocalDate day, String name) {
    assertThat(told(without(day).problems())).singleElement().asString().contains(name, "mới ghi");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-04-18, Giỗ Tổ Hùng Vương: 16/04/2016",
    "2017-01-02, Tết Dương lịch: 01/01/2017",
    "2017-09-04, Quốc khánh: 02/09/2017",
    "2023-05-03, 30/04/2023",
    "2026-04-27, Giỗ Tổ Hùng Vương: 26/04/2026"
  })
  void aHolidayOnAWeekendWithoutADayInsteadIsAWarning(LocalDate day, String words) {
    YearCheck check = without(day);
    assertThat(told(check.problems())).isEmpty();
    assertThat(told(check.warnings())).singleElement().asString().contains(words, "nghỉ bù");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-04-29", "2019-05-04", "2024-04-29", "2025-04-26", "2026-08-22"})
  void halfOfAnExchangeIsRefused(LocalDate day) {
    assertThat(told(without(day).problems())).singleElement().asString().contains("hoán đổi");
  }

  @Test
  void anExchangeMayLieInTheYearBefore() {
    assertThat(told(RULES.check(2019, lines(2019), SHIPPED).warnings())).isEmpty();
    List<DayOff> only2019 = SHIPPED.stream().filter(d -> d.day().getYear() != 2018).toList();
    YearCheck check = RULES.check(2019, lines(2019), only2019);
    assertThat(told(check.problems())).isEmpty();
    assertThat(told(check.warnings())).singleElement().asString().contains("05/01/2019", "2018");
  }

  @Test
  void everyLineThatCannotBeReadIsToldAtOnce() {
    List<YearLine> lines = new ArrayList<>(lines(2020));
    lines.add(line("31/02/2020", "holiday", "không có"));
    lines.add(line("02/09/2020", "holiday", "hai lần"));
    lines.add(line("02/09/2021", "holiday", "năm khác"));
    lines.add(line("07/09/2020", "nghỉ mát", "loại lạ"));
    lines.add(line("08/09/2020", "holiday", ""));
    lines.add(line("12/09/2020", "swap_off", "cuối tuần"));
    lines.add(line("14/09/2020", "swap_work", "trong tuần"));
    YearCheck check = RULES.check(2020, placed(lines), SHIPPED);
    assertThat(told(check.problems()))
        .hasSize(7)
        .anyMatch(problem -> problem.contains("“31/02/2020” không phải là ngày"))
        .anyMatch(problem -> problem.contains("02/09/2020 đã ghi"))
        .anyMatch(problem -> problem.contains("02/09/2021 không thuộc năm 2020"))
        .anyMatch(problem -> problem.contains("không có loại “nghỉ mát”"))
        .anyMatch(problem -> problem.contains("08/09/2020 chưa ghi dịp gì"))
        .anyMatch(problem -> problem.contains("12/09/2020 là thứ Bảy hoặc Chủ nhật"))
        .anyMatch(problem -> problem.contains("14/09/2020 là ngày làm việc"));
  }

  @Test
  void aDayTheLawDoesNotKnowIsAWarning() {
    List<YearLine> lines = new ArrayList<>(lines(2026));
    lines.add(line("24/11/2026", "holiday", "Ngày Văn hóa Việt Nam"));
    YearCheck check = RULES.check(2026, placed(lines), SHIPPED);
    assertThat(check.problems()).isEmpty();
    assertThat(told(check.warnings())).singleElement().asString().contains("24/11/2026");
  }

  @Test
  void tooManyLinesAreRefused() {
    List<YearLine> lines = new ArrayList<>();
    for (int n = 0; n <= YearRules.MOST; n++) {
      lines.add(line("02/09/2020", "holiday", "lặp"));
    }
    assertThat(told(RULES.check(2020, placed(lines), List.of()).problems()))
        .singleElement()
        .asString()
        .contains("61 dòng, tối đa 60");
  }

  private static YearCheck without(LocalDate day) {
    List<YearLine> lines =
        SHIPPED.stream()
            .filter(off -> off.day().getYear() == day.getYear() && !off.day().equals(day))
            .map(YearLine::of)
            .toList();
    return RULES.check(day.getYear(), placed(lines), SHIPPED);
  }

  private static List<YearLine> lines(int year) {
    return placed(
        SHIPPED.stream().filter(off -> off.day().getYear() == year).map(YearLine::of).toList());
  }

  private static YearLine line(String day, String kind, String name) {
    return new YearLine(List.of(), day, kind, name);
  }

  private static List<YearLine> placed(List<YearLine> lines) {
    List<YearLine> placed = new ArrayList<>();
    for (YearLine line : lines) {
      String place = "Dòng " + (placed.size() + 1);
      placed.add(new YearLine(List.of(place, place, place), line.day(), line.kind(), line.name()));
    }
    return placed;
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream().map(Texts.in(Language.VI)::tell).toList();
  }
}
