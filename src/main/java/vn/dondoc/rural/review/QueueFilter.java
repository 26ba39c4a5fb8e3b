package vn.dondoc.rural.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.place.Place;
import vn.dondoc.web.Asked;

/**
 * Hỏi hàng chờ.
 *
 * @param communes those looked at, by name
 * @param indicators those looked at; null for every one
 * @param criterion số tiêu chí; empty for every one
 * @param result which verdicts of the unit
 * @param sort the order
 * @param after key of the last row of the page before
 */
record QueueFilter(
    List<Place> communes,
    @Nullable Set<Integer> indicators,
    String criterion,
    Result result,
    Sort sort,
    @Nullable Long after) {
  /** Kết quả xã tự đánh giá. */
  enum Result {
    /** Đạt, or not judged, or less than what was found good before. */
    MET("", "(f.verdict is not false or v.verdict)"),
    UNMET("chua-dat", "f.verdict is false"),
    ANY("tat-ca", "true");

    private final String word;
    private final String condition;

    Result(String word, String condition) {
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
      return "rural.review.result." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Thứ tự. */
  enum Sort {
    COMMUNE("", "(u.place, c.ordinal, i.ordinal)"),
    OLDEST("cu-nhat", "(f.on_day, u.place::int, i.ordinal)"),
    INDICATOR("chi-tieu", "(c.ordinal::bigint, i.ordinal, u.place::int)");

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
      return "rural.review.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Everything that waits for somebody. */
  static QueueFilter every(List<Place> communes, @Nullable Set<Integer> indicators) {
    return new QueueFilter(communes, indicators, "", Result.ANY, Sort.COMMUNE, null);
  }

  /**
   * What an address asks for.
   *
   * @param criteria numbers of the criteria there are, asked only where one is named
   */
  static QueueFilter of(
      Map<String, String> values,
      List<Place> communes,
      @Nullable Set<Integer> indicators,
      Supplier<Set<String>> criteria) {
    Asked asked = Asked.of(values);
    List<String> known = communes.stream().map(place -> Integer.toString(place.id())).toList();
    String unit = asked.choice("don-vi", known);
    String result =
        asked.choice("ket-qua", Arrays.stream(Result.values()).map(Result::word).toList());
    String sort = asked.choice(Asked.SORT, Arrays.stream(Sort.values()).map(Sort::word).toList());
    boolean named = !asked.words("tieu-chi").isEmpty();
    String criterion = named ? asked.choice("tieu-chi", criteria.get()) : "";
    QueueFilter filter =
        new QueueFilter(
            communes.stream()
                .filter(place -> unit.isEmpty() || unit.equals(Integer.toString(place.id())))
                .toList(),
            indicators,
            criterion,
            Arrays.stream(Result.values())
                .filter(r -> r.word().equals(result))
                .findFirst()
                .orElse(Result.MET),
            Arrays.stream(Sort.values())
                .filter(s -> s.word().equals(sort))
                .findFirst()
                .orElse(Sort.COMMUNE),
            asked.after());
    asked.refuse();
    return filter;
  }
}
