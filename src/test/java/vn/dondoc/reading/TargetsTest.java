package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static List<String> targets(String text) {
    return Reads.read(text).targets().stream()
        .map(target ->
            target.op()
                + " "
                + target.low().toPlainString()
                + (target.high() == null ? "" : ".." + target.high().toPlainString())
                + " "
                + target.unit()
                + (target.by() == null ? "" : " by " + target.by()))
        .toList();
  }

  @Test
  void readsGoalsOfAYear() {
    assertThat(
            targets(
                "Mục tiêu năm 2021: phấn đấu có thêm 08 xã đạt chuẩn, bình quân đạt từ 12,5 - 14 tiêu chí/xã; tỷ lệ hộ nghèo giảm còn 3%; "
                    + "giải ngân tối thiểu 1.250,5 tỷ đồng; thu nhập đạt 45 triệu đồng trở lên."))
        .containsExactly(
            "= 8 xã by 2021-12-31",
            "range 12.5..14 tiêu chí/xã by 2021-12-31",
            "= 3 % by 2021-12-31",
            ">= 1250.5 tỷ đồng by 2021-12-31",
            ">= 45 triệu đồng by 2021-12-31");
  }

  @Test
  void readsGoalInsideTask() {
    assertThat(targets("Giao Sở Y tế tăng cường tiêm chủng để tỷ lệ bao phủ đạt 90% trở lên."))
        .containsExactly(">= 90 %");
  }

  @Test
  void takesNoResultForGoal() {
    assertThat(
            targets(
                "Đến nay toàn tỉnh đã có 04/13 xã đạt 19 tiêu chí, giải ngân đạt 60% kế hoạch."))
        .isEmpty();
  }

  @Test
  void readsReferences() {
    List<Reference> references =
        Reads.read(
                "Giao Sở Y tế thực hiện Kế hoạch số 18/KH-UBND ngày 22/01/2020, Nghị quyết số 12 /NQ-HĐND và Bộ tiêu chí bệnh viện an toàn của Bộ Y tế.")
            .references();
    assertThat(references)
        .extracting(Reference::number)
        .containsExactly("18/KH-UBND", "12/NQ-HĐND", null);
    assertThat(references)
        .extracting(Reference::kind)
        .containsExactly("Kế hoạch", "Nghị quyết", "Bộ tiêu chí");
    assertThat(references.getFirst().date()).isEqualTo(LocalDate.of(2020, 1, 22));
    assertThat(references.getLast().text()).isEqualTo("Bộ tiêu chí bệnh viện an toàn");
  }
}
