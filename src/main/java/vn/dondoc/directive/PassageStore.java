package vn.dondoc.directive;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where in the text the words of each task stand. */
@Repository
class PassageStore {
  private static final String ADD =
      """
      insert into directive.passage (document_id, source_key, starts, ends)
      select :document, p.key, p.starts, p.ends
        from unnest(:keys::text[], :starts::int[], :ends::int[]) as p (key, starts, ends)
      on conflict do nothing
      """;
  private static final String OF_DOCUMENT =
      """
      select source_key, starts, ends from directive.passage
       where document_id = :document order by starts, source_key
      """;

  private final JdbcClient jdbc;

  PassageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Chỗ đứng của một nhiệm vụ trong văn bản.
   *
   * @param sourceKey as the task names its source
   * @param starts its first UTF-16 unit
   * @param ends the one after its last
   */
  record Passage(String sourceKey, int starts, int ends) {}

  void add(long document, List<Proposal> accepted) {
    List<Proposal> placed =
        accepted.stream()
            .filter(p -> p.content().span().end() >= p.content().span().start())
            .toList();
    jdbc.sql(ADD)
        .param("document", document)
        .param("keys", placed.stream().map(Proposal::sourceKey).toArray(String[]::new))
        .param(
            "starts",
            placed.stream()
                .map(p -> Math.max(0, p.content().span().start()))
                .toArray(Integer[]::new))
        .param(
            "ends",
            placed.stream().map(p -> Math.max(0, p.content().span().end())).toArray(Integer[]::new))
        .update();
  }

  List<Passage> of(long document) {
    return jdbc.sql(OF_DOCUMENT)
        .param("document", document)
        .query((row, number) -> new Passage(row.getString(1), row.getInt(2), row.getInt(3)))
        .list();
  }
}
