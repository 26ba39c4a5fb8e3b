package vn.dondoc.rural.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.planning.Track;

@Repository
class ForecastStore {
  private static final String TOLD =
      """
      with term as materialized (select * from rural.rule_term where alone),
      told as materialized (
        select distinct on (a.unit_id, a.indicator_id, a.period)
               a.unit_id, a.indicator_id, a.period, a.verdict, a.threshold_id, a.figures
          from rural.assessment a
         where a.kind = 'claim' and a.period >= :from and a.on_day <= :day
           and not exists (select from rural.assessment w
                            where w.withdraws = a.id and w.on_day <= :day)
           and a.indicator_id in (select i.id from rural.indicator i where i.set_id = :set)
         order by a.unit_id, a.indicator_id, a.period, a.step desc)
      select a.unit_id, a.indicator_id, a.period, a.verdict, t.comparator, t.bound,
             a.figures[t.place] as figure
        from told a
        left join term t on t.threshold_id = a.threshold_id
      """;
  private static final String MARK =
      "select coalesce((select max(id) from rural.assessment), 0)::text";
  private static final String BLOCKED =
      """
      select distinct on (unit_id, indicator_id) unit_id, indicator_id, blocked_until
        from rural.plan_change
       where year = :year and on_day <= :day
       order by unit_id, indicator_id, step desc
      """;
  private static final String STANDING =
      """
      select s.unit_id, s.indicator_id, s.reached > 0 as met, s.return_id is not null as returned
        from rural.standing_at(:units, :set, :day) s
      """;
  private static final String UNITS =
      """
      select v.unit_id,
             exists (select from place.attribute a
                      where a.unit_id = v.unit_id and a.key = 'due_year' and a.value = :year::text
                        and a.valid @> :day) as due
        from rural.criteria_set s
        join place.version v on v.type = s.kind and v.valid @> :day::date
       where s.id = :set
      """;

  private final JdbcClient jdbc;

  ForecastStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An indicator of a unit. */
  record Pair(int unit, int indicator) {}

  /** What is known, by pair and month. */
  Map<Pair, Map<YearMonth, Track.State>> told(int set, YearMonth from, LocalDate day) {
    Map<Pair, Map<YearMonth, Track.State>> told = new HashMap<>();
    jdbc.sql(TOLD)
        .param("set", set)
        .param("from", from.atDay(1))
        .param("day", day)
        .query(row -> {
          told.computeIfAbsent(
                  new Pair(row.getInt("unit_id"), row.getInt("indicator_id")),
                  pair -> new HashMap<>())
              .put(YearMonth.from(row.getObject("period", LocalDate.class)), state(row));
        });
    return told;
  }

  /** Changes with every report. */
  String mark() {
    return jdbc.sql(MARK).query(String.class).single();
  }

  Map<Pair, YearMonth> blocked(int year, LocalDate day) {
    Map<Pair, YearMonth> blocked = new HashMap<>();
    jdbc.sql(BLOCKED)
        .param("year", year)
        .param("day", day)
        .query(row -> {
          LocalDate until = row.getObject("blocked_until", LocalDate.class);
          if (until != null) {
            blocked.put(
                new Pair(row.getInt("unit_id"), row.getInt("indicator_id")), YearMonth.from(until));
          }
        });
    return blocked;
  }

  /** Communes of the day, and whether each is due in the year. */
  Map<Integer, Boolean> units(int set, int year, LocalDate day) {
    Map<Integer, Boolean> units = new HashMap<>();
    jdbc.sql(UNITS)
        .param("set", set)
        .param("year", year)
        .param("day", day)
        .query(row -> {
          units.put(row.getInt("unit_id"), row.getBoolean("due"));
        });
    return units;
  }

  /**
   * Which indicators count as met at the end of a day, and which are set back.
   *
   * @param met those that count
   * @param setbacks those that do not although the commune may have reported them as met
   */
  record Standing(Set<Pair> met, Map<Pair, Setback> setbacks) {}

  Standing standing(Collection<Integer> units, int set, LocalDate day) {
    Set<Pair> met = new HashSet<>();
    Map<Pair, Setback> setbacks = new HashMap<>();
    jdbc.sql(STANDING)
        .param("units", units.toArray(Integer[]::new))
        .param("set", set)
        .param("day", day)
        .query(row -> {
          Pair pair = new Pair(row.getInt("unit_id"), row.getInt("indicator_id"));
          if (row.getBoolean("met")) {
            met.add(pair);
          } else {
            setbacks.put(pair, row.getBoolean("returned") ? Setback.RETURNED : Setback.FOUND_UNMET);
          }
        });
    return new Standing(met, setbacks);
  }

  private static Track.State state(ResultSet row) throws SQLException {
    Boolean verdict = row.getObject("verdict", Boolean.class);
    if (verdict == null) {
      return Track.State.UNKNOWN;
    }
    return verdict ? Track.State.MET : wanting(row);
  }

  private static Track.State wanting(ResultSet row) throws SQLException {
    @Nullable String comparator = row.getString("comparator");
    if (comparator == null || row.getBigDecimal("figure") == null) {
      return Track.State.OPEN;
    }
    double figure = row.getDouble("figure");
    double bound = row.getDouble("bound");
    return switch (comparator) {
      case ">=", ">" -> Track.State.of(figure, bound, false);
      case "<=", "<" -> Track.State.of(figure, bound, true);
      default -> Track.State.OPEN;
    };
  }

  static List<Track.State> carried(
      Map<YearMonth, Track.State> told, YearMonth first, YearMonth last) {
    List<Track.State> states = new java.util.ArrayList<>();
    Track.State state = Track.State.UNKNOWN;
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      state = told.getOrDefault(month, state);
      states.add(state);
    }
    return states;
  }
}
