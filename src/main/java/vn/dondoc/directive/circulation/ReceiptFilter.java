package vn.dondoc.directive.circulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Lọc danh sách nơi nhận; what is null leaves the matter open.
 *
 * @param words in the body's name or the words of the document, without case or tones
 * @param state how the document stands with the body
 * @param late only those that acknowledged too late, or not yet though the day is past
 * @param direct true for those the office sent it to, false for those it was passed on to
 * @param via passed on by this body
 * @param sort the order
 * @param after key of the last line of the page before
 */
record ReceiptFilter(
    String words,
    @Nullable State state,
    boolean late,
    @Nullable Boolean direct,
    @Nullable Integer via,
    Sort sort,
    @Nullable Long after) {
  static final String STATE = "tinh-trang";
  static final String VIA = "qua";
  static final String LATE = "cham";
  static final String DIRECT = "truc-tiep";
  static final String ONWARD = "pho-bien";

  /** Tình trạng nhận. */
  enum State {
    UNOPENED("chua-mo", "nil", "envelope"),
    OPENED("da-mo", "due", "envelope-open"),
    RECEIVED("da-nhan", "ok", "check-circle-fill");

    private final String word;
    private final String colour;
    private final String icon;

    State(String word, String colour, String icon) {
      this.word = word;
      this.colour = colour;
      this.icon = icon;
    }

    String word() {
      return word;
    }

    String icon() {
      return icon;
    }

    /** Class of its tag. */
    String style() {
      return "tag tag-" + colour;
    }

    /** As the database writes it, and the end of its message key. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "directive.circulation.state." + code();
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Thứ tự. */
  enum Sort {
    NAME("ten", "b.folded"),
    STATE(
        "tinh-trang",
        "case r.state when 'unopened' then '1' when 'opened' then '2' else '3' end || b.folded"),
    DUE("han", "to_char(r.due_on, 'YYYYMMDD') || b.folded"),
    LATE("cham", "lpad((99999 - r.late_days)::text, 5, '0') || b.folded");

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
      return "directive.circulation.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an address asks for.
   *
   * @throws vn.dondoc.kernel.Refusal when it names what the list does not know
   */
  static ReceiptFilter of(Map<String, String> values) {
    Asked asked = Asked.of(values);
    List<String> states = Arrays.stream(State.values()).map(State::word).toList();
    List<String> sorts = Arrays.stream(Sort.values()).map(Sort::word).toList();
    int state = states.indexOf(asked.choice(STATE, states));
    String via = asked.words(VIA);
    boolean body = via.matches("\\d{1,9}");
    asked.choice(VIA, body ? List.of(via) : List.of(DIRECT, ONWARD));
    ReceiptFilter filter =
        new ReceiptFilter(
            asked.words("tim"),
            state < 0 ? null : State.values()[state],
            !asked.choice(LATE, List.of("co")).isEmpty(),
            body || via.isEmpty() ? null : Boolean.valueOf(via.equals(DIRECT)),
            body ? Integer.valueOf(via) : null,
            Sort.values()[Math.max(0, sorts.indexOf(asked.choice(Asked.SORT, sorts)))],
            asked.after());
    asked.refuse();
    return filter;
  }

  /** The same, of those this body passed it on to. */
  ReceiptFilter through(int sender) {
    return new ReceiptFilter(words, state, late, null, sender, sort, null);
  }
}
