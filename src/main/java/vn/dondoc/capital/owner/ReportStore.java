package vn.dondoc.capital.owner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

@Repository
class ReportStore {
  private static final String LINES =
      """
      select l.line_id, l.project_id, concat_ws(' ', p.code, p.name) as project, o.name as pool,
             p.owner_id, coalesce(n.name, '–') as owner, l.plan, l.disbursed as treasury,
             b.promised_next_vnd as promised, r.step, r.disbursed_vnd, r.work_done_vnd,
             r.accepted_vnd, r.promised_next_vnd, r.expected_31_12_vnd, r.expected_31_1_vnd, r.blocker,
             r.difficulty, r.proposal, r.authority, r.on_day, r.by_name,
             (select min(f.on_day) from capital.owner_report f
               where f.line_id = l.line_id and f.month = :month and f.kind = :kind) as first_on
        from capital.running_on(:until) l
        join project.on_day(:until) p on p.project_id = l.project_id
        join capital.pool o on o.id = l.pool_id
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :until::date
        left join lateral (select x.* from capital.owner_report x
                            where x.line_id = l.line_id and x.month = :month and x.kind = :kind
                            order by x.step desc limit 1) r on true
        left join lateral (select x.promised_next_vnd from capital.owner_report x
                            where x.line_id = l.line_id
                              and x.month = (:month::date - interval '1 month')::date
                              and x.promised_next_vnd is not null
                            order by x.id desc limit 1) b on true
       where (not :own or l.project_id = any((select project.scope_owned())::bigint[]))
       order by n.name, p.code, p.name, o.budget_year desc, o.code
       limit :most
      """;
  private static final String ADD =
      """
      insert into capital.owner_report (line_id, month, kind, step, disbursed_vnd, work_done_vnd,
                                        accepted_vnd, promised_next_vnd, expected_31_12_vnd,
                                        expected_31_1_vnd, blocker, difficulty, proposal, authority,
                                        on_day, by_account, by_name)
      values (:line, :month, :kind, :step, :disbursed, :work, :accepted, :promised, :december, :january,
              :blocker, :difficulty, :proposal, :authority, :day, :account, :by)
      """;

  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lines that ran at the end of a period, with what was said of them. */
  List<ReportLine> lines(Period period, boolean own, int most) {
    return jdbc.sql(LINES)
        .param("until", period.until())
        .param("month", period.month().atDay(1))
        .param("kind", period.kind().code())
        .param("own", own)
        .param("most", most)
        .query(ReportStore::line)
        .list();
  }

  /**
   * Kỳ báo cáo.
   *
   * @param month the month reported
   * @param kind estimate or actual
   * @param until its last day, or today while it runs
   */
  record Period(YearMonth month, OwnerReport.Kind kind, LocalDate until) {}

  /** The day the report of a month is due; null while no rule says so. */
  @Nullable LocalDate due(YearMonth month, OwnerReport.Kind kind) {
    return jdbc.sql("select capital.report_due(:kind, :month)")
        .param("kind", kind.code())
        .param("month", month.atDay(1))
        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }

  void add(long line, Period period, int step, OwnerReport report, LocalDate day) {
    OwnerReport.Money money = report.money();
    OwnerReport.Trouble trouble = report.trouble();
    jdbc.sql(ADD)
        .param("line", line)
        .param("month", period.month().atDay(1))
        .param("kind", period.kind().code())
        .param("step", step)
        .param("disbursed", money.disbursed(), Types.BIGINT)
        .param("work", money.workDone(), Types.BIGINT)
        .param("accepted", money.accepted(), Types.BIGINT)
        .param("promised", money.promisedNext(), Types.BIGINT)
        .param("december", money.expectedDecember(), Types.BIGINT)
        .param("january", money.expectedJanuary(), Types.BIGINT)
        .param("blocker", trouble.blocker(), Types.VARCHAR)
        .param("difficulty", trouble.difficulty(), Types.VARCHAR)
        .param("proposal", trouble.proposal(), Types.VARCHAR)
        .param("authority", trouble.authority(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  private static ReportLine line(ResultSet row, int number) throws SQLException {
    return new ReportLine(
        row.getLong("line_id"),
        row.getLong("project_id"),
        row.getString("project"),
        row.getString("pool"),
        row.getInt("owner_id"),
        row.getString("owner"),
        row.getLong("plan"),
        row.getLong("treasury"),
        row.getObject("promised", Long.class),
        said(row),
        row.getObject("first_on", LocalDate.class));
  }

  private static OwnerReport.@Nullable Said said(ResultSet row) throws SQLException {
    int step = row.getInt("step");
    if (step == 0) {
      return null;
    }
    return new OwnerReport.Said(
        row.getLong("line_id"),
        step,
        new OwnerReport(
            new OwnerReport.Money(
                row.getObject("disbursed_vnd", Long.class),
                row.getObject("work_done_vnd", Long.class),
                row.getObject("accepted_vnd", Long.class),
                row.getObject("promised_next_vnd", Long.class),
                row.getObject("expected_31_12_vnd", Long.class),
                row.getObject("expected_31_1_vnd", Long.class)),
            new OwnerReport.Trouble(
                row.getString("blocker"),
                row.getString("difficulty"),
                row.getString("proposal"),
                row.getString("authority"))),
        Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
        row.getString("by_name"));
  }
}
