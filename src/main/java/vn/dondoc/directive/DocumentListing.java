package vn.dondoc.directive;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.web.Asked;

/** The one question behind the list, its count and its sheet, so that they never disagree. */
@Component
@Transactional(readOnly = true)
class DocumentListing {
  static final int PAGE = 50;
  private static final int SHEET = 20_000;
  private static final String KINDS =
      "select distinct kind from directive.document where kind is not null order by kind limit 100";
  private static final String WANTED =
      """
       where (:words::text = ''
              or database.fold(concat_ws(' ', d.kind, d.number, d.issuer, d.subject))
                 like '%' || database.fold(:words::text) || '%')
         and (:kind::text = '' or d.kind = :kind::text)
         and (:state::text = '' or d.state = :state::text)
         and (:from::date is null or d.issued_on >= :from::date)
         and (:until::date is null or d.issued_on <= :until::date)
      """;
  private static final String COUNT = "select count(*) from directive.document d" + WANTED;
  private static final String LIST =
      """
      with sorted as (select d.*, {sort} as sort_key from directive.document d)
      select d.*,
             (select count(*) from task.task t
               where t.source_kind = 'directive.document' and t.source_id = d.id) as tasks
        from sorted d
      """
          + WANTED
          + """
            and (:after::bigint is null
                 or (d.sort_key, d.id) > (select k.sort_key, k.id from sorted k where k.id = :after))
          order by d.sort_key, d.id
          limit :limit
          """;

  private final JdbcClient jdbc;
  private final DocumentStore documents;

  DocumentListing(JdbcClient jdbc, DocumentStore documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  /** Kinds of the documents the actor sees. */
  List<String> kinds() {
    return jdbc.sql(KINDS).query((row, number) -> row.getString(1)).list();
  }

  /** One page of the list, and one line more when there is another. */
  List<DocumentList.Line> page(DocumentFilter filter) {
    Long after = filter.after();
    if (after != null && documents.find(after).isEmpty()) {
      throw Asked.noSuchRow(after);
    }
    return list(filter, PAGE + 1);
  }

  /** Every document of the filter, for a sheet. */
  List<DocumentList.Line> all(DocumentFilter filter) {
    return list(filter, SHEET);
  }

  long count(DocumentFilter filter) {
    return asked(COUNT, filter).query(Long.class).single();
  }

  private List<DocumentList.Line> list(DocumentFilter filter, int limit) {
    return asked(LIST.replace("{sort}", filter.sort().expression()), filter)
        .param("after", filter.after(), Types.BIGINT)
        .param("limit", limit)
        .query((row, number) ->
            new DocumentList.Line(DocumentStore.directive(row, number), row.getLong("tasks")))
        .list();
  }

  private StatementSpec asked(String sql, DocumentFilter filter) {
    return jdbc.sql(sql)
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"))
        .param("kind", filter.kind())
        .param("state", filter.state())
        .param("from", filter.from(), Types.DATE)
        .param("until", filter.until(), Types.DATE);
  }
}
