package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Vouchers of a sender against the running totals it confirmed before. */
@Repository
class IntakeConfirmedStore {
  private static final String LIFTED =
      """
      with me as (
        select i.* from capital.intake i join capital.intake_reading g on g.intake_id = i.id
         where g.id = :reading),
      confirmed as materialized (
        select distinct on (o.line_id) o.line_id, i.cut_off, i.file_name, o.said_vnd
          from me
          join capital.intake i
            on i.sender_id = me.sender_id and i.content = 'treasury'
           and i.budget_year = me.budget_year
          join capital.intake_end d on d.intake_id = i.id and d.outcome = 'committed'
          join capital.intake_outcome o on o.reading_id = d.reading_id
         where o.line_id is not null and o.said_vnd is not null
         order by o.line_id, i.cut_off desc, i.id desc),
      lifting as (
        select c.line_id, c.cut_off, c.file_name, c.said_vnd, min(p.number) as number,
               sum(case when r.entry_kind in ('advance', 'payment') then p.said_vnd
                        when r.entry_kind in ('refund', 'refund_advance') then -p.said_vnd
                        else 0 end) as more
          from capital.intake_plan(:reading) p
          join capital.intake_row r on r.reading_id = :reading and r.number = p.number
          join confirmed c on c.line_id = p.line_id and r.value_on <= c.cut_off
         where p.state = 'new' and exists (select 1 from confirmed)
         group by c.line_id, c.cut_off, c.file_name, c.said_vnd)
      select r.place, coalesce(k.name, k.code, k.budget_code, '–') as project, q.code as pool,
             l.cut_off, l.file_name, l.said_vnd, l.more + b.booked as booked
        from lifting l
        cross join lateral (
          select coalesce(sum(e.direction * e.amount_vnd
                              * case when e.kind in ('advance', 'payment') then 1
                                     when e.kind in ('refund', 'refund_advance') then -1
                                     else 0 end), 0) as booked
            from capital.entry e
           where e.line_id = l.line_id and e.value_on <= l.cut_off) b
        join capital.intake_row r on r.reading_id = :reading and r.number = l.number
        join capital.line n on n.id = l.line_id
        join capital.pool q on q.id = n.pool_id
        left join capital.intake_key k on k.reading_id = :reading and k.number = r.project_key
       where l.more > 0 and l.more + b.booked > l.said_vnd
       order by l.number limit :most
      """;

  private final JdbcClient jdbc;

  IntakeConfirmedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Dòng vốn mà chứng từ đưa lên trên số lũy kế đã xác nhận.
   *
   * @param place cell of the first such voucher
   * @param project as the file calls it
   * @param pool code of the pool
   * @param cutOff ngày chốt of the running total
   * @param file the file that confirmed it
   * @param confirmed that total, đồng
   * @param booked what the line would come to on that day
   */
  record Lifted(
      String place,
      String project,
      String pool,
      LocalDate cutOff,
      String file,
      long confirmed,
      long booked) {}

  /** Lines that new vouchers dated up to a confirmed cut-off lift above what was confirmed. */
  List<Lifted> lifted(Intake intake, int most) {
    return jdbc.sql(LIFTED)
        .param("reading", Objects.requireNonNull(intake.reading()))
        .param("most", most)
        .query((row, number) ->
            new Lifted(
                row.getString("place"),
                row.getString("project"),
                row.getString("pool"),
                Objects.requireNonNull(row.getObject("cut_off", LocalDate.class)),
                row.getString("file_name"),
                row.getLong("said_vnd"),
                row.getLong("booked")))
        .list();
  }
}
