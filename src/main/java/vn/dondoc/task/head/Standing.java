package vn.dondoc.task.head;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Vụ việc đang ở đâu: every matter stands in exactly one of these. */
public enum Standing {
  /** Chờ giải trình. */
  OPEN("cho-giai-trinh", "bad", "exclamation-octagon-fill"),
  /** Đã giải trình, chờ xem xét. */
  EXPLAINED("cho-xem-xet", "due", "hourglass-split"),
  /** Đã xem xét. */
  REVIEWED("da-xem-xet", "info", "check-circle-fill"),
  /** Không phải kiểm điểm. */
  NOT_NEEDED("khong-phai-kiem-diem", "ok", "check-circle-fill"),
  /** Đã kiểm điểm. */
  HELD("da-kiem-diem", "rev", "check-circle-fill");

  private final String word;
  private final String colour;
  private final String icon;

  Standing(String word, String colour, String icon) {
    this.word = word;
    this.colour = colour;
    this.icon = icon;
  }

  /** As addresses write it. */
  String word() {
    return word;
  }

  /** As the database writes it, and the end of its message key. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "task.head.standing." + code();
  }

  String style() {
    return "tag tag-" + colour;
  }

  String icon() {
    return icon;
  }

  /** The competent authority has decided. */
  boolean isDecided() {
    return this != OPEN && this != EXPLAINED;
  }

  static Standing of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Standing::word).toList();
  }

  /** What an authority may have decided. */
  static List<Standing> outcomes() {
    return Arrays.stream(values()).filter(Standing::isDecided).toList();
  }
}
