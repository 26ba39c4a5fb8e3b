package vn.dondoc.task.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.DuePlan;
import vn.dondoc.task.life.Duty;

@Repository
class BatchStore {
  private static final String ADD =
      """
      insert into task.batch (kind, why, undoes, made_by, made_by_name)
      values (:kind, :why, :undoes, :by, :name)
      returning id
      """;
  private static final String ADD_ITEMS =
      """
      insert into task.batch_task (batch_id, task_id, before, after)
      select :batch, i.task, i.before, i.before + 1
        from unnest(:tasks::bigint[], :befores::int[]) as i (task, before)
      """;
  private static final String BATCHES =
      """
      select b.*, (select count(*) from task.batch_task i where i.batch_id = b.id) as tasks,
             (select u.id from task.batch u where u.undoes = b.id) as undone_by
        from task.batch b
      """;
  private static final String ITEMS =
      """
      select task_id, before, after from task.batch_task
       where batch_id = :batch and task_id > :after order by task_id limit :limit
      """;

  // The batch's own corrections stand in the same transaction as the batch.
  private static final String DECIDED =
      """
      select distinct d.task_id
        from task.batch b
        join task.batch_task i on i.batch_id = b.id
        join task.duty d on d.task_id = i.task_id
        join task.fact f on f.duty_id = d.id
       where b.id = :batch and f.at > b.made_at and f.xmin <> b.xmin
         and f.kind in ('set_date', 'grant_extension', 'event')
      """;

  private static final String MOVED =
      """
      select d.id, d.task_id, d.body_id, d.part, d.period_from, d.period_to,
             nullif(own.until, 'infinity') as until,
             nullif(coalesce((select f.until from task.fact f
                        where f.duty_id = d.id and f.step < own.step
                          and f.kind in ('set_date', 'grant_extension', 'event')
                        order by f.step desc limit 1), d.due_on), 'infinity') as due
        from task.batch b
        join task.batch_task i on i.batch_id = b.id
        join task.duty d on d.task_id = i.task_id
        join lateral (select min(f.step) as step,
                             (array_agg(f.until order by f.step desc))[1] as until
                        from task.fact f
                       where f.duty_id = d.id and f.xmin = b.xmin and f.kind = 'set_date') own
          on own.step is not null
       where b.id = :batch
       order by d.task_id, d.part desc, d.id
      """;

  private final JdbcClient jdbc;

  BatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(BatchKind kind, String why, @Nullable Long undoes, Actor by) {
    return jdbc.sql(ADD)
        .param("kind", kind.code())
        .param("why", why)
        .param("undoes", undoes, Types.BIGINT)
        .param("by", by.accountId())
        .param("name", by.name())
        .query(Long.class)
        .single();
  }

  void addItems(long batch, List<TaskChange> changes) {
    jdbc.sql(ADD_ITEMS)
        .param("batch", batch)
        .param("tasks", changes.stream().map(c -> c.before().id()).toArray(Long[]::new))
        .param("befores", changes.stream().map(c -> c.before().version()).toArray(Integer[]::new))
        .update();
  }

  /** Tasks of a batch whose days somebody decided on since. */
  Set<Long> decidedSince(long batch) {
    return Set.copyOf(jdbc.sql(DECIDED).param("batch", batch).query(Long.class).list());
  }

  /** The duties whose day a batch moved. */
  List<MovedDuty> moved(long batch) {
    return jdbc.sql(MOVED).param("batch", batch).query(BatchStore::moved).list();
  }

  private static MovedDuty moved(ResultSet row, int number) throws SQLException {
    LocalDate from = row.getObject("period_from", LocalDate.class);
    return new MovedDuty(
        row.getLong("id"),
        row.getLong("task_id"),
        new DuePlan.Change(
            row.getInt("body_id"),
            Party.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
            from == null ? null : new Duty.Span(from, row.getObject("period_to", LocalDate.class)),
            row.getObject("due", LocalDate.class),
            row.getObject("until", LocalDate.class),
            DuePlan.Kind.MOVED));
  }

  Optional<Batch> find(long id) {
    return jdbc.sql(BATCHES + " where b.id = :id")
        .param("id", id)
        .query(BatchStore::batch)
        .optional();
  }

  List<Batch> before(@Nullable Long id, int limit) {
    return jdbc.sql(
            BATCHES + " where :id::bigint is null or b.id < :id order by b.id desc limit :limit")
        .param("id", id, Types.BIGINT)
        .param("limit", limit)
        .query(BatchStore::batch)
        .list();
  }

  List<Batch.Item> items(long batch, long after, int limit) {
    return jdbc.sql(ITEMS)
        .param("batch", batch)
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> new Batch.Item(row.getLong(1), row.getInt(2), row.getInt(3)))
        .list();
  }

  private static Batch batch(ResultSet row, int number) throws SQLException {
    return new Batch(
        row.getLong("id"),
        BatchKind.of(row.getString("kind")),
        row.getString("why"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by_name"),
        row.getInt("tasks"),
        row.getObject("undoes", Long.class),
        row.getObject("undone_by", Long.class));
  }
}
