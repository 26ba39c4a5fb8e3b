package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of delay belongs to the task in front of it and is no task of its own. */
class ConsequencesTest {
  private static final String WORK =
      """
      Mẫu Sơn, ngày 15 tháng 8 năm 2022
      THÔNG BÁO
      Chủ tịch UBND tỉnh kết luận như sau:
      1. Giao Sở Tài chính bố trí kinh phí trước ngày 15/9/2022.
      2. Giao Sở Xây dựng hoàn thành hồ sơ trước ngày 30/9/2022. %s
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thủ trưởng đơn vị để chậm thì kiểm điểm trách nhiệm.",
        "Đơn vị nào để chậm, người đứng đầu chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
        "Nếu chậm tiến độ thì xem xét, xử lý trách nhiệm người đứng đầu.",
        "Nếu để chậm, Giám đốc Sở chịu trách nhiệm trước UBND tỉnh.",
        "Thủ trưởng đơn vị để chậm thì kiểm điểm trước Chủ tịch UBND tỉnh.",
        "Trường hợp chậm trễ, Giám đốc Sở phải giải trình trước Chủ tịch UBND tỉnh.",
        "Quá thời hạn trên mà chưa hoàn thành thì xem xét trách nhiệm người đứng đầu.",
        "Người đứng đầu cơ quan để chậm tiến độ bị xem xét, xử lý theo quy định.",
        "Cơ quan, đơn vị nào không hoàn thành thì người đứng đầu phải kiểm điểm, làm rõ trách nhiệm.",
        "Nếu không hoàn thành đúng hạn, Giám đốc Sở phải kiểm điểm trách nhiệm.",
        "Đơn vị nào chậm, muộn sẽ bị phê bình.",
        "Sở nào báo cáo chậm thì Giám đốc sở đó chịu trách nhiệm.",
        "Để xảy ra chậm trễ, Giám đốc Sở Xây dựng chịu hoàn toàn trách nhiệm trước UBND tỉnh.",
        "Giám đốc Sở Xây dựng chịu trách nhiệm trước UBND tỉnh nếu để chậm.",
        "Xử lý nghiêm trách nhiệm người đứng đầu nếu để chậm.",
        "Xem xét trách nhiệm của Giám đốc Sở nếu không hoàn thành.",
        "Việc chậm hoàn thành là căn cứ đánh giá không hoàn thành nhiệm vụ đối với người đứng đầu.",
        "Đơn vị, cá nhân nào để chậm thì bị xử lý kỷ luật theo quy định.",
        "Sau thời hạn trên, đơn vị nào chưa hoàn thành, Thủ trưởng đơn vị phải giải trình bằng văn bản.",
        "Nếu chậm trễ, UBND tỉnh sẽ xem xét, xử lý trách nhiệm Thủ trưởng đơn vị.",
        "Thủ trưởng cơ quan không hoàn thành nhiệm vụ bị kiểm điểm, xem xét trách nhiệm.",
        "Tập thể, cá nhân gây chậm trễ phải chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
      })
  void belongsToTheTaskInFrontOfIt(String words) {
    List<Assignment> tasks = Reads.tasks(WORK.formatted(words));
    assertThat(tasks).extracting(Assignment::consequence).containsExactly(null, words);
    assertThat(tasks.getLast().action()).isEqualTo("hoàn thành hồ sơ trước ngày 30/9/2022.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Giao Sở Nội vụ kiểm điểm trách nhiệm các đơn vị để chậm.",
        "Sở Nội vụ rà soát các đơn vị để chậm, xử lý trách nhiệm người đứng đầu.",
        "Nếu các huyện giải ngân chậm thì giao Sở Nội vụ xem xét trách nhiệm người đứng đầu.",
        "Sở Nội vụ đôn đốc các đơn vị chưa báo cáo, làm rõ trách nhiệm.",
      })
  void lookingIntoADelayIsWork(String words) {
    assertThat(Reads.tasks(WORK.formatted(words)))
        .hasSize(3)
        .allSatisfy(task -> assertThat(task.consequence()).isNull());
  }
}
