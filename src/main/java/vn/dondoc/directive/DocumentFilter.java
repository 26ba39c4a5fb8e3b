package vn.dondoc.directive;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Lọc danh sách văn bản; what is empty or null leaves the matter open.
 *
 * @param words in kind, number, issuer or subject, without case or tones
 * @param kind tên loại
 * @param state {@code "reviewing"} or {@code "confirmed"}
 * @param from issued on this day or later
 * @param until issued on this day or earlier
 * @param sort the order
 * @param after id of the last document of the page before; null for the first page
 */
record DocumentFilter(
    String words,
    String kind,
    String state,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Sort sort,
    @Nullable Long after) {
  static final List<String> STATES = List.of("reviewing", "confirmed");

  /** Thứ tự. */
  enum Sort {
    RECEIVED("moi-nhan", "-d.id"),
    ISSUED("ngay", "coalesce(-(d.issued_on - date '1900-01-01'), 1000000)"),
    // By the figure in front, so that 9/TB comes before 10/TB.
    NUMBER(
        "so",
        "(coalesce(lpad(substring(d.number from '^[0-9]+'), 20, '0') || d.number, d.number, '~') collate \"C\")"),
    ISSUER("co-quan", "(coalesce(database.fold(d.issuer), '~') collate \"C\")");

    private final String word;
    private final String expression;

    Sort(String word, String expression) {
      this.word = word;
      this.expression = expression;
    }

    String word() {
      return word;
    }

    String expression() {
      return expression;
    }

    String key() {
      return "directive.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an address asks for.
   *
   * @param kinds those the list has
   * @throws vn.dondoc.kernel.Refusal when it names what the list does not know, or no day
   */
  static DocumentFilter of(Map<String, String> values, Collection<String> kinds) {
    Asked asked = Asked.of(values);
    List<String> sorts = Arrays.stream(Sort.values()).map(Sort::word).toList();
    int sort = Math.max(0, sorts.indexOf(asked.choice(Asked.SORT, sorts)));
    DocumentFilter filter =
        new DocumentFilter(
            asked.words("tim"),
            asked.choice("loai", kinds),
            asked.choice("trang-thai", STATES),
            asked.day("tu", "directive.filter.from"),
            asked.day("den", "directive.filter.until"),
            Sort.values()[sort],
            asked.after());
    asked.refuse();
    return filter;
  }
}
