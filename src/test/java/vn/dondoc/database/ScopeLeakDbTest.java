package vn.dondoc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.TestDatabase;

/** Many bodies share few connections, and none finds what another left there. */
class ScopeLeakDbTest {
  private static final int BODIES = 12;
  private static final int TASKS_EACH = 5;
  private static final int CONNECTIONS = 4;
  private static final int THREADS = 12;
  private static final int TRANSACTIONS = 10_000;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Transactions POOL = Transactions.on(DATABASE, CONNECTIONS);

  /** Whose every row is: without a filter of its own, so that only the wall stands. */
  private static final String OWNERS =
      """
      select p.body_id from task.task t join task.party p on p.task_id = t.id
       union all
      select d.received_by::int from directive.document d
       union all
      select a.id::int from identity.account a
      """;

  private static final String LEFT =
      """
      select concat(nullif(current_setting('app.account', true), ''),
                    nullif(current_setting('app.whole', true), ''),
                    nullif(current_setting('app.bodies', true), ''),
                    nullif(current_setting('app.own', true), ''),
                    nullif(current_setting('app.places', true), ''))
      """;

  /** What may become of a transaction. */
  private enum End {
    COMMIT,
    ROLL_BACK,
    BREAK,
    NEST
  }

  /** Body n has account n, leads its own tasks, and its own document made them. */
  @BeforeAll
  static void openBodies() {
    JdbcClient owner = JdbcClient.create(DATABASE.owner());
    owner
        .sql(
            """
            insert into agency.body (id, code, kind, source, confidence)
              overriding system value
              select n, 'MAU-' || n, 'DEPARTMENT', 'mẫu', 'high' from generate_series(1, :bodies) n;
            insert into identity.account (id, login, name, password)
              overriding system value
              select n, 'mau-' || n, 'Cán bộ mẫu ' || n, 'x' from generate_series(1, :bodies) n;
            insert into directive.document
                (id, recipients, received_by, received_by_name)
              overriding system value
              select n, '{}', n, 'Cán bộ mẫu' from generate_series(1, :bodies) n;
            insert into task.task
                (id, year, serial, source_kind, source_id, source_key, source_path, ordinal)
              overriding system value
              select n, 2020, n, 'directive.document', 1 + (n - 1) % :bodies, n::text, '{}', n
                from generate_series(1, :bodies * :each) n;
            insert into task.version
                (id, task_id, number, action, quote, due_kind, recorded_by, recorded_by_name)
              overriding system value
              select id, id, 1, 'báo cáo', 'báo cáo', 'none', 1, 'mẫu' from task.task;
            insert into task.party (version_id, task_id, body_id, part, as_written, ordinal)
              select id, id, source_id, 'lead', 'mẫu', 1 from task.task
            """)
        .param("bodies", BODIES)
        .param("each", TASKS_EACH)
        .update();
  }

  @Test
  void tenThousandInterleavedTransactionsOnFourConnectionsShowNobodyAnothersRows()
      throws Exception {
    long start = System.nanoTime();
    List<Future<List<String>>> asked = new ArrayList<>();
    Random random = new Random(2020);
    try (ExecutorService many = Executors.newFixedThreadPool(THREADS)) {
      for (int n = 0; n < TRANSACTIONS; n++) {
        // 0 is a visitor, one past the bodies sees the whole province.
        int who = random.nextInt(BODIES + 2);
        End end = End.values()[random.nextInt(End.values().length)];
        boolean writes = random.nextBoolean();
        asked.add(many.submit(() -> ask(who, end, writes)));
      }
    }
    List<String> wrong = new ArrayList<>();
    for (Future<List<String>> answer : asked) {
      wrong.addAll(answer.get());
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).hasSize(TRANSACTIONS);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
  }

  /** One transaction of somebody, then whatever the next borrower of a connection would find. */
  private static List<String> ask(int who, End end, boolean writes) {
    List<String> wrong = new ArrayList<>();
    Actor actor = actor(who);
    try {
      Acting.as(
          actor,
          () ->
              (writes ? POOL.writing() : POOL.reading())
                  .executeWithoutResult(status -> {
                    compare(who, wrong);
                    switch (end) {
                      case COMMIT -> {}
                      case ROLL_BACK -> status.setRollbackOnly();
                      case BREAK -> POOL.jdbc().sql("select 1 / 0").query(Integer.class).single();
                      case NEST -> nest(who, wrong);
                    }
                  }));
    } catch (DataAccessException e) {
      if (end != End.BREAK) {
        wrong.add(who + ": " + e.getMessage());
      }
    }
    String left = POOL.jdbc().sql(LEFT).query(String.class).single();
    if (left != null && !left.isEmpty()) {
      wrong.add("left on a connection: " + left);
    }
    if (!owners().isEmpty()) {
      wrong.add("rows without a transaction");
    }
    return wrong;
  }

  /**
   * Somebody else's work within the same transaction keeps the scope the transaction began with.
   */
  private static void nest(int who, List<String> wrong) {
    int other = who % BODIES + 1;
    TransactionTemplate joined = POOL.writing();
    Acting.as(actor(other), () -> joined.executeWithoutResult(status -> compare(who, wrong)));
    compare(who, wrong);
  }

  private static void compare(int who, List<String> wrong) {
    List<Integer> seen = owners();
    int each = TASKS_EACH + 2;
    boolean right =
        switch (who) {
          case 0 -> seen.isEmpty();
          case BODIES + 1 -> seen.size() == BODIES * each;
          default -> seen.size() == each && Set.copyOf(seen).equals(Set.of(who));
        };
    if (!right) {
      wrong.add(who + " sees " + seen);
    }
  }

  private static List<Integer> owners() {
    return POOL.jdbc().sql(OWNERS).query((row, number) -> row.getInt(1)).list();
  }

  private static Actor actor(int who) {
    return switch (who) {
      case 0 -> Actor.visitor();
      case BODIES + 1 -> Actor.system("whole province");
      default -> new Actor(who, "Cán bộ mẫu", Set.of(), false, List.of(who), List.of());
    };
  }
}
