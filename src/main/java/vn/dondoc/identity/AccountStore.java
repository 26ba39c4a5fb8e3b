package vn.dondoc.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
  private static final String ACCOUNTS =
      """
      with account as (
        select a.id, a.login, a.name, a.opened_at, a.password_no, a.email, a.reminders,
               case when a.disabled_at is not null then 'DISABLED'
                    when a.must_change then 'NEW' else 'ACTIVE' end as state,
               coalesce(g.roles, '') as roles, coalesce(g.roles_en, '') as roles_en,
               coalesce(g.codes, '{}') as codes, g.body_id, g.place_id
          from identity.account a
          left join lateral (
                select string_agg(r.name_vi, ', ' order by r.name_vi) as roles,
                       string_agg(r.name_en, ', ' order by r.name_vi) as roles_en,
                       array_agg(r.code order by r.name_vi) as codes,
                       min(s.body_id) as body_id, min(s.place_id) as place_id
                  from identity.assignment s join identity.role r on r.code = s.role_code
                 where s.account_id = a.id and s.withdrawn_at is null) g on true
      )
      """;
  private static final String ONE = ACCOUNTS + "select * from account a where ";
  private static final String WANTED =
      """
       where (:words::text = '' or database.fold(a.name || ' ' || a.login)
              like '%' || database.fold(:words::text) || '%')
         and (:role::text = '' or :role::text = any(a.codes))
         and (:state::text is null or a.state = :state::text)
      """;
  private static final String COUNT = ACCOUNTS + "select count(*) from account a" + WANTED;
  private static final String PAGE =
      ACCOUNTS
          + ", sorted as (select a.*, {sort} as sort_key from account a) select * from sorted a"
          + WANTED
          + """
            and (:after::bigint is null
                 or (a.sort_key, a.id) > (select k.sort_key, k.id from sorted k where k.id = :after))
          order by a.sort_key, a.id
          limit :limit
          """;
  private static final String ADD =
      """
      insert into identity.account (login, name, password)
      values (:login, :name, :password)
      returning id
      """;
  private static final String ASSIGN =
      """
      insert into identity.assignment (account_id, role_code, body_id, place_id, granted_by)
      values (:account, :role, :body, :place, :by)
      """;
  private static final String WITHDRAW =
      """
      update identity.assignment set withdrawn_at = now(), withdrawn_by = :by
       where account_id = :account and withdrawn_at is null
      """;
  private static final String SET_PASSWORD =
      """
      update identity.account
         set password = :password, must_change = :must, password_no = password_no + 1
       where id = :id
      returning password_no
      """;
  private static final String LOCK_ADMINISTRATORS = "select pg_advisory_xact_lock(8203)";
  private static final String OTHERS_WITH_RIGHT =
      """
      select exists (
        select from identity.account a
          join identity.assignment s on s.account_id = a.id and s.withdrawn_at is null
          join identity.role_right r on r.role_code = s.role_code
         where r.right_code = :right and a.disabled_at is null and a.id <> :id)
      """;
  private static final String RIGHTS =
      """
      select distinct rr.right_code
        from identity.assignment s join identity.role_right rr on rr.role_code = s.role_code
       where s.account_id = :id and s.withdrawn_at is null
      """;
  private static final String SIGHT =
      """
      select coalesce(bool_or(r.whole_province), false) as whole,
             coalesce(array_agg(distinct s.body_id) filter (where s.body_id is not null), '{}')
               as bodies,
             coalesce(array_agg(distinct s.place_id) filter (where s.place_id is not null), '{}')
               as places
        from identity.assignment s join identity.role r on r.code = s.role_code
       where s.account_id = :id and s.withdrawn_at is null
      """;

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What an account's assignments say of its sight.
   *
   * @param whole it sees the whole province
   * @param bodies its own bodies
   * @param places its own places
   */
  record Sight(boolean whole, List<Integer> bodies, List<Integer> places) {}

  long add(NewAccount account, String hash) {
    return jdbc.sql(ADD)
        .param("login", account.login())
        .param("name", account.name())
        .param("password", hash)
        .query(Long.class)
        .single();
  }

  /** Ends what the account stood for and gives it this seat. */
  void seat(long id, Seat seat, String by) {
    jdbc.sql(WITHDRAW).param("account", id).param("by", by).update();
    jdbc.sql(ASSIGN)
        .param("account", id)
        .param("role", seat.role())
        .param("body", seat.bodyId(), Types.INTEGER)
        .param("place", seat.placeId(), Types.INTEGER)
        .param("by", by)
        .update();
  }

  Optional<Account> byLogin(String login) {
    return jdbc.sql(ONE + "a.login = :login")
        .param("login", login)
        .query(AccountStore::account)
        .optional();
  }

  Optional<Account> find(long id) {
    return jdbc.sql(ONE + "a.id = :id").param("id", id).query(AccountStore::account).optional();
  }

  List<Account> list(AccountFilter filter, int limit) {
    return wanted(PAGE.replace("{sort}", filter.sort().expression()), filter)
        .param("after", filter.after(), Types.BIGINT)
        .param("limit", limit)
        .query(AccountStore::account)
        .list();
  }

  long count(AccountFilter filter) {
    return wanted(COUNT, filter).query(Long.class).single();
  }

  private StatementSpec wanted(String sql, AccountFilter filter) {
    Account.@Nullable State state = filter.state();
    return jdbc.sql(sql)
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"))
        .param("role", filter.role())
        .param("state", state == null ? null : state.name(), Types.VARCHAR);
  }

  String password(long id) {
    return jdbc.sql("select password from identity.account where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** Sets a password and gives its number. */
  int setPassword(long id, String hash, boolean mustChange) {
    return jdbc.sql(SET_PASSWORD)
        .param("id", id)
        .param("password", hash)
        .param("must", mustChange)
        .query(Integer.class)
        .single();
  }

  void mail(long id, Account.Mail mail) {
    jdbc.sql("update identity.account set email = :email, reminders = :reminders where id = :id")
        .param("id", id)
        .param("email", mail.address(), Types.VARCHAR)
        .param("reminders", mail.reminders())
        .update();
  }

  void disable(long id) {
    jdbc.sql("update identity.account set disabled_at = now() where id = :id")
        .param("id", id)
        .update();
  }

  void reopen(long id) {
    jdbc.sql("update identity.account set disabled_at = null where id = :id")
        .param("id", id)
        .update();
  }

  void endSessions(long id) {
    jdbc.sql("delete from identity.session where principal_name = :name")
        .param("name", Long.toString(id))
        .update();
  }

  /**
   * Whoever gives or takes roles waits here, so that two cannot take the last right from each
   * other.
   */
  void lockAdministrators() {
    jdbc.sql(LOCK_ADMINISTRATORS).query((row, number) -> 0).list();
  }

  /** Whether an account other than this one has the right and can sign in. */
  boolean hasOthersWith(String right, long id) {
    return jdbc.sql(OTHERS_WITH_RIGHT)
        .param("right", right)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  Set<String> rights(long id) {
    return jdbc.sql(RIGHTS).param("id", id).query((row, number) -> row.getString(1)).set();
  }

  Sight sight(long id) {
    return jdbc.sql(SIGHT)
        .param("id", id)
        .query((row, number) ->
            new Sight(
                row.getBoolean("whole"),
                List.of((Integer[]) row.getArray("bodies").getArray()),
                List.of((Integer[]) row.getArray("places").getArray())))
        .single();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    String[] roles = (String[]) row.getArray("codes").getArray();
    return new Account(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        row.getString("roles"),
        row.getString("roles_en"),
        Account.State.valueOf(row.getString("state")),
        row.getTimestamp("opened_at").toInstant(),
        roles.length == 0
            ? null
            : new Seat(
                roles[0],
                row.getObject("body_id", Integer.class),
                row.getObject("place_id", Integer.class)),
        row.getInt("password_no"),
        new Account.Mail(row.getString("email"), row.getBoolean("reminders")));
  }
}
