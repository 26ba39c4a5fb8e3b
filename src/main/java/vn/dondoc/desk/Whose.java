package vn.dondoc.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Việc của ai: the person's own, the body's, or what the body gave to nobody yet. */
enum Whose {
  /** Where a person lands: their own work once a body has given them some, else the body's. */
  HOME(""),
  /** Của tôi, and what presses of the body's while it is nobody's. */
  MINE("toi"),
  /** Của cơ quan. */
  BODY("co-quan"),
  /** Chưa giao ai. */
  NOBODY("chua-giao");

  private final String word;

  Whose(String word) {
    this.word = word;
  }

  /** As the address writes it. */
  String word() {
    return word;
  }

  /** As the query writes it, and the end of its message key. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Whose of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Those a person chooses among. */
  static List<Whose> choices() {
    return List.of(MINE, BODY, NOBODY);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Whose::word).toList();
  }
}
