package vn.dondoc.capital.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import vn.dondoc.testing.TestDatabase;

/**
 * A process that books batch after batch and says each one it has got confirmed, so that it can be
 * killed at any moment.
 */
public final class PostingProgram {
  /** Entries of one batch. */
  static final int BATCH = 40;

  private static final String POST =
      """
      insert into capital.posting (id, way, on_day, by_account, by_name)
      values (%1$d, 'load', '2020-12-31', -1, 'mẫu');
      select capital.post(%1$d, array_agg(1 + n %% 5)::bigint[],
                          array_agg(null::int), array_agg('payment'::text), array_agg(1),
                          array_agg(1 + n)::bigint[], array_agg(date '2020-03-02' + %1$d %% 200),
                          array_agg('mẫu'::text), array_agg(''::text),
                          array_agg('L%1$d-' || n), array_agg(1), array_agg(null::text),
                          array_agg(null::bigint), array_agg(null::bigint), array_agg(null::text))
        from generate_series(0, %2$d - 1) n
      """;

  private PostingProgram() {}

  /** Starts the process; it books from this number on until it is killed. */
  static Process start(TestDatabase database, int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PostingProgram.class.getName(),
            database.url(),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0], "postgres", "")) {
      connection.setAutoCommit(false);
      for (int batch = Integer.parseInt(args[1]); ; batch++) {
        try (java.sql.Statement statement = connection.createStatement()) {
          statement.execute(POST.formatted(batch, BATCH));
        }
        connection.commit();
        System.out.println(batch);
        System.out.flush();
      }
    }
  }
}
