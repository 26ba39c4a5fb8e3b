package vn.dondoc.task;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;

@Repository
class TaskStore {
  private static final String SERIAL =
      """
      insert into task.counter as c (year, last) values (:year, 1)
      on conflict (year) do update set last = c.last + 1
      returning last
      """;
  private static final String ADD =
      """
      insert into task.task (year, serial, source_kind, source_id, source_key, source_path, ordinal)
      values (:year, :serial, :kind, :sourceId, :key, :path, :ordinal)
      returning id
      """;
  private static final String MADE =
      """
      select id from task.task
       where source_kind = :kind and source_id = :sourceId and source_key = :key
      """;
  private static final String LOCK = "select pg_advisory_xact_lock(8201, :id::int)";
  private static final String ADD_VERSION =
      """
      insert into task.version (task_id, number, action, quote, consequence, condition,
             due_kind, due_on, due_time, due_op, due_every, due_day, due_within, due_unit,
             due_from, due_text, year_inferred, recorded_by, recorded_by_name, why, on_day,
             due_month)
      values (:task, :number, :action, :quote, :consequence, :condition,
             :dueKind, :dueOn, :dueTime, :dueOp, :every, :day, :within, :unit,
             :from, :text, :inferred, :by, :byName, :why, :onDay, :month)
      returning id
      """;
  private static final String ADD_PARTIES =
      """
      insert into task.party (version_id, task_id, body_id, part, as_written, ordinal)
      select :version, :task, body, part, written, ordinal
        from unnest(:bodies::int[], :parts::text[], :written::text[])
             with ordinality as p (body, part, written, ordinal)
      on conflict do nothing
      """;
  private static final String TASKS =
      """
      select t.id, t.code, t.source_kind, t.source_id, t.source_key, t.source_path, t.ordinal, v.*,
             (select coalesce(array_agg(p.body_id || ' ' || p.part || ' ' || p.as_written
                                        order by p.ordinal), '{}')
                from task.party p where p.version_id = v.id) as parties
      """;
  private static final String FIND =
      TASKS
          + """
            from task.task t
            join task.version v on v.task_id = t.id
             and v.number = (select max(number) from task.version where task_id = t.id)
           where t.id = :id
          """;
  private static final String NOW =
      TASKS
          + """
            from task.task t
            join task.version v on v.task_id = t.id
             and v.number = (select max(number) from task.version where task_id = t.id)
           where t.id = any(:ids::bigint[]) or t.code = any(:codes::text[])
           order by t.id
          """;
  private static final String BODIES =
      """
      select body_id from task.party where part <> 'report_to'
      union
      select body_id from task.duty
      order by body_id limit :limit
      """;
  private static final String SOURCES =
      """
      select distinct source_id from task.task where source_kind = :kind
      order by source_id desc limit :limit
      """;
  private static final String AS_OF =
      TASKS
          + """
            from unnest(:ids::bigint[], :numbers::int[]) as asked (task_id, asked_number)
            join task.task t on t.id = asked.task_id
            join task.version v on v.task_id = t.id and v.number = asked.asked_number
          """;
  private static final String HISTORY =
      """
      select number, action, recorded_at, recorded_by_name, why
        from task.version where task_id = :id order by number desc limit 200
      """;

  private final JdbcClient jdbc;
  private final ProvinceDay day;

  TaskStore(JdbcClient jdbc, ProvinceDay day) {
    this.jdbc = jdbc;
    this.day = day;
  }

  Optional<Long> idOf(SourceReference source) {
    return jdbc.sql(MADE)
        .param("kind", source.kind())
        .param("sourceId", source.id())
        .param("key", source.key())
        .query(Long.class)
        .optional();
  }

  long add(NewTask task, int year) {
    int serial = jdbc.sql(SERIAL).param("year", year).query(Integer.class).single();
    return jdbc.sql(ADD)
        .param("year", year)
        .param("serial", serial)
        .param("kind", task.source().kind())
        .param("sourceId", task.source().id())
        .param("key", task.source().key())
        .param("path", task.source().path().toArray(String[]::new))
        .param("ordinal", task.ordinal())
        .query(Long.class)
        .single();
  }

  void lock(long id) {
    jdbc.sql(LOCK).param("id", id).query((row, number) -> 0).list();
  }

  void addVersion(long id, int number, NewTask task, @Nullable String why, Actor by) {
    Due due = task.due();
    long version =
        jdbc.sql(ADD_VERSION)
            .param("task", id)
            .param("number", number)
            .param("action", task.wording().action())
            .param("quote", task.wording().quote())
            .param("consequence", task.wording().consequence())
            .param("condition", task.wording().condition())
            .param("dueKind", due.kind().name().toLowerCase(Locale.ROOT))
            .param("dueOn", due.on())
            .param("dueTime", due.time())
            .param("dueOp", due.op() == null ? null : due.op().name().toLowerCase(Locale.ROOT))
            .param("every", due.every())
            .param("day", due.day())
            .param("month", due.month())
            .param("within", due.within())
            .param("unit", due.unit())
            .param("from", due.from())
            .param("text", due.text())
            .param("inferred", due.yearInferred())
            .param("by", by.accountId())
            .param("byName", by.name())
            .param("why", why)
            .param("onDay", day.today())
            .query(Long.class)
            .single();
    addParties(id, version, task.parties());
  }

  private void addParties(long id, long version, List<Party> parties) {
    jdbc.sql(ADD_PARTIES)
        .param("version", version)
        .param("task", id)
        .param("bodies", parties.stream().map(Party::bodyId).toArray(Integer[]::new))
        .param(
            "parts",
            parties.stream()
                .map(p -> p.part().name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new))
        .param("written", parties.stream().map(Party::asWritten).toArray(String[]::new))
        .update();
  }

  Optional<Task> find(long id) {
    return jdbc.sql(FIND).param("id", id).query(TaskRows::task).optional();
  }

  List<Integer> bodies(int limit) {
    return jdbc.sql(BODIES).param("limit", limit).query((row, number) -> row.getInt(1)).list();
  }

  List<Long> sources(int limit) {
    return jdbc.sql(SOURCES)
        .param("kind", SourceReference.DOCUMENT)
        .param("limit", limit)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  List<Task> now(Collection<Long> ids, Collection<String> codes) {
    return jdbc.sql(NOW)
        .param("ids", ids.toArray(Long[]::new))
        .param("codes", codes.toArray(String[]::new))
        .query(TaskRows::task)
        .list();
  }

  List<Task> asOf(Map<Long, Integer> versions) {
    List<Long> ids = List.copyOf(versions.keySet());
    return jdbc.sql(AS_OF)
        .param("ids", ids.toArray(Long[]::new))
        .param("numbers", ids.stream().map(versions::get).toArray(Integer[]::new))
        .query(TaskRows::task)
        .list();
  }

  List<Recorded> history(long id) {
    return jdbc.sql(HISTORY)
        .param("id", id)
        .query((row, number) ->
            new Recorded(
                row.getInt("number"),
                row.getString("action"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                row.getString("why")))
        .list();
  }

  TaskPage list(TaskFilter filter, TaskPage.@Nullable Key after, int limit) {
    TaskListing listing = new TaskListing(filter, day.today());
    Map<String, Object> arguments = listing.arguments(after, limit + 1);
    List<TaskRows.Keyed> rows =
        jdbc.sql(TASKS + listing.rows()).params(arguments).query(TaskRows::keyed).list();
    boolean more = rows.size() > limit;
    List<TaskRows.Keyed> shown = more ? rows.subList(0, limit) : rows;
    TaskPage.Key next =
        more ? new TaskPage.Key(shown.getLast().sortKey(), shown.getLast().task().id()) : null;
    return new TaskPage(shown.stream().map(TaskRows.Keyed::task).toList(), next);
  }

  TaskCounts count(TaskFilter filter) {
    TaskListing listing = new TaskListing(filter, day.today());
    return jdbc.sql(listing.counts())
        .params(listing.arguments(null, 1))
        .query(TaskCounts.class)
        .single();
  }
}
