package vn.dondoc.capital.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Source;
import vn.dondoc.planning.forecast.Fan;
import vn.dondoc.planning.forecast.Line;
import vn.dondoc.planning.forecast.Reason;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Dự báo as its page shows it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param forecast within sight
 * @param stale the ledger has changed since it was made
 * @param sources every source
 * @param years budget years there are
 * @param page whose language
 */
record ForecastView(
    ForecastFilter filter,
    ListAddress address,
    YearForecast forecast,
    boolean stale,
    List<Source> sources,
    List<Integer> years,
    Page page) {
  static final String PATH = "/von/du-bao";
  private static final int PAGE = 30;

  /**
   * Một dòng bảng, and one that can be drawn.
   *
   * @param id sort and key, as the address chooses it
   * @param name what it is called
   * @param below what stands under the name; empty for nothing
   * @param rows where its rows are
   * @param of its plan, what was paid and what will be
   * @param signs early signs, each with how many lines bear it
   * @param line of a single line; null for a sum
   * @param promise of an owner; null where there is none
   */
  record Row(
      String id,
      String name,
      String below,
      String rows,
      FanCurve.Of of,
      Map<Warning.Sign, Integer> signs,
      @Nullable LineForecast line,
      YearForecast.@Nullable OwnerPromise promise) {
    /** By 31 January, with what is paid already. */
    long end(int percent) {
      return Math.max(of.paid(), of.fan().at(Line.LAST_MONTH, percent));
    }

    /** Plan not paid by then in the middle case. */
    long lapse() {
      return Math.max(0, of.plan() - end(50));
    }

    double rate(int percent) {
      return of.plan() <= 0 ? 0 : (double) end(percent) / of.plan();
    }

    int signed() {
      return signs.values().stream().mapToInt(i -> i).sum();
    }
  }

  /** Values of the question that no list knows, each as a sentence with its remedy. */
  List<String> unknown() {
    List<String> told = new ArrayList<>();
    if (!filter.owner().isEmpty()
        && owners().values().stream().noneMatch(id -> filter.owner().equals(id.toString()))) {
      told.add(unknown(filter.owner(), "capital.owner"));
    }
    if (!filter.source().isEmpty()
        && sources.stream().noneMatch(source -> source.code().equals(filter.source()))) {
      told.add(unknown(filter.source(), "capital.slow.source_of"));
    }
    return told;
  }

  private String unknown(String value, String label) {
    return page.t("web.unknown_choice", Texts.onOneLine(value), page.t(label));
  }

  /** All rows of the question, in its order. */
  List<Row> found() {
    Set<String> wanted = new HashSet<>();
    Map<String, Map<Warning.Sign, Integer>> signs = new HashMap<>();
    for (LineForecast line : forecast.lines()) {
      String key = key(line);
      if (filter.takes(line)) {
        wanted.add(key);
      }
      for (Warning.Sign sign : line.signs()) {
        signs.computeIfAbsent(key, k -> new TreeMap<>()).merge(sign, 1, Integer::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    if (filter.by() == ForecastFilter.By.LINE) {
      forecast.lines().stream().filter(filter::takes).map(this::row).forEach(rows::add);
    } else {
      Map<String, LineForecast> names = names();
      forecast.sums(SumForecast.Scope.valueOf(filter.by().name())).stream()
          .filter(sum -> wanted.contains(sum.key()))
          .map(sum -> row(sum, names.get(sum.key()), signs.getOrDefault(sum.key(), Map.of())))
          .forEach(rows::add);
    }
    String words = filter.words().toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(row ->
            words.isEmpty()
                || (row.name() + " " + row.below()).toLowerCase(Locale.ROOT).contains(words))
        .sorted(order().thenComparing(Row::name).thenComparing(Row::id))
        .toList();
  }

  private Comparator<Row> order() {
    return switch (filter.sort()) {
      case LAPSE -> Comparator.comparingLong(Row::lapse).reversed();
      case RATE -> Comparator.comparingDouble(row -> row.rate(50));
      case PLAN -> Comparator.comparingLong((Row row) -> row.of().plan()).reversed();
      case SIGNS -> Comparator.comparingInt(Row::signed).reversed();
      case NAME -> Comparator.comparing(Row::name);
    };
  }

  private String key(LineForecast line) {
    return switch (filter.by()) {
      case SOURCE -> line.line().source();
      case OWNER -> Integer.toString(line.line().owner());
      case PROJECT -> Long.toString(line.line().project());
      case LINE -> Long.toString(line.id());
    };
  }

  private Map<String, LineForecast> names() {
    Map<String, LineForecast> names = new HashMap<>();
    forecast.lines().forEach(line -> names.putIfAbsent(key(line), line));
    return names;
  }

  private Row row(LineForecast line) {
    Map<Warning.Sign, Integer> signs = new TreeMap<>();
    line.signs().forEach(sign -> signs.put(sign, 1));
    return new Row(
        "LINE:" + line.id(),
        line.line().projectName(),
        line.line().poolName() + " · " + line.line().ownerName(),
        "/von/dong/" + line.id(),
        new FanCurve.Of(line.plan(), line.paid(), line.past(), line.fan()),
        signs,
        line,
        null);
  }

  private Row row(SumForecast sum, @Nullable LineForecast named, Map<Warning.Sign, Integer> signs) {
    String lines = page.t("capital.forecast.lines", page.formats().count(sum.lines()));
    String year = "/von/dong?nam=" + forecast.year();
    YearForecast.OwnerPromise promise =
        sum.scope() != SumForecast.Scope.OWNER
            ? null
            : forecast.promises().stream()
                .filter(one -> Integer.toString(one.owner()).equals(sum.key()))
                .findFirst()
                .orElse(null);
    Called called =
        switch (sum.scope()) {
          case PROVINCE -> new Called(page.t("capital.forecast.province"), lines, year);
          case SOURCE ->
              new Called(
                  source(sum.key()),
                  lines,
                  new ListAddress("/von/dong", Map.of("nam", Integer.toString(forecast.year())))
                      .with("nguon", sum.key()));
          case OWNER ->
              new Called(
                  named == null ? sum.key() : named.line().ownerName(),
                  lines,
                  year + "&chu=" + sum.key());
          case PROJECT ->
              new Called(
                  named == null ? sum.key() : named.line().projectName(),
                  named == null ? lines : named.line().ownerName(),
                  "/du-an/" + sum.key());
        };
    return new Row(
        sum.scope() + ":" + sum.key(),
        called.name(),
        called.below(),
        called.rows(),
        new FanCurve.Of(sum.plan(), sum.paid(), sum.past(), sum.fan()),
        signs,
        null,
        promise);
  }

  private record Called(String name, String below, String rows) {}

  /** Rows of this page. */
  List<Row> shown(List<Row> found) {
    Long after = filter.after();
    int from = after == null ? 0 : Math.toIntExact(Math.min(after, Integer.MAX_VALUE));
    if (from > 0 && from >= found.size()) {
      throw Asked.noSuchRow(from);
    }
    return found.subList(from, Math.min(from + PAGE, found.size()));
  }

  /**
   * Told before anything is written.
   *
   * @throws vn.dondoc.kernel.Refusal when the page asked for begins behind the last row
   */
  void requirePage() {
    shown(found());
  }

  @Nullable String next(List<Row> found) {
    Long after = filter.after();
    long next = (after == null ? 0 : after) + PAGE;
    return next < found.size() ? address.after(next) : null;
  }

  /** The whole province, for who sees all of it. */
  @Nullable Row province() {
    return forecast.province().map(sum -> row(sum, null, Map.of())).orElse(null);
  }

  /** Whose fan is drawn: the chosen one, else the province, else the first of the question. */
  @Nullable Row drawn(List<Row> found) {
    Row chosen =
        found.stream().filter(row -> row.id().equals(filter.chosen())).findFirst().orElse(null);
    if (chosen != null) {
      return chosen;
    }
    Row whole = province();
    return whole != null ? whole : found.isEmpty() ? null : found.getFirst();
  }

  /** Address of a row's fan. */
  String draw(Row row) {
    Map<String, String> kept = new LinkedHashMap<>(address.asked());
    Long after = filter.after();
    String address = new ListAddress(PATH, kept).with(ForecastFilter.CHOSEN, row.id());
    return (after == null ? address : address + "&sau=" + after) + "#quat";
  }

  @Nullable TargetChance named() {
    return forecast.chance(TargetChance.Kind.NAMED).orElse(null);
  }

  @Nullable FanCurve curve(Row row) {
    TargetChance named = named();
    return FanCurve.of(
        forecast, row.of(), named == null ? null : (Double) named.percent().doubleValue());
  }

  /** Months are over whose payments are not all known. */
  boolean isUnreported() {
    return !forecast.lines().isEmpty() && forecast.reported() < forecast.known();
  }

  /** Months still ahead; once the year is over those of which nothing is known. */
  List<Integer> ahead() {
    int known = forecast.isIncomplete() ? forecast.reported() : forecast.known();
    return java.util.stream.IntStream.rangeClosed(known + 1, Line.LAST_MONTH).boxed().toList();
  }

  String month(int month) {
    return (month - 1) % 12 + 1 + "/" + (forecast.year() + (month - 1) / 12);
  }

  long at(Row row, int month, int percent) {
    Fan fan = row.of().fan();
    return Math.max(row.of().paid(), fan.at(month, percent));
  }

  /** Warnings of which it can be told how often they came true. */
  List<Warning> measured() {
    return forecast.warnings().stream().filter(Warning::isMeasured).toList();
  }

  /** What a sign came to, where it was measured. */
  @Nullable Warning measured(Warning.Sign sign) {
    return measured().stream().filter(one -> one.sign() == sign).findFirst().orElse(null);
  }

  long bearing(Warning.Sign sign) {
    return forecast.lines().stream().filter(line -> line.signs().contains(sign)).count();
  }

  long lapseOf(Warning.Sign sign) {
    return forecast.lines().stream()
        .filter(line -> line.signs().contains(sign))
        .mapToLong(line -> Math.max(0, line.plan() - line.paid() - line.payable().middle()))
        .sum();
  }

  String words(Reason reason) {
    String way = reason.factor() < 1 ? ".slow" : ".fast";
    return page.t(
        "capital.forecast.reason." + reason.cause().name().toLowerCase(Locale.ROOT) + way,
        page.formats().decimal(BigDecimal.valueOf(reason.factor()), 2),
        percent(reason.weight()),
        page.formats().count(reason.evidence()));
  }

  /** Owners within sight, by name. */
  Map<String, Integer> owners() {
    Map<String, Integer> owners = new TreeMap<>();
    forecast.lines().forEach(l -> owners.put(l.line().ownerName(), l.line().owner()));
    return owners;
  }

  String source(String key) {
    String[] parts = key.split(":", -1);
    Source source =
        sources.stream().filter(one -> one.code().equals(parts[0])).findFirst().orElse(null);
    String name = source == null ? parts[0] : name(source);
    return parts.length < 3 || parts[1].equals("this_year")
        ? name
        : page.t(
            "capital.source." + parts[1],
            name,
            Integer.toString(forecast.year() + Integer.parseInt(parts[2])));
  }

  String name(Source source) {
    return page.texts().language() == Language.EN ? source.name().en() : source.name().vi();
  }

  /** Đồng in tỷ with one decimal, without the unit. */
  String billions(long dong) {
    return page.formats().decimal(BigDecimal.valueOf(dong, 9), 1);
  }

  String percent(double ratio) {
    return page.formats().percent(BigDecimal.valueOf(ratio));
  }

  /** A rate in percent without the sign. */
  String rate(double ratio) {
    return page.formats().decimal(BigDecimal.valueOf(ratio * 100), 1);
  }

  /** A probability: never told as sure; once the day is over a verdict, where there can be one. */
  String chance(TargetChance chance) {
    if (chance.standing() != TargetChance.Standing.OPEN) {
      return page.t(
          chance.standing() == TargetChance.Standing.UNKNOWN
              ? "capital.forecast.too_few"
              : chance.shortfall() == 0 ? "capital.forecast.reached" : "capital.forecast.missed");
    }
    long percent = Math.clamp(Math.round(chance.probability() * 100), 1, 99);
    return percent == 1 && chance.probability() < 0.01
        ? page.t("capital.forecast.below_one")
        : percent == 99 && chance.probability() > 0.99
            ? page.t("capital.forecast.above_ninety_nine")
            : page.t("capital.forecast.chance", Long.toString(percent));
  }
}
