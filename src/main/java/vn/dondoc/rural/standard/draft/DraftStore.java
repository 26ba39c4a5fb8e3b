package vn.dondoc.rural.standard.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Acting;
import vn.dondoc.rural.standard.CriteriaSet;

/** Drafts as papers, and a set written as the paper a draft begins with. */
@Repository
class DraftStore {
  private static final String OPEN =
      """
      select d.id, d.origin_id, d.parent_id, e.step, e.at, e.by_name, e.content
        from rural.draft d
        join lateral (select * from rural.draft_edition e where e.draft_id = d.id
                       order by e.step desc limit 1) e on true
       where not exists (select from rural.draft_end n where n.draft_id = d.id)
         and (:id::int is null or d.id = :id)
       order by e.at desc
      """;
  private static final String CODES =
      """
      select distinct c.code
        from rural.draft d
        join lateral (select e.content -> 'set' -> 0 ->> 'code' as code
                        from rural.draft_edition e where e.draft_id = d.id
                       order by e.step desc limit 1) c on c.code is not null
       where not exists (select from rural.draft_end n where n.draft_id = d.id)
         and d.id is distinct from :but::int
      """;
  private static final String EARLIER =
      "select content from rural.draft_edition where draft_id = :id and step = :step";
  private static final String BEGIN =
      """
      insert into rural.draft (origin_id, parent_id, by_account, by_name)
      values (:origin, :parent, :account, :name)
      returning id
      """;
  private static final String EDITION =
      """
      insert into rural.draft_edition (draft_id, step, content, by_account, by_name)
      values (:id, :step, :content::jsonb, :account, :name)
      """;
  private static final String END =
      """
      insert into rural.draft_end (draft_id, set_id, by_account, by_name, why)
      values (:id, :set, :account, :name, :why)
      """;
  private static final String KINDS =
      "select code, name_vi, name_en from rural.object_kind order by code";

  /** The columns of each table are those of {@link DraftTable}. */
  private static final String PAPER =
      """
      select jsonb_strip_nulls(jsonb_build_object(
        'set', (select jsonb_agg(to_jsonb(s)) from rural.criteria_set s where s.id = :set),
        'criteria', (select jsonb_agg(to_jsonb(c) order by c.ordinal)
                       from rural.criterion c where c.set_id = :set),
        'indicators', (select jsonb_agg(to_jsonb(i) || jsonb_build_object('criterion', c.number)
                                        order by i.ordinal)
                         from rural.indicator i join rural.criterion c on c.id = i.criterion_id
                        where i.set_id = :set),
        'figures', (select jsonb_agg(to_jsonb(p) || jsonb_build_object('indicator', i.number)
                                     order by i.ordinal, p.ordinal)
                      from rural.part p join rural.indicator i on i.id = p.indicator_id
                     where i.set_id = :set),
        'levels', (select jsonb_agg(to_jsonb(t) || jsonb_build_object('indicator', i.number)
                                    order by i.ordinal, t.unit_group desc, t.from_year)
                     from rural.threshold t join rural.indicator i on i.id = t.indicator_id
                    where t.set_id = :set)))
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Drafts that have not ended, the one saved last first. */
  List<Draft> open() {
    return jdbc.sql(OPEN).param("id", null, Types.INTEGER).query(DraftStore::draft).list();
  }

  Optional<Draft> find(int id) {
    return jdbc.sql(OPEN).param("id", id).query(DraftStore::draft).optional();
  }

  /** What a draft said when it had been saved so many times. */
  Optional<DraftPaper> paper(int id, int step) {
    return jdbc.sql(EARLIER)
        .param("id", id)
        .param("step", step)
        .query((row, number) -> paper(row.getString("content")))
        .optional();
  }

  /** Nobody else writes to this draft until the transaction ends. */
  void lock(int id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('rural.draft'), :id)")
        .param("id", id)
        .query(row -> {});
  }

  /** Nobody else gives a draft a number until the transaction ends. */
  void lockCodes() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('rural.draft'), 0)").query(row -> {});
  }

  /** Numbers of the drafts that have not ended, but one. */
  Set<String> codes(@Nullable Integer but) {
    return Set.copyOf(jdbc.sql(CODES).param("but", but, Types.INTEGER).query(String.class).list());
  }

  int begin(int origin, @Nullable Integer parent) {
    return by(jdbc.sql(BEGIN).param("origin", origin).param("parent", parent, Types.INTEGER))
        .query(Integer.class)
        .single();
  }

  void write(int id, int step, DraftPaper paper) {
    by(jdbc.sql(EDITION).param("id", id).param("step", step).param("content", json(paper)))
        .update();
  }

  /** Ends it: as a set, or thrown away. */
  void end(int id, @Nullable Integer set, String why) {
    by(jdbc.sql(END).param("id", id).param("set", set, Types.INTEGER).param("why", why)).update();
  }

  private static JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement) {
    return statement
        .param("account", Acting.current().accountId())
        .param("name", Acting.current().name());
  }

  /** What a set says, as a paper. */
  DraftPaper paper(int set) {
    return paper(jdbc.sql(PAPER).param("set", set).query(String.class).single());
  }

  Map<String, CriteriaSet.Name> kinds() {
    Map<String, CriteriaSet.Name> kinds = new LinkedHashMap<>();
    jdbc.sql(KINDS)
        .query(row -> {
          kinds.put(
              row.getString("code"),
              new CriteriaSet.Name(row.getString("name_vi"), row.getString("name_en")));
        });
    return kinds;
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getInt("id"),
        row.getInt("origin_id"),
        row.getObject("parent_id", Integer.class),
        new Draft.Edition(
            row.getInt("step"), row.getTimestamp("at").toInstant(), row.getString("by_name")),
        paper(row.getString("content")));
  }

  static String json(DraftPaper paper) {
    Map<String, Object> tables = new LinkedHashMap<>();
    paper
        .tables()
        .forEach(
            (table, rows) -> tables.put(table.code(), rows.stream().map(DraftRow::cells).toList()));
    return JSON.writeValueAsString(tables);
  }

  /** Only the columns a table has are kept, each as text. */
  private static DraftPaper paper(String json) {
    Map<?, ?> tables = JSON.readValue(json, Map.class);
    Map<DraftTable, List<DraftRow>> papers = new HashMap<>();
    for (DraftTable table : DraftTable.values()) {
      List<DraftRow> rows = new ArrayList<>();
      if (tables.get(table.code()) instanceof List<?> kept) {
        kept.forEach(row -> rows.add(row(table, (Map<?, ?>) row)));
      }
      papers.put(table, rows);
    }
    return new DraftPaper(papers);
  }

  private static DraftRow row(DraftTable table, Map<?, ?> kept) {
    Map<String, String> cells = new HashMap<>();
    for (DraftField field : table.fields()) {
      Object value = kept.get(field.key());
      cells.put(field.key(), value == null ? "" : value.toString());
    }
    return new DraftRow(cells);
  }
}
