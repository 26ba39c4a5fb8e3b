package vn.dondoc.capital.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.database.Plans;

@Repository
class ReviewStore {
  private static final String LINES =
      """
      select l.line_id, l.project_id, p.code, p.name, p.owner_id, coalesce(n.name, '–') as owner,
             o.id as pool_id, o.code as pool_code, o.name as pool, o.source_code, l.plan, l.disbursed,
             l.outstanding, t.blocker, t.difficulty, t.proposal, t.authority, t.month
        from capital.running_on(:day) l
        join project.on_day(:day) p on p.project_id = l.project_id
        join capital.pool o on o.id = l.pool_id
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
        left join (select distinct on (r.line_id) r.* from capital.owner_report r
                    where r.on_day <= :day order by r.line_id, r.month desc, r.id desc) t
          on t.line_id = l.line_id
       order by l.line_id
      """;
  private static final String HITS =
      """
      select s.*, r.measure
        from capital.slow_on(:day) s
        join capital.slow_rule r on r.code = s.rule_code and daterange(r.from_on, r.until_on) @> :day::date
       order by s.line_id, r.ordinal, s.since
      """;
  private static final String RULES =
      """
      select r.* from capital.slow_rule r
       where daterange(r.from_on, r.until_on) @> :day::date order by r.ordinal
      """;
  private static final String PROMISES =
      """
      select p.* from capital.promises_on(:day, :first) p order by p.line_id, p.month
      """;
  // The committee above a committee answers for it, but for the province's own.
  private static final String ANSWERING =
      """
      select b.id as owner_id, h.title, coalesce(n.name, '–') as name, a.id <> b.id as above
        from agency.body b
        left join agency.body u
          on u.id = b.parent_id and u.valid @> :day::date and b.kind = u.kind
             and b.kind = 'PEOPLES_COMMITTEE'
             and exists (select from agency.body t where t.id = u.parent_id and t.kind = u.kind)
        join agency.body a on a.id = coalesce(u.id, b.id)
        left join agency.name n
          on n.body_id = a.id and n.kind = 'official' and n.valid @> :day::date
        left join agency.post h on h.body_id = a.id and h.head and h.valid @> :day::date
       where b.id = any(:owners)
      """;

  private final JdbcClient jdbc;
  private final Plans plans;

  ReviewStore(JdbcClient jdbc, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /** Every running line with the rules it breaks. */
  List<SlowLine> lines(LocalDate day) {
    plans.forTheseValues();
    Map<Long, List<SlowLine.Hit>> hits = new HashMap<>();
    jdbc.sql(HITS)
        .param("day", day)
        .query((row, number) ->
            hits.computeIfAbsent(row.getLong("line_id"), id -> new ArrayList<>()).add(hit(row)))
        .list();
    return jdbc.sql(LINES).param("day", day).query((row, number) -> line(row, hits)).list();
  }

  List<SlowRule> rules(LocalDate day) {
    return jdbc.sql(RULES)
        .param("day", day)
        .query((row, number) ->
            new SlowRule(
                row.getString("code"),
                SlowLine.Measure.of(row.getString("measure")),
                row.getBigDecimal("threshold"),
                MonthDay.parse("--" + row.getString("begins")),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("clause"),
                row.getString("basis")))
        .list();
  }

  SlowLine.Money province(LocalDate day) {
    return jdbc.sql("select plan, disbursed from capital.province_on(:day)")
        .param("day", day)
        .query(
            (row, number) -> new SlowLine.Money(row.getLong("plan"), row.getLong("disbursed"), 0))
        .single();
  }

  Map<Integer, Reliability> reliability(LocalDate day) {
    Map<Integer, Reliability> found = new HashMap<>();
    jdbc.sql("select * from capital.reliability_on(:day)")
        .param("day", day)
        .query((row, number) -> found.put(row.getInt("owner_id"), reliability(row)))
        .list();
    return found;
  }

  List<Promise> promises(LocalDate day, LocalDate first) {
    return jdbc.sql(PROMISES)
        .param("day", day)
        .param("first", first)
        .query((row, number) ->
            new Promise(
                row.getLong("line_id"),
                Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                row.getLong("promised_vnd"),
                Objects.requireNonNull(row.getObject("said_on", LocalDate.class)),
                row.getBoolean("in_time"),
                row.getLong("came_vnd"),
                row.getBoolean("is_over")))
        .list();
  }

  /** Who answers for each of these owners. */
  Map<Integer, Answering> answering(Collection<Integer> owners, LocalDate day) {
    Map<Integer, Answering> found = new HashMap<>();
    jdbc.sql(ANSWERING)
        .param("owners", owners.toArray(Integer[]::new))
        .param("day", day)
        .query((row, number) ->
            found.put(
                row.getInt("owner_id"),
                new Answering(
                    row.getInt("owner_id"),
                    row.getString("title"),
                    row.getString("name"),
                    row.getBoolean("above"))))
        .list();
    return found;
  }

  private static Reliability reliability(ResultSet row) throws SQLException {
    return new Reliability(
        row.getInt("owner_id"),
        row.getInt("promises"),
        row.getInt("kept"),
        row.getInt("late"),
        row.getInt("missing"),
        row.getLong("promised_vnd"),
        row.getLong("came_vnd"),
        Objects.requireNonNull(row.getObject("first_month", LocalDate.class)),
        Objects.requireNonNull(row.getObject("last_month", LocalDate.class)),
        row.getBigDecimal("tolerance_percent"));
  }

  private static SlowLine.Hit hit(ResultSet row) throws SQLException {
    @Nullable BigDecimal value = row.getBigDecimal("value");
    return new SlowLine.Hit(
        row.getString("rule_code"),
        SlowLine.Measure.of(row.getString("measure")),
        Objects.requireNonNullElse(value, BigDecimal.ZERO),
        row.getBigDecimal("threshold"),
        row.getObject("since", LocalDate.class),
        row.getString("clause"),
        row.getString("basis"));
  }

  private static SlowLine line(ResultSet row, Map<Long, List<SlowLine.Hit>> hits)
      throws SQLException {
    return new SlowLine(
        row.getLong("line_id"),
        new SlowLine.Project(
            row.getLong("project_id"), row.getString("code"), row.getString("name")),
        row.getInt("owner_id"),
        row.getString("owner"),
        new SlowLine.Pool(
            row.getInt("pool_id"),
            row.getString("pool_code"),
            row.getString("pool"),
            row.getString("source_code")),
        new SlowLine.Money(
            row.getLong("plan"), row.getLong("disbursed"), row.getLong("outstanding")),
        new SlowLine.Trouble(
            row.getString("blocker"),
            row.getString("difficulty"),
            row.getString("proposal"),
            row.getString("authority"),
            row.getObject("month", LocalDate.class)),
        hits.getOrDefault(row.getLong("line_id"), List.of()));
  }
}
