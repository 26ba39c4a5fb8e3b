package vn.dondoc.rural.standard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Bilingual;

@Repository
class StandardStore {
  private static final String KINDS =
      """
      insert into rural.object_kind as k (code, name_vi, name_en, level, opens)
      select * from unnest(:codes::text[], :vi::text[], :en::text[], :levels::text[],
                           :opens::date[])
      on conflict (code) do update set opens = excluded.opens
       where k.opens is distinct from excluded.opens
      """;
  private static final String RECOGNITION =
      """
      insert into rural.recognition
             (kind, authority_vi, authority_en, valid, legal_basis, legal_basis_en, confidence)
      select r.kind, r.vi, r.en, daterange(r.first, r.last), r.basis, r.english, r.confidence
        from unnest(:kinds::text[], :vi::text[], :en::text[], :firsts::date[], :lasts::date[],
                    :bases::text[], :english::text[], :confidences::text[])
             as r (kind, vi, en, first, last, basis, english, confidence)
      on conflict do nothing
      """;
  private static final String RECOGNISED =
      """
      select r.kind, k.name_vi, k.name_en, r.authority_vi, r.authority_en, lower(r.valid) as first,
             upper(r.valid) as last, r.legal_basis, r.legal_basis_en, r.confidence
        from rural.recognition r join rural.object_kind k on k.code = r.kind
       order by k.name_vi, r.valid
      """;
  private static final String SET =
      """
      insert into rural.criteria_set (code, parent_id, kind, grade, name_vi, name_en, legal_act,
                                      legal_act_en, issued_on, confidence, made_by)
      values (:code, (select id from rural.criteria_set where code = :parent), :kind, :grade, :vi,
              :en, :act, :english, :issued, :confidence, :by)
      returning id
      """;
  private static final String CRITERIA =
      """
      insert into rural.criterion (set_id, number, ordinal, name_vi, name_en, group_vi, group_en)
      select :set, * from unnest(:numbers::text[], :ordinals::int[], :vi::text[], :en::text[],
                                 :groups::text[], :english::text[])
      """;
  private static final String INDICATORS =
      """
      insert into rural.indicator (set_id, criterion_id, number, ordinal, name_vi, name_en,
                                   data_owner, responsibility, if_any, confidence, note)
      select c.set_id, c.id, r.number, r.ordinal, r.vi, r.en, r.owner, r.responsibility, r.if_any,
             r.confidence, r.note
        from unnest(:criteria::text[], :numbers::text[], :ordinals::int[], :vi::text[], :en::text[],
                    :owners::text[], :responsibilities::text[], :anys::boolean[],
                    :confidences::text[], :notes::text[])
             as r (criterion, number, ordinal, vi, en, owner, responsibility, if_any, confidence,
                   note)
        join rural.criterion c on c.set_id = :set and c.number = r.criterion
      """;
  private static final String PARTS =
      """
      insert into rural.part (indicator_id, code, ordinal, name_vi, name_en, value_type, unit,
                              unit_en, least, most, part_of)
      select i.id, r.code, r.ordinal, r.vi, r.en, r.type, r.unit, r.unit_en, r.least, r.most,
             r.part_of
        from unnest(:indicators::text[], :codes::text[], :ordinals::int[], :vi::text[],
                    :en::text[], :types::text[], :units::text[], :english::text[],
                    :leasts::numeric[], :mosts::numeric[], :wholes::text[])
             as r (indicator, code, ordinal, vi, en, type, unit, unit_en, least, most, part_of)
        join rural.indicator i on i.set_id = :set and i.number = r.indicator
      """;
  private static final String THRESHOLDS =
      """
      insert into rural.threshold (set_id, indicator_id, unit_group, from_year, until_year, rule,
                                   confidence, source)
      select s.id, i.id, r.unit_group, r.first, r.last, r.rule, r.confidence, r.source
        from unnest(:indicators::text[], :groups::text[], :firsts::int[], :lasts::int[],
                    :rules::text[], :confidences::text[], :sources::text[])
             as r (indicator, unit_group, first, last, rule, confidence, source)
        join rural.criteria_set s on s.id = :set
        join rural.indicator i on i.number = r.indicator and i.set_id = coalesce(s.parent_id, s.id)
      """;
  private static final String TERMS =
      """
      insert into rural.term (threshold_id, clause, ordinal, part, comparator, bound)
      select t.id, r.clause, r.ordinal, r.part, r.comparator, r.bound
        from unnest(:rules::text[], :clauses::int[], :ordinals::int[], :parts::text[],
                    :comparators::text[], :bounds::numeric[])
             as r (rule, clause, ordinal, part, comparator, bound)
        join rural.threshold t on t.set_id = :set and t.rule = r.rule
      """;
  private static final String FORCE =
      """
      insert into rural.force (set_id, from_day, until_day, recorded_by, why)
      values (:set, :from, :until, :by, :why)
      """;
  private static final String LAST_RESULT =
      """
      select max(r.day) from rural.result_days(:kind, :grade) r
       where daterange(:from::date, :until::date) @> r.day
      """;
  private static final String NUMBERS =
      """
      select i.number from rural.indicator i join rural.criteria_set s on s.id = i.set_id
       where s.code = :set
      """;
  private static final String ALL =
      """
      select s.*, lower(f.days) as from_day, upper(f.days) as until_day,
             (select count(*) from rural.criterion c where c.set_id = coalesce(s.parent_id, s.id))
               as criteria,
             (select count(*) from rural.indicator i where i.set_id = coalesce(s.parent_id, s.id))
               as indicators
        from rural.criteria_set s
        left join rural.set_force f on f.set_id = s.id
       order by lower(f.days) desc nulls first, s.code
      """;

  private final JdbcClient jdbc;

  StandardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> codes() {
    return jdbc.sql("select code from rural.criteria_set")
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Numbers of the indicators of a set. */
  List<String> numbers(String set) {
    return jdbc.sql(NUMBERS).param("set", set).query((row, number) -> row.getString(1)).list();
  }

  /** The last day, of those a set is to be in force on, that results rest on; null for none. */
  @Nullable LocalDate lastResult(ReferenceTable.Row set) {
    return jdbc.sql(LAST_RESULT)
        .param("kind", set.text("kind"))
        .param("grade", set.text("grade"))
        .param("from", set.day("from"), Types.DATE)
        .param("until", set.day("until"), Types.DATE)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }

  void kinds(ReferenceTable kinds, ReferenceTable recognition) {
    jdbc.sql(KINDS)
        .param("codes", texts(kinds.rows(), row -> row.text("kind")))
        .param("vi", texts(kinds.rows(), row -> row.text("name_vi")))
        .param("en", texts(kinds.rows(), row -> row.text("name_en")))
        .param("levels", texts(kinds.rows(), row -> row.optional("level")))
        .param("opens", texts(kinds.rows(), row -> day(row.day("opens"))))
        .update();
    List<ReferenceTable.Row> rows = recognition.rows();
    jdbc.sql(RECOGNITION)
        .param("kinds", texts(rows, row -> row.text("kind")))
        .param("vi", texts(rows, row -> row.text("authority_vi")))
        .param("en", texts(rows, row -> row.text("authority_en")))
        .param("firsts", texts(rows, row -> day(row.day("from"))))
        .param("lasts", texts(rows, row -> day(row.day("until"))))
        .param("bases", texts(rows, row -> row.optional("legal_basis")))
        .param("english", texts(rows, row -> row.later("legal_basis_en")))
        .param("confidences", texts(rows, row -> row.text("confidence")))
        .update();
  }

  /** Who recognises each kind, and when. */
  List<Recognition> recognitions() {
    return jdbc.sql(RECOGNISED)
        .query((row, n) ->
            new Recognition(
                row.getString("kind"),
                new Bilingual(row.getString("name_vi"), row.getString("name_en")),
                new Bilingual(row.getString("authority_vi"), row.getString("authority_en")),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                basis(row),
                row.getString("confidence")))
        .list();
  }

  private static @Nullable Bilingual basis(ResultSet row) throws SQLException {
    String basis = row.getString("legal_basis");
    return basis == null ? null : new Bilingual(basis, row.getString("legal_basis_en"));
  }

  int addSet(ReferenceTable.Row set) {
    return jdbc.sql(SET)
        .param("code", set.text("set"))
        .param("parent", set.optional("parent"))
        .param("kind", set.text("kind"))
        .param("grade", set.text("grade"))
        .param("vi", set.text("name_vi"))
        .param("en", set.text("name_en"))
        .param("act", set.text("legal_act"))
        .param("english", set.later("legal_act_en"))
        .param("issued", set.day("issued_on"), Types.DATE)
        .param("confidence", set.text("confidence"))
        .param("by", Acting.current().name())
        .query(Integer.class)
        .single();
  }

  void addCriteria(int set, List<ReferenceTable.Row> rows) {
    jdbc.sql(CRITERIA)
        .param("set", set)
        .param("numbers", texts(rows, row -> row.text("number")))
        .param("ordinals", numbers(rows, row -> row.number("ordinal")))
        .param("vi", texts(rows, row -> row.text("name_vi")))
        .param("en", texts(rows, row -> row.text("name_en")))
        .param("groups", texts(rows, row -> row.text("group_vi")))
        .param("english", texts(rows, row -> row.later("group_en")))
        .update();
  }

  void addIndicators(int set, List<ReferenceTable.Row> rows) {
    jdbc.sql(INDICATORS)
        .param("set", set)
        .param("criteria", texts(rows, row -> row.text("criterion")))
        .param("numbers", texts(rows, row -> row.text("number")))
        .param("ordinals", numbers(rows, row -> row.number("ordinal")))
        .param("vi", texts(rows, row -> row.text("name_vi")))
        .param("en", texts(rows, row -> row.text("name_en")))
        .param("owners", texts(rows, row -> row.text("data_owner")))
        .param("responsibilities", texts(rows, row -> row.text("responsibility")))
        .param("anys", texts(rows, row -> Boolean.toString(row.text("if_any").equals("yes"))))
        .param("confidences", texts(rows, row -> row.text("confidence")))
        .param("notes", texts(rows, row -> row.optional("note")))
        .update();
  }

  void addParts(int set, List<ReferenceTable.Row> rows) {
    jdbc.sql(PARTS)
        .param("set", set)
        .param("indicators", texts(rows, row -> row.text("indicator")))
        .param("codes", texts(rows, row -> row.text("code")))
        .param("ordinals", numbers(rows, row -> row.number("ordinal")))
        .param("vi", texts(rows, row -> row.text("name_vi")))
        .param("en", texts(rows, row -> row.later("name_en")))
        .param("types", texts(rows, row -> row.text("value_type")))
        .param("units", texts(rows, row -> row.optional("unit")))
        .param("english", texts(rows, row -> row.later("unit_en")))
        .param("leasts", texts(rows, row -> row.optional("least")))
        .param("mosts", texts(rows, row -> row.optional("most")))
        .param("wholes", texts(rows, row -> row.later("part_of")))
        .update();
  }

  void addThresholds(int set, List<ReferenceTable.Row> rows) {
    jdbc.sql(THRESHOLDS)
        .param("set", set)
        .param("indicators", texts(rows, row -> row.text("indicator")))
        .param("groups", texts(rows, row -> row.text("unit_group")))
        .param("firsts", texts(rows, row -> row.optional("from_year")))
        .param("lasts", texts(rows, row -> row.optional("until_year")))
        .param("rules", texts(rows, row -> row.text("rule")))
        .param("confidences", texts(rows, row -> row.text("confidence")))
        .param("sources", texts(rows, row -> row.optional("source")))
        .update();
  }

  /** The comparisons of each rule, by its words. */
  void addTerms(int set, Map<String, Rule> rules) {
    record Term(String rule, int clause, int ordinal, Rule.Comparison comparison) {}
    List<Term> terms = new ArrayList<>();
    rules.forEach((text, rule) -> {
      List<Clause> clauses = rule.clauses();
      for (int clause = 0; clause < clauses.size(); clause++) {
        List<Rule.Comparison> all = clauses.get(clause).terms();
        for (int ordinal = 0; ordinal < all.size(); ordinal++) {
          terms.add(new Term(text, clause, ordinal, all.get(ordinal)));
        }
      }
    });
    jdbc.sql(TERMS)
        .param("set", set)
        .param("rules", terms.stream().map(Term::rule).toArray(String[]::new))
        .param("clauses", terms.stream().map(Term::clause).toArray(Integer[]::new))
        .param("ordinals", terms.stream().map(Term::ordinal).toArray(Integer[]::new))
        .param("parts", terms.stream().map(t -> t.comparison().part()).toArray(String[]::new))
        .param(
            "comparators",
            terms.stream().map(t -> t.comparison().comparator().code()).toArray(String[]::new))
        .param("bounds", terms.stream().map(t -> t.comparison().bound()).toArray(BigDecimal[]::new))
        .update();
  }

  void putInForce(int set, LocalDate from, @Nullable LocalDate until, String why) {
    jdbc.sql(FORCE)
        .param("set", set)
        .param("from", from)
        .param("until", until, Types.DATE)
        .param("by", Acting.current().name())
        .param("why", why)
        .update();
  }

  List<CriteriaSet> all() {
    return jdbc.sql(ALL).query(StandardStore::set).list();
  }

  private static CriteriaSet set(ResultSet row, int number) throws SQLException {
    LocalDate from = row.getObject("from_day", LocalDate.class);
    return new CriteriaSet(
        row.getInt("id"),
        row.getString("code"),
        row.getObject("parent_id", Integer.class),
        row.getString("kind"),
        row.getString("grade"),
        new CriteriaSet.Name(row.getString("name_vi"), row.getString("name_en")),
        new Bilingual(row.getString("legal_act"), row.getString("legal_act_en")),
        row.getString("confidence"),
        from == null
            ? null
            : new CriteriaSet.Force(from, row.getObject("until_day", LocalDate.class)),
        row.getInt("criteria"),
        row.getInt("indicators"));
  }

  private static @Nullable String[] texts(
      List<ReferenceTable.Row> rows, Function<ReferenceTable.Row, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static Integer[] numbers(
      List<ReferenceTable.Row> rows, Function<ReferenceTable.Row, Integer> value) {
    return rows.stream().map(value).toArray(Integer[]::new);
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
