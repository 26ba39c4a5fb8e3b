package vn.dondoc.task.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class OutboxStore {
  private static final String QUEUE =
      """
      insert into task.outbox (account_id, day, name, address, subject, body, message_id)
      select x.* from unnest(:accounts::bigint[], :days::date[], :names::text[],
                             :addresses::text[], :subjects::text[], :bodies::text[],
                             :ids::text[]) x
      on conflict (account_id, day) do nothing
      """;
  private static final String CLAIM =
      """
      select * from task.outbox
       where state = 'queued' and next_try_at <= clock_timestamp()
       order by next_try_at, id
       limit 1
       for update skip locked
      """;
  private static final String SENT =
      """
      update task.outbox
         set state = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null
       where id = :id
      """;
  private static final String NOT_SENT =
      """
      update task.outbox
         set state = :state, attempts = attempts + 1, last_error = :error,
             next_try_at = clock_timestamp() + make_interval(secs => :pause)
       where id = :id
      """;
  private static final String AGAIN =
      """
      update task.outbox
         set state = 'queued', next_try_at = clock_timestamp()
       where state <> 'sent' and (:id::bigint is null and state = 'failed' or id = :id::bigint)
      """;
  private static final String WANTED =
      """
       where (:account::bigint is null or o.account_id = :account::bigint)
         and (:words::text = '' or database.fold(o.name || ' ' || o.address || ' ' || o.subject)
              like '%' || database.fold(:words::text) || '%')
         and (:state::text is null or o.state = :state::text)
         and (:from::date is null or o.day >= :from::date)
         and (:until::date is null or o.day <= :until::date)
      """;
  private static final String LIST =
      "with o as (select x.*, ({sort}) as sort_key from task.outbox x) select * from o"
          + WANTED
          + """
             and (:after::bigint is null
                  or (o.sort_key, o.id) > (select k.sort_key, k.id from o k where k.id = :after))
           order by o.sort_key, o.id
           limit :limit
          """;
  private static final String COUNT = "select count(*) from task.outbox o" + WANTED;

  private final JdbcClient jdbc;

  OutboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Queues letters; a person's second letter of a day is none. */
  void queue(List<Letter> letters, String domain) {
    jdbc.sql(QUEUE)
        .param("accounts", letters.stream().map(Letter::account).toArray(Long[]::new))
        .param("days", letters.stream().map(l -> l.day().toString()).toArray(String[]::new))
        .param("names", letters.stream().map(Letter::name).toArray(String[]::new))
        .param("addresses", letters.stream().map(Letter::address).toArray(String[]::new))
        .param("subjects", letters.stream().map(Letter::subject).toArray(String[]::new))
        .param("bodies", letters.stream().map(Letter::body).toArray(String[]::new))
        .param(
            "ids",
            letters.stream()
                .map(l -> "<" + l.day() + "." + UUID.randomUUID() + "@" + domain + ">")
                .toArray(String[]::new))
        .update();
  }

  /** The letter that waits longest, held until the transaction ends; others pass it by. */
  Optional<Posted> claim() {
    return jdbc.sql(CLAIM).query(OutboxStore::posted).optional();
  }

  void sent(long id) {
    jdbc.sql(SENT).param("id", id).update();
  }

  void notSent(long id, Posted.State state, String error, Duration pause) {
    jdbc.sql(NOT_SENT)
        .param("id", id)
        .param("state", state.code())
        .param("error", error)
        .param("pause", (double) pause.toSeconds())
        .update();
  }

  /** Has one letter, or every failed one, tried at once; how many there are. */
  int again(@Nullable Long id) {
    return jdbc.sql(AGAIN).param("id", id, Types.BIGINT).update();
  }

  Optional<Posted> find(long id) {
    return jdbc.sql("select * from task.outbox where id = :id")
        .param("id", id)
        .query(OutboxStore::posted)
        .optional();
  }

  List<Posted> list(OutboxFilter filter, int limit) {
    return wanted(LIST.replace("{sort}", filter.sort().expression()), filter)
        .param("after", filter.after(), Types.BIGINT)
        .param("limit", limit)
        .query(OutboxStore::posted)
        .list();
  }

  long count(OutboxFilter filter) {
    return wanted(COUNT, filter).query(Long.class).single();
  }

  private StatementSpec wanted(String sql, OutboxFilter filter) {
    Posted.@Nullable State state = filter.state();
    return jdbc.sql(sql)
        .param("account", filter.account(), Types.BIGINT)
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"))
        .param("state", state == null ? null : state.code(), Types.VARCHAR)
        .param("from", filter.from(), Types.DATE)
        .param("until", filter.until(), Types.DATE);
  }

  private static Posted posted(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp sent = row.getTimestamp("sent_at");
    return new Posted(
        row.getLong("id"),
        new Letter(
            row.getLong("account_id"),
            row.getString("name"),
            row.getString("address"),
            row.getObject("day", LocalDate.class),
            row.getString("subject"),
            row.getString("body")),
        row.getString("message_id"),
        Posted.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        row.getTimestamp("next_try_at").toInstant(),
        row.getString("last_error"),
        row.getTimestamp("made_at").toInstant(),
        sent == null ? null : sent.toInstant());
  }
}
