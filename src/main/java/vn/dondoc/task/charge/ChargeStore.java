package vn.dondoc.task.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.life.Duty;

@Repository
class ChargeStore {
  private static final String OF_DUTY =
      """
      select step, account_id, account_name, words, on_day, at, by_name
        from task.charge where duty_id = :duty order by step desc limit 200
      """;
  private static final String PEOPLE =
      "select account_id, name from task.people_of(:body) order by name, account_id limit 500";
  private static final String ADD =
      """
      insert into task.charge (duty_id, body_id, step, kind, account_id, account_name, words, on_day,
                               by_account, by_name)
      values (:duty, :body, :step, :kind, :account, :person, nullif(:words, ''), :day, :by, :byName)
      """;

  private final JdbcClient jdbc;

  ChargeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is to be recorded.
   *
   * @param person who is in charge from now on; null for nobody
   */
  record Entry(Duty duty, int step, @Nullable Person person, String words, LocalDate day) {}

  List<Charge> of(long duty) {
    return jdbc.sql(OF_DUTY).param("duty", duty).query(ChargeStore::charge).list();
  }

  List<Person> people(int body) {
    return jdbc.sql(PEOPLE)
        .param("body", body)
        .query((row, number) -> new Person(row.getLong(1), row.getString(2)))
        .list();
  }

  void add(Entry entry, Actor by) {
    Person person = entry.person();
    jdbc.sql(ADD)
        .param("duty", entry.duty().id())
        .param("body", entry.duty().bodyId())
        .param("step", entry.step())
        .param("kind", person == null ? "take_back" : "give")
        .param("account", person == null ? null : person.accountId(), Types.BIGINT)
        .param("person", person == null ? null : person.name(), Types.VARCHAR)
        .param("words", entry.words())
        .param("day", entry.day())
        .param("by", by.accountId())
        .param("byName", by.name())
        .update();
  }

  private static Charge charge(ResultSet row, int number) throws SQLException {
    return new Charge(
        row.getInt("step"),
        row.getObject("account_id", Long.class),
        row.getString("account_name"),
        row.getString("words"),
        row.getObject("on_day", LocalDate.class),
        row.getTimestamp("at").toInstant(),
        row.getString("by_name"));
  }
}
