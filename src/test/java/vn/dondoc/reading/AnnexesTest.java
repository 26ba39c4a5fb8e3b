package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is bound behind the signature is read too: the plan a decision issues, a table of work. */
class AnnexesTest {
  private static final String DECISION =
      """
      ỦY BAN NHÂN DÂN
      TỈNH MẪU
      Số: 2291/QĐ-UBND
      Mẫu Sơn, ngày 30 tháng 11 năm 2022
      QUYẾT ĐỊNH
      Ban hành Kế hoạch ứng phó hạn hán năm 2023
      ỦY BAN NHÂN DÂN TỈNH
      Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
      QUYẾT ĐỊNH:
      Điều 1. Ban hành kèm theo Quyết định này Kế hoạch ứng phó hạn hán năm 2023.
      Nơi nhận:
      - Như Điều 3;
      - Lưu: VT, KT.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH
      Nông Văn Mẫu

      """;

  private static final String PLAN =
      """
      KẾ HOẠCH
      Ứng phó hạn hán năm 2023
      (Ban hành kèm theo Quyết định số 2291/QĐ-UBND ngày 30/11/2022)
      II. PHÂN CÔNG
      1. Sở Tài chính: Bố trí kinh phí dự phòng, trình UBND tỉnh trong quý I/2023.
      2. UBND các huyện
      - Tu sửa mương phai xong trước ngày 15/01/2023.
      """;

  private static final String TABLE =
      """
      PHỤ LỤC
      DANH MỤC NHIỆM VỤ
      STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn
      1\tNâng cấp trạm bơm\tSở Xây dựng\tVăn phòng UBND tỉnh\tQuý II/2023
      2\tTuyên truyền tiết kiệm nước\tBáo Mẫu Sơn\tCác huyện\tThường xuyên
      """;

  private static List<String> tasks(String text) {
    return Reads.tasks(text).stream()
        .map(task -> task.id() + " " + task.parties().lead() + " " + Reads.due(task.deadline()))
        .toList();
  }

  @Test
  void thePlanBehindADecisionGivesItsTasks() {
    assertThat(tasks(DECISION + PLAN))
        .containsExactly(
            "T01 [Sở Tài chính] BY 2023-03-31", "T02 [UBND các huyện] BEFORE 2023-01-15");
  }

  @Test
  void theTableOfAnAnnexGivesARowATask() {
    assertThat(tasks(DECISION + TABLE))
        .containsExactly("T01 [Sở Xây dựng] BY 2023-06-30", "T02 [Báo Mẫu Sơn] EVERY CONTINUOUS");
  }

  @Test
  void theHeadAndTheSignatureStayThoseOfTheDecision() {
    DocumentHead head = Notices.standard().read(DECISION + PLAN).document();
    assertThat(head.kind()).isEqualTo("Quyết định");
    assertThat(head.subject()).isEqualTo("Ban hành Kế hoạch ứng phó hạn hán năm 2023");
    assertThat(head.recipients()).containsExactly("Như Điều 3", "Lưu: VT, KT");
    assertThat(head.signer())
        .isEqualTo(new DocumentHead.Signer("Nông Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"));
  }

  @Test
  void aTitleInCapitalsInFrontOfTheSignatureIsNoAnnex() {
    String text =
        PLAN.replace("(Ban hành kèm theo Quyết định số 2291/QĐ-UBND ngày 30/11/2022)\n", "");
    assertThat(tasks("Số: 9/KH-UBND\nMẫu Sơn, ngày 30 tháng 11 năm 2022\n" + text)).hasSize(2);
  }
}
