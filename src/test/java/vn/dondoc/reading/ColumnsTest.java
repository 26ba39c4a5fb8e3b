package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Heads and tails set in two columns side by side, and the subject of a telegram. */
class ColumnsTest {
  private static final String LETTER =
      """
      UBND TỈNH NGHỆ AN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ GIÁO DỤC VÀ ĐÀO TẠO                    Độc lập - Tự do - Hạnh phúc
      Số: 1456/SGD&ĐT-GDTrH      Nghệ An, ngày 12 tháng 8 năm 2013
      V/v hướng dẫn thực hiện nhiệm vụ năm học

      Kính gửi: Các phòng Giáo dục và Đào tạo.

      Sở yêu cầu các phòng Giáo dục và Đào tạo báo cáo kết quả trước ngày 20/9/2013.

      Nơi nhận:                          KT. GIÁM ĐỐC
      - Như trên;                       PHÓ GIÁM ĐỐC
      - Lưu VT.
                                        (Đã ký)

                                        Võ Văn Mai
      """;

  @Test
  void partsTheColumnsOfHeadAndTail() {
    DocumentHead head = Reads.read(LETTER).document();
    assertThat(head.number()).isEqualTo("1456/SGD&ĐT-GDTrH");
    assertThat(head.place()).isEqualTo("Nghệ An");
    assertThat(head.date()).hasToString("2013-08-12");
    assertThat(head.issuer()).isEqualTo("UBND TỈNH NGHỆ AN SỞ GIÁO DỤC VÀ ĐÀO TẠO");
    assertThat(head.recipients()).containsExactly("Như trên", "Lưu VT");
    assertThat(head.signer())
        .isEqualTo(new DocumentHead.Signer("Võ Văn Mai", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"));
  }

  @Test
  void nameBesideARecipientIsTheSigner() {
    DocumentHead head =
        Reads.read(LETTER.replaceAll("\n *\\(Đã ký\\)\n\n *Võ", "\n- Website Sở.      Võ"))
            .document();
    assertThat(head.recipients()).containsExactly("Như trên", "Lưu VT", "Website Sở");
    assertThat(head.signer()).isNotNull();
    assertThat(Objects.requireNonNull(head.signer()).name()).isEqualTo("Võ Văn Mai");
  }

  @Test
  void telegramNamesItsSubjectBehindItsNumber() {
    DocumentHead head =
        Reads.read(
                """
                ỦY BAN NHÂN DÂN TỈNH YÊN BÁI
                CÔNG ĐIỆN
                Số 07/CĐ-UBND, Yên Bái, hồi 14 giờ 30 phút ngày 10 tháng 9 năm 2024
                Về việc khẩn trương khắc phục hậu quả mưa lũ sau bão số 3

                ỦY BAN NHÂN DÂN TỈNH YÊN BÁI điện:
                - Các sở, ngành;
                - UBND các huyện, thị xã, thành phố.

                Chủ tịch UBND tỉnh yêu cầu Sở Y tế báo cáo trước 17 giờ ngày 11/9/2024.
                """)
            .document();
    assertThat(head.subject())
        .isEqualTo("Về việc khẩn trương khắc phục hậu quả mưa lũ sau bão số 3");
    assertThat(head.number()).isEqualTo("07/CĐ-UBND");
  }

  @Test
  void orderBehindTheAddresseesOfATelegramIsRead() {
    assertThat(
            Reads.summary(
                """
                THỦ TƯỚNG CHÍNH PHỦ
                Số: 88/CĐ-TTg
                Hà Nội, ngày 10 tháng 9 năm 2024
                CÔNG ĐIỆN
                Về việc tập trung khắc phục hậu quả bão số 3

                THỦ TƯỚNG CHÍNH PHỦ điện:
                - Bộ trưởng các bộ;
                Thủ tướng yêu cầu Bộ Công an báo cáo trước 17 giờ ngày 11/9/2024.
                """))
        .containsExactly("Bộ Công an > báo cáo trước 17");
  }
}
