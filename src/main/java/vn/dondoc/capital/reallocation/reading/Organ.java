package vn.dondoc.capital.reallocation.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Cơ quan quyết định as its name tells it: which organ, at which level.
 *
 * @param organ hđnd, ubnd, thủ tướng …; the whole name where it is none of them
 * @param level tỉnh, huyện or xã; empty where the name does not tell
 */
public record Organ(String organ, String level) {
  private static final List<String> ORGANS =
      List.of("thu tuong", "hdnd", "ubnd", "ubtvqh", "quoc hoi", "chinh phu");

  /** Reads a name: what stands behind a comma only says what else is to be done. */
  public static Organ read(String name) {
    String words = " " + folded(name.split(",", 2)[0]) + " ";
    String organ =
        ORGANS.stream()
            .filter(one -> words.contains(" " + one + " "))
            .findFirst()
            .orElse(words.strip());
    return new Organ(organ, level(words));
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]+", " ")
        .strip()
        .replace("hoi dong nhan dan", "hdnd")
        .replace("uy ban nhan dan", "ubnd")
        .replace("uy ban thuong vu quoc hoi", "ubtvqh");
  }

  /** A town under the centre and one of a province are both called thành phố: it tells no level. */
  private static String level(String words) {
    if (words.contains(" thi tran ")
        || words.contains(" phuong ")
        || words.replace(" thi xa ", " ").contains(" xa ")) {
      return "xa";
    }
    if (words.contains(" huyen ") || words.contains(" quan ") || words.contains(" thi xa ")) {
      return "huyen";
    }
    return words.contains(" tinh ") ? "tinh" : "";
  }

  /** The same organ, at the same level as far as both tell it. */
  public boolean is(Organ other) {
    return organ.equals(other.organ)
        && (level.equals(other.level) || level.isEmpty() || other.level.isEmpty());
  }
}
