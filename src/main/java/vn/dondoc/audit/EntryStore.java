package vn.dondoc.audit;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class EntryStore {
  private static final String LIST =
      """
      select number, at, actor, act, subject_kind, subject_id, why,
             before::text as before, after::text as after
        from audit.entry
       where (:after::bigint is null or number {beyond} :after::bigint)
         and (:actor::text = '' or database.fold(actor)
              like '%' || database.fold(:actor::text) || '%')
         and (:act::text = '' or act = :act::text)
         and (:kind::text = '' or subject_kind = :kind::text)
         and (:subject::text = '' or subject_id = :subject::text)
         and (:from::date is null or at >= :from::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
         and (:until::date is null
              or at < (:until::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
       order by number {order}
       limit :limit
      """;
  // From one value to the next along the index: the log is never read whole for its few acts.
  private static final String VALUES =
      """
      with recursive each as (
        (select min({column}) as value from audit.entry)
        union all
        select (select min(e.{column}) from audit.entry e where e.{column} > each.value)
          from each where each.value is not null
      )
      select value from each where value is not null limit 500
      """;

  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Entry> list(EntryFilter filter, int limit) {
    String sql =
        LIST.replace("{beyond}", filter.oldestFirst() ? ">" : "<")
            .replace("{order}", filter.oldestFirst() ? "asc" : "desc");
    return jdbc.sql(sql)
        .param("after", filter.after(), Types.BIGINT)
        .param("actor", filter.actor().replaceAll("[%_\\\\]", "\\\\$0"))
        .param("act", filter.act())
        .param("kind", filter.kind())
        .param("subject", filter.subject())
        .param("from", filter.from(), Types.DATE)
        .param("until", filter.until(), Types.DATE)
        .param("limit", limit)
        .query((row, number) ->
            new Entry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("why"),
                row.getString("before"),
                row.getString("after")))
        .list();
  }

  boolean has(long number) {
    return jdbc.sql("select exists (select from audit.entry where number = :number)")
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  EntryFilter.Choice choice() {
    return new EntryFilter.Choice(values("act"), values("subject_kind"));
  }

  private List<String> values(String column) {
    return jdbc.sql(VALUES.replace("{column}", column))
        .query((row, number) -> row.getString(1))
        .list();
  }
}
