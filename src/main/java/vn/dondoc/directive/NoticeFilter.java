package vn.dondoc.directive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Sentence;
import vn.dondoc.web.Asked;

/**
 * Lọc toàn văn của một văn bản.
 *
 * @param kind only sentences of this class; null for all
 * @param byClass sentences stand by class, not in the order of the text
 */
record NoticeFilter(Sentence.@Nullable Kind kind, boolean byClass) {
  static final String KIND = "loai";
  static final String ORDER = "xem";
  static final String BY_CLASS = "theo-loai";

  /**
   * What an address asks for.
   *
   * @throws vn.dondoc.kernel.Refusal when it names a class or an order that is not there
   */
  static NoticeFilter of(Map<String, String> values) {
    Asked asked = Asked.of(values);
    List<String> kinds = Arrays.stream(Sentence.Kind.values()).map(NoticeFilter::word).toList();
    int kind = kinds.indexOf(asked.choice(KIND, kinds));
    boolean byClass = !asked.choice(ORDER, List.of(BY_CLASS)).isEmpty();
    asked.refuse();
    return new NoticeFilter(kind < 0 ? null : Sentence.Kind.values()[kind], byClass);
  }

  /** As addresses write a class, and the end of its message key. */
  static String word(Sentence.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
