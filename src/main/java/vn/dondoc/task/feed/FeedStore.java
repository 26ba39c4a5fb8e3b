package vn.dondoc.task.feed;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.State;

@Repository
class FeedStore {
  private static final String ENTRIES =
      """
      select w.id, w.task_id, t.code, v.action, v.consequence, w.part, w.state, w.due,
             w.timing = 'overdue' as late, coalesce(b.name, '') as body, m.moves,
             greatest(d.made_at, m.at) as changed_at
        from task.duties_on(:day::date) w
        join task.duty d on d.id = w.id
        join task.task t on t.id = w.task_id
        join task.current v on v.task_id = w.task_id
        cross join lateral (
          select count(*) filter (where f.kind in ('grant_extension', 'set_date', 'event'))::int
                   as moves,
                 max(f.at) as at
            from task.fact f where f.duty_id = w.id and f.on_day <= :day::date) m
        left join lateral (
          select n.name from agency.name n
           where n.body_id = w.body_id and n.kind = 'official'
           order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) b on true
       where w.body_id = any(:bodies::int[])
         and w.due is not null
         and w.state in ('new', 'active', 'returned', 'handed_back', 'reported')
       order by abs(w.due - :day::date), w.id
       limit :limit
      """;
  private static final String OWNER =
      """
      select id, account_id, body_id from task.calendar_key
       where key_sha256 = :digest and revoked_at is null
      """;
  private static final String OF =
      """
      select made_at from task.calendar_key
       where revoked_at is null
         and (account_id = :account::bigint or body_id = :body::int)
      """;
  private static final String REVOKE =
      """
      update task.calendar_key set revoked_at = clock_timestamp(), revoked_by = :by
       where revoked_at is null
         and (account_id = :account::bigint or body_id = :body::int)
      """;
  private static final String ADD =
      """
      insert into task.calendar_key (account_id, body_id, key_sha256, made_by)
      values (:account, :body, :digest, :by)
      """;
  private static final String LOCK = "select pg_advisory_xact_lock(8306, hashtext(:owner))";

  private final JdbcClient jdbc;

  FeedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The deadlines of these bodies, nearest to the day first. */
  List<FeedEntry> entries(Collection<Integer> bodies, LocalDate day, int limit) {
    return jdbc.sql(ENTRIES)
        .param("bodies", bodies.toArray(Integer[]::new))
        .param("day", day)
        .param("limit", limit)
        .query((row, number) ->
            new FeedEntry(
                row.getLong("id"),
                row.getLong("task_id"),
                row.getString("code"),
                row.getString("action"),
                row.getString("consequence"),
                row.getString("body"),
                Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("due", LocalDate.class),
                row.getBoolean("late"),
                row.getInt("moves"),
                row.getTimestamp("changed_at").toInstant()))
        .list();
  }

  /** A key that opens a calendar. */
  record Key(long id, @Nullable Long account, @Nullable Integer body) {}

  Optional<Key> key(String digest) {
    return jdbc.sql(OWNER)
        .param("digest", digest)
        .query((row, number) ->
            new Key(row.getLong(1), row.getObject(2, Long.class), row.getObject(3, Integer.class)))
        .optional();
  }

  /** Since when an owner has a key; null when there is none. */
  @Nullable Instant since(CalendarKeys.Owner owner) {
    return jdbc.sql(OF)
        .param("account", owner.account(), Types.BIGINT)
        .param("body", owner.body(), Types.INTEGER)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant)
        .orElse(null);
  }

  /** Whoever changes the key of this owner waits here. */
  void lock(CalendarKeys.Owner owner) {
    jdbc.sql(LOCK).param("owner", owner.toString()).query((row, number) -> 0).list();
  }

  int revoke(CalendarKeys.Owner owner, String by) {
    return jdbc.sql(REVOKE)
        .param("by", by)
        .param("account", owner.account(), Types.BIGINT)
        .param("body", owner.body(), Types.INTEGER)
        .update();
  }

  void add(CalendarKeys.Owner owner, String digest, String by) {
    jdbc.sql(ADD)
        .param("account", owner.account(), Types.BIGINT)
        .param("body", owner.body(), Types.INTEGER)
        .param("digest", digest)
        .param("by", by)
        .update();
  }
}
