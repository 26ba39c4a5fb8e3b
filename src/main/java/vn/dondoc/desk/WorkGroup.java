package vn.dondoc.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Nhóm việc: the headings under which the lines stand, in the order of the page. */
enum WorkGroup {
  /** Quá hạn. */
  OVERDUE("qua-han", "g-bad", "exclamation-octagon-fill"),
  /** Trong 7 ngày tới. */
  SOON("bay-ngay", "g-due", "clock-fill"),
  /** Chờ tôi: another body's duty that this person has to decide about. */
  WAITING("cho-toi", "g-due", "hourglass-split"),
  /** Sau đó. */
  LATER("sau-do", "", "calendar3"),
  /** Định kỳ: one line a task, the current period. */
  RECURRING("dinh-ky", "", "arrow-repeat"),
  /** Chưa có hạn. */
  UNDATED("chua-co-han", "", "question-circle"),
  /** Đã báo cáo, chờ xác nhận. */
  REPORTED("da-bao-cao", "", "send-check"),
  /** Đã xong trong năm. */
  DONE("da-xong", "", "check-circle-fill");

  private final String word;
  private final String style;
  private final String icon;

  WorkGroup(String word, String style, String icon) {
    this.word = word;
    this.style = style;
    this.icon = icon;
  }

  /** As the address writes it. */
  String word() {
    return word;
  }

  /** As the query writes it, and the end of its message key. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String style() {
    return style;
  }

  String icon() {
    return icon;
  }

  static WorkGroup of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(WorkGroup::word).toList();
  }
}
