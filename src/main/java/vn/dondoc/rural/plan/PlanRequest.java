package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Places;
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
  private static final String ASKED = "de-nghi";
  private static final List<String> BOTH_KINDS = List.of(EXPIRING, ASKED);

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
          PlanFilter.Only.EXPIRING,
          ASKED,
          PlanFilter.Only.ASKED);

  static final Map<String, PlanFilter.Sort> SORTS =
      Map.of(
          "han", PlanFilter.Sort.DUE, "xa", PlanFilter.Sort.UNIT, "so", PlanFilter.Sort.INDICATOR);

  static PlanRequest of(Map<String, String> values, LocalDate today) {
    Asked asked = Asked.of(values);
    PlanFilter when = PlanFilter.when(asked, today);
    String kind = asked.choice(KIND, List.of(EVERY_KIND, KEEP));
    String only = asked.choice(ONLY, ONLIES.keySet());
    String sort = asked.choice(Asked.SORT, SORTS.keySet());
    Integer unit = number(asked, UNIT);
    Integer district = number(asked, DISTRICT);
    Integer body = number(asked, BODY);
    Long after = asked.after();
    String words = asked.words(WORDS);
    asked.refuse();
    PlanFilter filter =
        new PlanFilter(
            when.year(),
            unit,
            district,
            body,
            switch (kind) {
              case EVERY_KIND -> null;
              case KEEP -> PlanLine.Kind.KEEP;
              // Evidence that ends is mostly that of what is met: no kind asked for means both.
              default -> BOTH_KINDS.contains(only) ? null : PlanLine.Kind.MISSING;
            },
            ONLIES.getOrDefault(only, PlanFilter.Only.ALL),
            words,
            SORTS.getOrDefault(sort, PlanFilter.Sort.UNIT),
            when.day());
    return new PlanRequest(filter, after);
  }

  private static @Nullable Integer number(Asked asked, String name) {
    String text = asked.words(name);
    boolean readable = text.matches("\\d{1,9}");
    asked.choice(name, readable ? List.of(text) : List.of());
    return readable ? Integer.valueOf(text) : null;
  }

  /**
   * The same, once everything it names is there: what nobody knows would look like a plan without
   * lines.
   *
   * @throws Refusal when a place or a body of that number is not known
   */
  PlanRequest known(Places places, Bodies bodies, LocalDate today) {
    LocalDate on = filter.day(today);
    place(UNIT, filter.unitId(), places, on);
    place(DISTRICT, filter.districtId(), places, on);
    Integer body = filter.bodyId();
    if (body != null && bodies.find(List.of(body)).isEmpty()) {
      throw Refusal.of(PlanRefusal.NO_SUCH_BODY, BODY, Integer.toString(body));
    }
    return this;
  }

  private static void place(String name, @Nullable Integer id, Places places, LocalDate on) {
    if (id != null && places.find(id, on).isEmpty()) {
      throw Refusal.of(PlanRefusal.NO_PLACE, name, Integer.toString(id), on);
    }
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
