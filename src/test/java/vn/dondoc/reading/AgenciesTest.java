package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgenciesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Tài chính",
        "Sở Kế hoạch và đầu tư",
        "Sở KH&ĐT",
        "Sở NN-PTNT",
        "Sở GTVT",
        "Sở QH-KT",
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Sở Tài nguyên và Môi trường",
        "các Sở: KH&ĐT, Tài chính, Lao động - Thương binh và Xã hội",
        "các Bộ: Quốc phòng, Công an",
        "UBND các huyện, thị xã, thành phố",
        "UBND TP Hà Nội",
        "UBND cấp huyện, cấp xã",
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        "Chủ tịch Uỷ ban nhân dân các tỉnh từ Quảng Ninh đến Nghệ An",
        "các huyện, thành phố",
        "các cơ quan, đơn vị có liên quan",
        "Thủ trưởng các sở, ban, ngành",
        "Giám đốc Sở Xây dựng",
        "Bộ trưởng Bộ Nông nghiệp và Môi trường",
        "Ban Quản lý dự án đầu tư xây dựng tỉnh",
        "Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh",
        "Ban Thường vụ các quận, huyện ủy",
        "Ủy ban Kiểm tra Tỉnh ủy",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Đài Phát thanh và Truyền hình tỉnh",
        "Ngân hàng Nhà nước chi nhánh tỉnh",
        "Kho bạc Nhà nước tỉnh",
        "Công an tỉnh",
        "Cục Thuế tỉnh",
        "các chủ đầu tư",
        "các chủ đầu tư đã được bố trí vốn năm 2020",
      })
  void keepsNameAsWritten(String name) {
    Assignment task = Reads.task("Giao " + name + " khẩn trương rà soát hồ sơ.");
    assertThat(task.parties().lead()).containsExactly(name);
    assertThat(task.action()).isEqualTo("khẩn trương rà soát hồ sơ.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Tài chính, Sở Xây dựng",
        "Sở Tài chính, Kho bạc Nhà nước tỉnh",
        "Sở Y tế, UBND các huyện, thành phố",
        "Ủy ban MTTQ tỉnh và các huyện, thành phố",
        "Các Sở, ngành: Y tế, GD&ĐT; UBND các huyện",
        "Giám đốc Sở Y tế, Chủ tịch UBND các huyện, thị xã",
        "Báo Mẫu Sơn, Đài Phát thanh và Truyền hình tỉnh",
      })
  void partsJointLeads(String names) {
    assertThat(Reads.task("Yêu cầu " + names + " tăng cường kiểm tra.").parties().lead())
        .hasSize(2);
  }

  @Test
  void splitsGluedWordsInsideNames() {
    assertThat(Reads.summary("Giao SởTài chínhchủ trì, phối hợp với UBND cáchuyện rà soát."))
        .containsExactly("SởTài chính & UBND cáchuyện > rà soát.");
  }

  @Test
  void findsMeaningOfShortName() {
    Assignment task =
        Reads.tasks(
                "Yêu cầu Sở Y tế lập danh sách trước ngày 5/3/2014. Từ năm 2015 trở đi, Sở cần lập kế hoạch sớm.")
            .get(1);
    assertThat(task.parties().lead()).containsExactly("Sở");
    assertThat(task.parties().leadInferred()).containsExactly("Sở Y tế");
  }
}
