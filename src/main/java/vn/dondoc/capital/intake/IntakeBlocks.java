package vn.dondoc.capital.intake;

/**
 * What the ledger would refuse of a reading as a whole, told before anybody commits, and the rows
 * it would refuse it for: they are not counted as rows to be booked.
 */
final class IntakeBlocks {
  /**
   * Lines that would be paid above what is entered for payment, each told at its largest row; every
   * row that pays such a line is held back.
   */
  static final String OVERSPENT =
      """
      paying as materialized (
        select r.line_id, r.number,
               case when r.entry_kind is null then r.said_vnd - coalesce(r.was_vnd, 0)
                    when r.entry_kind in ('advance', 'payment') then r.said_vnd
                    when r.entry_kind in ('refund', 'refund_advance') then -r.said_vnd
                    else 0 end as more
          from raw r
         where :foretold and r.state in ('new', 'changed') and r.line_id is not null),
      moved as (
        select y.line_id, (array_agg(y.number order by y.more desc, y.number))[1] as number,
               sum(y.more) as more
          from paying y
         group by y.line_id),
      above as materialized (
        select m.line_id, m.number, b.entered,
               b.advanced - b.returned + b.paid - b.refunded + m.more as total
          from moved m join capital.line_balance b on b.line_id = m.line_id
         where m.more > 0 and b.advanced - b.returned + b.paid - b.refunded + m.more > b.entered),
      overspent as (
        select 2 as part, a.number, 'overspent' as why, a.entered as was_vnd,
               a.total::bigint as said_vnd, null as other_place
          from above a
         order by a.number limit :most),
      """;

  /**
   * Vouchers and decisions: dated after today, recovered above what was advanced or before it was,
   * entered above plan.
   */
  static final String UNBALANCED =
      """
      x as materialized (
        select r.* from raw r where :foretold and r.state = 'new' and r.entry_kind is not null),
      stands as materialized (
        select x.project_id, x.pool_id,
               min(x.number) filter (where x.entry_kind = 'recover') as recovery,
               min(x.number) filter (where x.entry_kind = 'enter') as entering,
               coalesce(sum(x.vnd) filter (where x.entry_kind = 'recover'), 0) as recovered,
               coalesce(max(b.advanced - b.recovered - b.returned), 0)
                 + sum(x.vnd * capital.in_outstanding(x.entry_kind)) as outstanding,
               coalesce(max(b.entered), 0)
                 + coalesce(sum(x.vnd) filter (where x.entry_kind = 'enter'), 0) as entered,
               coalesce(max(b.allocated + b.adjusted + b.transferred_in - b.transferred_out
                            + b.carried_in - b.carried_out - b.cancelled), 0)
                 + sum(x.vnd * capital.in_plan(x.entry_kind)) as plan
          from x left join capital.line_balance b on b.line_id = x.line_id
         group by x.project_id, x.pool_id),
      recovering as (
        select distinct x.project_id, x.pool_id, x.line_id
          from x join stands s on s.project_id = x.project_id and s.pool_id = x.pool_id
         where s.recovery is not null and s.outstanding >= 0),
      days as (
        select d.project_id, d.pool_id, d.value_on,
               sum(sum(d.vnd)) over (partition by d.project_id, d.pool_id order by d.value_on)
                 as outstanding
          from (select x.project_id, x.pool_id, x.value_on,
                       x.vnd * capital.in_outstanding(x.entry_kind) as vnd
                  from x join recovering g on g.project_id = x.project_id and g.pool_id = x.pool_id
                union all
                select g.project_id, g.pool_id, e.value_on,
                       e.direction * e.amount_vnd * capital.in_outstanding(e.kind)
                  from recovering g join capital.entry e on e.line_id = g.line_id) d
         group by d.project_id, d.pool_id, d.value_on),
      least as (
        select d.project_id, d.pool_id, d.value_on,
               min(d.outstanding) over (partition by d.project_id, d.pool_id
                                        order by d.value_on desc) as outstanding
          from days d),
      early as materialized (
        select distinct on (x.project_id, x.pool_id) x.number, d.outstanding, x.vnd
          from x join least d on d.project_id = x.project_id and d.pool_id = x.pool_id
                             and d.value_on = x.value_on
         where x.entry_kind = 'recover' and d.outstanding < 0
         order by x.project_id, x.pool_id, x.value_on, x.number),
      unbalanced as (
        select 3 as part, u.*, null as other_place
          from (select x.number, 'ahead' as why, null::bigint as was_vnd, x.vnd as said_vnd
                  from x where x.value_on > :day
                union all
                select s.recovery, 'over_recovered', s.outstanding + s.recovered, s.recovered
                  from stands s where s.recovery is not null and s.outstanding < 0
                union all
                select y.number, 'early_recovered', y.outstanding + y.vnd, y.vnd from early y
                union all
                select s.entering, 'over_entered', s.plan, s.entered
                  from stands s where s.entering is not null and s.entered > s.plan) u
         order by u.number, u.why limit :most),
      """;

  /** The figures {@code w} as they are shown: what is held back is not to be booked. */
  static final String BLOCKED =
      """
      held as materialized (
        select distinct on (h.number) h.number, h.why
          from (select y.number, 'overspent' as why, 1 as at
                  from paying y join above a on a.line_id = y.line_id where y.more > 0
                union all
                select x.number, 'ahead', 2 from x where x.value_on > :day
                union all
                select x.number, 'over_recovered', 3
                  from x join stands s on s.project_id = x.project_id and s.pool_id = x.pool_id
                 where x.entry_kind = 'recover' and s.outstanding < 0
                union all
                select y.number, 'early_recovered', 4 from early y
                union all
                select x.number, 'over_entered', 5
                  from x join stands s on s.project_id = x.project_id and s.pool_id = x.pool_id
                 where x.entry_kind = 'enter' and x.direction > 0 and s.entered > s.plan
                union all
                select r.number, 'report', 6
                  from unnest(:held::int[]) as r (number)) h
         order by h.number, h.at),
      w as materialized (
        select r.number, r.project_id, r.pool_id, r.line_id, r.how,
               case when h.number is null then r.state else 'blocked' end as state,
               coalesce(h.why, r.why) as why, r.was_vnd, r.said_vnd, r.plan_vnd, r.other_vnd,
               r.place, r.document, r.value_on, r.entry_kind, r.direction, r.series, r.project_key,
               r.pool_key, r.vnd, r.row, r.told_plan
          from raw r left join held h on h.number = r.number),
      """;

  private IntakeBlocks() {}
}
