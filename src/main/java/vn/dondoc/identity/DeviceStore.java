package vn.dondoc.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeviceStore {
  private static final String KNOWS =
      """
      select exists (
        select from identity.device d join identity.account a on a.id = d.account_id
         where d.token_sha256 = :token and (:login::text is null or a.login = :login::text)
           and d.seen_at > now() - make_interval(days => :days))
      """;
  private static final String REMEMBER =
      """
      insert into identity.device (account_id, token_sha256) values (:account, :token)
      on conflict (token_sha256, account_id) do update set seen_at = now()
      """;
  private static final String FORGET_OLD =
      """
      delete from identity.device
       where account_id = :account
         and (seen_at < now() - make_interval(days => :days)
              or id not in (select id from identity.device where account_id = :account
                             order by seen_at desc, id desc limit :most))
      """;

  private final JdbcClient jdbc;

  DeviceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this account signed in with this token within so many days. */
  boolean knows(String login, String token, int days) {
    return jdbc.sql(KNOWS)
        .param("login", login)
        .param("token", token)
        .param("days", days)
        .query(Boolean.class)
        .single();
  }

  /** Whether any account did. */
  boolean knows(String token, int days) {
    return jdbc.sql(KNOWS)
        .param("login", null, java.sql.Types.VARCHAR)
        .param("token", token)
        .param("days", days)
        .query(Boolean.class)
        .single();
  }

  /** Remembers a token of an account and forgets its oldest ones. */
  void remember(long account, String token, int days, int most) {
    jdbc.sql(REMEMBER).param("account", account).param("token", token).update();
    jdbc.sql(FORGET_OLD).param("account", account).param("days", days).param("most", most).update();
  }

  void forget(long account) {
    jdbc.sql("delete from identity.device where account_id = :account")
        .param("account", account)
        .update();
  }
}
