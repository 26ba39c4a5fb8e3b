package vn.dondoc.capital.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

/** The last word on every name of every sender. */
@Repository
class RememberedStore {
  private static final String SAID =
      """
      select m.id, m.sender_id, coalesce(n.name, '–') as sender, m.what, m.project_id, m.heading,
             coalesce(k.written, m.words) as words, m.by_name, m.made_at,
             case when m.project_id is not null
                  then (select concat_ws(' ', v.code, v.name) from project.version v
                         where v.project_id = m.project_id order by v.step desc limit 1)
                  else q.code || ' ' || q.name end as meant
        from capital.intake_said m
        left join lateral (
          select x.name from agency.name x where x.body_id = m.sender_id and x.kind = 'official'
           order by x.valid @> :day::date desc, lower(x.valid) desc limit 1) n on true
        left join capital.pool q on q.id = m.pool_id
        left join lateral (
          select concat_ws(' · ', nullif(x.code, ''), nullif(x.budget_code, ''), nullif(x.name, ''),
                           nullif(x.owner, '')) as written
            from capital.intake_key x
            join capital.intake_reading g on g.id = x.reading_id
            join capital.intake i on i.id = g.intake_id and i.sender_id = m.sender_id
           where x.words = m.words and x.what = m.what
           order by x.reading_id desc limit 1) k on true
       where (:id::bigint is null or m.id = :id::bigint)
         and (:sender::int is null or m.sender_id = :sender::int)
         and (:what::text is null or m.what = :what::text)
         and (:after::bigint is null or m.id < :after::bigint)
         and (:words::text = ''
              or database.fold(m.words) like '%' || database.fold(:words::text) || '%'
              or exists (select from project.version v
                          where v.project_id = m.project_id
                            and v.name_folded like '%' || database.fold(:words::text) || '%')
              or database.fold(q.code || ' ' || q.name)
                 like '%' || database.fold(:words::text) || '%')
       order by m.id desc
       limit :most
      """;
  private static final String SENDERS = "select distinct sender_id from capital.intake_said";
  private static final String FORGET =
      """
      insert into capital.intake_match_end (match_id, why, on_day, by_account, by_name)
      select m.id, :why, :day, :account, :by from capital.intake_said m where m.id = :id
      """;

  private final JdbcClient jdbc;

  RememberedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Những điều cần xem.
   *
   * @param senderId of one sender; null for all
   * @param what project or pool; null for both
   * @param words in the name or in what it means
   * @param after before this number; null from the first
   */
  record Asked(
      @Nullable Integer senderId, @Nullable String what, String words, @Nullable Long after) {
    static final Asked ALL = new Asked(null, null, "", null);
  }

  /** The latest first. */
  List<Remembered> said(@Nullable Long id, Asked asked, LocalDate day, int most) {
    return jdbc.sql(SAID)
        .param("day", day)
        .param("id", id, Types.BIGINT)
        .param("sender", asked.senderId(), Types.INTEGER)
        .param("what", asked.what(), Types.VARCHAR)
        .param("after", asked.after(), Types.BIGINT)
        .param("words", asked.words().replaceAll("[%_\\\\]", "\\\\$0"))
        .param("most", most)
        .query(RememberedStore::remembered)
        .list();
  }

  /** Senders of whom something is remembered. */
  List<Integer> senders() {
    return jdbc.sql(SENDERS).query((row, number) -> row.getInt(1)).list();
  }

  /** Forgets one; 0 when it is not remembered any more. */
  int forget(long id, String why, LocalDate day) {
    return jdbc.sql(FORGET)
        .param("id", id)
        .param("why", why)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  private static Remembered remembered(ResultSet row, int number) throws SQLException {
    return new Remembered(
        row.getLong("id"),
        new Remembered.Sender(row.getInt("sender_id"), row.getString("sender")),
        Objects.equals(row.getString("what"), "pool"),
        row.getString("words"),
        new Remembered.Meant(
            row.getObject("project_id", Long.class),
            row.getString("meant"),
            row.getBoolean("heading")),
        new Remembered.Words(
            row.getString("by_name"),
            Objects.requireNonNull(row.getObject("made_at", OffsetDateTime.class)).toInstant()));
  }
}
