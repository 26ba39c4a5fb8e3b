package vn.dondoc.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the SQL statements the modules prepare, so that a test can show their number does not grow
 * with the rows. What keeps the session is left out: it is written when an answer is long enough to
 * leave early, or else behind it, and once a minute on its own.
 *
 * @param count how many there were
 * @param words only those that have these words are counted; empty for all
 */
public record CountedStatements(AtomicInteger count, String words) implements BeanPostProcessor {
  public CountedStatements() {
    this("");
  }

  /** Counts only statements with these words. */
  public CountedStatements(String words) {
    this(new AtomicInteger(), words);
  }

  /** How many statements something took. */
  public int during(Runnable act) {
    int before = count.get();
    act.run();
    return count.get() - before;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Counting(source) : bean;
  }

  /** Every transaction begins by telling who acts, that of the session as well. */
  private boolean isCounted(String method, Object @Nullable [] arguments) {
    if (method.equals("createStatement")) {
      return words.isEmpty();
    }
    return method.startsWith("prepare")
        && arguments != null
        && arguments[0].toString().contains(words)
        && !arguments[0].toString().contains("identity.session")
        && !arguments[0].toString().contains("set_config('app.account'");
  }

  private final class Counting extends DelegatingDataSource {
    Counting(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (isCounted(method.getName(), arguments)) {
                  count.incrementAndGet();
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause() == null ? e : e.getCause();
                }
              });
    }
  }
}
