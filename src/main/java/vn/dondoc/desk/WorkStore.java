package vn.dondoc.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.State;

@Repository
class WorkStore {
  private final JdbcClient jdbc;

  WorkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  WorkCounts badge(WorkListing listing) {
    return jdbc.sql(listing.badge())
        .params(listing.arguments())
        .query((row, number) -> counts(row))
        .single();
  }

  /** A line with the size of its group, and how many of it are left from here on. */
  private record Row(
      Whose whose, WorkCounts counts, @Nullable WorkLine line, int total, int left) {}

  WorkFound find(WorkListing listing, WorkFilter filter, int limit) {
    List<Row> rows =
        jdbc.sql(listing.rows(filter.sort()))
            .params(listing.arguments(filter, limit))
            .query(WorkStore::row)
            .list();
    Map<WorkGroup, List<Row>> byGroup = new EnumMap<>(WorkGroup.class);
    for (Row row : rows) {
      if (row.line() != null) {
        byGroup.computeIfAbsent(row.line().group(), g -> new ArrayList<>()).add(row);
      }
    }
    List<WorkFound.Group> groups = new ArrayList<>();
    byGroup.forEach((group, found) -> groups.add(group(group, found)));
    return new WorkFound(rows.getFirst().whose(), rows.getFirst().counts(), groups);
  }

  private static WorkFound.Group group(WorkGroup group, List<Row> found) {
    List<WorkLine> lines = new ArrayList<>();
    found.forEach(row -> {
      if (row.line() != null) {
        lines.add(row.line());
      }
    });
    boolean more = found.getFirst().left() > found.size();
    return new WorkFound.Group(
        group, found.getFirst().total(), lines, more ? lines.getLast().dutyId() : null);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    String group = row.getString("grp");
    return new Row(
        Whose.of(row.getString("whose")),
        counts(row),
        group == null ? null : line(row, WorkGroup.of(group)),
        row.getInt("of_group"),
        row.getInt("left_over"));
  }

  private static WorkCounts counts(ResultSet row) throws SQLException {
    return new WorkCounts(
        row.getInt("lead"),
        row.getInt("coordinate"),
        row.getInt("waiting"),
        row.getInt("done"),
        row.getInt("overdue"),
        row.getInt("soon"),
        new WorkCounts.Open(
            row.getInt("open_mine"), row.getInt("open_body"), row.getInt("open_nobody")));
  }

  private static WorkLine line(ResultSet row, WorkGroup group) throws SQLException {
    LocalDate from = row.getObject("period_from", LocalDate.class);
    LocalDate to = row.getObject("period_to", LocalDate.class);
    String wait = row.getString("wait");
    return new WorkLine(
        row.getLong("id"),
        row.getLong("task_id"),
        row.getString("code"),
        row.getString("action"),
        String.join(".", (String[]) row.getArray("source_path").getArray()),
        group,
        wait == null ? null : WorkLine.Wait.valueOf(wait.toUpperCase(Locale.ROOT)),
        row.getInt("body_id"),
        Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
        from == null || to == null ? null : new Duty.Span(from, to),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("due", LocalDate.class),
        row.getInt("late_days"),
        new WorkLine.Dates(
            row.getObject("opened_on", LocalDate.class),
            row.getObject("reported_on", LocalDate.class),
            row.getObject("confirmed_on", LocalDate.class)),
        List.of((Integer[]) row.getArray("leads").getArray()),
        row.getString("said"),
        new WorkLine.Helpers(row.getInt("helpers"), row.getInt("helpers_reported")),
        row.getString("in_charge"));
  }
}
