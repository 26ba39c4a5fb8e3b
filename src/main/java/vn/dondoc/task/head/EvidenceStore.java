package vn.dondoc.task.head;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who headed a body on the day a line of evidence counts from. */
@Repository
class EvidenceStore {
  private static final String WHOSE =
      """
      select p.id as post_id, u.body, b.name, p.title, p.holder
        from unnest(:bodies::int[], :days::text[]::date[]) with ordinality u (body, on_day, number)
        left join agency.post p on p.body_id = u.body and p.head and p.valid @> u.on_day
        left join lateral (
          select n.name from agency.name n
           where n.body_id = u.body and n.kind = 'official'
           order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) b on true
       order by u.number
      """;

  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The body whose head a file is of; empty when there is no such post. */
  Optional<Integer> body(HeadKey whose) {
    return whose.postId() == null
        ? Optional.ofNullable(whose.bodyId())
        : jdbc.sql("select body_id from agency.post where id = :post")
            .param("post", whose.postId())
            .query(Integer.class)
            .optional();
  }

  /** These lines with whose file each stands in, in the same order. */
  List<HeadProof> proofs(List<HeadEvidence.Line> lines, LocalDate day) {
    List<HeadMatter.Whose> whose =
        jdbc.sql(WHOSE)
            .param("bodies", bodies(lines))
            .param("days", days(lines))
            .param("day", day)
            .query((row, number) ->
                new HeadMatter.Whose(
                    row.getObject("post_id", Integer.class),
                    row.getInt("body"),
                    row.getString("name"),
                    row.getString("title"),
                    row.getString("holder")))
            .list();
    List<HeadProof> proofs = new ArrayList<>();
    for (int n = 0; n < lines.size(); n++) {
      proofs.add(new HeadProof(whose.get(n), lines.get(n)));
    }
    return proofs;
  }

  static Integer[] bodies(List<HeadEvidence.Line> lines) {
    return lines.stream().map(HeadEvidence.Line::bodyId).toArray(Integer[]::new);
  }

  static String[] days(List<HeadEvidence.Line> lines) {
    return lines.stream().map(line -> line.on().toString()).toArray(String[]::new);
  }
}
