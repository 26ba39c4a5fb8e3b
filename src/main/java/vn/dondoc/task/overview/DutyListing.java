package vn.dondoc.task.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.State;
import vn.dondoc.task.life.Timing;
import vn.dondoc.web.Asked;

/** Danh sách phần việc: the rows behind every figure. */
@Component
@Transactional(readOnly = true)
class DutyListing {
  static final int PAGE = 50;
  static final int SHEET = 20_000;
  private static final String ROWS =
      "with w as materialized (select d.*, t.code, t.source_id, ({sort}) as sort_key\n"
          + DutyQuery.FROM
          + DutyQuery.WANTED
          + DutyQuery.STANDING
          + """
          ), listed as (
            select * from w
             where :after::bigint is null
                or (w.sort_key, w.id) > (select k.sort_key, k.id from w k where k.id = :after)
             order by w.sort_key, w.id
             limit :limit)
          select l.*, v.action, b.name as body_name
            from listed l
            join lateral (select c.action from task.current c where c.task_id = l.task_id) v on true
            left join lateral (
              select n.name from agency.name n
               where n.body_id = l.body_id and n.kind = 'official'
               order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) b on true
           order by l.sort_key, l.id
          """;
  private static final String COUNTS =
      "select d.timing, count(*)" + DutyQuery.FROM + DutyQuery.WANTED + " group by d.timing";

  private final JdbcClient jdbc;
  private final Bodies bodies;

  DutyListing(JdbcClient jdbc, Bodies bodies) {
    this.jdbc = jdbc;
    this.bodies = bodies;
  }

  /** Thứ tự. */
  enum Sort {
    DUE("han", "coalesce(d.due, 'infinity'::date)"),
    LATE("tre", "-d.late_days"),
    BODY(
        "co-quan",
        """
        coalesce((select n.folded from agency.name n
                   where n.body_id = d.body_id and n.kind = 'official'
                   order by n.valid @> :day::date desc, lower(n.valid) desc limit 1), '~')
          collate "C"
        """),
    CODE("ma", "t.code collate \"C\"");

    private final String word;
    private final String expression;

    Sort(String word, String expression) {
      this.word = word;
      this.expression = expression;
    }

    String word() {
      return word;
    }

    String key() {
      return "task.duties.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A duty as a line.
   *
   * @param id the duty
   * @param taskId its task
   * @param code mã nhiệm vụ
   * @param action what has to be done
   * @param body whose
   * @param part LEAD or COORDINATE
   * @param from first day of the period, for work that comes back
   * @param to its last day
   * @param state where it stands
   * @param timing so it stands to its deadline
   * @param originalDue hạn ban đầu
   * @param due hạn hiện tại
   * @param lateDays số ngày quá hạn
   * @param returns reports sent back
   * @param reportedOn the day of the report that counts
   * @param step the last fact's step
   */
  record Line(
      long id,
      long taskId,
      String code,
      String action,
      String body,
      Party.Part part,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      State state,
      Timing timing,
      @Nullable LocalDate originalDue,
      @Nullable LocalDate due,
      int lateDays,
      int returns,
      @Nullable LocalDate reportedOn,
      int step) {

    private Line behind(String words) {
      return words.isEmpty()
          ? this
          : new Line(
              id,
              taskId,
              code,
              action,
              body + words,
              part,
              from,
              to,
              state,
              timing,
              originalDue,
              due,
              lateDays,
              returns,
              reportedOn,
              step);
    }

    /** So it stands to the deadline first set, whatever was granted since. */
    Timing timingAtFirst(LocalDate day) {
      return Timing.of(state, originalDue, reportedOn, day);
    }

    /** An extension made it what it is. */
    boolean differsAtFirst(LocalDate day) {
      return timingAtFirst(day) != timing;
    }
  }

  /** One page, and a line more when there is another. */
  List<Line> page(DutyFilter filter, Sort sort, @Nullable Long after) {
    List<Line> found = list(filter, sort, after, PAGE + 1);
    // A next page is only offered when it has lines.
    if (after != null && found.isEmpty()) {
      throw Asked.noSuchRow(after);
    }
    return found;
  }

  /** Every line, for a sheet or a paper. */
  List<Line> all(DutyFilter filter, Sort sort) {
    return list(filter, sort, null, SHEET);
  }

  private List<Line> list(DutyFilter filter, Sort sort, @Nullable Long after, int limit) {
    List<Owed> found =
        DutyQuery.bindStanding(jdbc.sql(ROWS.replace("{sort}", sort.expression)), filter)
            .param("after", after, Types.BIGINT)
            .param("limit", limit)
            .query((row, number) -> new Owed(row.getInt("body_id"), line(row)))
            .list();
    List<Integer> ids = found.stream().map(Owed::bodyId).distinct().toList();
    Map<Integer, String> behind = bodies.behindNames(ids, filter.day());
    return found.stream()
        .map(owed -> owed.line().behind(behind.getOrDefault(owed.bodyId(), "")))
        .toList();
  }

  private record Owed(int bodyId, Line line) {}

  /**
   * How many there are of each timing, whichever of them are listed; those that do not count any
   * more only where the rows hold them too.
   */
  Counts counts(DutyFilter filter) {
    Map<Timing, Long> counts = new EnumMap<>(Timing.class);
    DutyQuery.bind(jdbc.sql(COUNTS), filter)
        .query((row, number) -> Map.entry(OverviewStore.timing(row.getString(1)), row.getLong(2)))
        .list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    if (!DutyFilter.HANDED_BACK.equals(filter.returned())) {
      counts.remove(Timing.NOT_COUNTED);
    }
    return new Counts(counts);
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("id"),
        row.getLong("task_id"),
        row.getString("code"),
        row.getString("action"),
        row.getString("body_name"),
        Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        OverviewStore.timing(row.getString("timing")),
        row.getObject("original_due", LocalDate.class),
        row.getObject("due", LocalDate.class),
        row.getInt("late_days"),
        row.getInt("returns"),
        row.getObject("reported_on", LocalDate.class),
        row.getInt("step"));
  }
}
