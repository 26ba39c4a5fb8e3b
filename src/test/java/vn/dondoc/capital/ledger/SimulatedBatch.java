package vn.dondoc.capital.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of several acts of several seeds on their way into the database in one statement. */
final class SimulatedBatch {
  static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private static final String ARRAYS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
  private static final String POST = "select capital.post(?, " + ARRAYS + ")";
  private static final String TRY = "select act, codes from sim.try(?, ?, " + ARRAYS + ")";
  private static final String IDS =
      """
      select e.issuer, e.number, e.part, e.id
        from unnest(?::text[], ?::text[], ?::int[]) as w (issuer, number, part)
        cross join lateral (
          select x.issuer, x.number, x.part, x.id
            from capital.entry x
           where x.paper_key = w.number and x.issuer_key = capital.issuer_key(w.issuer)
             and x.part = w.part
          offset 0) e
      """;

  private final Connection database;
  private final List<Row> rows = new ArrayList<>();

  SimulatedBatch(Connection database) {
    this.database = database;
  }

  /** An entry, whose world it is of, and which act. */
  private record Row(int world, int act, ModelEntry entry, @Nullable Long movement) {}

  void add(int world, int act, ModelAct what, @Nullable Long movement) {
    for (ModelEntry entry : what.entries()) {
      rows.add(new Row(world, act, entry, entry.kind().moves() ? movement : null));
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Books everything in one statement. */
  void post(long posting) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(POST)) {
      statement.setLong(1, posting);
      bind(statement, 2);
      statement.execute();
    }
  }

  /** Tries each act by itself and takes it back; what each would break. */
  Map<Integer, String> attempt(long posting) throws SQLException {
    Map<Integer, String> broken = new HashMap<>();
    try (PreparedStatement statement = database.prepareStatement(TRY)) {
      statement.setLong(1, posting);
      statement.setArray(2, array("int4", row -> row.act()));
      bind(statement, 3);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          broken.put(found.getInt(1), found.getString(2));
        }
      }
    }
    return broken;
  }

  private void bind(PreparedStatement statement, int from) throws SQLException {
    Map<String, Long> ids = corrected();
    int at = from;
    for (Array array :
        List.of(
            array("int8", row -> line(row.world(), row.entry().line())),
            array("int4", row -> 3 * row.world() + 1 + row.entry().pool()),
            array("text", row -> row.entry().kind().code()),
            array("int4", row -> row.entry().direction()),
            array("int8", row -> row.entry().amount()),
            array("date", row -> Date.valueOf(FIRST.plusDays(row.entry().day()))),
            array("text", row -> issuer(row.world())),
            array("text", row -> ""),
            array("text", row -> row.entry().number()),
            array("int4", row -> row.entry().part()),
            array("text", row -> null),
            array("int8", Row::movement),
            array("int8", row -> ids.get(key(row, row.entry().corrects()))),
            array("text", row -> authority(row.entry())))) {
      statement.setArray(at++, array);
    }
  }

  private static @Nullable Long line(int world, int line) {
    return line < 0 ? null : Long.valueOf(7L * world + 1 + line);
  }

  private static @Nullable String authority(ModelEntry entry) {
    return entry.authority() == null ? null : entry.authority().name().toLowerCase(Locale.ROOT);
  }

  private static String issuer(int world) {
    return "W" + world;
  }

  private static String key(Row row, @Nullable ModelEntry entry) {
    return entry == null ? "" : issuer(row.world()) + "/" + entry.number() + "/" + entry.part();
  }

  /** Numbers of the entries that are taken back. */
  private Map<String, Long> corrected() throws SQLException {
    Map<String, Long> ids = new HashMap<>();
    List<Row> correcting = rows.stream().filter(row -> row.entry().corrects() != null).toList();
    if (correcting.isEmpty()) {
      return ids;
    }
    try (PreparedStatement statement = database.prepareStatement(IDS)) {
      statement.setArray(1, array("text", correcting, row -> issuer(row.world())));
      statement.setArray(
          2,
          array(
              "text", correcting, row -> Objects.requireNonNull(row.entry().corrects()).number()));
      statement.setArray(
          3,
          array("int4", correcting, row -> Objects.requireNonNull(row.entry().corrects()).part()));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          ids.put(
              found.getString(1) + "/" + found.getString(2) + "/" + found.getInt(3),
              found.getLong(4));
        }
      }
    }
    return ids;
  }

  private Array array(String type, Function<Row, @Nullable Object> value) throws SQLException {
    return array(type, rows, value);
  }

  private Array array(String type, List<Row> of, Function<Row, @Nullable Object> value)
      throws SQLException {
    return database.createArrayOf(type, of.stream().map(value).toArray());
  }
}
