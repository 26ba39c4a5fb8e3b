package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names no list can hold: read by how they stand in front of the work. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Đài Truyền thanh - Truyền hình huyện",
        "Phòng Nghiệp vụ Y",
        "Ủy ban Quốc gia tìm kiếm cứu nạn",
        "Ban Thường vụ Tỉnh đoàn",
        "Đảng đoàn Mặt trận Tổ quốc tỉnh",
        "Liên minh Hợp tác xã tỉnh",
        "Viện Nghiên cứu phát triển",
        "Ban Chỉ đạo 389 tỉnh",
        "Ban Chỉ đạo phòng, chống lụt bão tỉnh",
        "Ban Chỉ đạo phòng, chống dịch bệnh các xã",
        "Ban Chỉ huy phòng chống cháy rừng huyện Cao Lộc",
        "Ban Chỉ đạo phòng, chống rửa tiền",
        "Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh",
        "Tiểu ban An ninh trật tự",
        "Tiểu ban Hậu cần",
        "UBKT Tỉnh ủy",
        "BTG Huyện ủy",
        "Tổ công tác liên ngành",
        "Thủ trưởng các đơn vị chưa có báo cáo",
        "Các bộ, ngành, địa phương chưa ban hành chương trình",
        "07 xã phấn đấu về đích năm 2022",
        "Các doanh nghiệp sản xuất thép, xi măng có lò hơi trên 10 tấn/giờ",
        "các Tổng công ty: Viglacera, Vật liệu xây dựng số 1, Sông Đà",
      })
  void runsUpToTheWork(String name) {
    Assignment task = Reads.task("Giao " + name + " chủ trì rà soát hồ sơ.");
    assertThat(task.parties().lead()).containsExactly(name);
    assertThat(task.action()).isEqualTo("rà soát hồ sơ.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Báo Xây dựng, Tạp chí Xây dựng, Trung tâm Thông tin",
        "Phòng Nghiệp vụ Y, Thanh tra Sở",
        "Sở Y tế, Trạm Cấp cứu Mẫu, Công an tỉnh",
        "Liên đoàn Lao động tỉnh, Tỉnh Đoàn, Hội LHPN tỉnh",
      })
  void takesUnknownNamesInAList(String names) {
    assertThat(Reads.task(names + " khẩn trương rà soát hồ sơ.").parties().lead())
        .containsExactly(names.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Giao Văn phòng Tỉnh uỷ ra văn bản đôn đốc các chi bộ. | Văn phòng Tỉnh uỷ",
        "2. Bộ trưởng Bộ Công Thương chỉ đạo Tập đoàn Điện lực Việt Nam vận hành an toàn hồ chứa. | Bộ trưởng Bộ Công Thương",
      })
  void stopsWhereTheNameEnds(String text, String lead) {
    assertThat(Reads.tasks("Chủ tịch UBND tỉnh yêu cầu:\n" + text).getFirst().parties().lead())
        .containsExactly(lead);
  }

  @Test
  void leavesACommitteeWhole() {
    Assignment task =
        Reads.task("Sở Nội vụ kiện toàn Ban Chỉ đạo phòng, chống lụt bão tỉnh trước 15/4/2020.");
    assertThat(task.parties().lead()).containsExactly("Sở Nội vụ");
    assertThat(task.parties().implementer()).isEmpty();
    assertThat(
            Reads.summary(
                "Yêu cầu Ban Chỉ đạo phòng, chống dịch bệnh các xã kích hoạt Tổ Covid cộng đồng."))
        .containsExactly("Ban Chỉ đạo phòng, chống dịch bệnh các xã > kích hoạt Tổ Covid");
    assertThat(
            Reads.summary(
                "1. Thanh tra tỉnh và UBKT Tỉnh ủy kiểm tra đột xuất các dự án.\n"
                    + "2. Sở Tài chính báo cáo kết quả."))
        .contains("Thanh tra tỉnh + UBKT Tỉnh ủy > kiểm tra đột xuất");
  }

  @Test
  void handsTheWholeHeadingDown() {
    assertThat(
            Reads.tasks(
                    """
                    Bộ trưởng yêu cầu:
                    1. Cục Quản lý đê điều và Phòng chống lụt bão:
                    - Rà soát hành lang thoát lũ.
                    2. Đối với 14 địa phương chưa khởi công:
                    - Hoàn thành thủ tục đầu tư.
                    """)
                .stream()
                .map(task -> task.parties().lead().getFirst()))
        .containsExactly(
            "Cục Quản lý đê điều và Phòng chống lụt bão", "14 địa phương chưa khởi công");
  }

  @Test
  void doesNotTakeAWordForAnotherOfADifferentTone() {
    // "tỉnh đến" is no "tính đến": the day that follows is a deadline.
    assertThat(Reads.due("Năm 2022, giao Sở Y tế báo cáo UBND tỉnh đến hết tháng 9/2022."))
        .isEqualTo("BY 2022-09-30");
  }
}
