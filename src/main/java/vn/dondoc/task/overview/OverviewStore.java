package vn.dondoc.task.overview;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.task.life.Timing;

@Repository
class OverviewStore {
  private static final String BY_TIMING =
      Arrays.stream(Timing.values())
          .filter(timing -> timing != Timing.NOT_COUNTED)
          .map(timing -> timing.name().toLowerCase(Locale.ROOT))
          .map(code -> "count(*) filter (where timing = '" + code + "') as " + code)
          .collect(Collectors.joining(",\n       "));

  private static final String FIGURES =
      BY_TIMING
          + """
          ,
                 count(*) filter (where late_days > 0) as late,
                 avg(late_days) filter (where late_days > 0) as mean_late,
                 coalesce(max(late_days), 0) as most_late,
                 count(*) filter (where timing = 'done_in_time') as kept,
                 count(*) filter (where state = 'done' and reported_on <= original_due)
                   as kept_at_first,
                 count(*) filter (where returned) as returned,
                 count(*) filter (where handed) as handed,
          """;

  // Work that comes back is opened a period ahead: its time runs from the period's first day.
  private static final String MEASURES =
      """
      with w as materialized (
        select d.timing, d.late_days, d.state, d.original_due, d.reported_on,
               ({key}) collate "C" as key, to_char(d.due, 'YYYY-MM') collate "C" as month,
               {returned} as returned, {handed} as handed,
               case when d.acknowledged_on is not null
                    then greatest(0, d.acknowledged_on - greatest(d.opened_on, d.period_from))
               end as to_acknowledge,
               d.reported_on - d.acknowledged_on as to_report,
               case when d.state = 'done' then d.confirmed_on - d.reported_on end as to_confirm
      """
              .replace("{returned}", DutyQuery.RETURNED)
              .replace("{handed}", DutyQuery.HANDED_BACK)
          + DutyQuery.FROM
          + """
            left join agency.post p
              on p.body_id = d.body_id and p.head and p.valid @> :day::date
          """
          + DutyQuery.WANTED
          + """
          )
          select grouping(key) = 0 as has_key, false as has_month, key, null as month,
          """
          + FIGURES
          + """
                 {acknowledge} as acknowledge, {report} as report, {confirm} as confirm
            from w
           group by grouping sets ((key), ())
          union all
          select false, true, null, month,
          """
              .replace("{acknowledge}", spread("to_acknowledge"))
              .replace("{report}", spread("to_report"))
              .replace("{confirm}", spread("to_confirm"))
          + FIGURES
          // The course over the months shows counts only.
          + " null, null, null from w group by month";
  private static final String POSTS =
      "select id, body_id, title, holder from agency.post where id = any(:ids)";
  private static final String OF_SOURCE =
      """
      select d.task_id, d.timing, count(*) as number, min(d.due) as first_due
        from task.duties_on(:day) d
        join task.task t on t.id = d.task_id
       where t.source_kind = :kind and t.source_id = :source and d.timing <> 'not_counted'
       group by d.task_id, d.timing
      """;

  private final JdbcClient jdbc;

  OverviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String spread(String days) {
    return "percentile_cont(array[0.5, 0.9]) within group (order by "
        + days
        + "::double precision) filter (where timing <> 'not_counted')";
  }

  /** A post with whose it is. */
  record HeadPost(long id, int bodyId, String title, @Nullable String holder) {}

  /** How many of a task's duties stand so, and the nearest deadline among them. */
  record Standing(long taskId, Timing timing, long number, @Nullable LocalDate firstDue) {}

  /** One line of the answer: of a key, of a month, or of everything. */
  record Line(boolean hasKey, boolean hasMonth, @Nullable String name, Measure measure) {}

  List<Line> measures(DutyFilter filter, Dimension dimension) {
    String sql = MEASURES.replace("{key}", dimension.expression());
    return DutyQuery.bind(jdbc.sql(sql), filter).query(OverviewStore::line).list();
  }

  List<HeadPost> posts(Collection<Integer> ids) {
    return jdbc.sql(POSTS)
        .param("ids", ids.toArray(Integer[]::new))
        .query((row, number) ->
            new HeadPost(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4)))
        .list();
  }

  List<Standing> ofSource(String kind, long source, LocalDate day) {
    return jdbc.sql(OF_SOURCE)
        .param("kind", kind)
        .param("source", source)
        .param("day", day)
        .query((row, number) ->
            new Standing(
                row.getLong(1),
                timing(row.getString(2)),
                row.getLong(3),
                row.getObject(4, LocalDate.class)))
        .list();
  }

  static Timing timing(String code) {
    return Timing.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    boolean hasKey = row.getBoolean("has_key");
    return new Line(
        hasKey,
        row.getBoolean("has_month"),
        row.getString(hasKey ? "key" : "month"),
        new Measure(
            counts(row),
            row.getLong("late"),
            row.getObject("mean_late") == null ? null : Double.valueOf(row.getDouble("mean_late")),
            row.getInt("most_late"),
            row.getLong("kept"),
            row.getLong("kept_at_first"),
            row.getLong("returned"),
            row.getLong("handed"),
            spread(row.getArray("acknowledge")),
            spread(row.getArray("report")),
            spread(row.getArray("confirm"))));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    Map<Timing, Long> counts = new EnumMap<>(Timing.class);
    for (Timing timing : Timing.values()) {
      if (timing != Timing.NOT_COUNTED) {
        counts.put(timing, row.getLong(timing.name().toLowerCase(Locale.ROOT)));
      }
    }
    return new Counts(counts);
  }

  private static Measure.@Nullable Spread spread(@Nullable Array days) throws SQLException {
    if (days == null) {
      return null;
    }
    Double[] both = (Double[]) days.getArray();
    return both[0] == null ? null : new Measure.Spread(both[0], both[1]);
  }
}
