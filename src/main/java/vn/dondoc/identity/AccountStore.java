package vn.dondoc.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
  private static final String SELECT =
      """
      select a.id, a.login, a.name,
             coalesce((select string_agg(r.name_vi, ', ' order by r.name_vi)
                         from identity.assignment s join identity.role r on r.code = s.role_code
                        where s.account_id = a.id), '') as roles,
             a.disabled_at is not null as disabled, a.must_change,
             (select min(s.body_id) from identity.assignment s where s.account_id = a.id) as body_id
        from identity.account a
      """;
  private static final String ADD =
      """
      insert into identity.account (login, name, password)
      values (:login, :name, :password)
      returning id
      """;
  private static final String ASSIGN =
      """
      insert into identity.assignment (account_id, role_code, body_id, place_id)
      values (:account, :role, :body, :place)
      """;
  private static final String SET_PASSWORD =
      "update identity.account set password = :password, must_change = :must where id = :id";
  private static final String PUT_ROLE =
      """
      insert into identity.role (code, name_vi, name_en, whole_province)
      values (:code, :vi, :en, :whole)
      on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
             whole_province = excluded.whole_province
      """;
  private static final String PUT_RIGHTS =
      """
      insert into identity.role_right (role_code, right_code)
      select :code, unnest(:rights::text[]) on conflict do nothing
      """;
  private static final String RIGHTS =
      """
      select distinct rr.right_code
        from identity.assignment s join identity.role_right rr on rr.role_code = s.role_code
       where s.account_id = :id
      """;
  private static final String SIGHT =
      """
      select coalesce(bool_or(r.whole_province), false) as whole,
             coalesce(array_agg(distinct s.body_id) filter (where s.body_id is not null), '{}')
               as bodies,
             coalesce(array_agg(distinct s.place_id) filter (where s.place_id is not null), '{}')
               as places
        from identity.assignment s join identity.role r on r.code = s.role_code
       where s.account_id = :id
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
    long id =
        jdbc.sql(ADD)
            .param("login", account.login())
            .param("name", account.name())
            .param("password", hash)
            .query(Long.class)
            .single();
    jdbc.sql(ASSIGN)
        .param("account", id)
        .param("role", account.role())
        .param("body", account.bodyId())
        .param("place", account.placeId())
        .update();
    return id;
  }

  Optional<Account> byLogin(String login) {
    return jdbc.sql(SELECT + " where a.login = :login")
        .param("login", login)
        .query(Account.class)
        .optional();
  }

  Optional<Account> find(long id) {
    return jdbc.sql(SELECT + " where a.id = :id").param("id", id).query(Account.class).optional();
  }

  List<Account> all() {
    return jdbc.sql(SELECT + " order by a.login limit 1000")
        .query((row, number) -> account(row))
        .list();
  }

  String password(long id) {
    return jdbc.sql("select password from identity.account where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  void setPassword(long id, String hash, boolean mustChange) {
    jdbc.sql(SET_PASSWORD)
        .param("id", id)
        .param("password", hash)
        .param("must", mustChange)
        .update();
  }

  void disable(long id) {
    jdbc.sql("update identity.account set disabled_at = now() where id = :id")
        .param("id", id)
        .update();
  }

  void endSessions(long id) {
    jdbc.sql("delete from identity.session where principal_name = :name")
        .param("name", Long.toString(id))
        .update();
  }

  boolean hasRole(String code) {
    return jdbc.sql("select count(*) from identity.role where code = :code")
            .param("code", code)
            .query(Integer.class)
            .single()
        == 1;
  }

  Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    jdbc.sql("select code, name_vi from identity.role order by name_vi")
        .query(row -> {
          roles.put(row.getString(1), row.getString(2));
        });
    return roles;
  }

  void putRole(RoleReference.Row row) {
    jdbc.sql(PUT_ROLE)
        .param("code", row.code())
        .param("vi", row.nameVi())
        .param("en", row.nameEn())
        .param("whole", row.wholeProvince())
        .update();
    jdbc.sql("delete from identity.role_right where role_code = :code")
        .param("code", row.code())
        .update();
    jdbc.sql(PUT_RIGHTS)
        .param("code", row.code())
        .param("rights", row.rights().toArray(String[]::new))
        .update();
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

  private static Account account(ResultSet row) throws SQLException {
    int body = row.getInt("body_id");
    return new Account(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        row.getString("roles"),
        row.getBoolean("disabled"),
        row.getBoolean("must_change"),
        row.getObject("body_id") == null ? null : body);
  }
}
