package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of time without a lead-in, first days of a period, and steps with a day of their own. */
class LengthsAndStepsTest {
  private static final String HEAD =
      """
      ỦY BAN NHÂN DÂN
      TỈNH LẠNG SƠN
      Số: 12/TB-UBND
      Lạng Sơn, ngày 14 tháng 3 năm 2015
      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh tại cuộc họp

      Chủ tịch UBND tỉnh kết luận như sau:
      """;

  private static List<Assignment> read(String item) {
    return Reads.tasks(HEAD + "1. " + item + "\n");
  }

  private static List<String> dues(String item) {
    return read(item).stream().map(task -> Reads.due(task.deadline())).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Y tế báo cáo trong 3 ngày đầu mỗi tháng. | EVERY MONTH 3",
        "Sở Y tế báo cáo trong 05 ngày đầu tiên của quý. | EVERY QUARTER 5",
        "Sở Xây dựng hoàn thành kiểm kê trong quý II và quý III/2015. | BY 2015-09-30",
        "Sở Xây dựng hoàn thành kiểm kê trong quý I, II năm 2016. | BY 2016-06-30",
        "Bố trí tối thiểu 1% tổng chi ngân sách nhà nước hằng năm. | none",
        "Sở Tài chính bố trí tối thiểu 2% ngân sách địa phương hằng năm cho đào tạo. | none",
        "Sở Xây dựng trả lời kiến nghị trong 07 ngày, gửi kết quả cho Sở Tài nguyên và Môi trường. | WITHIN 7 day",
        "Sở Xây dựng trả lời kiến nghị trong 07 ngày | WITHIN 7 day",
        "Sở Xây dựng niêm yết công khai quy hoạch trong 07 ngày, gửi kết quả cho Sở Tài chính. | none",
        "Sở Y tế báo cáo số liệu 6 tháng trước ngày 10/6/2015. | BEFORE 2015-06-10",
        "Sở Y tế tổ chức tập huấn trong 02 ngày, mời các huyện tham dự. | none",
      })
  void readsWhatIsSaid(String item, String due) {
    assertThat(dues(item)).containsExactly(due);
  }

  @Test
  void keepsSeveralHoursWhole() {
    Deadline due =
        Objects.requireNonNull(
            read("Sở Y tế báo cáo trước 7h và 15h hằng ngày.").getFirst().deadline());
    assertThat(due.text()).isEqualTo("trước 7h và 15h hằng ngày");
  }

  @Test
  void countsBackFromWhatIsToCome() {
    Deadline due =
        Objects.requireNonNull(
            read("Sở Nội vụ gửi tài liệu chậm nhất 05 ngày trước khi họp.").getFirst().deadline());
    assertThat(due.op()).isEqualTo(Deadline.Op.BEFORE);
    assertThat(due.from()).isEqualTo("họp");
  }

  @Test
  void whatIsToBeToldIsNoWork() {
    assertThat(
            Reads.summary(
                HEAD
                    + "1. Các sở: (i) Sở Y tế rà soát thuốc; (ii) Sở Tài chính bố trí vốn.\n"
                    + "2. Sở Nội vụ báo cáo rõ: (i) kết quả; (ii) khó khăn; (iii) kiến nghị.\n"))
        .containsExactly(
            "Sở Y tế > rà soát thuốc;",
            "Sở Tài chính > bố trí vốn.",
            "Sở Nội vụ > báo cáo rõ: (i)");
  }

  @Test
  void countsFromTheStepBefore() {
    Deadline next =
        Objects.requireNonNull(
            read("Sở Y tế thẩm định trong 03 ngày tiếp theo.").getFirst().deadline());
    assertThat(next.from()).isEqualTo("khi xong việc trước");
    assertThat(
            dues(
                "Sở Tài chính trình UBND tỉnh phương án hỗ trợ lãi suất trong 05 ngày, Sở KH-ĐT"
                    + " thẩm định trong 03 ngày tiếp theo."))
        .containsExactly("WITHIN 5 day", "WITHIN 3 day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Nội vụ trả kết quả 15 ngày sau khi nhận đủ hồ sơ hợp lệ. | 15 day | nhận đủ hồ sơ hợp lệ",
        "Sở Nội vụ trả kết quả 10 ngày làm việc kể từ ngày nhận hồ sơ. | 10 working_day | ngày nhận hồ sơ",
        "Sở Nội vụ thông báo danh sách 30 ngày trước ngày thi. | 30 day | ngày thi",
        "Sở Nội vụ gửi văn bản chậm nhất 03 ngày sau ngày ban hành. | 3 day | ngày ban hành",
        "Sở Nội vụ gửi văn bản chậm nhất 03 ngày sau ngày ban hành | 3 day | ngày ban hành",
      })
  void countsFromWhatHappens(String item, String length, String event) {
    Deadline due = Objects.requireNonNull(read(item).getFirst().deadline());
    assertThat(due.within() + " " + due.unit()).isEqualTo(length);
    assertThat(due.from()).isEqualTo(event);
  }

  @Test
  void leavesTheDayOfTheStepBefore() {
    assertThat(
            dues(
                "Sở Tài chính gửi dự thảo trước ngày 10/4; thời gian trình UBND tỉnh: tháng"
                    + " 5/2015."))
        .containsExactly("BEFORE 2015-04-10 inferred", "BY 2015-05-31");
    assertThat(
            dues(
                "Sở Tài chính gửi dự thảo trước ngày 10/4; thời gian thẩm định: trước ngày 20/4;"
                    + " thời gian trình UBND tỉnh: tháng 5/2015."))
        .containsExactly(
            "BEFORE 2015-04-10 inferred", "BEFORE 2015-04-20 inferred", "BY 2015-05-31");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hoàn thành trước ngày 05/7/2015 đối với xã Ba Sao, ngày 15/7/2015 đối với xã Thanh Sơn. | BEFORE 2015-07-15",
        "hoàn thành trước ngày 15/7/2015 đối với xã Ba Sao và trước ngày 05/7/2015 đối với xã Thanh Sơn. | BEFORE 2015-07-15",
        "hoàn thành trước ngày 05/7/2015 đối với xã Ba Sao, xã Thanh Sơn. | BEFORE 2015-07-05",
      })
  void lastShareIsDueLast(String work, String due) {
    assertThat(dues("UBND huyện Kim Bảng " + work)).containsExactly(due);
  }

  @Test
  void eachRoundIsDueByItsOwnDay() {
    List<Assignment> tasks =
        read("Sở Tài chính giao dự toán đợt 1 trước ngày 10/4/2015, đợt 2 trước ngày 10/6/2015.");
    assertThat(tasks.stream().map(task -> Reads.due(task.deadline())))
        .containsExactly("BEFORE 2015-04-10", "BEFORE 2015-06-10");
    assertThat(tasks.getLast().parties().lead()).containsExactly("Sở Tài chính");
  }

  @Test
  void smallRomanNumbersCountTasks() {
    List<Assignment> tasks =
        read(
            "Các đơn vị thuộc Bộ: (i) rà soát danh mục dự án, gửi về Vụ Kế hoạch trước ngày"
                + " 15/4/2015; (ii) định kỳ vào ngày 25 tháng cuối quý báo cáo tiến độ; (iii) phân"
                + " công cán bộ đầu mối.");
    assertThat(tasks.stream().map(task -> Reads.due(task.deadline())))
        .containsExactly("BEFORE 2015-04-15", "EVERY QUARTER 25", "none");
    assertThat(tasks)
        .allSatisfy(
            task -> assertThat(task.parties().lead()).containsExactly("Các đơn vị thuộc Bộ"));
    assertThat(tasks.getLast().path()).containsExactly("1", "(iii)");
  }
}
