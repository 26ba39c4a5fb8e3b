package vn.dondoc.capital.cockpit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.rate.Rate;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.RateTarget;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Giải ngân as the page shows it.
 *
 * @param filter what was asked
 * @param asked the same as the address says it
 * @param by the dimension
 * @param sort the order of its rows
 * @param found what was found
 * @param naming what keys are called
 * @param target mục tiêu của năm; null while there is none
 * @param definitions every definition there is
 * @param years budget years there are
 */
record CockpitView(
    CockpitFilter filter,
    Map<String, String> asked,
    Dimension by,
    Sort sort,
    Cockpit.Found found,
    Naming naming,
    @Nullable RateTarget target,
    List<RateDefinition> definitions,
    List<Integer> years) {
  static final String PATH = "/von";
  static final String BY = "theo";

  /** What the whole is kept from in a row's own list. */
  private static final List<String> OWN = List.of(BY, "xep", "sau");

  /** Thứ tự. */
  enum Sort {
    /** Tỷ lệ cao trước. */
    RATE(""),
    PLAN("ke-hoach"),
    UNSPENT("con-lai"),
    MONTH("thang"),
    NAME("ten");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    String key() {
      return "capital.sort." + name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Sort::word).toList();
    }

    Comparator<Cockpit.Row> order() {
      return switch (this) {
        case RATE -> Comparator.comparing(Sort::ratio).reversed();
        case PLAN -> Comparator.comparingLong((Cockpit.Row row) -> row.figures().plan()).reversed();
        case UNSPENT ->
            Comparator.comparingLong((Cockpit.Row row) -> row.figures().unspent()).reversed();
        case MONTH ->
            Comparator.comparingLong((Cockpit.Row row) -> row.figures().month()).reversed();
        case NAME -> (one, other) -> 0;
      };
    }

    private static BigDecimal ratio(Cockpit.Row row) {
      Rate rate = row.rate();
      BigDecimal ratio = rate == null ? null : rate.ratio();
      return ratio == null ? BigDecimal.ONE.negate() : ratio;
    }
  }

  List<Cockpit.Row> rows() {
    return found.rows().stream()
        .sorted(sort.order().thenComparing(row -> naming.of(by, row.key())))
        .toList();
  }

  String name(Cockpit.Row row) {
    return row.key().isEmpty() ? naming.page().t("capital.whole") : naming.of(by, row.key());
  }

  /** The same question about something else. */
  ListAddress address() {
    return new ListAddress(PATH, asked);
  }

  /** The rows behind a figure of a row, further narrowed or in an order. */
  String lines(Cockpit.Row row, String parameter, String value) {
    Map<String, String> kept = new LinkedHashMap<>(asked);
    OWN.forEach(kept::remove);
    if (!row.key().isEmpty()) {
      kept.put(by.word(), row.key());
    }
    return new ListAddress(LinesView.PATH, kept).with(parameter, value);
  }

  String lines(Cockpit.Row row) {
    return lines(row, "sau", "");
  }

  String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  /** The target, where it is measured as the page measures. */
  @Nullable RateTarget comparable() {
    return target != null && target.said().definition().equals(filter.definition().code())
        ? target
        : null;
  }

  /** Numerator and denominator are not the plan and the money of the rows themselves. */
  private boolean isWorkDone() {
    return filter.definition().numerator() == RateDefinition.Numerator.WORK_DONE;
  }

  /** The denominator is plan assigned to pools, and the rows have a share of it. */
  boolean isOfPools() {
    return filter.definition().denominator().ofPools()
        && by.ofPools()
        && found.whole().rate() != null;
  }

  /** What is divided is what the row's own lines say. */
  boolean isOfLines() {
    return !isOfPools() && !isWorkDone();
  }

  /** Message key of the column with the denominator. */
  String denominatorKey() {
    RateDefinition.Denominator denominator = filter.definition().denominator();
    return isOfPools()
        ? "capital.column." + denominator.name().toLowerCase(Locale.ROOT)
        : isWorkDone() ? "capital.column.plan_told" : "capital.column.plan";
  }

  /** Message key of the plan the definition divides by. */
  String planKey() {
    RateDefinition.Denominator denominator = filter.definition().denominator();
    return denominator.ofPools()
        ? "capital.column." + denominator.name().toLowerCase(Locale.ROOT)
        : "capital.fact.plan";
  }

  /** That plan; null where the viewer's rows have no share of it. */
  @Nullable Long plan() {
    Rate rate = found.whole().rate();
    return !filter.definition().denominator().ofPools()
        ? (Long) found.whole().figures().plan()
        : rate == null ? null : (Long) rate.denominator();
  }

  /** The rate is of plan assigned, and the column beside it tells what lines were allocated. */
  boolean isBesideItsPlan(Cockpit.Row row) {
    return filter.definition().denominator().ofPools() && isOfLines() && row.rate() != null;
  }

  /** Work is asked for that no owner told of: money disbursed is not what was asked. */
  boolean isUntold() {
    return isWorkDone() && found.whole().rate() == null;
  }

  /** What of the year before is in the whole alone; null when nothing is. */
  @Nullable String elsewhere(Page page) {
    Cockpit.Elsewhere lost = found.elsewhere();
    return lost == null || found.whole().before() == null
        ? null
        : page.t(
            by == Dimension.CLASS ? "capital.before.unclassed" : "capital.before.elsewhere",
            page.formats().count(lost.lines()),
            billions(lost.disbursedVnd(), page));
  }

  /** Message key of the column with the numerator. */
  String numeratorKey() {
    return isWorkDone() ? "capital.column.work_done" : "capital.column.disbursed";
  }

  /** Mẫu số of a row as the definition has it; null where it has none. */
  @Nullable Long denominator(Cockpit.Row row) {
    Rate rate = row.rate();
    return isOfLines() ? (Long) row.figures().plan() : rate == null ? null : rate.denominator();
  }

  /** Tử số of a row as the definition has it; null where nothing was told. */
  @Nullable Long numerator(Cockpit.Row row) {
    Rate rate = row.rate();
    return !isWorkDone()
        ? (Long) row.figures().disbursed()
        : rate == null ? null : rate.numerator();
  }

  /** The rate is of some of the lines only: those whose owners told of work done. */
  boolean isPartial(Cockpit.Row row) {
    return isWorkDone()
        && row.rate() != null
        && row.figures().work().lines() < row.figures().lines();
  }

  /** Of how many lines the rate is, and of how much of their plan. */
  String coverage(Cockpit.Row row, String key, Page page) {
    Figures figures = row.figures();
    return page.t(
        key,
        filter.definition().code(),
        page.formats().count(figures.work().lines()),
        page.formats().count(figures.lines()),
        percent(new Rate(figures.work().planVnd(), figures.plan()), page));
  }

  /** What is lacking to reach the target; null where it does not apply, below zero when reached. */
  @Nullable Long lacking() {
    RateTarget aim = comparable();
    Rate rate = found.whole().rate();
    return aim == null || rate == null || filter.isNarrowed() || isPartial(found.whole())
        ? null
        : (Long)
            (aim.ratio().multiply(BigDecimal.valueOf(rate.denominator())).longValue()
                - rate.numerator());
  }

  @Nullable Curve curve() {
    RateTarget aim = comparable();
    boolean disbursed = filter.definition().numerator() == RateDefinition.Numerator.DISBURSED;
    return disbursed
        ? Curve.of(
            filter.year(), found.months(), found.whole().rate(), aim == null ? null : aim.ratio())
        : null;
  }

  /** What a month's total came to. */
  String total(Cockpit.Month month, Page page) {
    Rate whole = found.whole().rate();
    boolean work = filter.definition().numerator() == RateDefinition.Numerator.WORK_DONE;
    return whole == null || work ? "–" : rate(new Rate(month.total(), whole.denominator()), page);
  }

  /** The same; a dash where there is none. */
  static String billions(@Nullable Long dong, Page page) {
    return dong == null ? "–" : billions(dong.longValue(), page);
  }

  /** Đồng in tỷ with one decimal, without the unit. */
  static String billions(long dong, Page page) {
    return page.formats().decimal(BigDecimal.valueOf(dong, 9), 1);
  }

  /** The same with its sign. */
  static String change(long dong, Page page) {
    return dong > 0 ? "+" + billions(dong, page) : billions(dong, page).replace('-', '−');
  }

  /** A rate in percent without the sign; a dash where there is none. */
  static String rate(@Nullable Rate rate, Page page) {
    BigDecimal ratio = rate == null ? null : rate.ratio();
    return ratio == null ? "–" : page.formats().decimal(ratio.movePointRight(2), 1);
  }

  static String percent(@Nullable Rate rate, Page page) {
    BigDecimal ratio = rate == null ? null : rate.ratio();
    return ratio == null ? "–" : page.formats().percent(ratio);
  }

  /** Where a rate ends on a bar of 100. */
  static String bar(@Nullable Rate rate) {
    BigDecimal ratio = rate == null ? null : rate.ratio();
    return ratio == null ? "0" : Curve.at(Math.clamp(ratio.doubleValue() * 100, 0, 100));
  }

  @Nullable Long idle(Cockpit.Row row) {
    return row.figures().idle(filter.year(), filter.counted());
  }

  /** How the page measures, in one sentence. */
  String how(Page page) {
    return how(filter, page);
  }

  static String how(CockpitFilter filter, Page page) {
    RateDefinition definition = filter.definition();
    String vintages =
        String.join(
            ", ", definition.vintages().stream().map(one -> lower(page.t(one.key()))).toList());
    LocalDate added = definition.added(filter.year());
    String how =
        page.t(
            "capital.how",
            definition.code(),
            page.t(definition.numerator().key()),
            page.t(definition.denominator().key()),
            vintages);
    return added == null
        ? how
        : how + " " + page.t("capital.how.added", page.formats().date(added));
  }

  private static String lower(String words) {
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  /** Why there is no rate; null where there is one. */
  @Nullable String missing(Page page) {
    RateDefinition definition = filter.definition();
    if (found.whole().rate() == null) {
      return definition.numerator() == RateDefinition.Numerator.WORK_DONE
          ? page.t("capital.missing.work")
          : page.t("capital.missing.assigned");
    }
    return definition.denominator().ofPools() && !by.ofPools()
        ? page.t("capital.missing.share")
        : null;
  }

  String period(Page page) {
    return page.t("capital.period", Integer.toString(filter.year()), until(page));
  }

  private String until(Page page) {
    return page.formats().date(filter.definition().until().of(filter.year()));
  }
}
