package vn.dondoc.task.head;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.State;
import vn.dondoc.task.life.Timing;

@Repository
class HeadStore {
  /** Every matter of a day with whose it is and what has come of it. */
  private static final String MATTERS =
      """
      with m as materialized (
        select h.duty_id, h.task_id, h.body_id, h.post_id, h.version_id, h.late_on, h.most_late,
               x.part, x.period_from, x.period_to, x.state, x.timing, x.due, x.original_due,
               x.reported_on, x.confirmed_on, p.title, p.holder, b.name as body, b.folded,
               case when h.post_id is null then h.body_id::bigint * 2 + 1
                    else h.post_id::bigint * 2 end as head_key,
               coalesce((select o.kind from task.outcome o
                          where o.duty_id = h.duty_id and o.on_day <= :day::date
                          order by o.id desc limit 1),
                        case when exists (select from task.explanation e
                                           where e.duty_id = h.duty_id and e.on_day <= :day::date)
                             then 'explained' else 'open' end) as standing
          from task.head_matters_on(:day::date) h
          -- Asked duty by duty: there are few matters among many duties.
          join lateral (
            select * from task.duties_on(:day::date) o where o.id = h.duty_id offset 0) x on true
          left join agency.post p on p.id = h.post_id
          left join lateral (
            select n.name, n.folded from agency.name n
             where n.body_id = h.body_id and n.kind = 'official'
             order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) b on true
         where {which}
      )
      """;

  private static final String WANTED =
      """
       where (:standing::text is null or m.standing = :standing::text)
         and (:words::text = '' or m.folded || ' ' || coalesce(database.fold(m.title), '') || ' '
                                   || coalesce(database.fold(m.holder), '')
                                   like '%' || database.fold(:words::text) || '%')
      """;
  private static final String HEADS =
      MATTERS
          + """
          -- What other fields hold against a body stands in the file of whoever headed it that day.
          , shown as (
            select m.head_key, m.post_id, m.body_id, m.body, m.folded, m.title, m.holder, m.timing,
                   m.standing, m.most_late, m.late_on, false as evidence
              from m
            union all
            select case when p.id is null then u.body::bigint * 2 + 1 else p.id::bigint * 2 end, p.id,
                   u.body, b.name, b.folded, p.title, p.holder, null, null, 0, u.on_day, true
              from unnest(:bodies::int[], :days::text[]::date[]) u (body, on_day)
              left join agency.post p on p.body_id = u.body and p.head and p.valid @> u.on_day
              left join lateral (
                select n.name, n.folded from agency.name n
                 where n.body_id = u.body and n.kind = 'official'
                 order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) b on true
          ), grouped as (
            select m.head_key, m.post_id, m.body_id, m.body, m.folded, m.title, m.holder,
                   count(*) filter (where not m.evidence) as total,
                   count(*) filter (where m.timing = 'overdue') as overdue,
                   count(*) filter (where m.standing = 'open') as open,
                   count(*) filter (where m.standing = 'explained') as explained,
                   count(*) filter (where m.standing not in ('open', 'explained')) as decided,
                   max(m.most_late) as most_late, min(m.late_on) as first_on,
                   count(*) filter (where m.evidence) as evidence
              from shown m
          """
          + WANTED
          + """
             group by m.head_key, m.post_id, m.body_id, m.body, m.folded, m.title, m.holder
          ), sorted as (
            select g.*, ({sort} || ' ' || g.folded) collate "C" as sort_key from grouped g
          )
          select * from sorted s
           where :after::bigint is null
              or (s.sort_key, s.head_key)
                 > (select k.sort_key, k.head_key from sorted k where k.head_key = :after)
           order by s.sort_key, s.head_key
           limit :limit
          """;
  private static final String COUNTS =
      MATTERS + "select m.standing, count(*) from m" + WANTED + " group by m.standing";
  private static final String WITH_WORDS =
      """
      select m.*, t.code, t.source_id, t.source_key, t.source_path, v.action, v.quote, v.consequence,
             v.consequence is distinct from (select o.consequence from task.version o
                                              where o.task_id = m.task_id and o.number = 1) as added
        from m
        join task.task t on t.id = m.task_id
        join task.version v on v.id = m.version_id
      """;
  private static final String FILE =
      MATTERS
          + WITH_WORDS
          + """
           where (:post::int is null or m.post_id = :post::int)
             and (:headless::int is null
                  or m.post_id is null and m.body_id = :headless::int)
             and (:standing::text is null or m.standing = :standing::text)
             and (:after::bigint is null
                  or (m.late_on, m.duty_id) < (select k.late_on, k.duty_id from m k
                                                where k.duty_id = :after))
           order by m.late_on desc, m.duty_id desc
           limit :limit
          """;
  private static final String ALL = "true";
  private static final String OF_BODY = "h.body_id = :body";
  private static final String OF_TASK =
      MATTERS.replace("{which}", "h.task_id = :task")
          + WITH_WORDS
          + " order by m.late_on, m.duty_id limit 500";
  private static final String ONE = MATTERS.replace("{which}", "h.duty_id = :duty") + WITH_WORDS;
  private static final String TELL =
      """
      insert into task.head_told (duty_id, body_id, on_day)
      select h.duty_id, h.body_id, :day from task.head_matters_on(:day::date) h
       where not exists (select from task.head_told k where k.duty_id = h.duty_id)
      on conflict do nothing
      returning duty_id
      """;
  private static final String TOLD =
      """
      select h.duty_id, h.body_id, h.post_id, h.late_on
        from task.head_matters_on(:day::date) h where h.duty_id = any(:duties)
       order by h.late_on, h.duty_id
      """;

  private final JdbcClient jdbc;

  HeadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many matters stand so. */
  record Count(Standing standing, int number) {}

  private StatementSpec on(String sql, LocalDate day, @Nullable Integer body) {
    return body == null
        ? jdbc.sql(sql.replace("{which}", ALL)).param("day", day)
        : jdbc.sql(sql.replace("{which}", OF_BODY)).param("day", day).param("body", body);
  }

  /** Heads with matters, and those other fields hold something against. */
  List<Head> heads(HeadFilter filter, List<HeadEvidence.Line> evidence, int limit) {
    return on(HEADS.replace("{sort}", filter.sort().expression()), filter.day(), filter.bodyId())
        .param("standing", code(filter.standing()), Types.VARCHAR)
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"))
        .param("after", filter.after(), Types.BIGINT)
        .param("bodies", EvidenceStore.bodies(evidence))
        .param("days", EvidenceStore.days(evidence))
        .param("limit", limit)
        .query(HeadStore::head)
        .list();
  }

  List<Count> counts(HeadFilter filter) {
    return on(COUNTS, filter.day(), filter.bodyId())
        .param("standing", null, Types.VARCHAR)
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"))
        .query((row, number) -> new Count(Standing.of(row.getString(1)), row.getInt(2)))
        .list();
  }

  List<HeadMatter> file(HeadKey whose, HeadFilter filter, int limit) {
    return on(FILE, filter.day(), null)
        .param("post", whose.postId(), Types.INTEGER)
        .param("headless", whose.bodyId(), Types.INTEGER)
        .param("standing", code(filter.standing()), Types.VARCHAR)
        .param("after", filter.after(), Types.BIGINT)
        .param("limit", limit)
        .query(HeadStore::matter)
        .list();
  }

  List<HeadMatter> ofTask(long task, LocalDate day) {
    return on(OF_TASK, day, null).param("task", task).query(HeadStore::matter).list();
  }

  List<HeadMatter> one(long duty, LocalDate day) {
    return on(ONE, day, null).param("duty", duty).query(HeadStore::matter).list();
  }

  /** Matters nobody was told of yet; from now on they count as told. */
  List<HeadToBeReviewed> tell(LocalDate day) {
    List<Long> fresh =
        jdbc.sql(TELL).param("day", day).query((row, number) -> row.getLong(1)).list();
    return fresh.isEmpty()
        ? List.of()
        : jdbc.sql(TOLD)
            .param("day", day)
            .param("duties", fresh.toArray(Long[]::new))
            .query((row, number) ->
                new HeadToBeReviewed(
                    row.getLong(1),
                    row.getInt(2),
                    row.getObject(3, Integer.class),
                    row.getObject(4, LocalDate.class)))
            .list();
  }

  private static @Nullable String code(@Nullable Standing standing) {
    return standing == null ? null : standing.code();
  }

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(
        row.getLong("head_key"),
        row.getObject("post_id", Integer.class),
        row.getInt("body_id"),
        row.getString("body"),
        row.getString("title"),
        row.getString("holder"),
        row.getInt("total"),
        row.getInt("overdue"),
        row.getInt("open"),
        row.getInt("explained"),
        row.getInt("decided"),
        row.getInt("most_late"),
        row.getObject("first_on", LocalDate.class),
        row.getInt("evidence"));
  }

  private static HeadMatter matter(ResultSet row, int number) throws SQLException {
    LocalDate from = row.getObject("period_from", LocalDate.class);
    LocalDate to = row.getObject("period_to", LocalDate.class);
    return new HeadMatter(
        row.getLong("duty_id"),
        row.getLong("task_id"),
        row.getString("code"),
        new HeadMatter.Words(
            row.getString("action"),
            row.getString("quote"),
            row.getString("consequence"),
            row.getBoolean("added"),
            row.getLong("source_id"),
            row.getString("source_key"),
            String.join(".", (String[]) row.getArray("source_path").getArray())),
        new HeadMatter.Whose(
            row.getObject("post_id", Integer.class),
            row.getInt("body_id"),
            row.getString("body"),
            row.getString("title"),
            row.getString("holder")),
        Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
        from == null || to == null ? null : new Duty.Span(from, to),
        new HeadMatter.Life(
            State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            Timing.valueOf(row.getString("timing").toUpperCase(Locale.ROOT)),
            row.getObject("due", LocalDate.class),
            row.getObject("original_due", LocalDate.class),
            row.getObject("reported_on", LocalDate.class),
            row.getObject("confirmed_on", LocalDate.class)),
        row.getObject("late_on", LocalDate.class),
        row.getInt("most_late"),
        Standing.of(row.getString("standing")));
  }
}
