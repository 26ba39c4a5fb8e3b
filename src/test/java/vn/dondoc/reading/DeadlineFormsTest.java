package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways an office names a day, beyond the plain "trước ngày". */
class DeadlineFormsTest {
  private static final String DATED = "Mẫu Sơn, ngày 15 tháng 8 năm 2022\nKính gửi: Sở Xây dựng.\n";

  private static String due(String words) {
    return Reads.due(DATED + "Giao Sở Xây dựng rà soát, báo cáo UBND tỉnh " + words + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "không muộn hơn ngày 5/9/2022 | BY 2022-09-05",
        "không quá ngày 5/9/2022 | BY 2022-09-05",
        "trong tháng này | BY 2022-08-31 inferred",
        "trong quý này | BY 2022-09-30 inferred",
        "trong tuần này | BY 2022-08-21 inferred",
        "trong nửa đầu tháng 9/2022 | BY 2022-09-15",
        "vào giữa tháng 10 | BY 2022-10-15 inferred",
        "trong 10 ngày đầu tháng 9 | BY 2022-09-10 inferred",
        "trong tuần đầu tháng 10/2022 | BY 2022-10-07",
        "trong tuần thứ hai của tháng 10/2022 | BY 2022-10-14",
        "trong tuần cuối tháng 9/2022 | BY 2022-09-30",
        "trong 6 tháng cuối năm 2022 | BY 2022-12-31",
        "trong 6 tháng đầu năm 2023 | BY 2023-06-30",
        "trong tháng 8, tháng 9/2022 | BY 2022-09-30",
        "trong các tháng 9 và 10 năm 2022 | BY 2022-10-31",
        "đến hết tháng 9/2022 | BY 2022-09-30",
        "trước 17h00' ngày 05/9/2022 | BEFORE 2022-09-05T17:00",
        "trước 12 giờ trưa ngày 5/9/2022 | BEFORE 2022-09-05T12:00",
        "trước 16h30 hôm nay | BEFORE 2022-08-15T16:30 inferred",
        "chậm nhất là thứ Sáu ngày 26/8/2022 | BY 2022-08-26",
        "trước ngày 10/9/20222 | BEFORE 2022-09-10",
        "từ ngày 01/9 đến hết ngày 30/9/2022 | BY 2022-09-30",
        "từ tháng 9 đến hết tháng 11/2022 | BY 2022-11-30",
        "trước Quốc khánh 02/9/2022 | BEFORE 2022-09-02",
        "trong tuần sau | BY 2022-08-28 inferred",
        "chậm nhất thứ Tư tuần này | BY 2022-08-17 inferred",
        "chậm nhất thứ Sáu tuần sau | BY 2022-08-26 inferred",
        "chậm nhất thứ Tư, 31/8 | BY 2022-08-31 inferred",
        "xong trong tháng | BY 2022-08-31 inferred",
        "xong trong quý | BY 2022-09-30 inferred",
        "trước 17:00 ngày 05/9/2022 | BEFORE 2022-09-05T17:00",
        "trong tháng tới | BY 2022-09-30 inferred",
        "- hoàn thành: tháng 9/2022 | BY 2022-09-30",
        "ngày 25/9 | BY 2022-09-25 inferred",
        "không để quá ngày 20/9/2022 | BY 2022-09-20",
        "trễ nhất ngày 20/9/2022 | BY 2022-09-20",
        "đúng ngày 20/9/2022 | BY 2022-09-20",
        "đầu tháng 9/2022 | BY 2022-09-10",
        "giữa tháng 9/2022 | BY 2022-09-15",
        "tháng 9/2022 | BY 2022-09-30",
        "quý IV/2022 | BY 2022-12-31",
        "từ nay đến ngày 30/9/2022 | BY 2022-09-30",
        "từ nay đến cuối năm | BY 2022-12-31 inferred",
        "trong ngày hôm nay | BY 2022-08-15 inferred",
        "trong ngày mai | BY 2022-08-16 inferred",
        "trước 10 giờ sáng mai | BEFORE 2022-08-16T10:00 inferred",
        "trong chiều ngày 16/8/2022 | BY 2022-08-16",
        "trong 2 ngày 20 và 21/9/2022 | BY 2022-09-21",
        "trước ngày 20/9/2O22 | BEFORE 2022-09-20",
      })
  void readsDays(String words, String expected) {
    assertThat(due(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "định kỳ 3 tháng một lần | EVERY QUARTER",
        "02 lần/tháng | EVERY MONTH",
        "01 lần trong quý | EVERY QUARTER",
        "vào tuần đầu tiên của tháng | EVERY MONTH 7",
        "sáu tháng, một năm | EVERY HALF_YEAR",
        "06 tháng một lần | EVERY HALF_YEAR",
        "12 tháng một lần | EVERY YEAR",
        "hai tuần một lần | EVERY PERIODIC",
        "mỗi tuần một lần | EVERY WEEK",
        "mỗi tháng ít nhất hai lần | EVERY MONTH",
        "03 tháng/lần | EVERY QUARTER",
        "trước 16 giờ hằng ngày | EVERY DAY",
        "trước 16h thứ Năm hằng tuần | EVERY WEEK 4",
        "vào cuối tháng 3 hằng năm | EVERY YEAR",
        "vào quý I hằng năm | EVERY YEAR",
        "vào tuần cuối của tháng | EVERY MONTH",
        "vào cuối mỗi quý | EVERY QUARTER",
        "trước ngày 15/6 và ngày 15/12 hằng năm | EVERY HALF_YEAR 15",
        "trước ngày 05 và ngày 20 hằng tháng | EVERY MONTH 20",
        "trước 6h00 và 16h00 hằng ngày | EVERY DAY",
        "vào 16h thứ Sáu hằng tuần | EVERY WEEK 5",
        "định kỳ hằng quý (trước ngày 10 của tháng cuối quý) | EVERY QUARTER 10",
      })
  void readsCycles(String words, String expected) {
    assertThat(due(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chậm nhất 30 ngày trước khi bước vào năm học mới | WITHIN 30 day | bước vào năm học mới",
        "chậm nhất 05 ngày làm việc sau khi nhận hồ sơ | WITHIN 5 working_day | nhận hồ sơ",
        "trước khi khai mạc 7 ngày | WITHIN 7 day | khai mạc",
        "sau khi kết thúc đợt kiểm tra 05 ngày | WITHIN 5 day | kết thúc đợt kiểm tra",
        "trong vòng 15 ngày kể từ ngày ký | WITHIN 15 day | ngày ký",
      })
  void countsFromAnEvent(String words, String expected, String event) {
    Assignment task =
        Reads.task(DATED + "Giao Sở Xây dựng rà soát, báo cáo UBND tỉnh " + words + ".");
    Deadline deadline = Objects.requireNonNull(task.deadline());
    assertThat(Reads.due(deadline)).isEqualTo(expected);
    assertThat(deadline.from()).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoàn thành trước Tết Nguyên đán",
        "hoàn thành trước mùa mưa bão năm 2023",
        "hoàn thành trước khai giảng",
      })
  void waitsForAFeastOrASeason(String words) {
    assertThat(due(words)).isEqualTo("EVENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kết quả giải ngân đến ngày 15/9/2022",
        "tình hình thực hiện đến hết ngày 30/9/2022",
        "theo đúng thời gian quy định",
        "kể từ ngày 01/10/2022",
      })
  void takesNoCutOffDayForADeadline(String words) {
    assertThat(due(words)).isEqualTo("none");
  }

  @Test
  void keepsTheWordsOfADayWhoseYearNobodyTells() {
    Deadline deadline =
        Objects.requireNonNull(
            Reads.task("Giao Sở Xây dựng rà soát công trình, báo cáo UBND tỉnh trước ngày 15-12.")
                .deadline());
    assertThat(deadline.kind()).isEqualTo(Deadline.Kind.DATE);
    assertThat(deadline.date()).isNull();
    assertThat(deadline.text()).isEqualTo("trước ngày 15-12");
    assertThat(deadline.yearInferred()).isTrue();
  }

  @Test
  void takesTheDayBeforeItForTheSameDay() {
    assertThat(
            Reads.tasks(
                    DATED
                        + "Các xã gửi báo cáo trước 14 giờ ngày 08/9/2022; Văn phòng tổng hợp,"
                        + " trình Chủ tịch chậm nhất 16 giờ cùng ngày.")
                .stream()
                .map(task -> Reads.due(task.deadline())))
        .containsExactly("BEFORE 2022-09-08T14:00", "BY 2022-09-08T16:00 inferred");
  }

  @Test
  void cutsWorkWithADayFromWorkThatRecurs() {
    assertThat(
            Reads.tasks(
                    DATED
                        + "Các sở xây dựng kế hoạch, hoàn thành trước ngày 20/9/2022; định kỳ hằng"
                        + " quý báo cáo kết quả về UBND tỉnh.")
                .stream()
                .map(task -> Reads.due(task.deadline())))
        .containsExactly("BEFORE 2022-09-20", "EVERY QUARTER");
  }

  @Test
  void findsTheDayBehindTheWordsOfATimeLimit() {
    assertThat(
            Reads.due(DATED + "Giao Sở Xây dựng rà soát; hạn cuối gửi về là 17h00 ngày 05/9/2022."))
        .isEqualTo("BY 2022-09-05T17:00");
  }

  @Test
  void takesADayToComeAtTheHeadOfAnItem() {
    assertThat(Reads.due(DATED + "Yêu cầu:\n1. Ngày 30/9/2022, Sở Xây dựng trình quy hoạch."))
        .isEqualTo("BY 2022-09-30");
  }

  @Test
  void givesTheDayOfAHeadingToWhatStandsUnderIt() {
    assertThat(
            Reads.tasks(
                    DATED
                        + """
                        III. TIẾN ĐỘ THỰC HIỆN
                        1. Trước ngày 15/9/2022:
                        - Các xã gửi danh sách về Phòng Tài chính.
                        - Phòng Tài chính tổng hợp, hoàn thành trước ngày 10/9/2022.
                        2. Tháng 10/2022:
                        - Phòng Nội vụ rà soát biên chế.
                        3. Nhiệm vụ khác:
                        - Phòng Y tế rà soát trang thiết bị.
                        """)
                .stream()
                .map(task -> Reads.due(task.deadline())))
        .containsExactly("BEFORE 2022-09-15", "BEFORE 2022-09-10", "BY 2022-10-31", "none");
  }

  @Test
  void datesTheWorkBeforeItThatASentencePointsBackTo() {
    assertThat(
            Reads.due(
                DATED
                    + "Giao Sở Xây dựng rà soát quy hoạch. Việc này hoàn thành trước ngày"
                    + " 30/9/2022."))
        .isEqualTo("BEFORE 2022-09-30");
  }
}
