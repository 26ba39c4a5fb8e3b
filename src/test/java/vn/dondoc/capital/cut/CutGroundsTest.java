package vn.dondoc.capital.cut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a document that shows a surplus. */
class CutGroundsTest {
  @ParameterizedTest
  @CsvSource({
    "QĐ 12/QĐ-UBND ngày 03/08/2020,true",
    "'Quyết định số 12/QĐ-UBND, ngày 3 tháng 8 năm 2020 duyệt kết quả đấu thầu',true",
    "QT-07 3.8.2020,true",
    "abc,false",
    "03/08/2020,false",
    "ngày 3 tháng 8 năm 2020,false",
    "QĐ 12 của tỉnh,false"
  })
  void documentIsNamedByItsNumberAndItsDay(String words, boolean document) {
    assertThat(CutGrounds.isDocument(words)).isEqualTo(document);
  }
}
