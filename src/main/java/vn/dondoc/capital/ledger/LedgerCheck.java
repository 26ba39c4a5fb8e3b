package vn.dondoc.capital.ledger;

import java.util.Locale;

/**
 * Một điều sổ vốn phải giữ, asked anew from the entries alone, by other words than the triggers
 * that hold it. Each answers with place, day, the amount found and the amount there should be.
 */
enum LedgerCheck {
  LINE_KEPT(
      """
      select {line} as place, null::date as day, v.kept as amount, coalesce(s.amount, 0) as most
        from capital.line l
        join capital.pool p on p.id = l.pool_id
        left join capital.line_balance b on b.line_id = l.id
        cross join lateral (values
          ('allocate', b.allocated), ('adjust', b.adjusted), ('transfer_in', b.transferred_in),
          ('transfer_out', b.transferred_out), ('carry_in', b.carried_in),
          ('carry_out', b.carried_out), ('cancel', b.cancelled), ('enter', b.entered),
          ('advance', b.advanced), ('recover', b.recovered), ('refund_advance', b.returned),
          ('payment', b.paid), ('refund', b.refunded)) v (kind, kept)
        left join (select line_id, kind, sum(direction * amount_vnd) as amount
                     from capital.entry group by line_id, kind) s
          on s.line_id = l.id and s.kind = v.kind
       where v.kept is distinct from coalesce(s.amount, 0)
          or (b.project_id, b.pool_id) is distinct from (l.project_id, l.pool_id)
      """),
  POOL_KEPT(
      """
      select p.code as place, null::date as day, v.kept as amount, v.told as most
        from capital.pool p
        left join capital.pool_balance b on b.pool_id = p.id
        left join (select pool_id,
                          sum(direction * amount_vnd) filter (where authority = 'pm') as pm,
                          sum(direction * amount_vnd) filter (where authority = 'province')
                            as province,
                          sum(case when kind in ('allocate', 'transfer_in') then amount_vnd
                                   when kind = 'transfer_out' then -amount_vnd
                                   else direction * amount_vnd end
                              * case when kind = 'allocate' then direction else 1 end)
                            filter (where kind in ('allocate', 'adjust', 'transfer_in',
                                                   'transfer_out')) as allocated
                     from capital.entry group by pool_id) s on s.pool_id = p.id
        left join (select pool_id, sum(allocated + adjusted + transferred_in - transferred_out) as lines
                     from capital.line_balance group by pool_id) l on l.pool_id = p.id
        cross join lateral (values
          (b.assigned_pm, coalesce(s.pm, 0)), (b.assigned_province, coalesce(s.province, 0)),
          (b.allocated, coalesce(s.allocated, 0)), (b.allocated, coalesce(l.lines, 0))) v (kept, told)
       where v.kept is distinct from v.told
      """),
  PROJECT_KEPT(
      """
      select capital.project_words(t.project_id) as place, null::date as day,
             b.disbursed - b.given_back as amount, t.disbursed as most
        from (select l.project_id,
                     coalesce(sum(case when e.kind in ('advance', 'payment') then 1 else -1 end
                                  * e.direction * e.amount_vnd), 0) as disbursed
                from capital.line l
                left join capital.entry e
                  on e.line_id = l.id and e.kind in ('advance', 'payment', 'refund', 'refund_advance')
               group by l.project_id) t
        left join capital.project_balance b on b.project_id = t.project_id
       where b.disbursed - b.given_back is distinct from t.disbursed
      """),
  NEGATIVE_PLAN(Daily.of("r.plan < 0", "r.plan", "0")),
  ENTERED_ABOVE_PLAN(Daily.of("r.entered > r.plan or r.entered < 0", "r.entered", "r.plan")),
  PAID_ABOVE_ENTERED(Daily.of("r.disbursed > r.entered", "r.disbursed", "r.entered")),
  RECOVERED_ABOVE_ADVANCED(
      Daily.of("r.recovered > r.advanced or r.recovered < 0", "r.recovered", "r.advanced")),
  REFUNDED_ABOVE_PAID(Daily.of("r.refunded > r.paid or r.paid < 0", "r.refunded", "r.paid")),
  ALLOCATED_ABOVE_ASSIGNED(
      """
      select p.code as place, r.value_on as day, r.allocated as amount, r.assigned as most
        from (select distinct on (d.pool_id) d.*
                from (select s.pool_id, s.value_on, sum(s.assigned) over days as assigned,
                             sum(s.allocated) over days as allocated
                        from (select pool_id, value_on,
                                     coalesce(sum(direction * amount_vnd)
                                                filter (where kind = 'assign'), 0) as assigned,
                                     coalesce(sum(direction * amount_vnd)
                                                filter (where kind in ('allocate', 'adjust',
                                                                       'transfer_in')), 0)
                                       - coalesce(sum(amount_vnd)
                                                    filter (where kind = 'transfer_out'), 0)
                                       as allocated
                                from capital.entry
                               group by pool_id, value_on) s
                      window days as (partition by s.pool_id order by s.value_on)) d
               where d.allocated > d.assigned or d.allocated < 0 or d.assigned < 0
               order by d.pool_id, d.value_on) r
        join capital.pool p on p.id = r.pool_id
      """),
  PAID_ABOVE_INVESTMENT(
      """
      select capital.project_words(r.project_id) as place, r.value_on as day, r.amount,
             coalesce(r.most, 0) as most
        from (select distinct on (w.project_id) w.*
                from (select d.*, case when d.paid then capital.limit_on(d.project_id, d.value_on)
                                       else capital.total_on(d.project_id, d.value_on) end as most
                        from (select s.project_id, s.value_on, s.paid,
                                     sum(s.net) over (partition by s.project_id order by s.value_on)
                                       as amount,
                                     s.paid or s.decided as asked
                                from (select m.project_id, m.value_on, sum(m.net) as net,
                                             bool_or(m.paid) as paid, bool_or(m.decided) as decided
                                        from (select l.project_id, e.value_on,
                                                     case when e.kind in ('advance', 'payment') then 1
                                                          else -1 end * e.direction * e.amount_vnd
                                                       as net,
                                                     e.kind in ('advance', 'payment')
                                                       and e.direction = 1 as paid,
                                                     false as decided
                                                from capital.entry e
                                                join capital.line l on l.id = e.line_id
                                               where e.kind in ('advance', 'payment', 'refund',
                                                                'refund_advance')
                                              union all
                                              select x.project_id, x.signed_on, 0, false, true
                                                from project.decision x
                                                join project.decision_kind k
                                                  on k.code = x.kind
                                                     and k.effect in ('policy', 'total')) m
                                       group by m.project_id, m.value_on) s) d
                       where d.asked and d.amount > 0) w
               where w.amount > coalesce(w.most, 0)
               order by w.project_id, w.value_on) r
      """),
  MOVEMENT_UNBALANCED(
      """
      select m.document as place, m.on_day as day, coalesce(sum(s.out), 0) as amount,
             coalesce(sum(s.back), 0) as most
        from capital.movement m
        join (select e.movement_id, l.project_id,
                     coalesce(sum(e.amount_vnd) filter (where e.kind in ('transfer_out',
                                                                        'carry_out')), 0) as out,
                     coalesce(sum(e.amount_vnd) filter (where e.kind in ('transfer_in',
                                                                        'carry_in')), 0) as back,
                     array_agg(distinct e.pool_id) filter (where e.kind in ('transfer_out',
                                                                            'carry_out')) as pools_out,
                     array_agg(distinct e.pool_id) filter (where e.kind in ('transfer_in',
                                                                            'carry_in')) as pools_in
                from capital.entry e join capital.line l on l.id = e.line_id
               where e.movement_id is not null
               group by e.movement_id, l.project_id) s on s.movement_id = m.id
        join capital.pool o on o.id = m.pool_out
        join capital.pool i on i.id = m.pool_in
       group by m.id
      having sum(s.out) <> sum(s.back)
          or bool_or(m.kind = 'carry' and s.out <> s.back)
          or bool_or(s.pools_out <> array[m.pool_out]) or bool_or(s.pools_in <> array[m.pool_in])
          or bool_or(m.kind = 'transfer' and m.pool_out <> m.pool_in)
          or bool_or(m.kind = 'carry'
                     and ((o.source_code, o.sector_code, o.tier, o.loan_agreement, o.budget_year + 1,
                           o.origin_year)
                          is distinct from
                          (i.source_code, i.sector_code, i.tier, i.loan_agreement, i.budget_year,
                           i.origin_year)))
      """),
  CORRECTION(
      """
      select o.number || ' ' || o.issuer as place, max(e.value_on) as day,
             sum(e.amount_vnd) as amount, o.amount_vnd as most
        from capital.entry e
        join capital.entry o on o.id = e.corrects_id
        join capital.posting n on n.id = e.posting_id
       group by o.id
      having sum(e.amount_vnd) > o.amount_vnd
          or bool_or((o.line_id, o.pool_id, o.kind) is distinct from (e.line_id, e.pool_id, e.kind)
                     or o.direction <> -e.direction or o.corrects_id is not null
                     or e.value_on < o.value_on or n.signed_by is null)
      """),
  VOUCHER(
      """
      select min(number) || ' ' || min(issuer) as place, min(value_on) as day, count(*) as amount,
             max(part)::bigint as most
        from capital.entry
       group by paper_key, issuer_key, number_year
      having min(part) <> 1 or max(part) <> count(*) or min(posting_id) <> max(posting_id)
      """),
  DAYS(
      """
      select e.number || ' ' || e.issuer || ' · ' || p.code as place, e.value_on as day,
             e.amount_vnd as amount, 0 as most
        from capital.entry e
        join capital.posting n on n.id = e.posting_id
        join capital.pool p on p.id = e.pool_id
        left join (select pool_id, max(pay_until) as pay_until, max(advance_until) as advance_until
                     from capital.term group by pool_id) t on t.pool_id = p.id
       where e.value_on > n.on_day or e.value_on < p.opens_on
          or e.direction = 1 and e.kind in ('payment', 'recover')
             and e.value_on > coalesce(t.pay_until, '-infinity')
          or e.direction = 1 and e.kind = 'advance'
             and e.value_on > coalesce(t.advance_until, '-infinity')
      """),
  CLOSED_PERIOD(
      """
      select e.number || ' ' || e.issuer as place, e.value_on as day, e.amount_vnd as amount, 0 as most
        from capital.entry e
        join capital.posting n on n.id = e.posting_id
       where e.value_on <= (select max(s.until_day) from capital.signature s where s.at < n.at)
      """),
  CLOSED_CHANGED(
      """
      select s.by_name as place, s.until_day as day, 0 as amount, 0 as most
        from capital.signature s
       where s.digest <> capital.digest_on(s.until_day)
      """),
  TWO_PERSONS(
      """
      select s.by_name as place, s.until_day as day, 0 as amount, 0 as most
        from capital.signature s join capital.closing c on c.id = s.closing_id
       where s.by_account = c.by_account and s.by_account >= 0 or s.until_day <> c.until_day
      """),
  ORPHAN(
      """
      select e.number || ' ' || e.issuer as place, e.value_on as day, e.amount_vnd as amount, 0 as most
        from capital.entry e
        left join capital.line l on l.id = e.line_id
       where e.line_id is not null and l.pool_id is distinct from e.pool_id
          or e.line_id is null and e.kind <> 'assign'
          or e.kind = 'assign' and (e.line_id is not null or e.authority is null)
          or e.amount_vnd <= 0 or e.direction not in (1, -1)
          or e.direction = -1 and e.corrects_id is null and e.kind not in ('assign', 'adjust', 'enter')
          or (e.kind like 'transfer%' or e.kind like 'carry%') <> (e.movement_id is not null)
          or not exists (select from capital.posting n where n.id = e.posting_id)
      """),
  SOURCE_OF_ANOTHER_YEAR(
      """
      select p.code as place, p.opens_on as day, p.origin_year::bigint as amount,
             p.budget_year::bigint as most
        from capital.pool p left join capital.source s on s.code = p.source_code
       where s.code is null
          or not s.valid && daterange(make_date(p.origin_year, 1, 1), make_date(p.origin_year + 1, 1, 1))
          or p.vintage <> case when p.origin_year = p.budget_year then 'this_year'
                               when p.origin_year < p.budget_year then 'carried' else 'advanced' end
      """);

  private final String sql;

  LedgerCheck(String sql) {
    this.sql = sql.replace("{line}", "capital.project_words(l.project_id) || ' · ' || p.code");
  }

  /** At most so many findings of a kind are told. */
  String sql(int most) {
    return "select * from (" + sql + ") found order by place, day limit " + most;
  }

  String key() {
    return "capital.finding." + name().toLowerCase(Locale.ROOT);
  }

  /** Running sums of every line on every day, with what is asked of them. */
  private static final class Daily {
    private static final String SQL =
        """
        select {line} as place, r.value_on as day, %2$s as amount, %3$s as most
          from (select distinct on (r.line_id) r.*
                  from (select s.line_id, s.value_on, sum(s.plan) over days as plan,
                               sum(s.entered) over days as entered,
                               sum(s.advanced) over days as advanced,
                               sum(s.recovered) over days as recovered, sum(s.paid) over days as paid,
                               sum(s.refunded) over days as refunded,
                               sum(s.disbursed) over days as disbursed
                          from (select line_id, value_on, {sums}
                                  from capital.entry
                                 where line_id is not null
                                 group by line_id, value_on) s
                        window days as (partition by s.line_id order by s.value_on)) r
                 where %1$s
                 order by r.line_id, r.value_on) r
          join capital.line l on l.id = r.line_id
          join capital.pool p on p.id = l.pool_id
        """
            .replace(
                "{sums}",
                sum("plan", "allocate adjust transfer_in carry_in", "transfer_out carry_out cancel")
                    + sum("entered", "enter", "")
                    + sum("advanced", "advance", "refund_advance")
                    + sum("recovered", "recover", "")
                    + sum("paid", "payment recover", "")
                    + sum("refunded", "refund", "")
                    + sum("disbursed", "advance payment", "refund refund_advance")
                        .replaceAll(", $", ""));

    static String of(String broken, String amount, String most) {
      return SQL.formatted(broken, amount, most);
    }

    private static String sum(String name, String more, String less) {
      return "coalesce(sum(direction * amount_vnd) filter (where kind in (%s)), 0) - coalesce(sum(direction * amount_vnd) filter (where kind in (%s)), 0) as %s, "
          .formatted(list(more), list(less), name);
    }

    private static String list(String words) {
      return "'" + words.replace(" ", "', '") + "'";
    }
  }
}
