package vn.dondoc.task.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;

@Repository
class LifeStore {
  private static final String ADD =
      """
      with said as (
        insert into task.fact_words (duty_id, step, words, document)
        select :duty, :step, nullif(:words, ''), nullif(:document, '')
         where :words <> '' or :document <> ''
      )
      insert into task.fact (duty_id, step, kind, on_day, until, other_body, event_on, by_account,
                             by_name)
      values (:duty, :step, :kind, :day, :until, :other, :event, :by, :name)
      returning id
      """;
  private static final String EVIDENCE =
      """
      insert into task.evidence (fact_id, duty_id, name, media_type, size, sha256, content)
      values (:fact, :duty, :name, :type, :size, encode(sha256(:content), 'hex'), :content)
      """;
  private static final String OF_DUTY =
      """
      select f.*, w.words, w.document,
             (select coalesce(array_agg(e.id || ' ' || e.size || ' ' || e.name order by e.id), '{}')
                from task.evidence e where e.fact_id = f.id) as files
        from task.fact f
        left join task.fact_words w on w.duty_id = f.duty_id and w.step = f.step
       where f.duty_id = :duty order by f.step desc limit 1000
      """;
  private static final String AS_SEEN =
      """
      select d.id,
             coalesce((select f.leads_to from task.fact f
                        where f.duty_id = d.id and f.step <= seen.step and f.leads_to is not null
                        order by f.step desc limit 1), 'new') as state,
             nullif(coalesce((select f.until from task.fact f
                        where f.duty_id = d.id and f.step <= seen.step
                          and f.kind in ('grant_extension', 'set_date', 'event')
                        order by f.step desc limit 1), d.due_on), 'infinity') as due,
             since.kind, since.by_name, since.at
        from unnest(:ids::bigint[], :steps::int[]) as seen (id, step)
        join task.duty d on d.id = seen.id
        left join lateral (select f.kind, f.by_name, f.at from task.fact f
                            where f.duty_id = d.id and f.step > seen.step
                            order by f.step desc limit 1) since on true
      """;
  private static final String DUE_NOW =
      """
      select n.task_id, n.due, n.steps, m.by_name, m.at
        from (select d.task_id,
                     nullif(coalesce(
                       min(d.due) filter (where d.timing in ('overdue', 'due_soon', 'in_time')
                                            and d.part = 'lead'),
                       min(d.due) filter (where d.timing in ('overdue', 'due_soon', 'in_time')),
                       max(d.due) filter (where d.timing <> 'not_counted')), 'infinity') as due,
                     coalesce(sum(d.step), 0) as steps
                from task.duties_on(:day) d
               where d.task_id = any(:tasks::bigint[])
               group by d.task_id) n
        left join lateral (select f.by_name, f.at
                             from task.duty d
                             join task.fact f on f.duty_id = d.id
                              and f.kind in ('grant_extension', 'set_date', 'event')
                            where d.task_id = n.task_id
                            order by f.at desc, f.id desc limit 1) m on true
      """;
  private static final String LAST_DAYS =
      """
      select d.task_id, max(d.due) as due
        from task.duties_on(:day) d
       where d.task_id = any(:tasks::bigint[]) and d.part = 'lead' and d.due < 'infinity'
         and d.timing in ('overdue', 'due_soon', 'in_time')
       group by d.task_id
      """;
  private static final String DONE_BY =
      """
      select exists (select from task.fact f
                      where f.duty_id = :duty and f.by_account = :account and f.kind = any(:kinds))
      """;
  private static final String READABLE = "select task.may_read(:duty)";
  private static final String FILE =
      "select name, media_type, content from task.evidence where id = :id";

  private final JdbcClient jdbc;

  LifeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether an account has done the work of a duty itself, whatever body it was of then. */
  boolean isDoer(long duty, long account) {
    return jdbc.sql(DONE_BY)
        .param("duty", duty)
        .param("account", account)
        .param(
            "kinds",
            Stream.of(FactKind.values())
                .filter(kind -> kind.who() == FactKind.Who.DOER)
                .map(FactKind::code)
                .toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Whether what was said about a duty, and its evidence, is for the one who asks. */
  boolean mayRead(long duty) {
    return jdbc.sql(READABLE).param("duty", duty).query(Boolean.class).single();
  }

  long add(Duty duty, Deed deed, LocalDate day, Actor by) {
    return add(duty, deed, null, day, by);
  }

  /**
   * Adds a fact.
   *
   * @param eventOn the day of the event its deadline follows from
   * @throws Refusal when somebody recorded something else in between
   */
  long add(Duty duty, Deed deed, @Nullable LocalDate eventOn, LocalDate day, Actor by) {
    try {
      return jdbc.sql(ADD)
          .param("duty", duty.id())
          .param("step", deed.step() + 1)
          .param("kind", deed.kind().code())
          .param("day", day)
          .param("until", deed.until())
          .param("other", deed.otherBody())
          .param("words", deed.words())
          .param("document", deed.document())
          .param("event", eventOn)
          .param("by", by.accountId())
          .param("name", by.name())
          .query(Long.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw Refusal.of(LifeRefusal.CHANGED, duty.taskCode());
    } catch (DataIntegrityViolationException e) {
      // A whole or a part moved between the check and the write.
      if (e.getMostSpecificCause() instanceof PSQLException cause
          && cause.getServerErrorMessage() != null
          && "part_within_whole".equals(cause.getServerErrorMessage().getConstraint())) {
        throw Refusal.of(LifeRefusal.CHANGED, duty.taskCode());
      }
      throw e;
    }
  }

  void addEvidence(long duty, long fact, EvidenceFile file) {
    jdbc.sql(EVIDENCE)
        .param("fact", fact)
        .param("duty", duty)
        .param("name", file.name())
        .param("type", Objects.requireNonNull(file.mediaType()))
        .param("size", file.content().length)
        .param("content", file.content())
        .update();
  }

  List<ToldFact> ofDuty(long duty) {
    return jdbc.sql(OF_DUTY).param("duty", duty).query(LifeStore::told).list();
  }

  Map<Long, SeenDuty> asSeen(Map<Long, Integer> steps) {
    List<Long> ids = List.copyOf(steps.keySet());
    Map<Long, SeenDuty> seen = new HashMap<>();
    jdbc.sql(AS_SEEN)
        .param("ids", ids.toArray(Long[]::new))
        .param("steps", ids.stream().map(steps::get).toArray(Integer[]::new))
        .query((RowCallbackHandler) row -> seen.put(row.getLong("id"), seen(row)));
    return seen;
  }

  Map<Long, DueNow> dueNow(Collection<Long> tasks, LocalDate day) {
    Map<Long, DueNow> found = new HashMap<>();
    jdbc.sql(DUE_NOW)
        .param("day", day)
        .param("tasks", tasks.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row -> {
                  Timestamp at = row.getTimestamp("at");
                  found.put(
                      row.getLong("task_id"),
                      new DueNow(
                          row.getObject("due", LocalDate.class),
                          row.getInt("steps"),
                          row.getString("by_name"),
                          at == null ? null : at.toInstant()));
                });
    return found;
  }

  Map<Long, LocalDate> lastDays(Collection<Long> tasks, LocalDate day) {
    Map<Long, LocalDate> found = new HashMap<>();
    jdbc.sql(LAST_DAYS)
        .param("day", day)
        .param("tasks", tasks.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row -> found.put(row.getLong(1), row.getObject(2, LocalDate.class)));
    return found;
  }

  private static SeenDuty seen(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    Timestamp at = row.getTimestamp("at");
    return new SeenDuty(
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("due", LocalDate.class),
        kind == null ? null : FactKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        row.getString("by_name"),
        at == null ? null : at.toInstant());
  }

  Optional<StoredFile> file(long id) {
    return jdbc.sql(FILE)
        .param("id", id)
        .query((row, number) -> new StoredFile(row.getString(1), row.getString(2), row.getBytes(3)))
        .optional();
  }

  private static ToldFact told(ResultSet row, int number) throws SQLException {
    String[] files = (String[]) row.getArray("files").getArray();
    return new ToldFact(
        fact(row),
        row.getObject("event_on", LocalDate.class),
        row.getString("document"),
        ToldFact.files(files));
  }

  static Fact fact(ResultSet row) throws SQLException {
    @Nullable Integer other = row.getObject("other_body", Integer.class);
    return new Fact(
        row.getInt("step"),
        FactKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("on_day", LocalDate.class),
        row.getObject("until", LocalDate.class),
        other,
        row.getString("words"),
        row.getTimestamp("at").toInstant(),
        row.getLong("by_account"),
        row.getString("by_name"));
  }
}
