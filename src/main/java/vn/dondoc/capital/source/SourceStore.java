package vn.dondoc.capital.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

@Repository
class SourceStore {
  private static final String LOAD =
      """
      insert into capital.source as s (code, parent_code, ordinal, name_vi, name_en, tier, programme,
                                       from_abroad, as_collected, by_sector, by_loan, valid, basis,
                                       confidence)
      select r.code, r.parent, r.ordinal, r.vi, r.en, r.tier, r.programme, r.abroad = 'yes',
             r.collected = 'yes', r.sector = 'yes', r.loan = 'yes', daterange(r.first, r.last),
             r.basis, r.confidence
        from unnest(:codes::text[], :parents::text[], :ordinals::int[], :vi::text[], :en::text[],
                    :tiers::text[], :programmes::text[], :abroad::text[], :collected::text[],
                    :sectors::text[], :loans::text[], :firsts::date[], :lasts::date[],
                    :bases::text[], :confidences::text[])
             as r (code, parent, ordinal, vi, en, tier, programme, abroad, collected, sector, loan,
                   first, last, basis, confidence)
          on conflict (code) do update
         set parent_code = excluded.parent_code, ordinal = excluded.ordinal,
             name_vi = excluded.name_vi, name_en = excluded.name_en, tier = excluded.tier,
             programme = excluded.programme, from_abroad = excluded.from_abroad,
             as_collected = excluded.as_collected, by_sector = excluded.by_sector,
             by_loan = excluded.by_loan, valid = excluded.valid, basis = excluded.basis,
             confidence = excluded.confidence
       where to_jsonb(s) <> to_jsonb(excluded)
      """;
  private static final String ALL =
      """
      select s.*, lower(s.valid) as first_day, upper(s.valid) as last_day
        from capital.source s order by s.ordinal
      """;
  private static final String OPEN =
      """
      insert into capital.pool (code, source_code, sector_code, budget_year, vintage, origin_year,
                                tier, loan_agreement, name, opens_on, carried_until, on_day, by_account,
                                by_name)
      values (:code, :source, :sector, :year, :vintage, :origin, :tier, :loan, :name, :opens, :until,
              :day, :account, :by)
      returning id
      """;
  private static final String EXTEND =
      """
      insert into capital.term (pool_id, pay_until, advance_until, ground, authority, document, on_day,
                                by_account, by_name)
      values (:pool, :pay, :advance, :ground, :authority, :document, :day, :account, :by)
      """;
  private static final String POOLS =
      """
      select p.*, t.pay_until, t.advance_until, t.ground, t.authority, t.document
        from capital.pool p
        join lateral (select x.* from capital.term x
                       where x.pool_id = p.id order by x.id desc limit 1) t on true
       where (:year::int is null or p.budget_year = :year::int)
         and (:code::text is null or p.code = :code::text)
       order by p.budget_year desc, p.source_code, p.vintage desc, p.code
      """;
  private static final String CEILING =
      """
      insert into capital.ceiling (project_id, source_code, years, amount_vnd, document, on_day,
                                   by_account, by_name)
      values (:project, :source, int4range(:from, :until, '[]'), :amount, :document, :day, :account,
              :by)
      """;
  private static final String CEILINGS =
      """
      select c.project_id, c.source_code, lower(c.years) as from_year, upper(c.years) - 1 as until_year,
             c.amount_vnd, c.document
        from capital.ceilings_on(:day) c
       order by c.project_id, c.source_code, c.years
      """;

  private final JdbcClient jdbc;

  SourceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Brings the tree to what the table says; how many sources changed. */
  int load(Map<String, ? extends @Nullable Object> columns) {
    return jdbc.sql(LOAD).params(columns).update();
  }

  List<Source> all() {
    return jdbc.sql(ALL).query(SourceStore::source).list();
  }

  int open(NewPool pool, LocalDate day) {
    return jdbc.sql(OPEN)
        .param("code", pool.code())
        .param("source", pool.ring().source())
        .param("sector", pool.ring().sector(), Types.VARCHAR)
        .param("year", pool.budgetYear())
        .param("vintage", pool.vintage().code())
        .param("origin", pool.originYear())
        .param("tier", pool.ring().tier())
        .param("loan", pool.ring().loanAgreement(), Types.VARCHAR)
        .param("name", pool.name())
        .param("opens", pool.opensOn())
        // Money carried to another deadline is another pool.
        .param(
            "until", pool.vintage() == Vintage.CARRIED ? pool.term().payUntil() : null, Types.DATE)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Integer.class)
        .single();
  }

  void extend(int pool, Term term, LocalDate day) {
    jdbc.sql(EXTEND)
        .param("pool", pool)
        .param("pay", term.payUntil())
        .param("advance", term.advanceUntil())
        .param("ground", term.ground(), Types.VARCHAR)
        .param("authority", term.authority(), Types.VARCHAR)
        .param("document", term.document(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  List<Pool> pools(@Nullable Integer year) {
    return pools(year, null);
  }

  Optional<Pool> pool(String code) {
    return pools(null, code).stream().findFirst();
  }

  private List<Pool> pools(@Nullable Integer year, @Nullable String code) {
    return jdbc.sql(POOLS)
        .param("year", year, Types.INTEGER)
        .param("code", code, Types.VARCHAR)
        .query(SourceStore::pool)
        .list();
  }

  void limit(Ceiling ceiling, LocalDate day) {
    jdbc.sql(CEILING)
        .param("project", ceiling.projectId())
        .param("source", ceiling.source())
        .param("from", ceiling.fromYear())
        .param("until", ceiling.untilYear())
        .param("amount", ceiling.amountVnd())
        .param("document", ceiling.document())
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  List<Ceiling> ceilings(LocalDate day) {
    return jdbc.sql(CEILINGS)
        .param("day", day)
        .query((row, number) ->
            new Ceiling(
                row.getLong("project_id"),
                row.getString("source_code"),
                row.getInt("from_year"),
                row.getInt("until_year"),
                row.getLong("amount_vnd"),
                row.getString("document")))
        .list();
  }

  private static Source source(ResultSet row, int number) throws SQLException {
    return new Source(
        row.getString("code"),
        row.getString("parent_code"),
        new Source.Name(row.getString("name_vi"), row.getString("name_en")),
        row.getString("tier"),
        row.getString("programme"),
        new Source.Ring(
            row.getBoolean("from_abroad"),
            row.getBoolean("as_collected"),
            row.getBoolean("by_sector"),
            row.getBoolean("by_loan")),
        Objects.requireNonNull(row.getObject("first_day", LocalDate.class)),
        row.getObject("last_day", LocalDate.class),
        row.getString("basis"));
  }

  private static Pool pool(ResultSet row, int number) throws SQLException {
    return new Pool(
        row.getInt("id"),
        row.getString("code"),
        row.getString("name"),
        new Pool.Ring(
            row.getString("source_code"),
            row.getString("sector_code"),
            row.getString("tier"),
            row.getString("loan_agreement")),
        row.getInt("budget_year"),
        Vintage.of(row.getString("vintage")),
        row.getInt("origin_year"),
        Objects.requireNonNull(row.getObject("opens_on", LocalDate.class)),
        new Term(
            Objects.requireNonNull(row.getObject("pay_until", LocalDate.class)),
            Objects.requireNonNull(row.getObject("advance_until", LocalDate.class)),
            row.getString("ground"),
            row.getString("authority"),
            row.getString("document")));
  }
}
