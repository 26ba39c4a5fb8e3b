package vn.dondoc.capital.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.ledger.Voucher;

@Repository
class PoolStore {
  private static final int MOST = 500;
  private static final String STANDS =
      """
      select b.pool_id, b.assigned_pm, b.assigned_province, b.allocated,
             coalesce(c.carried, 0) as carried, coalesce(c.gone, 0) as gone
        from capital.pool_balance b
        join capital.pool p on p.id = b.pool_id
        left join capital.carried_of_pools() c on c.pool_id = b.pool_id
      """;
  private static final String SUMS = STANDS + " where p.budget_year = :year";
  private static final String SUM = STANDS + " where b.pool_id = :pool";
  private static final String ASSIGNED =
      """
      select e.value_on, e.number, e.issuer, e.authority, e.direction * e.amount_vnd as amount_vnd,
             coalesce(n.reason, e.note, '') as reason, n.on_day, n.by_name
        from capital.entry e
        join capital.posting n on n.id = e.posting_id
       where e.pool_id = :pool and e.kind = 'assign'
       order by e.value_on desc, e.id desc
       limit :most
      """;

  private final JdbcClient jdbc;

  PoolStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What stands of every pool of a budget year, by its number. */
  Map<Integer, PoolStand.Sums> sums(int year) {
    Map<Integer, PoolStand.Sums> found = new HashMap<>();
    jdbc.sql(SUMS)
        .param("year", year)
        .query(row -> {
          found.put(row.getInt("pool_id"), sums(row, 0));
        });
    return found;
  }

  PoolStand.Sums sum(int pool) {
    return jdbc.sql(SUM)
        .param("pool", pool)
        .query(PoolStore::sums)
        .optional()
        .orElse(PoolStand.Sums.NONE);
  }

  /** What was assigned to a pool, the latest first. */
  List<Assigned> assigned(int pool) {
    return jdbc.sql(ASSIGNED)
        .param("pool", pool)
        .param("most", MOST)
        .query(PoolStore::assigned)
        .list();
  }

  private static PoolStand.Sums sums(ResultSet row, int number) throws SQLException {
    return new PoolStand.Sums(
        row.getLong("assigned_pm"),
        row.getLong("assigned_province"),
        row.getLong("allocated"),
        row.getLong("carried"),
        row.getLong("gone"));
  }

  private static Assigned assigned(ResultSet row, int number) throws SQLException {
    return new Assigned(
        Objects.requireNonNull(row.getObject("value_on", LocalDate.class)),
        row.getString("number"),
        row.getString("issuer"),
        Voucher.Authority.valueOf(row.getString("authority").toUpperCase(Locale.ROOT)),
        row.getLong("amount_vnd"),
        row.getString("reason"),
        new Assigned.Booked(
            Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
            row.getString("by_name")));
  }
}
