package vn.dondoc.task.head;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Asked;

/**
 * Lọc hồ sơ; what is null leaves the matter open.
 *
 * @param day as the files stood at the end of this day
 * @param bodyId of this body
 * @param standing only matters that stand so
 * @param words in the name of the body, the post or the person, without case or tones
 * @param sort the order of the list
 * @param after key of the last row of the page before
 */
record HeadFilter(
    LocalDate day,
    @Nullable Integer bodyId,
    @Nullable Standing standing,
    String words,
    Sort sort,
    @Nullable Long after) {
  /** Thứ tự. */
  enum Sort {
    /** Nhiều vụ việc chưa kết luận nhất. */
    UNDECIDED("", "lpad((100000 - g.open - g.explained)::text, 6, '0')"),
    /** Nhiều vụ việc nhất. */
    TOTAL("tong", "lpad((100000 - g.total)::text, 6, '0')"),
    /** Trễ lâu nhất. */
    LATE("tre", "lpad((100000 - g.most_late)::text, 6, '0')"),
    /** Theo tên cơ quan. */
    NAME("ten", "''");

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
      return "task.head.sort." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static HeadFilter on(LocalDate day) {
    return new HeadFilter(day, null, null, "", Sort.UNDECIDED, null);
  }

  /**
   * What an address asks for.
   *
   * @throws Refusal when it asks for what the list does not know, no day, or a day to come
   */
  static HeadFilter of(Asked asked, LocalDate today) {
    LocalDate day = asked.day("ngay", "task.overview.day");
    String standing = asked.choice("tinh-trang", Standing.words());
    String body = asked.words("co-quan");
    boolean number = body.matches("\\d{1,9}");
    asked.choice("co-quan", number ? List.of(body) : List.of());
    List<String> sorts = Arrays.stream(Sort.values()).map(Sort::word).toList();
    String sort = asked.choice(Asked.SORT, sorts);
    Long after = asked.after();
    asked.refuse();
    LocalDate asOf = day == null ? today : day;
    if (asOf.isAfter(today)) {
      throw Refusal.of(HeadRefusal.FUTURE, "ngay", asOf, today);
    }
    int at = Standing.words().indexOf(standing);
    return new HeadFilter(
        asOf,
        number ? Integer.valueOf(body) : null,
        at < 0 ? null : Standing.values()[at],
        asked.words("tim"),
        Sort.values()[sorts.indexOf(sort)],
        after);
  }

  HeadFilter from(@Nullable Long key) {
    return new HeadFilter(day, bodyId, standing, words, sort, key);
  }
}
