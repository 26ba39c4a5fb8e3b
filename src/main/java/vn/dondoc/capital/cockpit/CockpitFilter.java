package vn.dondoc.capital.cockpit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;

/**
 * Điều giải ngân được hỏi.
 *
 * @param year năm ngân sách
 * @param day as it stood at the end of which day
 * @param definition cách tính tỷ lệ, which also tells the pools
 * @param chosen what each dimension is narrowed to; empty for all of it
 * @param words in the project's name or code
 * @param only further narrowing
 * @param cause what blocks the line; {@code *} for anything
 */
record CockpitFilter(
    int year,
    LocalDate day,
    RateDefinition definition,
    Map<Dimension, String> chosen,
    String words,
    Only only,
    String cause) {
  static final String YEAR = "nam";
  static final String DAY = "ngay";
  static final String DEFINITION = "cach";
  static final String WORDS = "tim";

  /** A source, or a source with its vintage and the years since it began. */
  private static final String SOURCE =
      "[A-Z0-9]+(\\.[A-Z0-9]+)*(:(this_year|carried|advanced):-?\\d{1,2})?";

  static final String ONLY = "chi";
  static final String CAUSE = "vuong";

  CockpitFilter {
    chosen = Map.copyOf(chosen);
  }

  /** Thu hẹp. */
  enum Only {
    ALL(""),
    /** Có giải ngân trong tháng. */
    MONTH("thang"),
    /** Chưa giải ngân đồng nào. */
    ZERO("chua"),
    /** Còn tạm ứng chưa thu hồi. */
    ADVANCED("tam-ung"),
    /** Đã thanh toán khối lượng. */
    PAID("khoi-luong"),
    /** Chủ đầu tư chưa báo ước của tháng. */
    UNREPORTED("chua-bao-cao"),
    /** Chủ đầu tư đã báo. */
    REPORTED("da-bao-cao");

    private final String word;

    Only(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Only::word).toList();
    }
  }

  /**
   * Reads what an address asks; a day to come is a problem.
   *
   * @param asked the address
   * @param today the province's day
   * @param fallback the definition when none is asked for
   * @param definitions all there are
   */
  static CockpitFilter of(
      Asked asked, LocalDate today, RateDefinition fallback, List<RateDefinition> definitions) {
    LocalDate said = asked.day(DAY, "capital.as_of");
    String code = asked.choice(DEFINITION, definitions.stream().map(RateDefinition::code).toList());
    RateDefinition definition =
        definitions.stream().filter(one -> one.code().equals(code)).findFirst().orElse(fallback);
    LocalDate day = said == null ? today : said;
    Integer year = year(asked);
    if (day.isAfter(today)) {
      asked.add(Problem.at(DAY, "capital.refusal.cockpit.future", day, today));
    }
    Map<Dimension, String> chosen = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String key = asked.words(dimension.word());
      if (dimension == Dimension.SOURCE && !key.isEmpty() && !key.matches(SOURCE)) {
        asked.add(Problem.at(dimension.word(), "capital.refusal.cockpit.source", key));
      } else if (!key.isEmpty()) {
        chosen.put(dimension, key);
      }
    }
    int only = Only.words().indexOf(asked.choice(ONLY, Only.words()));
    return new CockpitFilter(
        year == null ? day.getYear() : year,
        day,
        definition,
        chosen,
        asked.words(WORDS),
        Only.values()[Math.max(0, only)],
        asked.words(CAUSE));
  }

  private static @Nullable Integer year(Asked asked) {
    String text = asked.words(YEAR);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("20\\d\\d")) {
      asked.add(Problem.at(YEAR, "capital.refusal.cockpit.year", text));
      return null;
    }
    return Integer.valueOf(text);
  }

  /** The same question measured in another way. */
  CockpitFilter by(RateDefinition other) {
    return new CockpitFilter(year, day, other, chosen, words, only, cause);
  }

  /** The last day that is counted: that of the definition when it is over. */
  LocalDate counted() {
    return definition.counted(year, day);
  }

  /** The first day of the month the last counted day is of. */
  LocalDate month() {
    return counted().withDayOfMonth(1);
  }

  String of(Dimension dimension) {
    return chosen.getOrDefault(dimension, "");
  }

  /** Anything but the year, the day and the definition narrows it. */
  boolean isNarrowed() {
    return !chosen.isEmpty() || !words.isEmpty() || only != Only.ALL || !cause.isEmpty();
  }

  /** It is narrowed to pools at most, so that plan assigned to pools can be its denominator. */
  boolean ofPools() {
    return chosen.keySet().stream().allMatch(Dimension::ofPools)
        && words.isEmpty()
        && only == Only.ALL
        && cause.isEmpty();
  }
}
