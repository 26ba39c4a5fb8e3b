package vn.dondoc.capital.rate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.Acting;

@Repository
class RateStore {
  private static final String LOAD =
      """
      insert into capital.rate_definition as d
             (code, ordinal, name_vi, name_en, numerator, denominator, vintages, until_day, until_month,
              until_next_year, added_day, added_month, without_code, used_by_vi, used_by_en, assumed,
              basis, confidence)
      select s.code, s.ordinal, s.name_vi, s.name_en, s.numerator, s.denominator,
             string_to_array(s.vintages, ';'), s.until_day, s.until_month, s.until_next, s.added_day,
             s.added_month, s.without_code, s.used_by_vi, s.used_by_en, s.assumed, s.basis,
             s.confidence
        from unnest(:code::text[], :ordinals::int[], :name_vi::text[], :name_en::text[],
                    :numerator::text[], :denominator::text[], :vintages::text[], :until_day::int[],
                    :until_month::int[], :until_next::boolean[], :added_until_day::int[],
                    :added_until_month::int[], :without::text[], :used_by_vi::text[],
                    :used_by_en::text[], :assumed::boolean[], :basis::text[], :confidence::text[])
             as s (code, ordinal, name_vi, name_en, numerator, denominator, vintages, until_day,
                   until_month, until_next, added_day, added_month, without_code, used_by_vi,
                   used_by_en, assumed, basis, confidence)
          on conflict (code) do update
         set ordinal = excluded.ordinal, name_vi = excluded.name_vi, name_en = excluded.name_en,
             numerator = excluded.numerator, denominator = excluded.denominator,
             vintages = excluded.vintages, until_day = excluded.until_day,
             until_month = excluded.until_month, until_next_year = excluded.until_next_year,
             added_day = excluded.added_day, added_month = excluded.added_month,
             without_code = excluded.without_code, used_by_vi = excluded.used_by_vi,
             used_by_en = excluded.used_by_en, assumed = excluded.assumed, basis = excluded.basis,
             confidence = excluded.confidence
       where (d.*) is distinct from (excluded.*)
      """;
  private static final String ALL = "select * from capital.rate_definition order by ordinal";
  private static final String TARGETS =
      """
      select * from capital.target
       where year = :year and on_day <= :day
       order by step desc
      """;
  private static final String SET =
      """
      insert into capital.target (year, step, percent, definition_code, by_day, clause, document, assumed,
                                  why, on_day, by_account, by_name)
      values (:year, :step, :percent, :definition, :until, :clause, :document, :assumed, :why, :day,
              :account, :by)
      """;

  private final JdbcClient jdbc;

  RateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int load(Map<String, ? extends @Nullable Object> columns) {
    return jdbc.sql(LOAD).params(columns).update();
  }

  List<RateDefinition> all() {
    return jdbc.sql(ALL).query(RateStore::definition).list();
  }

  /** What was said of a year by a day, the last first. */
  List<RateTarget> targets(int year, LocalDate day) {
    return jdbc.sql(TARGETS).param("year", year).param("day", day).query(RateStore::target).list();
  }

  void set(RateTarget.Said said, int step, boolean assumed, @Nullable String why, LocalDate day) {
    jdbc.sql(SET)
        .param("year", said.year())
        .param("step", step)
        .param("percent", said.percent())
        .param("definition", said.definition())
        .param("until", said.byDay())
        .param("clause", said.clause())
        .param("document", said.document())
        .param("assumed", assumed)
        .param("why", why, Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  private static RateDefinition definition(ResultSet row, int number) throws SQLException {
    Integer addedMonth = row.getObject("added_month", Integer.class);
    return new RateDefinition(
        row.getString("code"),
        new RateDefinition.Words(row.getString("name_vi"), row.getString("name_en")),
        RateDefinition.Numerator.valueOf(row.getString("numerator").toUpperCase(Locale.ROOT)),
        RateDefinition.Denominator.valueOf(row.getString("denominator").toUpperCase(Locale.ROOT)),
        Arrays.stream((String[]) row.getArray("vintages").getArray()).map(Vintage::of).toList(),
        new RateDefinition.CutOff(
            row.getInt("until_month"), row.getInt("until_day"), row.getBoolean("until_next_year")),
        addedMonth == null
            ? null
            : new RateDefinition.CutOff(addedMonth, row.getInt("added_day"), false),
        row.getString("without_code"),
        new RateDefinition.Words(row.getString("used_by_vi"), row.getString("used_by_en")),
        row.getBoolean("assumed"),
        row.getString("basis"));
  }

  private static RateTarget target(ResultSet row, int number) throws SQLException {
    return new RateTarget(
        new RateTarget.Said(
            row.getInt("year"),
            row.getBigDecimal("percent"),
            row.getString("definition_code"),
            Objects.requireNonNull(row.getObject("by_day", LocalDate.class)),
            row.getString("clause"),
            row.getString("document")),
        row.getInt("step"),
        row.getBoolean("assumed"),
        row.getString("why"),
        row.getString("by_name"),
        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant());
  }
}
