package vn.dondoc.task.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;

@Repository
class CalendarStore {
  private static final String ADD =
      """
      with entered as (
        insert into task.calendar_entry (year, number, recorded_by, recorded_by_name, why)
        values (:year, :number, :by, :name, :why)
        returning id
      )
      insert into task.calendar_day (entry_id, day, kind, name)
      select e.id, d.day, d.kind, d.name
        from entered e, unnest(:days::date[], :kinds::text[], :names::text[]) as d (day, kind, name)
      """;
  private static final String YEARS =
      """
      select y.year, y.number, y.recorded_at, y.recorded_by, y.recorded_by_name, y.why,
             d.day, d.kind, d.name
        from task.calendar_year y
        left join task.calendar_day d on d.entry_id = y.id
       order by y.year desc, d.day
      """;
  private static final String COUNTED =
      """
      select d.*, c.due_on, c.due_op, c.due_within, c.due_unit, c.due_from,
             e.event_on
        from (\
      """
          + DutyStore.ROWS
          + """
              ) d
            join task.current c on c.task_id = d.task_id
            left join lateral (
              select f.event_on from task.fact f
               where f.duty_id = d.id and f.kind = 'event'
               order by f.step desc limit 1) e on true
           where c.due_kind = 'relative' and c.due_within is not null and d.due is not null
             and d.state in ('new', 'active', 'returned', 'handed_back')
           order by d.due, d.id
          """;
  private static final String RECOUNT =
      """
      select task.recount(:duties::bigint[], :steps::int[], :dues::date[], :day::date, :words::text,
                          :account::bigint, :name::text)
      """;

  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(int year, int number, List<DayOff> days, String why, Actor by) {
    jdbc.sql(ADD)
        .param("year", year)
        .param("number", number)
        .param("by", by.accountId())
        .param("name", by.name())
        .param("why", why)
        .param("days", days.stream().map(d -> d.day().toString()).toArray(String[]::new))
        .param(
            "kinds",
            days.stream().map(d -> d.kind().name().toLowerCase(Locale.ROOT)).toArray(String[]::new))
        .param("names", days.stream().map(DayOff::name).toArray(String[]::new))
        .update();
  }

  /** Every year as it was last entered, the latest first. */
  List<CalendarYear> years() {
    Map<Integer, List<DayOff>> days = new HashMap<>();
    List<CalendarYear> heads = new ArrayList<>();
    jdbc.sql(YEARS)
        .query((ResultSet row) -> {
          int year = row.getInt("year");
          if (!days.containsKey(year)) {
            heads.add(
                new CalendarYear(
                    year,
                    row.getInt("number"),
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getLong("recorded_by"),
                    row.getString("recorded_by_name"),
                    row.getString("why"),
                    List.of()));
          }
          List<DayOff> known = days.computeIfAbsent(year, y -> new ArrayList<>());
          LocalDate day = row.getObject("day", LocalDate.class);
          if (day != null) {
            known.add(
                new DayOff(day, DayOff.Kind.of(row.getString("kind")), row.getString("name")));
          }
        });
    return heads.stream()
        .map(head ->
            new CalendarYear(
                head.year(),
                head.number(),
                head.recordedAt(),
                head.recordedById(),
                head.recordedBy(),
                head.why(),
                days.getOrDefault(head.year(), List.of())))
        .toList();
  }

  /** A duty whose deadline was counted, and what it was counted by. */
  record Counted(Duty duty, LocalDate openedOn, @Nullable LocalDate eventOn, Due due) {}

  List<Counted> counted(LocalDate day) {
    return jdbc.sql(COUNTED)
        .param("day", day)
        .query((row, number) ->
            new Counted(
                DutyStore.duty(row, number),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("event_on", LocalDate.class),
                due(row)))
        .list();
  }

  private static Due due(ResultSet row) throws SQLException {
    String op = row.getString("due_op");
    return new Due(
        Due.Kind.RELATIVE,
        row.getObject("due_on", LocalDate.class),
        null,
        op == null ? null : Due.Op.valueOf(op.toUpperCase(Locale.ROOT)),
        null,
        null,
        row.getInt("due_within"),
        row.getString("due_unit"),
        row.getString("due_from"),
        null,
        false);
  }

  int recount(List<DutyMove> moves, LocalDate day, String words, Actor by) {
    return jdbc.sql(RECOUNT)
        .param("duties", moves.stream().map(m -> m.duty().id()).toArray(Long[]::new))
        .param("steps", moves.stream().map(m -> m.duty().step() + 1).toArray(Integer[]::new))
        .param("dues", moves.stream().map(m -> String.valueOf(m.to())).toArray(String[]::new))
        .param("day", day)
        .param("words", words)
        .param("account", by.accountId())
        .param("name", by.name())
        .query(Integer.class)
        .single();
  }
}
