package vn.dondoc.task.succession;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.State;

@Repository
class SuccessionStore {
  private static final String FROM =
      """
        from task.duties_on(:day::date) d
        join agency.body b on b.id = d.body_id and upper(b.valid) <= :day::date
      """;
  private static final String OWED =
      " where d.state in ('new', 'active', 'returned', 'handed_back')\n";
  private static final String BODIES =
      "select d.body_id, upper(b.valid) as until, count(*) as open,\n"
          + "count(*) filter (where d.timing = 'overdue') as overdue\n"
          + FROM
          + OWED
          + "and (:body::int is null or d.body_id = :body::int)\n"
          + "group by d.body_id, b.valid order by upper(b.valid), d.body_id";
  private static final String COUNT = "select count(*)\n" + FROM + OWED;
  private static final String DUTIES =
      """
      select d.id, d.task_id, t.code, v.action, d.part, d.period_from, d.period_to, d.state, d.due,
             d.late_days, d.step
      """
          + FROM
          + """
            join task.task t on t.id = d.task_id
            join task.current v on v.task_id = d.task_id
          """
          + OWED
          + "and d.body_id = :body order by d.due nulls last, t.code, d.id limit :limit";

  private final JdbcClient jdbc;

  SuccessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A ceased body with how much it still owes. */
  record Owing(int bodyId, @Nullable LocalDate until, int open, int overdue) {}

  /** A duty to be moved. */
  record Line(
      long id,
      long taskId,
      String code,
      String action,
      Party.Part part,
      Duty.@Nullable Span period,
      State state,
      @Nullable LocalDate due,
      int daysLate,
      int step) {}

  /**
   * The bodies that ceased and still owe something.
   *
   * @param body only this one; null for all
   */
  List<Owing> bodies(LocalDate day, @Nullable Integer body) {
    return jdbc.sql(BODIES)
        .param("body", body)
        .param("day", day)
        .query((row, number) ->
            new Owing(
                row.getInt("body_id"),
                row.getObject("until", LocalDate.class),
                row.getInt("open"),
                row.getInt("overdue")))
        .list();
  }

  int count(LocalDate day) {
    return jdbc.sql(COUNT).param("day", day).query(Integer.class).single();
  }

  List<Line> duties(int body, LocalDate day, int limit) {
    return jdbc.sql(DUTIES)
        .param("day", day)
        .param("body", body)
        .param("limit", limit)
        .query(SuccessionStore::line)
        .list();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    LocalDate from = row.getObject("period_from", LocalDate.class);
    LocalDate to = row.getObject("period_to", LocalDate.class);
    return new Line(
        row.getLong("id"),
        row.getLong("task_id"),
        row.getString("code"),
        row.getString("action"),
        Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
        from == null || to == null ? null : new Duty.Span(from, to),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("due", LocalDate.class),
        row.getInt("late_days"),
        row.getInt("step"));
  }
}
