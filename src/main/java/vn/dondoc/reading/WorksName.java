package vn.dondoc.reading;

import java.util.Set;

/** Tên ban quản lý dự án: "… các công trình dân dụng, công nghiệp và hạ tầng kỹ thuật". */
final class WorksName {
  private static final Set<String> FIELDS =
      Set.of(
          pair("giao", "thông"),
          pair("dân", "dụng"),
          pair("công", "nghiệp"),
          pair("nông", "nghiệp"),
          pair("nông", "thôn"),
          pair("thủy", "lợi"),
          pair("hạ", "tầng"),
          pair("kỹ", "thuật"),
          pair("phát", "triển"),
          pair("đô", "thị"),
          pair("văn", "hóa"),
          pair("xã", "hội"),
          pair("thoát", "nước"),
          pair("cấp", "nước"),
          pair("trọng", "điểm"),
          pair("y", "tế"),
          pair("giáo", "dục"),
          pair("đê", "điều"));

  private final Words words;

  WorksName(Words words) {
    this.words = words;
  }

  private static String pair(String first, String second) {
    return Syllables.key(first) + ' ' + Syllables.key(second);
  }

  /** One past the fields named from p on, right behind "công trình"; p when none is. */
  int end(int p) {
    if (!words.is(p - 1, "trình") || !words.is(p - 2, "công")) {
      return p;
    }
    int end = run(p);
    int next = end;
    while (next > p) {
      end = next;
      boolean link = words.isOneOf(end, ",-&") || words.is(end, "và");
      next = link && run(end + 1) > end + 1 ? run(end + 1) : p;
    }
    return end;
  }

  private int run(int from) {
    int p = from;
    while (FIELDS.contains(words.key(p) + ' ' + words.key(p + 1))) {
      p += 2;
    }
    return p;
  }
}
