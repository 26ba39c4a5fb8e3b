package vn.dondoc.task.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.life.Timing;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * The overview as the page shows it.
 *
 * @param filter which duties
 * @param asked what the address says
 * @param dimension by what
 * @param sort the order
 * @param found the figures
 * @param rows those of this page, in order
 * @param next key of the last row when there are more
 * @param about names of the body and the notice filtered by
 * @param ofCeased duties that bodies that ceased still owe, for whoever moves them
 */
record OverviewView(
    DutyFilter filter,
    Map<String, String> asked,
    Dimension dimension,
    Sort sort,
    Overview.Found found,
    List<Overview.Row> rows,
    @Nullable String next,
    List<About> about,
    int ofCeased) {
  static final String PATH = "/tong-quan-chi-dao";
  private static final int PAGE = 50;

  /** What the figures are narrowed to, and the parameter that says so. */
  record About(String parameter, String name) {}

  /** Thứ tự của bảng. */
  enum Sort {
    OVERDUE("qua-han", Comparator.comparingLong(m -> -m.counts().of(Progress.OVERDUE))),
    TOTAL("tong", Comparator.comparingLong(m -> -m.counts().total())),
    LATE("tre", Comparator.comparingDouble(m -> m.meanLate() == null ? 0 : -m.meanLate())),
    RETURNED("tra-lai", Comparator.comparingLong(m -> -m.returned() - m.handedBack())),
    NAME("ten", Comparator.comparingInt(m -> 0));

    private final String word;
    private final Comparator<Measure> order;

    Sort(String word, Comparator<Measure> order) {
      this.word = word;
      this.order = order;
    }

    String word() {
      return word;
    }

    String key() {
      return "task.overview.sort." + name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
      return List.of(values()).stream().map(Sort::word).toList();
    }
  }

  static OverviewView of(
      DutyFilter filter,
      Map<String, String> asked,
      Dimension dimension,
      Overview.Found found,
      List<About> about) {
    int order = Sort.words().indexOf(asked.getOrDefault(Asked.SORT, ""));
    Sort sort =
        order >= 0 ? Sort.values()[order] : dimension == Dimension.MONTH ? Sort.NAME : Sort.OVERDUE;
    List<Overview.Row> sorted = sorted(found.rows(), sort);
    String after = asked.getOrDefault(Asked.AFTER, "");
    int begin = 0;
    for (int k = 0; k < sorted.size() && !after.isEmpty(); k++) {
      if (sorted.get(k).key().equals(after)) {
        begin = k + 1;
      }
    }
    int end = Math.min(sorted.size(), begin + PAGE);
    String next = end < sorted.size() ? sorted.get(end - 1).key() : null;
    return new OverviewView(
        filter, asked, dimension, sort, found, sorted.subList(begin, end), next, about, 0);
  }

  static List<Overview.Row> sorted(List<Overview.Row> rows, Sort sort) {
    return rows.stream()
        .sorted(
            Comparator.comparing(Overview.Row::measure, sort.order)
                .thenComparing(row -> row.key().isEmpty())
                .thenComparing(row -> month(row.key()))
                .thenComparing(Overview.Row::name)
                .thenComparing(Overview.Row::key))
        .toList();
  }

  /** Months come in their own order, not in that of their names. */
  private static String month(String key) {
    return key.matches("\\d{4}-\\d{2}") ? key : "";
  }

  /** Whether whoever looks sees every body's duties. */
  boolean wholeProvince() {
    return Acting.current().wholeProvince();
  }

  ListAddress address() {
    return new ListAddress(PATH, asked);
  }

  OverviewView withCeased(int open) {
    return new OverviewView(filter, asked, dimension, sort, found, rows, next, about, open);
  }

  /** The files of the head of a row; null in any other dimension. */
  @Nullable String headFile(Overview.Row row) {
    return dimension != Dimension.HEAD || row.key().isEmpty()
        ? null
        : new ListAddress("/nguoi-dung-dau", Map.of()).with("co-quan", row.key());
  }

  /** The rows behind a figure of everything. */
  String all(String parameter, String value) {
    return duties(Map.of(parameter, value));
  }

  /** The rows behind a figure of a line; a value may be empty. */
  String of(Overview.Row row, String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(Map.of(parameter, value));
    boolean none = row.key().isEmpty();
    switch (dimension) {
      case BODY -> more.put("co-quan", row.key());
      case HEAD -> more.put(none ? "dung-dau" : "co-quan", none ? DutyFilter.NONE : row.key());
      case NOTICE -> more.put("nguon", none ? Long.toString(DutyFilter.OTHER_SOURCE) : row.key());
      case MONTH -> more.put("thang", none ? DutyFilter.NONE : row.key());
    }
    return duties(more);
  }

  String ofMonth(String month, String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>();
    more.put("thang", month);
    more.put(parameter, value);
    return duties(more);
  }

  String period(Page page) {
    return OverviewSheet.period(page, filter);
  }

  /** Median and what nine of ten keep to, in days. */
  String days(Page page, Measure.@Nullable Spread spread) {
    return spread == null
        ? "–"
        : page.t(
            "task.overview.spread",
            page.formats().decimal(BigDecimal.valueOf(spread.median()), 1),
            page.formats().decimal(BigDecimal.valueOf(spread.most()), 1));
  }

  /** The months up to that of the day, twelve at most. */
  List<Overview.Row> trend() {
    String last = YearMonth.from(filter.day()).toString();
    List<Overview.Row> past =
        found.months().stream()
            .filter(row -> row.key().compareTo(last) <= 0 && row.measure().counts().total() > 0)
            .toList();
    return past.subList(Math.max(0, past.size() - 12), past.size());
  }

  /** A part of a bar of 100 units. */
  record Bar(Progress progress, double x, double width) {}

  List<Bar> bars(Measure measure) {
    List<Bar> bars = new ArrayList<>();
    double x = 0;
    for (Progress progress : Progress.values()) {
      double width = measure.counts().share(progress).doubleValue() * 100;
      if (width > 0) {
        bars.add(new Bar(progress, x, width));
        x += width;
      }
    }
    return bars;
  }

  /** Done or reported in time, of everything due. */
  BigDecimal inTime(Measure measure) {
    Counts counts = measure.counts();
    long kept = counts.of(Timing.DONE_IN_TIME) + counts.of(Timing.REPORTED_IN_TIME);
    return counts.total() == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(kept)
            .divide(BigDecimal.valueOf(counts.total()), 6, RoundingMode.HALF_UP);
  }

  /** The months a report can be asked for, the running one first. */
  List<YearMonth> reportMonths(LocalDate today) {
    YearMonth now = YearMonth.from(today);
    return IntStream.range(0, 24).mapToObj(now::minusMonths).toList();
  }

  private String duties(Map<String, String> more) {
    Map<String, String> kept = new LinkedHashMap<>(asked);
    List.of("theo", Asked.SORT, Asked.AFTER).forEach(kept::remove);
    more.forEach(kept::put);
    return new ListAddress(DutiesPage.PATH, kept).with(Asked.AFTER, "");
  }
}
