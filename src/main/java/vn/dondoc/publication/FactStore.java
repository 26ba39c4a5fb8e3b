package vn.dondoc.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FactStore {
  private static final String ADD =
      """
      insert into publication.fact
             (code, value, unit, period, source, as_of, from_notice, recorded_by)
      values (:code, :value, :unit, :period, :source, :asOf, :fromNotice, :by)
      """;
  private static final String LATEST =
      """
      select code, value, unit, period, source, as_of, from_notice
        from publication.figures_on(:day)
      """;
  private static final String HISTORY =
      """
      select code, value, unit, period, source, as_of, from_notice, recorded_at, recorded_by
        from publication.fact
       where code = :code
       order by as_of desc, id desc
       limit 500
      """;

  private final JdbcClient jdbc;

  FactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Fact fact, String by) {
    jdbc.sql(ADD)
        .param("code", fact.code())
        .param("value", fact.value())
        .param("unit", fact.unit())
        .param("period", fact.period())
        .param("source", fact.source())
        .param("asOf", fact.asOf())
        .param("fromNotice", fact.fromNotice())
        .param("by", by)
        .update();
  }

  List<Fact> latest(LocalDate day) {
    return jdbc.sql(LATEST).param("day", day).query((row, number) -> fact(row)).list();
  }

  List<RecordedFact> history(String code) {
    return jdbc.sql(HISTORY)
        .param("code", code)
        .query((row, number) ->
            new RecordedFact(
                fact(row),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by")))
        .list();
  }

  private static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        row.getString("code"),
        row.getBigDecimal("value"),
        row.getString("unit"),
        row.getString("period"),
        row.getString("source"),
        row.getObject("as_of", LocalDate.class),
        row.getBoolean("from_notice"));
  }
}
