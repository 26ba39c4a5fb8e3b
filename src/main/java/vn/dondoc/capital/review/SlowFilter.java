package vn.dondoc.capital.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;

/**
 * Lọc danh sách chậm.
 *
 * @param day as of which day
 * @param rule lines that break this rule; empty for any
 * @param ownerId of one owner; null for all
 * @param source of one source and those below it; empty for all
 * @param words in names of projects and owners
 * @param sort the order
 * @param after the last line of the page before; null for the first page
 */
record SlowFilter(
    LocalDate day,
    String rule,
    @Nullable Integer ownerId,
    String source,
    String words,
    Sort sort,
    @Nullable Long after) {

  private static final Integer NOBODY = -1;

  /** Thứ tự. */
  enum Sort {
    UNSPENT("", Comparator.comparingLong(line -> -line.money().unspent())),
    RATE("ty-le", Comparator.comparing(line -> line.money().rate())),
    RULES("quy-tac", Comparator.comparingInt(line -> -line.hits().size())),
    OWNER("chu-dau-tu", Comparator.comparing(SlowLine::owner));

    private final String word;
    private final Comparator<SlowLine> order;

    Sort(String word, Comparator<SlowLine> order) {
      this.word = word;
      this.order = order;
    }

    String word() {
      return word;
    }

    String key() {
      return "capital.slow.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an address asks for.
   *
   * @throws Refusal with everything nobody can have meant
   */
  static SlowFilter of(Map<String, String> values, LocalDate today) {
    Asked asked = Asked.of(values);
    LocalDate day = asked.day("ngay", "capital.slow.day");
    String sort = asked.choice(Asked.SORT, Arrays.stream(Sort.values()).map(Sort::word).toList());
    String owner = asked.words("chu-dau-tu");
    Long after = asked.after();
    asked.refuse();
    if (day != null && day.isAfter(today)) {
      throw Refusal.of(
          ReviewRefusal.DAY, List.of(Problem.at("ngay", ReviewRefusal.DAY.key(), day, today)));
    }
    return new SlowFilter(
        day == null ? today : day,
        asked.words("quy-tac"),
        owner.isEmpty() ? null : owner.matches("\\d{1,9}") ? Integer.valueOf(owner) : NOBODY,
        asked.words("nguon"),
        asked.words("tim"),
        Arrays.stream(Sort.values()).filter(s -> s.word().equals(sort)).findFirst().orElseThrow(),
        after);
  }

  /** Lines of the question but for the rule, in its order. */
  List<SlowLine> within(List<SlowLine> lines) {
    return lines.stream()
        .filter(line -> ownerId == null || line.ownerId() == ownerId)
        .filter(line ->
            source.isEmpty()
                || line.pool().source().equals(source)
                || line.pool().source().startsWith(source + "."))
        .filter(line -> words.isEmpty() || says(line))
        .sorted(sort.order.thenComparing(SlowLine::lineId))
        .toList();
  }

  private boolean says(SlowLine line) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return (line.project().words() + " " + line.owner()).toLowerCase(Locale.ROOT).contains(wanted);
  }
}
