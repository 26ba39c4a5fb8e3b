package vn.dondoc.task;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one query behind the list, its sheet and its counts, so that they never disagree.
 *
 * @param filter which tasks, in which order
 * @param day as it stands on this day
 */
record TaskListing(TaskFilter filter, LocalDate day) {
  private static final String FROM =
      """
        from task.task t
        join task.version v on v.task_id = t.id
         and v.number = (select max(number) from task.version where task_id = t.id)
        cross join lateral (
          select case
            -- As extended: the day the list shows is the day it sorts and filters by.
            when v.due_kind = 'date'
              then coalesce(
                (select coalesce(min(o.due) filter (where o.state <> 'done'), max(o.due))
                   from (select nullif(coalesce(d.told_moved, d.due_on), 'infinity') as due,
                                d.told_state as state
                           from task.duty d
                          where d.task_id = t.id and d.part = 'lead'
                            and d.told_state not in ('void', 'withdrawn', 'transferred')) o),
                v.due_on - (v.due_op is not distinct from 'before' and v.due_time is null)::int)
            -- What is counted, set by the office or comes back: the nearest day of its duties.
            else (select coalesce(min(o.due) filter (where o.due >= :day::date), max(o.due))
                    from (select nullif(coalesce(d.told_moved, d.due_on), 'infinity') as due
                            from task.duty d
                           where d.task_id = t.id
                             and d.told_state not in ('void', 'withdrawn', 'transferred')) o)
          end as due) n
       where (:body::int is null or exists (
               select from task.party p
                where p.version_id = v.id and p.body_id = :body::int
                  and (p.part = 'lead' or not :lead::boolean) and p.part <> 'report_to'))
         and (:due::text is null or v.due_kind = :due::text)
         and (:from::date is null or n.due >= :from::date)
         and (:until::date is null or n.due <= :until::date)
         and (:source::bigint is null
              or t.source_id = :source::bigint and t.source_kind = :document)
         and (:words::text = '' or database.fold(v.action || ' ' || v.quote)
              like '%' || database.fold(:words::text) || '%')
      """;
  private static final String COUNTS =
      """
      select count(*) as total,
             count(n.due) as dated,
             count(*) filter (where v.due_kind = 'recurring') as recurring,
             count(*) filter (where n.due is null) as undated
      """;
  private static final String BY_DEADLINE =
      "coalesce(to_char(n.due, 'YYYY-MM-DD'), case when v.due_kind = 'recurring' "
          + "then '9998' else '9999' end) || t.code";
  private static final String BY_PARAGRAPH =
      "lpad(t.source_id::text, 12, '0') || lpad(t.ordinal::text, 6, '0')";
  private static final String BY_BODY =
      """
      coalesce((select n.folded from task.party p join agency.name n on n.body_id = p.body_id
                 where p.version_id = v.id and p.part = 'lead' and n.kind = 'official'
                 order by p.ordinal, upper(n.valid) desc nulls first limit 1), '~') || t.code
      """;

  /** Everything after the select list of the rows. */
  String rows() {
    String key =
        switch (filter.sort()) {
          case DEADLINE -> BY_DEADLINE;
          case CODE -> "t.code";
          case BODY -> BY_BODY;
          case PARAGRAPH -> BY_PARAGRAPH;
        };
    String collated = "(" + key + ") collate \"C\"";
    return ", "
        + collated
        + " as sort_key "
        + FROM
        + " and (:afterKey::text is null or ("
        + collated
        + ", t.id) > (:afterKey::text, :afterId::bigint)) order by "
        + collated
        + ", t.id limit :limit";
  }

  String counts() {
    return COUNTS + FROM;
  }

  Map<String, Object> arguments(TaskPage.@Nullable Key after, int limit) {
    Map<String, @Nullable Object> arguments = new HashMap<>();
    arguments.put("day", day);
    arguments.put("body", filter.bodyId());
    arguments.put("lead", filter.lead());
    arguments.put(
        "due", filter.due() == null ? null : filter.due().name().toLowerCase(Locale.ROOT));
    arguments.put("from", filter.from());
    arguments.put("until", filter.until());
    arguments.put("source", filter.sourceId());
    arguments.put("document", SourceReference.DOCUMENT);
    arguments.put("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"));
    arguments.put("afterKey", after == null ? null : after.sortKey());
    arguments.put("afterId", after == null ? null : after.id());
    arguments.put("limit", limit);
    @SuppressWarnings("NullAway") // JdbcClient takes null values in its map
    Map<String, Object> named = (Map<String, Object>) (Map<String, ?>) arguments;
    return named;
  }
}
