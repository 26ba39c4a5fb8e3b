package vn.dondoc.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

@Repository
class DecisionStore {
  private static final String OF =
      """
      select d.*, exists (select from project.decision c where c.corrects_id = d.id) as corrected
        from project.decision d
       where d.project_id = :project
       order by d.signed_on, d.id
      """;
  private static final String ADD =
      """
      insert into project.decision (id, project_id, kind, number, signed_on, issuer, value_vnd,
                                    summary, corrects_id, void, why, on_day, by_account, by_name)
      values (:id, :project, :kind, :number, :signed, :issuer, :value, :summary, :corrects, :void,
              :why, :day, :account, :name)
      """;
  private static final String EFFECT =
      "select effect from project.decision_kind where code = :kind";
  private static final String EFFECTS = "select code, effect from project.decision_kind";
  private static final String NEXT =
      "select nextval(pg_get_serial_sequence('project.decision', 'id'))";

  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a decision puts right, and why. */
  record Correction(@Nullable Long corrects, boolean isVoid, @Nullable String why) {
    static final Correction NONE = new Correction(null, false, null);
  }

  List<Decision> of(long project) {
    return jdbc.sql(OF).param("project", project).query(DecisionStore::decision).list();
  }

  long add(long project, NewDecision said, Correction correction, LocalDate day) {
    long id = jdbc.sql(NEXT).query(Long.class).single();
    jdbc.sql(ADD)
        .param("id", id)
        .param("project", project)
        .param("kind", said.kind())
        .param("number", said.number().strip())
        .param("signed", said.signedOn())
        .param("issuer", said.issuer().strip())
        .param("value", said.valueVnd(), Types.BIGINT)
        .param("summary", said.summary(), Types.VARCHAR)
        .param("corrects", correction.corrects(), Types.BIGINT)
        .param("void", correction.isVoid())
        .param("why", correction.why(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("name", Acting.current().name())
        .update();
    return id;
  }

  /** What the value of such a decision says; {@code none} for a kind nobody knows. */
  String effect(String kind) {
    return jdbc.sql(EFFECT).param("kind", kind).query(String.class).optional().orElse("none");
  }

  /** The same of every kind. */
  Map<String, String> effects() {
    Map<String, String> effects = new HashMap<>();
    jdbc.sql(EFFECTS)
        .query((RowCallbackHandler) row -> effects.put(row.getString(1), row.getString(2)));
    return effects;
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getLong("id"),
        new NewDecision(
            row.getString("kind"),
            row.getString("number"),
            row.getObject("signed_on", LocalDate.class),
            row.getString("issuer"),
            row.getObject("value_vnd", Long.class),
            row.getString("summary")),
        row.getObject("on_day", LocalDate.class),
        row.getString("by_name"),
        row.getObject("corrects_id", Long.class),
        row.getBoolean("void"),
        row.getString("why"),
        row.getBoolean("corrected"));
  }
}
