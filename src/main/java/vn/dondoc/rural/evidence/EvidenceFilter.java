package vn.dondoc.rural.evidence;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Hỏi danh sách minh chứng.
 *
 * @param unit xã; null for every one
 * @param indicator số chỉ tiêu; empty for every one
 * @param month kỳ as an address says it; empty for every one
 * @param state whether it still proves anything
 * @param sort the order
 * @param after key of the last row of the page before
 */
record EvidenceFilter(
    @Nullable Integer unit,
    String indicator,
    String month,
    State state,
    Sort sort,
    @Nullable Long after) {
  static final String UNIT = "don-vi";
  static final String INDICATOR = "chi-tieu";
  static final String MONTH = "ky";
  static final String STATE = "han";

  /** What was kept before months were noted. */
  static final String NO_MONTH = "khong-ghi";

  /** Hạn của minh chứng. */
  enum State {
    ANY("", "true"),
    VALID("con-han", "(x.expires_on is null or x.expires_on >= :today)"),
    ENDED("het-han", "x.expires_on < :today"),
    LASTING("khong-han", "x.expires_on is null");

    private final String word;
    private final String condition;

    State(String word, String condition) {
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
      return "rural.evidence.state." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Thứ tự. */
  enum Sort {
    NEWEST("", "-x.id"),
    MONTH("ky", "date '3000-01-01' - coalesce(x.period, date '1900-01-01')"),
    ENDS("het-han", "coalesce(x.expires_on, date 'infinity')"),
    UNIT("xa", "(o.folded, o.code, c.ordinal, i.ordinal)");

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
      return "rural.evidence.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an address asks for, of what there is. */
  static EvidenceFilter of(Map<String, String> values, EvidenceListStore.Choices choices) {
    Asked asked = Asked.of(values);
    String unit =
        asked.choice(
            UNIT, choices.units().stream().map(one -> Integer.toString(one.id())).toList());
    String indicator = asked.choice(INDICATOR, choices.indicators());
    String month = asked.choice(MONTH, choices.months());
    String state = asked.choice(STATE, Arrays.stream(State.values()).map(State::word).toList());
    String sort = asked.choice(Asked.SORT, Arrays.stream(Sort.values()).map(Sort::word).toList());
    EvidenceFilter filter =
        new EvidenceFilter(
            unit.isEmpty() ? null : Integer.valueOf(unit),
            indicator,
            month,
            Arrays.stream(State.values())
                .filter(one -> one.word().equals(state))
                .findFirst()
                .orElse(State.ANY),
            Arrays.stream(Sort.values())
                .filter(one -> one.word().equals(sort))
                .findFirst()
                .orElse(Sort.NEWEST),
            asked.after());
    asked.refuse();
    return filter;
  }

  /** The first day of the month asked for; null for none. */
  @Nullable String firstDay() {
    return month.isEmpty() || month.equals(NO_MONTH)
        ? null
        : YearMonth.parse(month).atDay(1).toString();
  }
}
