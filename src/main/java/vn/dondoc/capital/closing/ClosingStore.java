package vn.dondoc.capital.closing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.ledger.EntryKind;

/** Số liệu các tháng, as the ledger keeps them. */
@Component
@Transactional(readOnly = true)
class ClosingStore {
  private static final String MONTHS =
      """
      select m.month, sum(m.plan)::bigint as plan,
             sum(m.outstanding + m.volume)::bigint as disbursed
        from capital.months_on(:until, :year) m
       group by m.month
       order by m.month
      """;
  private static final String COUNTED =
      """
      select date_trunc('month', e.value_on::timestamp)::date as month, count(*) as entries
        from capital.entry e
       where e.value_on between :from and :until
       group by 1
      """;
  private static final String LATE =
      """
      select e.id, e.line_id, e.amount_vnd, e.value_on, o.value_on as of_on, o.kind,
             concat_ws(' ', e.number, nullif(e.series, '')) as document,
             concat_ws(' ', o.number, nullif(o.series, '')) as of_document,
             concat_ws(' ', v.code, v.name) as project, n.reason, n.signed_by
        from capital.entry e
        join capital.entry o on o.id = e.corrects_id
        join capital.posting n on n.id = e.posting_id
        join capital.line l on l.id = e.line_id
        join lateral (select x.code, x.name from project.version x
                       where x.project_id = l.project_id order by x.step desc limit 1) v on true
       where o.value_on between :from and :until
         and exists (select from capital.signature s where s.until_day >= o.value_on and s.at <= n.at)
       order by e.id desc
       limit :most
      """;

  private final JdbcClient jdbc;

  ClosingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a month changed, đồng.
   *
   * @param month its first day
   */
  record Change(LocalDate month, long plan, long disbursed) {}

  /** What each month changed for a budget year, up to a day. */
  List<Change> changes(int year, LocalDate until) {
    return jdbc.sql(MONTHS)
        .param("year", year)
        .param("until", until)
        .query((row, number) ->
            new Change(
                Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                row.getLong("plan"),
                row.getLong("disbursed")))
        .list();
  }

  /** Entries dated in each month of a year, by its first day. */
  Map<LocalDate, Long> entries(int year) {
    Map<LocalDate, Long> counted = new HashMap<>();
    jdbc.sql(COUNTED)
        .param("from", LocalDate.of(year, 1, 1))
        .param("until", LocalDate.of(year, 12, 31))
        .query(row -> {
          counted.put(row.getObject("month", LocalDate.class), row.getLong("entries"));
        });
    return counted;
  }

  /** Corrections of entries of a year made after their period was closed, the latest first. */
  List<LateCorrection> late(int year, int most) {
    return jdbc.sql(LATE)
        .param("from", LocalDate.of(year, 1, 1))
        .param("until", LocalDate.of(year, 12, 31))
        .param("most", most)
        .query((row, number) ->
            new LateCorrection(
                row.getLong("id"),
                row.getLong("line_id"),
                row.getString("project"),
                new LateCorrection.Of(
                    EntryKind.of(row.getString("kind")).key(),
                    row.getString("of_document"),
                    Objects.requireNonNull(row.getObject("of_on", LocalDate.class))),
                row.getLong("amount_vnd"),
                row.getString("document"),
                Objects.requireNonNull(row.getObject("value_on", LocalDate.class)),
                row.getString("reason"),
                row.getString("signed_by")))
        .list();
  }
}
