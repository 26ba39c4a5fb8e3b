package vn.dondoc.rural.matrix;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.database.Plans;
import vn.dondoc.rural.assessment.Standing.Stage;

/** Each question is one statement, however many communes it is about. */
@Repository
class MatrixStore {
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final String UNITS =
      """
      select * from rural.units_on(:kind, :day) u order by u.above, u.code
      """;
  private static final String CRITERIA =
      """
      select * from rural.criteria_at(:units, :set, :day, :required) c
      """;
  private static final String ROLLUP =
      """
      select * from rural.rollup(:units, :keys, :set, :day, :required) r
      """;
  private static final String ROLLUP_OF =
      """
      select * from rural.rollup_of(:units, :keys, :cells, :criteria, :met, :reported) r
      """;
  private static final String FACTS_UNTIL =
      """
      select concat_ws('/', (select max(a.id) from rural.assessment a where a.on_day <= :day),
                            (select max(x.id) from rural.evidence x
                               join rural.entry n on n.id = x.entry_id and n.on_day <= :day))
      """;
  private static final String UNREPORTED = "unreported";
  private static final String INDICATORS =
      """
      select s.*, w.words as wait_words, r.words as return_words, k.kind as found_kind,
             k.period as found_period, k.on_day as found_on, k.figures as found_figures,
             k.nothing as found_nothing, (k.period, k.step) > (c.period, c.step) as found_after
        from rural.standing_at(:units, :set, :day) s
        join rural.indicator i on i.id = s.indicator_id
        left join rural.assessment w on w.id = s.wait_id
        left join rural.assessment r on r.id = s.return_id
        left join rural.assessment c on c.id = s.claim_id
        left join rural.assessment k
          on k.id = coalesce(s.appraise_id, s.verify_id)
             and case when (k.period, k.step) < (c.period, c.step)
                      then k.period = c.period or c.verdict is distinct from k.verdict
                      else k.nothing and not c.nothing
                           or k.figures is not null and k.figures is distinct from c.figures end
       where :criterion::int is null or i.criterion_id = :criterion
      """;
  private static final String OWED =
      """
      select distinct u.unit_id
        from unnest(:units) u (unit_id)
        join rural.indicator i on i.set_id = :set and i.data_owner = :owner
        left join rural.standing_at(:units, :set, :day) s
          on s.unit_id = u.unit_id and s.indicator_id = i.id
       where coalesce(s.reached, 0) < :required
      """;
  private static final String GROUP =
      """
      select unit_group from rural.unit_groups(:units, :day)
      """;
  private static final String BANDS =
      """
      select code, least, most from rural.band
       where criteria is null or criteria = :criteria
       order by ordinal
      """;

  private final JdbcClient jdbc;
  private final Plans plans;

  MatrixStore(JdbcClient jdbc, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /**
   * What results are asked for.
   *
   * @param set bộ tiêu chí
   * @param day as at the end of this day
   * @param required the stage an indicator must have reached
   */
  record Measure(int set, LocalDate day, Stage required) {}

  List<Commune> units(String kind, LocalDate day) {
    return jdbc.sql(UNITS)
        .param("kind", kind)
        .param("day", day)
        .query((row, n) ->
            new Commune(
                row.getInt("unit_id"),
                row.getString("code"),
                row.getString("name"),
                row.getObject("above_id", Integer.class),
                row.getString("above"),
                row.getBoolean("due"),
                row.getBoolean("border"),
                row.getBoolean("difficult"),
                row.getBoolean("pilot")))
        .list();
  }

  List<CriterionResult> criteria(Collection<Integer> units, Measure by) {
    return measured(CRITERIA, units, by)
        .query((row, n) ->
            new CriterionResult(
                row.getInt("unit_id"),
                row.getInt("criterion_id"),
                row.getInt("indicators"),
                row.getInt("met"),
                row.getInt("pending"),
                row.getInt("returned"),
                row.getInt("reported"),
                row.getInt("expired")))
        .list();
  }

  /** Another word as soon as a fact of the day or before it is added. */
  String factsUntil(LocalDate day) {
    return jdbc.sql(FACTS_UNTIL).param("day", day).query((row, n) -> row.getString(1)).single();
  }

  /** By key; a key without any commune is absent. */
  Map<String, Rollup> rollups(Map<String, ? extends Collection<Integer>> groups, Measure by) {
    plans.forTheseValues();
    Members members = Members.of(groups);
    return rollups(measured(ROLLUP, members.units(), by).param("keys", members.keysArray()));
  }

  /** The same of results that were asked for already. */
  Map<String, Rollup> rollups(
      Map<String, ? extends Collection<Integer>> groups, List<CriterionResult> cells) {
    Members members = Members.of(groups);
    return rollups(
        jdbc.sql(ROLLUP_OF)
            .param("units", members.units().toArray(Integer[]::new))
            .param("keys", members.keysArray())
            .param("cells", cells.stream().map(CriterionResult::unitId).toArray(Integer[]::new))
            .param(
                "criteria",
                cells.stream().map(CriterionResult::criterionId).toArray(Integer[]::new))
            .param(
                "met", cells.stream().map(c -> c.met() == c.indicators()).toArray(Boolean[]::new))
            .param(
                "reported", cells.stream().map(CriterionResult::reported).toArray(Integer[]::new)));
  }

  /** Which unit counts under which key, side by side. */
  private record Members(List<Integer> units, List<String> keys) {
    static Members of(Map<String, ? extends Collection<Integer>> groups) {
      Members all = new Members(new ArrayList<>(), new ArrayList<>());
      groups.forEach((key, members) ->
          members.forEach(unit -> {
            all.units.add(unit);
            all.keys.add(key);
          }));
      return all;
    }

    String[] keysArray() {
      return keys.toArray(String[]::new);
    }
  }

  private static Map<String, Rollup> rollups(JdbcClient.StatementSpec asked) {
    Map<String, Rollup> totals = new LinkedHashMap<>();
    Map<String, Map<Integer, Integer>> criteria = new HashMap<>();
    Map<String, Map<String, Integer>> bands = new HashMap<>();
    asked.query(row -> {
      String key = row.getString("key");
      Integer criterion = row.getObject("criterion_id", Integer.class);
      String band = row.getString("band");
      if (criterion != null) {
        criteria.computeIfAbsent(key, k -> new HashMap<>()).put(criterion, row.getInt("met"));
      } else if (band != null) {
        bands.computeIfAbsent(key, k -> new HashMap<>()).put(band, row.getInt("units"));
      } else {
        totals.put(key, total(row));
      }
    });
    totals.replaceAll((key, total) ->
        new Rollup(
            total.communes(),
            bands.getOrDefault(key, Map.of()).getOrDefault(UNREPORTED, 0),
            total.met(),
            total.mean(),
            criteria.getOrDefault(key, Map.of()),
            bands.getOrDefault(key, Map.of())));
    return totals;
  }

  /**
   * Indicators anything was said of.
   *
   * @param criterion only of this criterion; null for all
   */
  List<IndicatorLine> indicators(
      Collection<Integer> units, Measure by, @Nullable Integer criterion) {
    return jdbc.sql(INDICATORS)
        .param("units", units.toArray(Integer[]::new))
        .param("set", by.set())
        .param("day", by.day())
        .param("criterion", criterion, java.sql.Types.INTEGER)
        .query(MatrixStore::line)
        .list();
  }

  /** Communes that lack an indicator this department owns. */
  List<Integer> lacking(Collection<Integer> units, Measure by, String owner) {
    return measured(OWED, units, by)
        .param("owner", owner)
        .query((row, n) -> row.getInt("unit_id"))
        .list();
  }

  Optional<String> unitGroup(int unit, LocalDate day) {
    return jdbc.sql(GROUP)
        .param("units", new Integer[] {unit})
        .param("day", day)
        .query(String.class)
        .optional();
  }

  /** Of sets with so many criteria. */
  List<Band> bands(int criteria) {
    return jdbc.sql(BANDS)
        .param("criteria", criteria)
        .query((row, n) ->
            new Band(
                row.getString("code"),
                row.getObject("least", Integer.class),
                row.getObject("most", Integer.class)))
        .list();
  }

  private JdbcClient.StatementSpec measured(String sql, Collection<Integer> units, Measure by) {
    return jdbc.sql(sql)
        .param("units", units.toArray(Integer[]::new))
        .param("set", by.set())
        .param("day", by.day())
        .param("required", by.required().number());
  }

  private static Rollup total(ResultSet row) throws SQLException {
    return new Rollup(
        row.getInt("units"), 0, row.getInt("met"), row.getBigDecimal("mean"), Map.of(), Map.of());
  }

  private static IndicatorLine line(ResultSet row, int number) throws SQLException {
    LocalDate period = row.getObject("claim_period", LocalDate.class);
    LocalDate since = row.getObject("waiting_since", LocalDate.class);
    return new IndicatorLine(
        row.getInt("unit_id"),
        row.getInt("indicator_id"),
        STAGES.get(row.getInt("reached")),
        period == null
            ? null
            : new IndicatorLine.Claim(
                period,
                row.getObject("claim_on", LocalDate.class),
                figures(row, "figures"),
                row.getBoolean("nothing")),
        new IndicatorLine.Looked(
            row.getObject("verified", Boolean.class),
            row.getObject("appraised", Boolean.class),
            stood(row)),
        since == null ? null : new IndicatorLine.Wait(since, row.getString("wait_words")),
        row.getString("return_words"),
        row.getObject("expires_on", LocalDate.class));
  }

  private static IndicatorLine.@Nullable Stood stood(ResultSet row) throws SQLException {
    String kind = row.getString("found_kind");
    return kind == null
        ? null
        : new IndicatorLine.Stood(
            kind,
            Objects.requireNonNull(row.getObject("found_period", LocalDate.class)),
            row.getObject("found_on", LocalDate.class),
            figures(row, "found_figures"),
            row.getBoolean("found_nothing"),
            row.getBoolean("found_after"));
  }

  private static List<@Nullable BigDecimal> figures(ResultSet row, String column)
      throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((BigDecimal[]) array.getArray());
  }
}
