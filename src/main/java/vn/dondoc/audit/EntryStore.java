package vn.dondoc.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntryStore {
  private static final String LIST =
      """
      select number, at, actor, act, subject_kind || ' ' || subject_id as subject, why,
             before::text as before, after::text as after
        from audit.entry
       where (:before::bigint = 0 or number < :before::bigint)
         and (:words::text = '' or database.fold(actor || ' ' || act || ' ' || subject_kind || ' '
              || subject_id) like '%' || database.fold(:words::text) || '%')
       order by number desc
       limit 51
      """;

  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Entry> list(String words, long before) {
    return jdbc.sql(LIST)
        .param("words", words)
        .param("before", before)
        .query((row, number) ->
            new Entry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("why"),
                row.getString("before"),
                row.getString("after")))
        .list();
  }
}
