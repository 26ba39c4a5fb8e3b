package vn.dondoc.rural.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.Range;
import vn.dondoc.rural.standard.Criterion.ValueType;

class TypedFigureTest {
  private static Part part(ValueType type) {
    return new Part(
        "gia_tri", new Bilingual("Thu nhập", "Income"), type, null, new Range(null, null), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERCENT | 93,4 | 93.4",
        "PERCENT | 93.4 | 93.4",
        "PERCENT | 93,4 % | 93.4",
        "PERCENT | 93.125 | 93.125",
        "COUNT | 1 250 | 1250",
        "COUNT | 1\u00a0234 | 1234",
        "COUNT | 12\u202f345\u2009678 | 12345678",
        "MONEY | 1 234,5 | 1234.5",
        "PERCENT | \u00a093,4\u00a0% | 93.4",
        "COUNT | 1.250.000 | 1250000",
        "COUNT | 0,5 | 0.5",
        "MONEY | 1.234,5 | 1234.5",
        "MONEY | 1,234.5 | 1234.5",
        "NUMBER | 0.125 | 0.125"
      })
  void commaAndPointAreReadAsTheyAreMeant(ValueType type, String typed, String figure) {
    assertThat(TypedFigure.read(typed, part(type)).figure())
        .satisfies(read -> assertThat(Objects.requireNonNull(read)).isEqualByComparingTo(figure));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MONEY | 1.250 | thousands",
        "MONEY | 1.234 | thousands",
        "MONEY | 1,234 | thousands",
        "PERCENT | 9 2 | spaced",
        "PERCENT | 9\u00a02 % | spaced",
        "COUNT | 12 34 | spaced",
        "COUNT | 1  234 | spaced",
        "COUNT | 1 2345 | spaced",
        "NUMBER | 0 234 | spaced",
        "NUMBER | 9 ,2 | spaced",
        "COUNT | chín mươi | no_number",
        "COUNT | 12,345 | thousands",
        "COUNT | chín | no_number",
        "COUNT | 1,2,3 | no_number",
        "COUNT | 12 % | no_number",
        "PERCENT | -- | no_number"
      })
  void whatIsNoNumberOrMayBeTwoIsRefused(ValueType type, String typed, String why) {
    assertThatThrownBy(() -> TypedFigure.read(typed, part(type)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }
}
