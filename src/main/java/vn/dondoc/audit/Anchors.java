package vn.dondoc.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/**
 * Neo nhật ký: writes what the chain is to a file outside the database when the server starts and
 * stops, every hour, after every hundred entries, and a minute after the first that none covers.
 *
 * <p>An anchor that cannot be written does not stop the work; it is said loudly in the log.
 */
@Component
class Anchors implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
  private static final int EVERY_ENTRIES = 100;
  private static final String STATE =
      """
      select last.number, last.hash, first.at as first_at, last.at as last_at
        from (select number, hash, at from audit.entry order by number desc limit 1) last,
             (select at from audit.entry order by number limit 1) first
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final Clock clock;
  private final @Nullable AnchorFile file;
  private final Duration latest;
  private final AtomicLong sinceLast = new AtomicLong();
  private volatile @Nullable ScheduledExecutorService hourly;

  Anchors(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${dondoc.anchors:}") String directory,
      @Value("${dondoc.anchors.latest:60s}") Duration latest) {
    this.latest = latest;
    this.jdbc = jdbc;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.clock = clock;
    this.file = directory.isBlank() ? null : AnchorFile.in(Path.of(directory));
  }

  /** Told after each commit how many entries it added. */
  void recorded(int entries) {
    ScheduledExecutorService worker = hourly;
    if (worker == null || entries == 0) {
      return;
    }
    long before = sinceLast.getAndAdd(entries);
    if (before < EVERY_ENTRIES && before + entries >= EVERY_ENTRIES) {
      worker.execute(this::write);
    } else if (before == 0) {
      worker.schedule(this::writeLeft, latest.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void start() {
    if (file == null) {
      LOG.warn("dondoc.anchors is not set: a chain written anew in the database would not show");
      return;
    }
    ScheduledExecutorService worker =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("anchors").unstarted(work));
    hourly = worker;
    write();
    worker.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.HOURS);
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService worker = hourly;
    hourly = null;
    if (worker != null) {
      worker.shutdown();
      write();
    }
  }

  // Started before the web server and stopped after its last request.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return hourly != null;
  }

  /** What no anchor covers a minute later; many entries have had theirs by then. */
  private void writeLeft() {
    if (sinceLast.get() > 0) {
      write();
    }
  }

  private void write() {
    sinceLast.set(0);
    AnchorFile anchors = file;
    if (anchors == null) {
      return;
    }
    try {
      Anchor.State state =
          Acting.call(Actor.system("neo nhật ký"), () -> reading.execute(s -> state()));
      anchors.append(state, clock.instant());
    } catch (IOException | DataAccessException | TransactionException e) {
      LOG.error("no anchor written to {}", anchors.path(), e);
    }
  }

  private Anchor.State state() {
    return jdbc.sql(STATE)
        .query((row, number) -> state(row))
        .optional()
        .orElse(new Anchor.State(0, Anchor.NONE, null, null));
  }

  private static Anchor.State state(ResultSet row) throws SQLException {
    Timestamp first = row.getTimestamp("first_at");
    Timestamp last = row.getTimestamp("last_at");
    return new Anchor.State(
        row.getLong("number"),
        HexFormat.of().formatHex(row.getBytes("hash")),
        first.toInstant(),
        last.toInstant());
  }
}
