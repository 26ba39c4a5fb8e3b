package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Ma trận as its page shows it.
 *
 * @param matrix what was found
 * @param asked what the address says
 * @param page the frame
 */
record MatrixView(Matrix matrix, Map<String, String> asked, Page page) {
  static final String PATH = "/nong-thon-moi";

  /** Rows one page carries: more than a province has communes. */
  static final int MOST = 1000;

  private static final int TENTHS = 10;

  /**
   * Cột: a criterion, or one of its indicators when it is opened.
   *
   * @param first the first of a group of criteria
   */
  record Column(Criterion criterion, Criterion.@Nullable Indicator indicator, boolean first) {
    String number() {
      return indicator == null ? criterion.number() : indicator.number();
    }

    CriteriaSet.Name name() {
      return indicator == null ? criterion.name() : indicator.name();
    }

    String edge() {
      return (first ? " gb" : "") + (indicator == null ? "" : " in");
    }
  }

  /** Nhóm tiêu chí above its columns. */
  record Span(String name, int columns) {}

  /**
   * Ô.
   *
   * @param text what is printed; empty where a sign stands for it
   * @param words the same in words
   * @param title words with the figures behind them
   */
  record Cell(String style, String text, String words, String title) {}

  /**
   * Phần của bảng: the pinned communes, or a district.
   *
   * @param key of its totals
   * @param title tên
   * @param district the district; null for the pinned ones
   * @param rows the communes shown one by one
   * @param communes how many it has in all
   */
  record Section(
      String key, String title, @Nullable Integer district, List<Commune> rows, int communes) {}

  ListAddress address() {
    return new ListAddress(PATH, asked);
  }

  MatrixFilter filter() {
    return matrix.filter();
  }

  String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  boolean english() {
    return page.texts().language() == Language.EN;
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    Bilingual group = null;
    for (Criterion criterion : matrix.columns()) {
      columns.add(new Column(criterion, null, !criterion.group().equals(group)));
      group = criterion.group();
      if (criterion.number().equals(filter().opened())) {
        criterion.indicators().forEach(i -> columns.add(new Column(criterion, i, false)));
      }
    }
    return columns;
  }

  List<Span> spans() {
    Map<Bilingual, Long> spans =
        columns().stream()
            .collect(
                Collectors.groupingBy(
                    column -> column.criterion().group(),
                    LinkedHashMap::new,
                    Collectors.counting()));
    return spans.entrySet().stream()
        .map(span -> new Span(page.t(span.getKey()), span.getValue().intValue()))
        .toList();
  }

  /** Opens a criterion into its indicators, or closes it. */
  String open(Criterion criterion) {
    return address()
        .with(
            MatrixFilter.OPENED,
            criterion.number().equals(filter().opened()) ? "" : criterion.number());
  }

  /** Communes due this year, pinned before the districts. */
  @Nullable Section pinned() {
    List<Commune> due = matrix.shown().stream().filter(Commune::due).toList();
    return due.isEmpty()
        ? null
        : new Section(
            Totals.of(MatrixFilter.Group.DUE),
            page.t("rural.matrix.due", page.formats().count(due.size()), year()),
            null,
            due,
            due.size());
  }

  /** Districts that have a commune to show. */
  List<Section> districts() {
    Map<String, List<Commune>> by = new LinkedHashMap<>();
    for (Commune commune : matrix.communes()) {
      by.computeIfAbsent(Totals.of(commune.aboveId()), key -> new ArrayList<>()).add(commune);
    }
    Map<String, List<Commune>> shown = new LinkedHashMap<>();
    for (Commune commune : matrix.shown()) {
      shown.computeIfAbsent(Totals.of(commune.aboveId()), key -> new ArrayList<>()).add(commune);
    }
    List<Section> districts = new ArrayList<>();
    int left = MOST;
    for (var district : by.entrySet()) {
      List<Commune> all = district.getValue();
      Commune first = all.getFirst();
      List<Commune> found = shown.getOrDefault(district.getKey(), List.of());
      if (!found.isEmpty() || filter().district() != null && !filter().narrows()) {
        List<Commune> rows =
            filter().opens(first.aboveId())
                ? found.stream().filter(c -> !c.due()).limit(left).toList()
                : List.of();
        left -= rows.size();
        districts.add(
            new Section(
                district.getKey(),
                Objects.requireNonNullElse(first.above(), page.province()),
                first.aboveId(),
                rows,
                all.size()));
      }
    }
    return districts;
  }

  /** Every district the viewer sees, whatever was asked for. */
  List<Section> strip() {
    return choices().stream()
        .map(c ->
            new Section(
                Totals.of(c.aboveId()), Objects.toString(c.above()), c.aboveId(), List.of(), 0))
        .toList();
  }

  /** All communes and their groups: the lines the matrix ends with. */
  List<TotalsView.Line> sums() {
    return TotalsView.lines(this).stream()
        .filter(line -> strip().stream().noneMatch(s -> s.key().equals(line.key())))
        .toList();
  }

  /** One commune of each district, to choose the district by. */
  List<Commune> choices() {
    Map<Integer, Commune> first = new LinkedHashMap<>();
    for (Commune commune : matrix.communes()) {
      Integer above = commune.aboveId();
      if (above != null) {
        first.putIfAbsent(above, commune);
      }
    }
    return List.copyOf(first.values());
  }

  /** The same question on the last day of the set before, as far as that set can answer it. */
  String before(Succession succession) {
    Map<String, String> kept = new LinkedHashMap<>(asked);
    var older = succession.before();
    if (older.criterion(asked(MatrixFilter.UNMET)).isEmpty()) {
      kept.remove(MatrixFilter.UNMET);
    }
    if (older.criterion(asked(MatrixFilter.OPENED)).isEmpty()) {
      kept.remove(MatrixFilter.OPENED);
    }
    if (!MatrixFilter.owners(older).contains(asked(MatrixFilter.OWNER))) {
      kept.remove(MatrixFilter.OWNER);
    }
    if (older.criteria().size() != matrix.criteria()) {
      kept.remove(MatrixFilter.BAND);
    }
    return new ListAddress(PATH, kept).with(MatrixFilter.DAY, succession.lastDay().toString());
  }

  /** Whether the filters folded away say anything. */
  boolean asksMore() {
    return List.of(
            MatrixFilter.BAND,
            MatrixFilter.OWNER,
            MatrixFilter.DAY,
            MatrixFilter.MAP,
            vn.dondoc.web.Asked.SORT)
        .stream()
        .anyMatch(name -> !asked(name).isBlank());
  }

  String totalsSheet() {
    return new ListAddress(PATH + "/tong-hop", asked).sheet();
  }

  /** Whether more communes were asked for one by one than a page carries. */
  boolean tooMany() {
    return (filter().everything() || filter().narrows()) && matrix.shown().size() > MOST;
  }

  String year() {
    return Integer.toString(filter().day().getYear());
  }

  /** Leads to a district's communes, or back to all. */
  String district(Section section) {
    boolean chosen = Objects.equals(section.district(), filter().district());
    return address()
        .with(MatrixFilter.DISTRICT, chosen ? "" : Objects.toString(section.district(), ""));
  }

  boolean chosen(Section section) {
    return section.district() != null && section.district().equals(filter().district());
  }

  String commune(Commune commune) {
    Map<String, String> kept = new LinkedHashMap<>(asked);
    kept.keySet().retainAll(List.of(MatrixFilter.DAY, MatrixFilter.STAGE));
    return new ListAddress(PATH + "/xa/" + commune.id(), kept).with(vn.dondoc.web.Asked.AFTER, "");
  }

  Cell cell(Commune commune, Column column) {
    Criterion.Indicator indicator = column.indicator();
    return indicator == null
        ? ofCriterion(commune, column)
        : ofIndicator(commune, column, indicator);
  }

  private Cell ofCriterion(Commune commune, Column column) {
    CriterionResult found = matrix.result(commune, column.criterion()).orElseThrow();
    String share =
        page.formats().count(found.met()) + "/" + page.formats().count(found.indicators());
    String words = page.t(found.result().key());
    String title = page.t("rural.matrix.cell", column.name().in(english()), words, share);
    boolean printed = found.result() == Result.UNMET;
    return new Cell(style(found.result(), column), printed ? share : "", words, title);
  }

  private Cell ofIndicator(Commune commune, Column column, Criterion.Indicator indicator) {
    IndicatorLine line = matrix.opened().getOrDefault(commune.id(), Map.of()).get(indicator.id());
    Result result =
        line == null ? Result.UNREPORTED : line.result(filter().stage(), filter().day());
    String words = page.t(result.key());
    return new Cell(
        style(result, column),
        result == Result.UNMET ? "0/1" : "",
        words,
        column.number() + " " + column.name().in(english()) + ": " + words);
  }

  private static String style(Result result, Column column) {
    return "c " + result.cell() + column.edge();
  }

  /** How many communes of a group meet a criterion, over a bar of their share. */
  Cell total(Rollup rollup, Column column) {
    if (!rollup.reports()) {
      return new Cell("c nil" + column.edge(), "", "", page.t(Result.UNREPORTED.key()));
    }
    int meeting = rollup.meeting(column.criterion().id());
    String count = page.formats().count(meeting);
    String words =
        page.t(
            "rural.matrix.meeting",
            column.name().in(english()),
            count,
            page.formats().count(rollup.communes()));
    int tenths = rollup.communes() == 0 ? 0 : meeting * TENTHS / rollup.communes();
    return new Cell("c h f" + tenths + column.edge(), count, "", words);
  }

  /** The numbers of the criteria a commune does not meet, without those that wait. */
  String lacking(Commune commune) {
    return numbers(commune, result -> !result.counts() && result != Result.WAITING);
  }

  /** The numbers of the criteria a commune waits for: another's result, or a stage above. */
  String waiting(Commune commune) {
    return numbers(commune, result -> result == Result.WAITING);
  }

  private String numbers(Commune commune, Predicate<Result> which) {
    return matrix.columns().stream()
        .filter(c ->
            which.test(matrix.result(commune, c).map(r -> r.result()).orElse(Result.UNREPORTED)))
        .map(Criterion::number)
        .collect(Collectors.joining(", "));
  }

  boolean full(Commune commune) {
    return matrix.met(commune) == matrix.criteria();
  }

  /** On a phone those who still lack something come first. */
  List<Commune> unfinishedFirst(List<Commune> rows) {
    return rows.stream().sorted(java.util.Comparator.comparing(this::full)).toList();
  }

  /** "–" where no commune has reported: that is no zero. */
  String mean(@Nullable Rollup rollup) {
    BigDecimal mean = rollup == null ? null : rollup.mean();
    return mean == null ? "–" : page.formats().decimal(mean, 2);
  }

  /** Whether some commune the viewer sees has reported nothing. */
  boolean unreported() {
    Rollup all = matrix.totals().of(Totals.ALL);
    return all != null && all.unreported() > 0;
  }

  /** How many criteria a commune meets; "–" while it has reported nothing. */
  String met(Commune commune) {
    return matrix.reported(commune) ? page.formats().count(matrix.met(commune)) : "–";
  }

  /** Share of the whole set, in hundredths, for a bar. */
  String share(Rollup rollup) {
    return Objects.requireNonNullElse(rollup.mean(), BigDecimal.ZERO)
        .movePointRight(2)
        .divide(BigDecimal.valueOf(matrix.criteria()), 0, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The change since the month before, with its sign; empty where it cannot be compared. */
  String change(String key) {
    return matrix
        .totals()
        .change(key)
        .map(by ->
            (by.signum() > 0 ? "+" : by.signum() < 0 ? "−" : "")
                + page.formats().decimal(by.abs(), 2))
        .orElse("");
  }

  String band(Band band) {
    return band.words(matrix.criteria(), page);
  }

  /** Address of the communes of a band, or of all. */
  String band(Band band, boolean chosen) {
    return address().with(MatrixFilter.BAND, chosen ? "" : band.code());
  }

  String source() {
    return page.t(
            "rural.matrix.source." + filter().stage().name().toLowerCase(java.util.Locale.ROOT))
        + "; "
        + page.t(matrix.yardstick().legalAct());
  }

  String period() {
    return page.t("rural.matrix.month", filter().day().getMonthValue(), year());
  }
}
