package vn.dondoc.task.outbox;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Bộ lọc hộp thư đi.
 *
 * @param account whose letters; null for everybody's
 * @param words in name, address or subject, without case or tones
 * @param state null for any
 * @param from on this day or later
 * @param until on this day or earlier
 * @param sort the order
 * @param after id of the last letter of the page before; null for the first page
 */
record OutboxFilter(
    @Nullable Long account,
    String words,
    Posted.@Nullable State state,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Sort sort,
    @Nullable Long after) {

  /** Thứ tự. */
  enum Sort {
    NEWEST("moi", "-x.id"),
    NAME("ten", "database.fold(x.name) collate \"C\""),
    STATE("trang-thai", "x.state collate \"C\""),
    ATTEMPTS("lan-gui", "-x.attempts");

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
      return "task.outbox.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an address asks for.
   *
   * @throws vn.dondoc.kernel.Refusal when it names what the list does not know, or no day
   */
  static OutboxFilter of(Map<String, String> values) {
    Asked asked = Asked.of(values);
    List<String> states = Arrays.stream(Posted.State.values()).map(Posted.State::word).toList();
    List<String> sorts = Arrays.stream(Sort.values()).map(Sort::word).toList();
    int state = states.indexOf(asked.choice("trang-thai", states));
    int sort = Math.max(0, sorts.indexOf(asked.choice(Asked.SORT, sorts)));
    OutboxFilter filter =
        new OutboxFilter(
            null,
            asked.words("tim"),
            state < 0 ? null : Posted.State.values()[state],
            asked.day("tu", "task.outbox.from"),
            asked.day("den", "task.outbox.until"),
            Sort.values()[sort],
            asked.after());
    asked.refuse();
    return filter;
  }

  /** Everything of one account, newest first, a page at a time. */
  static OutboxFilter of(long account, Map<String, String> values) {
    Asked asked = Asked.of(values);
    OutboxFilter filter =
        new OutboxFilter(account, "", null, null, null, Sort.NEWEST, asked.after());
    asked.refuse();
    return filter;
  }
}
