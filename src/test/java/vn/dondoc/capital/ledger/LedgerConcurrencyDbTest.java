package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.TestDatabase;

/**
 * Sixty-four writers on one line, on lines of one project and on lines in any order: never a đồng
 * above, nobody waits for ever.
 */
class LedgerConcurrencyDbTest {
  private static final int WRITERS = 64;
  private static final int EACH = Integer.getInteger("ledger.races", 12);
  private static final String PLAN =
      """
      insert into capital.posting (id, way, on_day, by_account, by_name)
      values (1, 'load', '2020-12-31', -1, 'mẫu');
      insert into project.decision (project_id, kind, number, signed_on, issuer, value_vnd, on_day,
                                    by_account, by_name)
      select id, 'total', 'QĐ', '2020-01-01', 'mẫu', 1000, '2020-01-01', -1, 'mẫu'
        from project.project;
      insert into capital.entry (posting_id, line_id, pool_id, kind, amount_vnd, value_on, number, series,
                                 issuer, authority)
      select 1, null, id, 'assign', 100000, '2020-01-02', 'A' || id, '', 'mẫu', 'pm'
        from capital.pool where budget_year = 2020;
      insert into capital.entry (posting_id, line_id, pool_id, kind, amount_vnd, value_on, number, series,
                                 issuer)
      select 1, l.id, l.pool_id, k.kind, 700, '2020-01-02', k.kind || l.id, '', 'mẫu'
        from capital.line l join capital.pool p on p.id = l.pool_id and p.budget_year = 2020,
             unnest(array['allocate', 'enter']) k (kind)
       order by k.kind
      """;
  private static final String PAY =
      """
      insert into capital.entry (posting_id, line_id, pool_id, kind, amount_vnd, value_on, number, series,
                                 issuer)
      select 1, l.id, l.pool_id, 'payment', ?, '2020-03-02', ? || '-' || l.id, '', 'mẫu'
        from capital.line l where l.id = any(?)
      """;

  private static TestDatabase ground;

  @BeforeAll
  static void plan() {
    ground = LedgerGround.of(3);
    JdbcClient.create(ground.owner()).sql(PLAN).update();
  }

  /** What one writer got through. */
  private record Written(long paid, int refused) {}

  private interface Choice {
    Long[] lines(Random dice);
  }

  private static List<Written> race(String name, long amount, Choice choice) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Written>> writers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        Random dice = new Random(writer);
        String who = name + writer;
        writers.add(
            pool.submit(() -> {
              try (Connection connection = ground.owner().getConnection()) {
                start.await();
                return write(connection, who, amount, choice, dice);
              }
            }));
      }
      start.countDown();
    }
    List<Written> written = new ArrayList<>();
    for (Future<Written> writer : writers) {
      written.add(writer.get());
    }
    return written;
  }

  private static Written write(
      Connection connection, String who, long amount, Choice choice, Random dice)
      throws SQLException {
    long paid = 0;
    int refused = 0;
    try (PreparedStatement statement = connection.prepareStatement(PAY)) {
      for (int n = 0; n < EACH; n++) {
        Long[] lines = choice.lines(dice);
        statement.setLong(1, amount);
        statement.setString(2, who + "-" + n);
        statement.setArray(3, connection.createArrayOf("int8", lines));
        try {
          statement.executeUpdate();
          paid += amount * lines.length;
        } catch (SQLException e) {
          // Refused for what it is, and never a deadlock.
          assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("23514");
          refused++;
        }
      }
    }
    return new Written(paid, refused);
  }

  private static long kept(String sql) throws SQLException {
    try (Connection connection = ground.owner().getConnection();
        Statement statement = connection.createStatement();
        java.sql.ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void manyWritersOnOneLineNeverPayMoreThanIsEntered() throws Exception {
    List<Written> written = race("mot-", 3, dice -> new Long[] {1L});
    long paid = written.stream().mapToLong(Written::paid).sum();
    // 700 are entered: 233 payments of 3 fit, one đồng is left over.
    assertThat(paid).isEqualTo(699);
    assertThat(written.stream().mapToInt(Written::refused).sum()).isEqualTo(WRITERS * EACH - 233);
    assertThat(kept("select paid from capital.line_balance where line_id = 1")).isEqualTo(paid);
    assertThat(
            kept(
                "select sum(amount_vnd) from capital.entry where line_id = 1 and kind = 'payment'"))
        .isEqualTo(paid);
  }

  @Test
  void manyWritersOnLinesOfOneProjectNeverPayMoreThanItsInvestment() throws Exception {
    // Lines 8 and 11 are of one project decided at 1,000; 700 are entered in each.
    List<Written> written = race("du-an-", 3, dice -> new Long[] {dice.nextBoolean() ? 8L : 11L});
    assertThat(written.stream().mapToLong(Written::paid).sum()).isEqualTo(999);
    assertThat(
            kept("select disbursed - given_back from capital.project_balance where project_id = 4"))
        .isEqualTo(999);
  }

  @Test
  void manyWritersOnManyLinesInAnyOrderDoNotBlockEachOther() throws Exception {
    List<Written> written =
        race("nhieu-", 2, dice -> dice.longs(3, 15, 20).distinct().boxed().toArray(Long[]::new));
    assertThat(written.stream().mapToLong(Written::paid).sum())
        .isEqualTo(
            kept("select sum(paid) from capital.line_balance where line_id between 15 and 19"));
    assertThat(LedgerVerifier.verify(ground.owner()).findings()).isEmpty();
  }
}
