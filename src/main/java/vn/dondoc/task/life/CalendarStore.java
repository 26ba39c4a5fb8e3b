package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {
  private static final String ADD =
      """
      insert into task.day_off (day, kind, name)
      select * from unnest(:days::date[], :kinds::text[], :names::text[])
      on conflict do nothing
      """;
  private static final String ADD_YEARS =
      """
      insert into task.calendar_year (year)
      select distinct extract(year from d)::int from unnest(:days::date[]) as d
      on conflict do nothing
      """;

  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int add(List<DayOff> all) {
    String[] days = all.stream().map(d -> d.day().toString()).toArray(String[]::new);
    jdbc.sql(ADD_YEARS).param("days", days).update();
    return jdbc.sql(ADD)
        .param("days", days)
        .param(
            "kinds",
            all.stream().map(d -> d.kind().name().toLowerCase(Locale.ROOT)).toArray(String[]::new))
        .param("names", all.stream().map(DayOff::name).toArray(String[]::new))
        .update();
  }

  List<DayOff> all() {
    return jdbc.sql("select day, kind, name from task.day_off order by day")
        .query((row, number) ->
            new DayOff(
                row.getObject(1, LocalDate.class),
                DayOff.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3)))
        .list();
  }

  List<Integer> years() {
    return jdbc.sql("select year from task.calendar_year")
        .query((row, number) -> row.getInt(1))
        .list();
  }
}
