package vn.dondoc.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.testing.TestDatabase;

/**
 * The server's own transactions over a small pool, for tests without the whole server.
 *
 * @param manager sets the actor's scope in every transaction
 * @param jdbc takes part in them
 */
public record Transactions(PlatformTransactionManager manager, JdbcClient jdbc) {

  /** With the server's role and so many connections. */
  public static Transactions on(TestDatabase database, int connections) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(database.application());
    pool.setMaximumPoolSize(connections);
    HikariDataSource source = new HikariDataSource(pool);
    return new Transactions(new ScopedTransactionManager(source), JdbcClient.create(source));
  }

  public TransactionTemplate writing() {
    return new TransactionTemplate(manager);
  }

  public TransactionTemplate reading() {
    TransactionTemplate reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
    return reading;
  }
}
