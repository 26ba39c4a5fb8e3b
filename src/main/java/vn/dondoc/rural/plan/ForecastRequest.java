package vn.dondoc.rural.plan;

import java.text.Collator;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.plan.ForecastPage.Line;
import vn.dondoc.web.Asked;

/**
 * Điều trang dự báo được hỏi.
 *
 * @param filter the year, the day and words in the names of communes
 * @param district tên huyện; empty for all
 * @param group nhóm xã
 * @param sort thứ tự
 * @param after id of the last commune of the page before; null for the first page
 */
record ForecastRequest(
    PlanFilter filter, String district, Group group, Sort sort, @Nullable Long after) {
  static final String GROUP = "nhom";
  private static final YearMonth NEVER = YearMonth.of(9999, 12);

  /** The choices of an enum are words of the address. */
  interface Word {
    String word();

    String key();
  }

  /** Nhóm xã. */
  enum Group implements Word {
    ALL("", "rural.plan.only.all"),
    DUE("dich", "rural.plan.only.due"),
    NOT_DUE("ngoai-dich", "rural.plan.only.not_due"),
    SET_BACK("tra-lai", "rural.forecast.setback");

    private final String word;
    private final String key;

    Group(String word, String key) {
      this.word = word;
      this.key = key;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public String key() {
      return key;
    }

    boolean holds(Line line) {
      return switch (this) {
        case ALL -> true;
        case DUE -> line.unit().due();
        case NOT_DUE -> !line.unit().due();
        case SET_BACK -> line.setBack();
      };
    }
  }

  /** Thứ tự. */
  enum Sort implements Word {
    DUE(""),
    LOW("thap"),
    NAME("ten"),
    MONTH("thang");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public String key() {
      return "rural.forecast.sort." + name().toLowerCase(Locale.ROOT);
    }

    Comparator<Line> order() {
      Collator vietnamese = Collator.getInstance(Locale.of("vi"));
      Comparator<Line> name = Comparator.comparing(line -> line.unit().name(), vietnamese);
      Comparator<Line> low = Comparator.comparingDouble(Line::chance);
      Comparator<Line> order =
          switch (this) {
            case DUE ->
                Comparator.comparing((Line line) -> !line.unit().due())
                    .thenComparing(low.reversed());
            case LOW -> low;
            case NAME -> name;
            case MONTH ->
                Comparator.comparing((Line line) -> {
                  YearMonth even = line.even();
                  return even == null ? NEVER : even;
                });
          };
      return order.thenComparing(name).thenComparing(line -> line.unit().id());
    }
  }

  /**
   * What an address asks for.
   *
   * @param units communes there are, whose districts can be asked for
   * @throws Refusal when it asks for what nobody can have meant
   */
  static ForecastRequest of(
      Map<String, String> values, PlanFilter filter, List<PlanLine.Unit> units) {
    Asked asked = Asked.of(values);
    Group group = choice(asked, GROUP, Group.values());
    Sort sort = choice(asked, Asked.SORT, Sort.values());
    String district = asked.choice(PlanRequest.DISTRICT, districts(units));
    Long after = asked.after();
    asked.refuse();
    return new ForecastRequest(filter, district, group, sort, after);
  }

  /** Names of the districts, in the order of the alphabet. */
  static List<String> districts(List<PlanLine.Unit> units) {
    return units.stream()
        .map(PlanLine.Unit::above)
        .filter(java.util.Objects::nonNull)
        .map(String::valueOf)
        .distinct()
        .sorted(Collator.getInstance(Locale.of("vi")))
        .toList();
  }

  boolean holds(Line line) {
    return group.holds(line) && (district.isEmpty() || district.equals(line.unit().above()));
  }

  private static <E extends Enum<E> & Word> E choice(Asked asked, String name, E[] known) {
    String word = asked.choice(name, Arrays.stream(known).map(Word::word).toList());
    return Arrays.stream(known).filter(k -> k.word().equals(word)).findFirst().orElse(known[0]);
  }
}
