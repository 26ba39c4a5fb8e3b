package vn.dondoc.capital.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;

/**
 * Điều được hỏi về dự báo.
 *
 * @param year năm ngân sách
 * @param day as known at the end of which day
 * @param by what a row is
 * @param chosen whose fan is drawn: sort and key; empty for the first there is
 * @param words in names
 * @param owner of one owner; empty for all
 * @param source of one source and those below it; empty for all
 * @param sign rows with a line that bears this sign; null for any
 * @param sort the order
 * @param after how many rows come before the page; null for the first page
 */
record ForecastFilter(
    int year,
    LocalDate day,
    By by,
    String chosen,
    String words,
    String owner,
    String source,
    Warning.@Nullable Sign sign,
    Sort sort,
    @Nullable Long after) {
  static final String BY = "theo";
  static final String CHOSEN = "chon";
  static final String SIGN = "dau";

  /** Mỗi dòng bảng là gì. */
  enum By {
    SOURCE("nguon"),
    OWNER("chu"),
    PROJECT("du-an"),
    LINE("dong");

    private final String word;

    By(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    String key() {
      return "capital.forecast.by." + name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
      return Arrays.stream(values()).map(By::word).toList();
    }
  }

  /** Thứ tự. */
  enum Sort {
    /** Nhiều vốn không kịp giải ngân trước. */
    LAPSE(""),
    RATE("ty-le"),
    PLAN("ke-hoach"),
    SIGNS("dau-hieu"),
    NAME("ten");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    String key() {
      return "capital.forecast.sort." + name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Sort::word).toList();
    }
  }

  /**
   * What an address asks for.
   *
   * @throws Refusal with everything nobody can have meant
   */
  static ForecastFilter of(Map<String, String> values, LocalDate today) {
    Asked asked = Asked.of(values);
    LocalDate said = asked.day("ngay", "capital.as_of");
    LocalDate day = said == null ? today : said;
    if (day.isAfter(today)) {
      asked.add(Problem.at("ngay", ForecastRefusal.DAY.key(), day, today));
    }
    String year = asked.words("nam");
    if (!year.isEmpty() && !year.matches("20\\d\\d")) {
      asked.add(Problem.at("nam", ForecastRefusal.YEAR.key(), year));
    }
    int by = By.words().indexOf(asked.choice(BY, By.words()));
    int sort = Sort.words().indexOf(asked.choice(Asked.SORT, Sort.words()));
    List<String> signs = Arrays.stream(Warning.Sign.values()).map(Warning.Sign::word).toList();
    int sign = asked.words(SIGN).isEmpty() ? -1 : signs.indexOf(asked.choice(SIGN, signs));
    Long after = asked.after();
    asked.refuse();
    return new ForecastFilter(
        year.isEmpty() ? year(day) : Integer.parseInt(year),
        day,
        By.values()[Math.max(0, by)],
        asked.words(CHOSEN),
        asked.words("tim"),
        asked.words("chu-dau-tu"),
        asked.words("nguon"),
        sign < 0 ? null : Warning.Sign.values()[sign],
        Sort.values()[Math.max(0, sort)],
        after);
  }

  /** In January the year before is still being paid. */
  private static int year(LocalDate day) {
    return day.getMonthValue() == 1 ? day.getYear() - 1 : day.getYear();
  }

  /** The same with other rows. */
  ForecastFilter with(By other) {
    return new ForecastFilter(year, day, other, chosen, words, owner, source, sign, sort, after);
  }

  boolean takes(LineForecast line) {
    return (owner.isEmpty() || owner.equals(Integer.toString(line.line().owner())))
        && (source.isEmpty()
            || line.line().source().startsWith(source + ":")
            || line.line().source().startsWith(source + "."))
        && (sign == null || line.signs().contains(sign));
  }
}
