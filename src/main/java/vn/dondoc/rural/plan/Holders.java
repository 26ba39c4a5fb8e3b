package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Resolution;

/**
 * Cơ quan đang giữ kết quả: the bodies that the words of waits name, "Mẫu nước, Trung tâm Kiểm soát
 * bệnh tật". Words that name none surely leave it to the body that owns the indicator's data.
 */
final class Holders {
  private static final String BETWEEN = "[,;:()]|\\s[–-]\\s";

  private Holders() {}

  /** Bodies by the words that name them. */
  static Map<String, Integer> of(List<String> said, Bodies bodies, LocalDate on) {
    Set<String> named = new HashSet<>();
    said.forEach(words -> named.addAll(parts(words)));
    Map<String, Resolution> found = bodies.resolve(named, on);
    Map<String, Integer> holders = new HashMap<>();
    for (String words : said) {
      for (String part : parts(words)) {
        Resolution one = found.get(part);
        if (one != null && one.isSure() && one.bodies().size() == 1) {
          holders.putIfAbsent(words, one.bodies().getFirst().id());
        }
      }
    }
    return holders;
  }

  private static List<String> parts(String words) {
    return Arrays.stream(words.split(BETWEEN))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
