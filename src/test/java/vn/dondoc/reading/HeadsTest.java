package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadsTest {
  private static final String LETTER =
      """
      UBND TỈNH MẪU SƠN
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      ---------------------------------
      Số: 846 /UBND-TH
      V/v đẩy nhanh giải ngân
      Mẫu Sơn, ngày 05 tháng 7 năm 2010
      Kính gửi:
      - Các Sở: KH&ĐT, Tài chính;
      - UBND các huyện.
      Đề nghị khẩn trương rà soát dự án, báo cáo UBND tỉnh trước ngày 20/7.
      Nơi nhận:
      - Như trên;
      - Lưu: VT.
      TM. ỦY BAN NHÂN DÂN
      KT. CHỦ TỊCH
      PHÓ CHỦ TỊCH
      (Đã ký)
      Trần Văn Mẫu
      """;

  @Test
  void readsLetter() {
    DocumentHead head = Reads.read(LETTER).document();
    assertThat(head)
        .isEqualTo(
            new DocumentHead(
                "Công văn",
                "846/UBND-TH",
                LocalDate.of(2010, 7, 5),
                "ngày 05 tháng 7 năm 2010",
                "Mẫu Sơn",
                "UBND TỈNH MẪU SƠN",
                "V/v đẩy nhanh giải ngân",
                new DocumentHead.Signer(
                    "Trần Văn Mẫu", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"),
                List.of("Như trên", "Lưu: VT")));
  }

  @Test
  void offersAddresseesWhereTheLetterNamesNoDoer() {
    Assignment task = Reads.task(LETTER);
    assertThat(task.parties().lead()).isEmpty();
    assertThat(task.parties().leadInferred())
        .containsExactly("Các Sở: KH&ĐT, Tài chính", "UBND các huyện");
    assertThat(Reads.due(task.deadline())).isEqualTo("BEFORE 2010-07-20 inferred");
  }

  @Test
  void readsTelegram() {
    String text =
        """
        CÔNG ĐIỆN
        Về việc ứng phó bão số 5
        THỦ TƯỚNG CHÍNH PHỦ điện:
        - Các Bộ: Quốc phòng, Công an;
        - Chủ tịch UBND các tỉnh từ Quảng Ninh đến Nghệ An.
        Bão số 5 diễn biến phức tạp. Thủ tướng Chính phủ yêu cầu:
        1. Các Bộ: Quốc phòng, Công an sẵn sàng hỗ trợ địa phương.
        """;
    Notice notice = Reads.read(text);
    assertThat(notice.document().kind()).isEqualTo("Công điện");
    assertThat(notice.document().subject()).isEqualTo("Về việc ứng phó bão số 5");
    assertThat(Reads.summary(text))
        .containsExactly("Các Bộ: Quốc phòng, Công an > sẵn sàng hỗ trợ");
  }

  @Test
  void readsUpperCaseSubjectOfSeveralLines() {
    String text =
        "Số: 99/TB-VPCP\nHà Nội, ngày 15 tháng 4 năm 2008\nTHÔNG BÁO\nÝ KIẾN KẾT LUẬN CỦA BỘ TRƯỞNG\nTẠI CUỘC HỌP GIAO BAN\n"
            + "Ngày 10 tháng 4 năm 2008, Bộ trưởng đã chủ trì cuộc họp.";
    DocumentHead head = Reads.read(text).document();
    assertThat(head.subject()).isEqualTo("Ý KIẾN KẾT LUẬN CỦA BỘ TRƯỞNG TẠI CUỘC HỌP GIAO BAN");
    assertThat(head.issuer()).isEqualTo("Văn phòng Chính phủ");
    assertThat(head.date()).isEqualTo(LocalDate.of(2008, 4, 15));
  }

  @Test
  void findsNoHeadInNews() {
    DocumentHead head =
        Reads.read("Sáng 5/3, UBND tỉnh yêu cầu các sở tăng cường kiểm tra.").document();
    assertThat(head)
        .isEqualTo(new DocumentHead(null, null, null, null, null, null, null, null, List.of()));
  }

  @Test
  void cutsRecipientsOfOneLine() {
    String text =
        "Giao Sở Y tế rà soát.\nNơi nhận: - Như trên; - Bộ Y tế (b/c); - Lưu VT.\nCHÁNH VĂN PHÒNG\nLê Thị Mẫu";
    DocumentHead head = Reads.read(text).document();
    assertThat(head.recipients()).containsExactly("Như trên", "Bộ Y tế (b/c)", "Lưu VT");
    assertThat(head.signer())
        .isEqualTo(new DocumentHead.Signer("Lê Thị Mẫu", "CHÁNH VĂN PHÒNG", null));
  }

  @Test
  void aBlankDayLeavesThisWeekAndNextWithoutADate() {
    String text =
        """
        ỦY BAN NHÂN DÂN
        XÃ MẪU SƠN
        Số: 45/TB-UBND
        Mẫu Sơn, ngày     tháng 6 năm 2020
        THÔNG BÁO
        Kết luận giao ban
        Chủ tịch UBND xã kết luận như sau:
        1. Giao Kế toán quyết toán kinh phí, xong trong tuần tới.
        2. Công chức Địa chính trả lời đơn của công dân trước ngày 20/6.
        3. Không tổ chức liên hoan.
        """;
    assertThat(Reads.tasks(text))
        .extracting(task -> task.parties().lead().getFirst(), task -> Reads.due(task.deadline()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Kế toán", "BY null inferred"),
            org.assertj.core.groups.Tuple.tuple(
                "Công chức Địa chính", "BEFORE 2020-06-20 inferred"));
  }

  @Test
  void aTelegramTellsItsPlaceInFrontOfTheHour() {
    String text =
        """
        ỦY BAN NHÂN DÂN TỈNH MẪU
        Số: 12/CĐ-UBND
        Mẫu Sơn, hồi 15 giờ 30 phút, ngày 10 tháng 9 năm 2022
        CÔNG ĐIỆN
        Về việc ứng phó mưa lũ
        """;
    assertThat(Notices.standard().read(text).document().place()).isEqualTo("Mẫu Sơn");
  }

  @Test
  void theFirstPartIsNoPieceOfTheSubject() {
    String text =
        """
        SỞ MẪU
        Số: 77/KH-SM
        Mẫu Sơn, ngày 12 tháng 1 năm 2024
        KẾ HOẠCH
        Chuyển đổi số năm 2024
        -----
        I. MỤC TIÊU
        - Đến hết năm 2024, 80% hồ sơ được giải quyết trực tuyến.
        """;
    Notice notice = Notices.standard().read(text);
    assertThat(notice.document().subject()).isEqualTo("Chuyển đổi số năm 2024");
    assertThat(notice.targets()).hasSize(1);
  }

  @Test
  void theTitleOfAListIsNoAuthority() {
    assertThat(
            Notices.standard().read("PHỤ LỤC\nDANH MỤC CÔNG VIỆC\nNăm 2024\n").document().issuer())
        .isNull();
  }
}
