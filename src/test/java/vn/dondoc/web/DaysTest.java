package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

class DaysTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "14/08/2020",
        "14/8/2020",
        " 14/08/2020 ",
        "14-8-2020",
        "14.08.2020",
        "14082020",
        "2020-08-14"
      })
  void readsADayAsOfficialsWriteItAndAsOldAddressesCarryIt(String text) {
    assertThat(Days.read(text)).contains(LocalDate.of(2020, 8, 14));
  }

  @Test
  void takesTheDayBeforeTheMonth() {
    assertThat(Days.read("2/3/2020")).contains(LocalDate.of(2020, 3, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "08/14/2020",
        "31/02/2020",
        "29/2/2021",
        "14/8/20",
        "14/8",
        "mai",
        "2020-8-14",
        "2020-02-31",
        "1482020",
        "14/08/2020 10:00",
        "١٤/٠٨/٢٠٢٠"
      })
  void refusesWhatIsNoDay(String text) {
    assertThat(Days.read(text)).isEmpty();
  }

  @Test
  void showsTheDayInTwoDigitsWhateverTheLanguage() {
    assertThat(Days.written(LocalDate.of(2020, 8, 4))).isEqualTo("04/08/2020");
    assertThat(Days.written(null)).isEmpty();
    assertThat(Days.shown("2020-08-04")).isEqualTo("04/08/2020");
    assertThat(Days.shown("2020-02-31")).isEqualTo("2020-02-31");
    assertThat(Days.shown("4/8/2020")).isEqualTo("4/8/2020");
  }

  @Test
  void namesFieldValueAndRemedyInTheReadersLanguage() {
    Problem problem = Days.problem("tu", "audit.from", "31/02");
    assertThat(Texts.in(Language.VI).tell(problem))
        .contains("“Từ ngày”", "“31/02”", "ngày/tháng/năm");
    assertThat(Texts.in(Language.EN).tell(problem)).contains("“31/02”", "day/month/year");
  }

  @Test
  void noPageLeavesTheOrderOfDayAndMonthToTheBrowser() throws IOException {
    try (Stream<Path> pages = Files.walk(Path.of("src/main/jte"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".jte")).toList()) {
        assertThat(Files.readString(page)).as(page + "").doesNotContain("type=\"date\"");
      }
    }
  }

  @Test
  void dayInARefusalIsWrittenAsPeopleWriteIt() {
    Refusal.Problem problem =
        Refusal.Problem.at(
            "day",
            "task.refusal.life.not_later",
            LocalDate.of(2020, 9, 1),
            LocalDate.of(2020, 9, 25));
    assertThat(Texts.in(Language.VI).tell(problem)).contains("01/09/2020", "25/09/2020");
    assertThat(Texts.in(Language.EN).tell(problem)).doesNotContain("2020-09");
  }
}
