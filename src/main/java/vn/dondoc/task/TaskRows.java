package vn.dondoc.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of the task queries as tasks. */
final class TaskRows {
  private TaskRows() {}

  /** A task with the value it is ordered by. */
  record Keyed(Task task, String sortKey) {}

  static Keyed keyed(ResultSet row, int number) throws SQLException {
    return new Keyed(task(row, number), row.getString("sort_key"));
  }

  static Task task(ResultSet row, int number) throws SQLException {
    SourceReference source =
        new SourceReference(
            row.getString("source_kind"),
            row.getLong("source_id"),
            row.getString("source_key"),
            List.of((String[]) row.getArray("source_path").getArray()));
    Wording wording =
        new Wording(
            row.getString("action"),
            row.getString("quote"),
            row.getString("consequence"),
            row.getString("condition"));
    List<Party> parties =
        Arrays.stream((String[]) row.getArray("parties").getArray()).map(TaskRows::party).toList();
    NewTask content = new NewTask(source, row.getInt("ordinal"), wording, due(row), parties);
    return new Task(
        row.getLong(1),
        row.getString("code"),
        content,
        row.getInt("number"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by_name"));
  }

  private static Due due(ResultSet row) throws SQLException {
    String op = row.getString("due_op");
    return new Due(
        Due.Kind.valueOf(row.getString("due_kind").toUpperCase(Locale.ROOT)),
        row.getObject("due_on", LocalDate.class),
        row.getObject("due_time", LocalTime.class),
        op == null ? null : Due.Op.valueOf(op.toUpperCase(Locale.ROOT)),
        row.getString("due_every"),
        whole(row, "due_day"),
        whole(row, "due_within"),
        row.getString("due_unit"),
        row.getString("due_from"),
        row.getString("due_text"),
        row.getBoolean("year_inferred"),
        whole(row, "due_month"));
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static Party party(String packed) {
    String[] field = packed.split(" ", 3);
    return new Party(
        Integer.parseInt(field[0]),
        Party.Part.valueOf(field[1].toUpperCase(Locale.ROOT)),
        field[2]);
  }
}
