package vn.dondoc.task.head;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.life.EvidenceFile;

/** What bodies explained and authorities decided. */
@Repository
class RecordStore {
  private static final String EXPLANATIONS =
      """
      select e.duty_id, e.words, e.document, e.on_day, e.at, e.by_name,
             (select coalesce(array_agg(f.id || ' ' || f.size || ' ' || f.name order by f.id), '{}')
                from task.explanation_file f where f.explanation_id = e.id) as files
        from task.explanation e
       where e.duty_id = any(:duties) and e.on_day <= :day
       order by e.duty_id, e.id limit 5000
      """;
  private static final String OUTCOMES =
      """
      select o.duty_id, o.kind, o.words, o.document, o.on_day, o.at, o.by_name
        from task.outcome o
       where o.duty_id = any(:duties) and o.on_day <= :day
       order by o.duty_id, o.id limit 5000
      """;
  private static final String EXPLAIN =
      """
      insert into task.explanation (duty_id, body_id, words, document, on_day, by_account, by_name)
      values (:duty, :body, :words, nullif(:document, ''), :day, :by, :byName)
      returning id
      """;
  private static final String ATTACH =
      """
      insert into task.explanation_file (explanation_id, body_id, name, media_type, size, sha256,
                                         content)
      values (:explanation, :body, :name, :type, :size, encode(sha256(:content), 'hex'), :content)
      """;
  private static final String DECIDE =
      """
      insert into task.outcome (duty_id, body_id, kind, words, document, on_day, by_account, by_name)
      values (:duty, :body, :kind, :words, :document, :day, :by, :byName)
      """;
  private static final String FILE =
      "select name, content from task.explanation_file where id = :id";

  private final JdbcClient jdbc;

  RecordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Explanation> explanations(Collection<Long> duties, LocalDate day) {
    return jdbc.sql(EXPLANATIONS)
        .param("duties", duties.toArray(Long[]::new))
        .param("day", day)
        .query(RecordStore::explanation)
        .list();
  }

  List<Outcome> outcomes(Collection<Long> duties, LocalDate day) {
    return jdbc.sql(OUTCOMES)
        .param("duties", duties.toArray(Long[]::new))
        .param("day", day)
        .query((row, number) ->
            new Outcome(
                row.getLong("duty_id"),
                Standing.of(row.getString("kind")),
                row.getString("words"),
                row.getString("document"),
                row.getObject("on_day", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name")))
        .list();
  }

  void explain(HeadMatter matter, Explanation.Draft draft, LocalDate day, Actor by) {
    long id =
        jdbc.sql(EXPLAIN)
            .param("duty", matter.dutyId())
            .param("body", matter.whose().bodyId())
            .param("words", draft.words())
            .param("document", draft.document())
            .param("day", day)
            .param("by", by.accountId())
            .param("byName", by.name())
            .query(Long.class)
            .single();
    for (EvidenceFile file : draft.files()) {
      jdbc.sql(ATTACH)
          .param("explanation", id)
          .param("body", matter.whose().bodyId())
          .param("name", file.name())
          .param("type", Objects.requireNonNull(file.mediaType()))
          .param("size", file.content().length)
          .param("content", file.content())
          .update();
    }
  }

  void decide(HeadMatter matter, Outcome outcome, Actor by) {
    jdbc.sql(DECIDE)
        .param("duty", matter.dutyId())
        .param("body", matter.whose().bodyId())
        .param("kind", outcome.kind().code())
        .param("words", outcome.words())
        .param("document", outcome.document())
        .param("day", outcome.onDay())
        .param("by", by.accountId())
        .param("byName", by.name())
        .update();
  }

  Optional<EvidenceFile> file(long id) {
    return jdbc.sql(FILE)
        .param("id", id)
        .query((row, number) -> new EvidenceFile(row.getString(1), row.getBytes(2)))
        .optional();
  }

  private static Explanation explanation(ResultSet row, int number) throws SQLException {
    List<Explanation.Attached> files =
        Stream.of((String[]) row.getArray("files").getArray())
            .map(packed -> packed.split(" ", 3))
            .map(part ->
                new Explanation.Attached(
                    Long.parseLong(part[0]), Integer.parseInt(part[1]), part[2]))
            .toList();
    return new Explanation(
        row.getLong("duty_id"),
        row.getString("words"),
        row.getString("document"),
        row.getObject("on_day", LocalDate.class),
        row.getTimestamp("at").toInstant(),
        row.getString("by_name"),
        files);
  }
}
