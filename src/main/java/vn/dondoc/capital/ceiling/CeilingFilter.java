package vn.dondoc.capital.ceiling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Điều danh sách trung hạn được hỏi.
 *
 * @param words in the project's code or name, or its owner's name
 * @param source of a source or a group of them
 * @param term of one term, {@code 2016-2020}
 * @param only further narrowing
 * @param sort the order
 * @param after key of the last row of the page before
 */
record CeilingFilter(
    String words, String source, String term, Only only, Sort sort, @Nullable Long after) {
  static final String SOURCE = "nguon";
  static final String TERM = "ky";

  /** Thu hẹp. */
  enum Only {
    ALL("", "true"),
    /** Còn vốn chưa bố trí. */
    LEFT("con", "b.given < b.amount_vnd"),
    /** Đã bố trí hết. */
    USED("het", "b.given = b.amount_vnd"),
    /** Bố trí vượt mức. */
    OVER("vuot", "b.given > b.amount_vnd");

    private final String word;
    private final String condition;

    Only(String word, String condition) {
      this.word = word;
      this.condition = condition;
    }

    String word() {
      return word;
    }

    String condition() {
      return condition;
    }

    String key() {
      return "capital.medium.only." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Thứ tự. */
  enum Sort {
    NAME("", "b.name_folded collate \"C\""),
    /** Còn lại nhiều trước. */
    LEFT("con", "b.given - b.amount_vnd"),
    /** Đã bố trí nhiều phần trước. */
    SHARE("phan", "-b.given::numeric / greatest(b.amount_vnd, 1)"),
    /** Mức vốn lớn trước. */
    AMOUNT("muc", "-b.amount_vnd");

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
      return "capital.medium.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an address asks for.
   *
   * @throws vn.dondoc.kernel.Refusal with everything nobody can have meant
   */
  static CeilingFilter of(Map<String, String> values) {
    Asked asked = Asked.of(values);
    List<String> onlies = Arrays.stream(Only.values()).map(Only::word).toList();
    List<String> sorts = Arrays.stream(Sort.values()).map(Sort::word).toList();
    int only = onlies.indexOf(asked.choice("chi", onlies));
    int sort = sorts.indexOf(asked.choice(Asked.SORT, sorts));
    CeilingFilter filter =
        new CeilingFilter(
            asked.words("tim"),
            asked.words(SOURCE),
            asked.words(TERM),
            Only.values()[Math.max(0, only)],
            Sort.values()[Math.max(0, sort)],
            asked.after());
    asked.refuse();
    return filter;
  }
}
