package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a letter rests on ("Thực hiện Công văn số …", "Xét đề nghị …") never hides its order. */
class OpeningsTest {
  private static final Path OPENINGS = Path.of("src/test/resources/reading/forms/openings.txt");

  private static final List<String> ISSUERS =
      List.of(
          "UBND tỉnh",
          "Chủ tịch Ủy ban nhân dân tỉnh",
          "Phó Chủ tịch UBND tỉnh Nguyễn Văn Mẫu",
          "Sở Nội vụ",
          "Ban Thường vụ Tỉnh ủy",
          "Bộ Tài chính",
          "UBND huyện Cao Lộc",
          "Ban Chỉ đạo");

  /** %s stands for who orders; every order is for the Department of Construction. */
  private static final List<String> ORDERS =
      List.of(
          "%s yêu cầu Sở Xây dựng rà soát hồ sơ, báo cáo trước ngày 20/9/2020.",
          "%s giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh rà soát hồ sơ, báo cáo trước ngày"
              + " 20/9/2020.",
          "%s đề nghị Sở Xây dựng:\n- Thống kê thiệt hại.\n- Rà soát hồ sơ, báo cáo trước ngày"
              + " 20/9/2020.",
          "%s yêu cầu:\n1. Sở Xây dựng rà soát hồ sơ, báo cáo trước ngày 20/9/2020.\n2. Công an tỉnh"
              + " phối hợp.",
          "%s có ý kiến như sau:\n1. Giao Sở Xây dựng rà soát hồ sơ, báo cáo trước ngày"
              + " 20/9/2020.\n2. Đồng ý chủ trương.",
          "%s giao nhiệm vụ cho các cơ quan, đơn vị cụ thể như sau:\n1. Sở Xây dựng\n- Rà soát hồ"
              + " sơ, báo cáo trước ngày 20/9/2020.\n2. Công an tỉnh\n- Tăng cường tuần tra.");

  static List<String> openings() throws IOException {
    return Files.readAllLines(OPENINGS);
  }

  private static String read(String paragraph) {
    String letter =
        """
        ỦY BAN NHÂN DÂN
        TỈNH LẠNG SƠN
        Số: 12/UBND-KT
        V/v rà soát hồ sơ
        Lạng Sơn, ngày 14 tháng 8 năm 2020
        Kính gửi:
        - Sở Xây dựng;
        - Công an tỉnh.

        %s

        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        """
            .formatted(paragraph);
    return Reads.tasks(letter).stream()
        .filter(task -> task.quote().toLowerCase(java.util.Locale.ROOT).contains("rà soát hồ sơ"))
        .map(task -> task.parties().lead() + " " + Reads.due(task.deadline()))
        .findFirst()
        .orElse("no task");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("openings")
  void leaveTheOrderBehindThemWhole(String opening) {
    List<String> lost = new ArrayList<>();
    for (String issuer : ISSUERS) {
      for (String order : ORDERS) {
        String said = opening + " " + order.formatted(issuer);
        String got = read(said);
        if (!got.equals("[Sở Xây dựng] BEFORE 2020-09-20")) {
          lost.add(said + " -> " + got);
        }
      }
    }
    assertThat(lost).isEmpty();
  }
}
