package vn.dondoc.task.overview;

import java.sql.Types;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The one condition behind every figure and its rows, so that they never disagree. */
final class DutyQuery {
  static final String FROM =
      """
        from task.duties_on(:day) d
        join task.task t on t.id = d.task_id
      """;

  /** A duty with a report that was sent back: counted and listed by these very words. */
  static final String RETURNED = "(d.returns > 0 and d.timing <> 'not_counted')";

  /** A duty its body gave back as not its own, whatever became of it since. */
  static final String HANDED_BACK =
      """
      exists (select from task.fact f
               where f.duty_id = d.id and f.kind = 'hand_back' and f.on_day <= :day)
      """;

  /** Which duties, whatever their timing. */
  static final String WANTED =
      """
       where (:body::int is null or d.body_id = :body::int)
         and (:part::text is null or d.part = :part::text)
         and (:source::bigint is null
              or :source::bigint = 0 and t.source_kind <> 'directive.document'
              or t.source_id = :source::bigint and t.source_kind = 'directive.document')
         and (:section::text is null
              or :section::text = 'khong' and cardinality(t.source_path) = 0
              or starts_with(array_to_string(t.source_path, '.') || '.', :section::text || '.'))
         and (:task::bigint is null or d.task_id = :task::bigint)
         and (:month::text is null or coalesce(to_char(d.due, 'YYYY-MM'), 'khong') = :month::text)
         and (:since::date is null or d.state <> 'done' or d.confirmed_on >= :since::date)
         and (:returned::text is null
              or :returned::text = 'bao-cao' and {returned}
              or :returned::text = 'viec' and {handed})
         and (not :headless::boolean or not exists (
               select from agency.post p
                where p.body_id = d.body_id and p.head and p.valid @> :day::date))
         and (:state::text is null or d.state = :state::text)
         and (:from::date is null or d.due >= :from::date)
         and (:until::date is null or d.due <= :until::date)
         and (:head::text = '' or exists (
               select from agency.post p
                where p.body_id = d.body_id and p.head and p.valid @> :day::date
                  and database.fold(p.title || ' ' || coalesce(p.holder, ''))
                      like '%' || database.fold(:head::text) || '%'))
         and (:words::text = '' or exists (
               select from task.current v
                where v.task_id = d.task_id
                  and database.fold(t.code || ' ' || v.action)
                      like '%' || database.fold(:words::text) || '%'))
      """
          .replace("{returned}", RETURNED)
          .replace("{handed}", HANDED_BACK);

  /** Those of the timings asked for; what does not count only when it is asked for. */
  static final String STANDING =
      """
         and case when :timings::text[] is null
                  then d.timing <> 'not_counted' or :returned::text = 'viec'
                  else d.timing = any(:timings::text[]) end
      """;

  private DutyQuery() {}

  static StatementSpec bind(StatementSpec statement, DutyFilter filter) {
    return statement
        .param("day", filter.day())
        .param("since", filter.since(), Types.DATE)
        .param("body", filter.bodyId(), Types.INTEGER)
        .param("part", lower(filter.part()), Types.VARCHAR)
        .param("source", filter.sourceId(), Types.BIGINT)
        .param("section", filter.section(), Types.VARCHAR)
        .param("task", filter.taskId(), Types.BIGINT)
        .param("month", filter.month(), Types.VARCHAR)
        .param("returned", filter.returned(), Types.VARCHAR)
        .param("headless", filter.headless())
        .param("state", lower(filter.more().state()), Types.VARCHAR)
        .param("from", filter.more().from(), Types.DATE)
        .param("until", filter.more().until(), Types.DATE)
        .param("head", literal(filter.more().head()))
        .param("words", literal(filter.words()));
  }

  private static String literal(String words) {
    return words.replaceAll("[%_\\\\]", "\\\\$0");
  }

  static StatementSpec bindStanding(StatementSpec statement, DutyFilter filter) {
    String[] timings =
        filter.timings() == null
            ? null
            : filter.timings().stream().map(DutyQuery::lower).toArray(String[]::new);
    return bind(statement, filter).param("timings", timings, Types.ARRAY);
  }

  static @Nullable String lower(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
