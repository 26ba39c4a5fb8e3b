package vn.dondoc.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttemptStore {
  private static final String ADD = "insert into identity.attempt (key) values (:key)";
  private static final String RECENT =
      """
      select count(*) from identity.attempt
       where key = :key and at > now() - make_interval(mins => :minutes)
      """;
  private static final String FORGET_OLD =
      "delete from identity.attempt where at < now() - interval '1 day'";
  private static final String FORGET = "delete from identity.attempt where key = :key";
  private static final String FORGET_BEGINNING =
      "delete from identity.attempt where starts_with(key, :beginning)";

  private final JdbcClient jdbc;

  AttemptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String key) {
    jdbc.sql(FORGET_OLD).update();
    jdbc.sql(ADD).param("key", key).update();
  }

  int recent(String key, int minutes) {
    return jdbc.sql(RECENT)
        .param("key", key)
        .param("minutes", minutes)
        .query(Integer.class)
        .single();
  }

  void forget(String key) {
    jdbc.sql(FORGET).param("key", key).update();
  }

  void forgetBeginning(String beginning) {
    jdbc.sql(FORGET_BEGINNING).param("beginning", beginning).update();
  }
}
