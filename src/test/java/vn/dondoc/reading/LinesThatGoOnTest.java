package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line may end in a colon, or the next begin with a number, in the middle of a sentence. */
class LinesThatGoOnTest {
  private static final String HEAD =
      "Ngày 03/8/2021, Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. Sở Y tế hoàn thành báo cáo và gửi về / Sở Nội vụ (qua email: / cchc@x.vn) chậm nhất"
            + " ngày 05/12/2021. | BY 2021-12-05",
        "1. Sở Y tế hoàn thành báo cáo và gửi cho các đơn vị: / Sở Nội vụ, Sở Tài chính trước ngày"
            + " 20/9/2021. | BEFORE 2021-09-20",
        "1. Sở Công Thương rà soát, lập danh sách / 35 cơ sở vi phạm, gửi Công an tỉnh trước ngày"
            + " 15/9/2021. | BEFORE 2021-09-15",
        "1. Giao Sở Y tế mua sắm / 20 máy thở trước ngày 15/9/2021. | BEFORE 2021-09-15",
      })
  void theTaskReachesOverTheEndOfTheLine(String item, String due) {
    assertThat(Reads.due(HEAD + item.replace(" / ", "\n") + "\n")).isEqualTo(due);
  }

  @Test
  void aHeadingAndAFigureBelowItStayApart() {
    assertThat(
            Reads.tasks(HEAD + "I. Kết quả\n3 tháng đầu năm, toàn tỉnh trồng được 200 ha rừng.\n"))
        .isEmpty();
    assertThat(Reads.tasks(HEAD + "1. Kết quả giải ngân\n12 xã giải ngân dưới 20%.\n")).isEmpty();
  }

  @Test
  void aColonThatOpensAListStillEndsItsLine() {
    assertThat(
            Reads.summary(
                HEAD
                    + "1. Các sở, ngành thực hiện:\n"
                    + "Sở Y tế lập danh sách.\n"
                    + "Sở Nội vụ cử cán bộ.\n"))
        .hasSize(2);
  }
}
