package vn.dondoc.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/**
 * Phạm vi theo giao dịch: every transaction starts by telling PostgreSQL who acts; row level
 * security reads it there. Set per transaction, never per connection, so a pooled connection
 * carries nothing to its next user.
 */
final class ScopedTransactionManager extends JdbcTransactionManager {
  private static final String SET_SCOPE =
      """
      select set_config('app.account', ?, true),
             set_config('app.whole', ?, true),
             set_config('app.bodies', ?, true),
             set_config('app.places', ?, true),
             set_config('app.own', ?, true)
      """;

  ScopedTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Connection connection = DataSourceUtils.getConnection(obtainDataSource());
    Actor actor = Acting.current();
    try (PreparedStatement statement = connection.prepareStatement(SET_SCOPE)) {
      statement.setString(1, Long.toString(actor.accountId()));
      statement.setString(2, actor.wholeProvince() ? "t" : "f");
      statement.setString(3, arrayOf(actor.bodies()));
      statement.setString(4, arrayOf(actor.places()));
      statement.setString(5, arrayOf(actor.own()));
      statement.execute();
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("cannot set the actor's scope", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, obtainDataSource());
    }
  }

  private static String arrayOf(List<Integer> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
