package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Điều trang kế hoạch được hỏi.
 *
 * @param filter what to show
 * @param after key of the last line of the page before
 */
record PlanRequest(PlanFilter filter, @Nullable Long after) {
  static final String YEAR = "nam";
  static final String DAY = "ngay";
  static final String UNIT = "xa";
  static final String DISTRICT = "huyen";
  static final String BODY = "co-quan";
  static final String KIND = "loai";
  static final String ONLY = "chi";
  static final String WORDS = "tim";
  static final String EVERY_KIND = "tat-ca";
  private static final String KEEP = "duy-tri";

  private static final String EXPIRING = "minh-chung";

  private static final Map<String, PlanFilter.Only> ONLIES =
      Map.of(
          "dich",
          PlanFilter.Only.DUE,
          "ngoai-dich",
          PlanFilter.Only.NOT_DUE,
          "cong-dong",
          PlanFilter.Only.COMMUNITY,
          "qua-han",
          PlanFilter.Only.LATE,
          "vuong",
          PlanFilter.Only.BLOCKED,
          EXPIRING,
          PlanFilter.Only.EXPIRING);

  static final Map<String, PlanFilter.Sort> SORTS =
      Map.of(
          "han", PlanFilter.Sort.DUE, "xa", PlanFilter.Sort.UNIT, "so", PlanFilter.Sort.INDICATOR);

  static PlanRequest of(Map<String, String> values, LocalDate today) {
    Asked asked = Asked.of(values);
    PlanFilter when = PlanFilter.when(asked, today);
    String kind = asked.choice(KIND, List.of(EVERY_KIND, KEEP));
    String only = asked.choice(ONLY, ONLIES.keySet());
    String sort = asked.choice(Asked.SORT, SORTS.keySet());
    Long after = asked.after();
    String words = asked.words(WORDS);
    asked.refuse();
    PlanFilter filter =
        new PlanFilter(
            when.year(),
            number(asked.words(UNIT)),
            number(asked.words(DISTRICT)),
            number(asked.words(BODY)),
            switch (kind) {
              case EVERY_KIND -> null;
              case KEEP -> PlanLine.Kind.KEEP;
              // Evidence that ends is mostly that of what is met: no kind asked for means both.
              default -> EXPIRING.equals(only) ? null : PlanLine.Kind.MISSING;
            },
            ONLIES.getOrDefault(only, PlanFilter.Only.ALL),
            words,
            SORTS.getOrDefault(sort, PlanFilter.Sort.UNIT),
            when.day());
    return new PlanRequest(filter, after);
  }

  private static @Nullable Integer number(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  /** The word of a narrowing in addresses. */
  static String word(PlanFilter.Only only) {
    return ONLIES.entrySet().stream()
        .filter(e -> e.getValue() == only)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  static String key(PlanFilter.Only only) {
    return "rural.plan.only." + only.name().toLowerCase(Locale.ROOT);
  }

  static List<PlanFilter.Only> onlies() {
    return Arrays.asList(PlanFilter.Only.values());
  }
}
