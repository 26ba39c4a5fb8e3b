package vn.dondoc.publication;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Page;

/**
 * What the home page shows; a figure nobody has said is null and shown as such, never as zero.
 *
 * @param target communes aimed at in all by the end of the year
 * @param aimedNew of them new this year
 * @param before recognised before this year: derived, target − aimedNew
 * @param waiting communes at the full set, waiting for recognition
 * @param meanDue mean criteria of the communes due this year
 * @param planVnd capital plan allocated in detail, whole đồng
 */
record HomeView(
    @Nullable Fact target,
    @Nullable Fact aimedNew,
    @Nullable BigDecimal before,
    @Nullable Fact waiting,
    @Nullable Fact meanDue,
    @Nullable Fact planVnd) {

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  static HomeView of(List<Fact> figures) {
    Map<String, Fact> byCode =
        figures.stream().collect(Collectors.toMap(Fact::code, Function.identity()));
    Fact target = byCode.get("rural.target_total");
    Fact aimedNew = byCode.get("rural.target_new");
    BigDecimal before =
        target == null || aimedNew == null ? null : target.value().subtract(aimedNew.value());
    return new HomeView(
        target,
        aimedNew,
        before,
        byCode.get("rural.waiting"),
        byCode.get("rural.mean_due"),
        byCode.get("capital.plan_vnd"));
  }

  /** The squares of the picture: one a commune, in the order recognised, waiting, missing. */
  List<String> squares() {
    if (target == null || before == null || target.value().intValue() > 500) {
      return List.of();
    }
    int done = before.intValue();
    int ready = waiting == null ? 0 : waiting.value().intValue();
    return java.util.stream.IntStream.range(0, target.value().intValue())
        .mapToObj(n -> n < done ? "" : n < done + ready ? "new" : "gap")
        .toList();
  }

  /**
   * Kỳ: the period in the page's language where its words are known, else as it was recorded; years
   * stay as they are.
   */
  static String period(Fact fact, Page page) {
    Matcher year = YEAR.matcher(fact.period());
    String key =
        "publication.period."
            + MARKS
                .matcher(
                    Normalizer.normalize(
                        YEAR.matcher(fact.period().toLowerCase(Locale.ROOT)).replaceAll("").strip(),
                        Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "_");
    return page.texts().has(key)
        ? page.t(key, year.find() ? year.group() : "").strip()
        : fact.period();
  }

  /** Communes of the year's aim still short of the full set. */
  @Nullable BigDecimal missing() {
    return aimedNew == null || waiting == null ? null : aimedNew.value().subtract(waiting.value());
  }
}
