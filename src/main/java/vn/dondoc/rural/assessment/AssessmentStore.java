package vn.dondoc.rural.assessment;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

@Repository
class AssessmentStore {
  private static final String ENTRY =
      """
      insert into rural.entry (sending, way, on_day, by_account, by_name, file_name, note)
      values (:sending, :way, :day, :account, :name, :file, :note)
      on conflict (sending) do nothing
      returning id
      """;
  private static final String RECORD =
      """
      select rural.record(:entries::bigint[], :units, :indicators, :periods::date[], :steps, :kinds,
                          :figures::text[], :nothings, :words::text[])
      """;
  private static final String NOW =
      """
      select * from rural.standing s
       where s.unit_id = any(:units)
      """;
  private static final String THEN =
      """
      select * from rural.standing_on(:units, :day) s
      """;
  private static final String LATEST =
      """
      select a.unit_id, a.indicator_id, a.period, max(a.step) as step,
             max(a.step) filter (where a.kind = 'claim' and w.id is null) as claimed,
             case when (array_agg(a.verdict order by a.step desc)
                          filter (where a.kind = 'verify'))[1]
                  then max(a.step) filter (where a.kind = 'verify') end as verified,
             max(a.step) filter (where a.kind = 'return') as returned,
             max(a.step) filter (where a.kind = 'appraise') as appraised,
             (array_agg(n.by_account order by a.step desc)
                filter (where a.kind = 'claim' and w.id is null))[1] as claimed_by,
             (array_agg(n.by_account order by a.step desc) filter (where a.kind = 'verify'))[1]
               as verified_by,
             (array_agg(n.by_name order by a.step desc))[1] as by_name,
             (array_agg(a.figures::text order by a.step desc)
                filter (where a.figures is not null and w.id is null))[1] as figures,
             max(a.step) filter (where a.kind in ('verify', 'appraise')) as looked,
             (array_agg(a.kind order by a.step desc)
                filter (where a.kind in ('verify', 'appraise')))[1] as looked_kind,
             (array_agg(n.by_name order by a.step desc)
                filter (where a.kind in ('verify', 'appraise')))[1] as looked_by,
             (array_agg(a.on_day order by a.step desc)
                filter (where a.kind in ('verify', 'appraise')))[1] as looked_on
        from (select distinct * from unnest(:units::int[], :indicators::int[], :periods::date[])
                     as p (unit_id, indicator_id, period)) p
        join rural.assessment a using (unit_id, indicator_id, period)
        join rural.entry n on n.id = a.entry_id
        left join rural.assessment w on w.withdraws = a.id
       group by a.unit_id, a.indicator_id, a.period
      """;
  private static final String HISTORY =
      """
      select a.*, n.by_name, n.by_account, n.at
        from rural.assessment a join rural.entry n on n.id = a.entry_id
       where a.unit_id = :unit and a.indicator_id = :indicator
       order by a.period desc, a.step desc
       limit :most
      """;

  private final JdbcClient jdbc;

  AssessmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is already told of an indicator in a month. */
  record Latest(
      int step,
      @Nullable Integer claimed,
      @Nullable Integer verified,
      @Nullable Integer returned,
      @Nullable Integer appraised,
      @Nullable Long claimedBy,
      @Nullable Long verifiedBy,
      String by,
      @Nullable String figures,
      @Nullable Look look) {
    /** It is verified as good, and neither claimed anew nor given back since. */
    boolean isVerified() {
      return verified != null && claimed != null && verified > claimed && isAfterReturn(verified);
    }

    /** What was found of the claim that counts; null when nobody looked or it is given back. */
    @Nullable Look found() {
      boolean counts =
          look != null && claimed != null && look.step() > claimed && isAfterReturn(look.step());
      return counts ? look : null;
    }

    /** The province found something of the claim that counts, and has not given it back. */
    boolean isAppraised() {
      return appraised != null
          && claimed != null
          && appraised > claimed
          && isAfterReturn(appraised);
    }

    /** It was given back and not looked at since. */
    boolean isReturnOpen() {
      return isReturned() && found() == null;
    }

    /** What counts was given back. */
    boolean isReturned() {
      return claimed != null && returned != null && returned > claimed;
    }

    private boolean isAfterReturn(int step) {
      return returned == null || step > returned;
    }
  }

  /**
   * Lần xét gần nhất.
   *
   * @param step its number within the month
   * @param kind thẩm tra, thẩm định
   * @param by who
   * @param on ngày của tỉnh
   */
  record Look(int step, String kind, String by, LocalDate on) {}

  /** An indicator of a unit in a month. */
  record Spot(int unitId, int indicatorId, LocalDate period) {
    static Spot of(Report report) {
      return new Spot(report.unitId(), report.indicatorId(), report.period().atDay(1));
    }
  }

  /** A report with its step and its figures in order. */
  record Line(Report report, int step, List<@Nullable BigDecimal> figures) {}

  /** A line and the sending it belongs to. */
  record Sent(long entry, Line line) {}

  /** Opens a sending; empty when it came before. */
  Optional<Long> open(Sending sending, LocalDate day) {
    return jdbc.sql(ENTRY)
        .param("sending", sending.key())
        .param("way", sending.way().code())
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("name", Acting.current().name())
        .param("file", sending.fileName())
        .param("note", sending.note())
        .query(Long.class)
        .optional();
  }

  Optional<Long> find(UUID sending) {
    return jdbc.sql("select id from rural.entry where sending = :key")
        .param("key", sending)
        .query(Long.class)
        .optional();
  }

  void record(long entry, List<Line> lines) {
    record(lines.stream().map(line -> new Sent(entry, line)).toList());
  }

  /** Several sendings in one statement: judged together, kept once. */
  void record(List<Sent> sent) {
    List<Line> lines = sent.stream().map(Sent::line).toList();
    jdbc.sql(RECORD)
        .param("entries", each(sent, Sent::entry, Long[]::new))
        .param("units", each(lines, line -> line.report().unitId(), Integer[]::new))
        .param("indicators", each(lines, line -> line.report().indicatorId(), Integer[]::new))
        .param(
            "periods",
            each(lines, line -> line.report().period().atDay(1).toString(), String[]::new))
        .param("steps", each(lines, Line::step, Integer[]::new))
        .param("kinds", each(lines, line -> line.report().kind().code(), String[]::new))
        .param("figures", each(lines, line -> literal(line.figures()), String[]::new))
        .param("nothings", each(lines, line -> line.report().nothing(), Boolean[]::new))
        .param("words", each(lines, line -> line.report().words(), String[]::new))
        .query(Long.class)
        .single();
  }

  java.util.Map<Spot, Latest> latest(Collection<Spot> spots) {
    List<Spot> all = List.copyOf(spots);
    java.util.Map<Spot, Latest> latest = new java.util.HashMap<>();
    jdbc.sql(LATEST)
        .param("units", each(all, Spot::unitId, Integer[]::new))
        .param("indicators", each(all, Spot::indicatorId, Integer[]::new))
        .param("periods", each(all, spot -> spot.period().toString(), String[]::new))
        .query(row -> {
          latest.put(
              new Spot(
                  row.getInt("unit_id"),
                  row.getInt("indicator_id"),
                  row.getObject("period", LocalDate.class)),
              latest(row));
        });
    return latest;
  }

  /** The first month units of a kind report on; null when nothing says so. */
  @Nullable YearMonth opens(String kind) {
    return month(jdbc.sql("select opens from rural.object_kind where code = ?").param(kind));
  }

  /** The first month anything is known of a unit; null when nothing is. */
  @Nullable YearMonth first(int unit) {
    return month(
        jdbc.sql("select min(period) from rural.assessment where unit_id = ?").param(unit));
  }

  private static @Nullable YearMonth month(JdbcClient.StatementSpec question) {
    return question
        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .optional()
        .flatMap(day -> day)
        .map(YearMonth::from)
        .orElse(null);
  }

  List<Standing> now(Collection<Integer> units) {
    return jdbc.sql(NOW)
        .param("units", units.toArray(Integer[]::new))
        .query(AssessmentStore::standing)
        .list();
  }

  List<Standing> then(Collection<Integer> units, LocalDate day) {
    return jdbc.sql(THEN)
        .param("units", units.toArray(Integer[]::new))
        .param("day", day)
        .query(AssessmentStore::standing)
        .list();
  }

  List<Told> history(int unit, int indicator, int most) {
    return jdbc.sql(HISTORY)
        .param("unit", unit)
        .param("indicator", indicator)
        .param("most", most)
        .query(AssessmentStore::told)
        .list();
  }

  private static Latest latest(ResultSet row) throws SQLException {
    return new Latest(
        row.getInt("step"),
        row.getObject("claimed", Integer.class),
        row.getObject("verified", Integer.class),
        row.getObject("returned", Integer.class),
        row.getObject("appraised", Integer.class),
        row.getObject("claimed_by", Long.class),
        row.getObject("verified_by", Long.class),
        row.getString("by_name"),
        row.getString("figures"),
        row.getObject("looked") == null
            ? null
            : new Look(
                row.getInt("looked"),
                row.getString("looked_kind"),
                row.getString("looked_by"),
                row.getObject("looked_on", LocalDate.class)));
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    LocalDate period = row.getObject("claim_period", LocalDate.class);
    return new Standing(
        row.getInt("unit_id"),
        row.getInt("indicator_id"),
        period == null
            ? null
            : new Standing.Claim(
                period,
                row.getObject("claim_on", LocalDate.class),
                row.getObject("claimed", Boolean.class),
                figures(row),
                row.getBoolean("nothing")),
        row.getObject("verified", Boolean.class),
        row.getObject("appraised", Boolean.class),
        row.getObject("return_id") != null,
        row.getObject("waiting_since", LocalDate.class),
        row.getObject("expires_on", LocalDate.class),
        Standing.Stage.of(row.getInt("reached")),
        row.getObject("last_period", LocalDate.class),
        row.getInt("last_step"));
  }

  static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        row.getLong("id"),
        row.getInt("indicator_id"),
        row.getObject("period", LocalDate.class),
        row.getInt("step"),
        Report.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
        row.getObject("on_day", LocalDate.class),
        figures(row),
        row.getBoolean("nothing"),
        row.getObject("verdict", Boolean.class),
        row.getString("words"),
        row.getString("by_name"),
        row.getLong("by_account"),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("withdraws", Long.class));
  }

  private static List<@Nullable BigDecimal> figures(ResultSet row) throws SQLException {
    Array array = row.getArray("figures");
    return array == null ? List.of() : Arrays.asList((BigDecimal[]) array.getArray());
  }

  private static @Nullable String literal(List<@Nullable BigDecimal> figures) {
    return figures.isEmpty()
        ? null
        : figures.stream()
            .map(figure -> figure == null ? "NULL" : figure.toPlainString())
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static <T, R> @Nullable R[] each(
      List<T> lines, Function<T, @Nullable R> value, java.util.function.IntFunction<R[]> array) {
    return lines.stream().map(value).toArray(array);
  }
}
