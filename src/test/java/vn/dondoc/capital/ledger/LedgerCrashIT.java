package vn.dondoc.capital.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.testing.TestDatabase;

/**
 * A posting process is killed in the middle of its work: what it was told is booked is there,
 * nothing is there by half. Five times; {@code -Dledger.kills=50} for more.
 */
class LedgerCrashIT {
  private static final int KILLS = Integer.getInteger("ledger.kills", 5);
  private static final long SEED = Long.getLong("ledger.seed", 2020);
  private static final String PLAN =
      """
      insert into capital.posting (id, way, on_day, by_account, by_name)
      values (1, 'load', '2020-12-31', -1, 'mẫu');
      insert into project.decision (project_id, kind, number, signed_on, issuer, value_vnd, on_day,
                                    by_account, by_name)
      select id, 'total', 'QĐ', '2020-01-01', 'mẫu', 1000000000, '2020-01-01', -1, 'mẫu'
        from project.project;
      insert into capital.entry (posting_id, line_id, pool_id, kind, amount_vnd, value_on, number, series,
                                 issuer, authority)
      select 1, null, id, 'assign', 1000000000, '2020-01-02', 'A' || id, '', 'mẫu', 'pm'
        from capital.pool where budget_year = 2020;
      insert into capital.entry (posting_id, line_id, pool_id, kind, amount_vnd, value_on, number, series,
                                 issuer)
      select 1, l.id, l.pool_id, k.kind, 100000000, '2020-01-02', k.kind || l.id, '', 'mẫu'
        from capital.line l join capital.pool p on p.id = l.pool_id and p.budget_year = 2020,
             unnest(array['allocate', 'enter']) k (kind)
       order by k.kind
      """;
  private static final String HALVES =
      """
      select count(*) from (
        select n.id, count(e.id) as entries
          from capital.posting n left join capital.entry e on e.posting_id = n.id
         where n.id > 1 group by n.id) b
       where b.entries <> :batch
      """;

  @Test
  void killedProcessLosesNothingConfirmedAndLeavesNothingByHalf() throws Exception {
    TestDatabase ground = LedgerGround.of(1);
    JdbcClient owner = JdbcClient.create(ground.owner());
    owner.sql(PLAN).update();
    Random dice = new Random(SEED);
    Set<Integer> confirmed = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process posting = PostingProgram.start(ground, 2 + 1_000_000 * (kill + 1));
      confirmed.addAll(untilKilled(posting, 1 + dice.nextInt(6), dice.nextInt(12)));
      waitForItsSession(owner);
    }
    Set<Integer> booked =
        new HashSet<>(
            owner.sql("select id from capital.posting where id > 1").query(Integer.class).list());
    assertThat(confirmed).hasSizeGreaterThanOrEqualTo(KILLS);
    assertThat(booked).containsAll(confirmed);
    // At most the one whose answer the dying process never read is there besides.
    assertThat(booked.size() - confirmed.size()).isLessThanOrEqualTo(KILLS);
    assertThat(owner.sql(HALVES).param("batch", PostingProgram.BATCH).query(Integer.class).single())
        .isZero();
    assertThat(LedgerVerifier.verify(ground.owner()).findings()).isEmpty();
  }

  /** Lets it confirm so many batches, then so many milliseconds more, and kills it. */
  private static Set<Integer> untilKilled(Process posting, int batches, int milliseconds)
      throws IOException, InterruptedException {
    Set<Integer> said = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(posting.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line; said.size() < batches && (line = lines.readLine()) != null; ) {
        said.add(Integer.valueOf(line));
      }
      assertThat(posting.waitFor(Duration.ofMillis(milliseconds))).isFalse();
      // The handle, since the process would close the stream with what it still has to say.
      posting.toHandle().destroyForcibly();
      for (String line; (line = lines.readLine()) != null; ) {
        said.add(Integer.valueOf(line));
      }
    }
    // 128 + 9: it was killed and did not end by itself.
    assertThat(posting.waitFor()).isEqualTo(137);
    return said;
  }

  /** What it had sent before it died is decided when its session is gone. */
  private static void waitForItsSession(JdbcClient owner) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String others =
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and backend_type = 'client backend'";
    while (owner.sql(others).query(Integer.class).single() > 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
