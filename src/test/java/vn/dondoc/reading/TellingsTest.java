package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sounds like work and only tells: a figure, a past order, a promise, a refusal. */
class TellingsTest {
  private static final String HEAD =
      """
      Số: 12/TB-UBND
      Mẫu Sơn, ngày 15 tháng 8 năm 2020
      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh

      Chủ tịch UBND tỉnh kết luận như sau:
      1. Giao Sở Xây dựng rà soát hồ sơ.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu ngân sách 7 tháng đạt 58% dự toán.",
        "Tháng 10/2019, UBND tỉnh giao Sở Tài chính bố trí vốn, yêu cầu khởi công trước ngày"
            + " 31/12/2019.",
        "UBND tỉnh phê duyệt chủ trương đầu tư tại Quyết định số 803/QĐ-UBND ngày 06/5/2019.",
        "Các xã phía Nam vẫn phải chở nước từ nơi khác.",
        "Sở Y tế sẽ công bố danh sách trên trang thông tin.",
        "Không xem xét bổ sung nhà đa năng do chưa cân đối được nguồn vốn.",
      })
  void laysNoWorkOnAnybody(String told) {
    assertThat(Notices.standard().read(HEAD + "2. " + told + "\n").assignments()).hasSize(1);
  }

  @Test
  void dayToComeBesideAPastOneKeepsTheWork() {
    String text =
        HEAD
            + "2. Giao Sở Tài chính quyết toán các dự án hoàn thành trước ngày 31/12/2019, xong"
            + " trước ngày 30/9/2020.\n";
    assertThat(Notices.standard().read(text).assignments()).hasSize(2);
  }
}
