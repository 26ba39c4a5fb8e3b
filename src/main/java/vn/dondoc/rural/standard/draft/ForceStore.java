package vn.dondoc.rural.standard.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Acting;
import vn.dondoc.rural.standard.Clause;
import vn.dondoc.rural.standard.Rule;

/** Lays a draft out as a set, and says from when to when sets are in force. */
@Repository
class ForceStore {
  private static final String SET =
      """
      insert into rural.criteria_set (code, parent_id, kind, grade, name_vi, name_en, legal_act,
                                      issued_on, confidence, made_by)
      select r.code, :parent, r.kind, r.grade, r.name_vi, r.name_en, r.legal_act, r.issued_on,
             r.confidence, :by
        from jsonb_to_recordset(:paper::jsonb -> 'set')
             as r (code text, kind text, grade text, name_vi text, name_en text, legal_act text,
                   issued_on date, confidence text)
      returning id
      """;
  private static final String CRITERIA =
      """
      insert into rural.criterion (set_id, number, ordinal, name_vi, name_en, group_vi, group_en)
      select :set, r.* from jsonb_to_recordset(:paper::jsonb -> 'criteria')
             as r (number text, ordinal int, name_vi text, name_en text, group_vi text,
                   group_en text)
      """;
  private static final String INDICATORS =
      """
      insert into rural.indicator (set_id, criterion_id, number, ordinal, name_vi, name_en,
                                   data_owner, responsibility, if_any, confidence, note)
      select c.set_id, c.id, r.number, r.ordinal, r.name_vi, r.name_en, r.data_owner,
             r.responsibility, r.if_any, r.confidence, r.note
        from jsonb_to_recordset(:paper::jsonb -> 'indicators')
             as r (criterion text, number text, ordinal int, name_vi text, name_en text,
                   data_owner text, responsibility text, if_any boolean, confidence text, note text)
        join rural.criterion c on c.set_id = :set and c.number = r.criterion
      """;
  private static final String FIGURES =
      """
      insert into rural.part (indicator_id, code, ordinal, name_vi, name_en, value_type, unit,
                              unit_en, least, most, part_of)
      select i.id, r.code, r.ordinal, r.name_vi, r.name_en, r.value_type, r.unit, r.unit_en,
             r.least, r.most, r.part_of
        from jsonb_to_recordset(:paper::jsonb -> 'figures')
             as r (indicator text, code text, ordinal int, name_vi text, name_en text,
                   value_type text, unit text, unit_en text, least numeric, most numeric,
                   part_of text)
        join rural.indicator i on i.set_id = :set and i.number = r.indicator
      """;
  private static final String LEVELS =
      """
      insert into rural.threshold (set_id, indicator_id, unit_group, from_year, until_year, rule,
                                   confidence, source)
      select s.id, i.id, r.unit_group, r.from_year, r.until_year, r.rule, r.confidence, r.source
        from jsonb_to_recordset(:paper::jsonb -> 'levels')
             as r (indicator text, unit_group text, from_year int, until_year int, rule text,
                   confidence text, source text)
        join rural.criteria_set s on s.id = :set
        join rural.indicator i on i.number = r.indicator and i.set_id = coalesce(s.parent_id, s.id)
      """;
  private static final String TERMS =
      """
      insert into rural.term (threshold_id, clause, ordinal, part, comparator, bound)
      select t.id, r.clause, r.ordinal, r.part, r.comparator, r.bound
        from jsonb_to_recordset(:terms::jsonb)
             as r (rule text, clause int, ordinal int, part text, comparator text, bound numeric)
        join rural.threshold t on t.set_id = :set and t.rule = r.rule
      """;
  private static final String FORCE =
      """
      insert into rural.force (set_id, from_day, until_day, recorded_by, why)
      values (:set, :from, :until, :by, :why)
      """;
  private static final String RESULTS =
      "select set_id, day, results from rural.result_days(:kind, :grade) order by day";
  private static final String UNITS =
      """
      select count(*) from place.known_unit u where u.type = :kind and u.valid @> :day::date
      """;
  private static final String GROUPS =
      """
      select distinct g.unit_group
        from rural.unit_groups((select array_agg(u.unit_id) from place.known_unit u
                                 where u.type = :kind and u.valid @> :day::date), :day::date) g
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  ForceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Tháng có kết quả.
   *
   * @param set the set its results rest on
   * @param day its last day, on which it is judged
   * @param results how many
   */
  record ResultDay(int set, LocalDate day, long results) {}

  /** One person at a time says what is in force. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('rural.force'))").query(row -> {});
  }

  List<ResultDay> results(String kind, String grade) {
    return jdbc.sql(RESULTS)
        .param("kind", kind)
        .param("grade", grade)
        .query((row, number) ->
            new ResultDay(
                row.getInt("set_id"),
                row.getObject("day", LocalDate.class),
                row.getLong("results")))
        .list();
  }

  /** How many units of a kind the map of a day has; none of a kind that is no unit of a map. */
  int units(String kind, LocalDate day) {
    return jdbc.sql(UNITS).param("kind", kind).param("day", day).query(Integer.class).single();
  }

  /** The groups that units of a kind belong to on a day. */
  Set<String> groups(String kind, LocalDate day) {
    return jdbc.sql(GROUPS)
        .param("kind", kind)
        .param("day", day)
        .query((row, number) -> row.getString(1))
        .set();
  }

  /** Lays a paper out as a set. */
  int lay(DraftPaper paper, @Nullable Integer parent) {
    String json = DraftStore.json(paper);
    int set =
        jdbc.sql(SET)
            .param("parent", parent, java.sql.Types.INTEGER)
            .param("by", Acting.current().name())
            .param("paper", json)
            .query(Integer.class)
            .single();
    for (String rows : List.of(CRITERIA, INDICATORS, FIGURES, LEVELS)) {
      jdbc.sql(rows).param("set", set).param("paper", json).update();
    }
    jdbc.sql(TERMS)
        .param("set", set)
        .param("terms", JSON.writeValueAsString(terms(paper)))
        .update();
    return set;
  }

  /** The comparisons of every rule, once for each way it is written. */
  private static List<Map<String, Object>> terms(DraftPaper paper) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    paper
        .rows(DraftTable.LEVELS)
        .forEach(row -> rules.computeIfAbsent(row.text("rule"), Rule::read));
    List<Map<String, Object>> terms = new ArrayList<>();
    rules.forEach((words, rule) -> {
      List<Clause> clauses = rule.clauses();
      for (int clause = 0; clause < clauses.size(); clause++) {
        List<Rule.Comparison> all = clauses.get(clause).terms();
        for (int ordinal = 0; ordinal < all.size(); ordinal++) {
          Rule.Comparison one = all.get(ordinal);
          BigDecimal bound = one.bound();
          terms.add(
              Map.of(
                  "rule",
                  words,
                  "clause",
                  clause,
                  "ordinal",
                  ordinal,
                  "part",
                  one.part(),
                  "comparator",
                  one.comparator().code(),
                  "bound",
                  bound.toPlainString()));
        }
      }
    });
    return terms;
  }

  void force(int set, LocalDate from, @Nullable LocalDate until, String why) {
    jdbc.sql(FORCE)
        .param("set", set)
        .param("from", from)
        .param("until", until, java.sql.Types.DATE)
        .param("by", Acting.current().name())
        .param("why", why)
        .update();
  }
}
