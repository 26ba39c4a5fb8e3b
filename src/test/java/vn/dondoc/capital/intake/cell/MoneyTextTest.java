package vn.dondoc.capital.intake.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people type them into cells of text. */
class MoneyTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1.234.567      | EACH | 1234567",
        "1,234,567      | EACH | 1234567",
        "1.234.567,89   | EACH | 1234567.89",
        "1,234,567.89   | EACH | 1234567.89",
        "12,5           | EACH | 12.5",
        "12.5           | EACH | 12.5",
        "0,125          | EACH | 0.125",
        "1234,567       | EACH | 1234.567",
        "1.234          | VI   | 1234",
        "1.234          | EN   | 1.234",
        "1,234          | VI   | 1.234",
        "1,234          | EN   | 1234",
        "1 234 567,5    | EACH | 1234567.5",
        "(1.234.567)    | EACH | -1234567",
        "-12,5          | EACH | -12.5",
        "'1250          | EACH | 1250",
        "2.5E+3         | EACH | 2500",
      })
  void readsBothNotations(String text, Notation notation, BigDecimal value) {
    assertThat(MoneyText.of(text, notation))
        .isInstanceOfSatisfying(
            MoneyText.Amount.class,
            amount -> assertThat(amount.value()).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,5 tỷ         | BILLION",
        "640 triệu đồng | MILLION",
        "1.300.000 đ    | DONG",
        "15 nghìn đồng  | THOUSAND",
        "12 trđ         | MILLION",
      })
  void takesAUnitWrittenBehindTheNumber(String text, Unit unit) {
    assertThat(MoneyText.of(text, Notation.EACH))
        .isInstanceOfSatisfying(
            MoneyText.Amount.class, amount -> assertThat(amount.own()).isEqualTo(unit));
  }

  @Test
  void asksAboutWhatReadsBothWays() {
    assertThat(MoneyText.of("1.234", Notation.EACH)).isInstanceOf(MoneyText.Twofold.class);
    assertThat(MoneyText.of("12,345", Notation.EACH)).isInstanceOf(MoneyText.Twofold.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.23.456", "1,2,3", "12.345,67.8", "mười", "12a", "1..2", "31/7", "=1+1"})
  void refusesWhatIsNoNumber(String text) {
    assertThat(MoneyText.of(text, Notation.VI)).isInstanceOf(MoneyText.Wrong.class);
  }

  @Test
  void takesDashesForNothing() {
    for (String text : new String[] {"-", "–", "—", " ", "x"}) {
      assertThat(MoneyText.of(text, Notation.EACH)).as(text).isInstanceOf(MoneyText.None.class);
    }
  }
}
