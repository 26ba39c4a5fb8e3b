/** The questions of the capital ledger, each beside what plain PostgreSQL does by hand. */
final class CapitalFloors {
  /** Projects with a line in each of ten budget years, and the pools of those years. */
  static final String GROUND =
      """
      create schema bench;
      insert into project.sector (code, kind, name_vi, name_en, ordinal, source, confidence)
      values ('do', 'do', 'Đo', 'Bench', 9001, 'đo', 'high');
      insert into project.choice (list, code, name_vi, name_en, ordinal)
      values ('level', 'do', 'Đo', 'Bench', 9001), ('nature', 'do', 'Đo', 'Bench', 9001),
             ('group', 'do', 'Đo', 'Bench', 9001);
      insert into project.decision_kind (code, effect, name_vi, name_en, ordinal)
      values ('do', 'total', 'Đo', 'Bench', 9001);
      insert into capital.source (code, ordinal, name_vi, name_en, tier, from_abroad, as_collected,
                                  by_sector, by_loan, valid, basis, confidence)
      values ('DO', 9001, 'Đo', 'Bench', 'do', false, false, false, true, '[2005-01-01,)', 'đo', 'high');
      insert into project.project (id, made_on, by_account, by_name)
      select 1000000 + n, '2010-01-01', -1, 'đo' from generate_series(1, %1$d) n;
      insert into project.version (project_id, step, name, owner_id, level, nature, group_code,
                                   sector_code, on_day, by_account, by_name)
      select 1000000 + n, 1, 'Dự án đo ' || n, (select min(id) from agency.body), 'do', 'do', 'do', 'do',
             '2010-01-01', -1, 'đo'
        from generate_series(1, %1$d) n;
      insert into project.decision (project_id, kind, number, signed_on, issuer, value_vnd, on_day,
                                    by_account, by_name)
      select 1000000 + n, 'do', 'QĐ ' || n, '2010-06-01', 'đo', 1000000000000, '2010-06-01', -1, 'đo'
        from generate_series(1, %1$d) n;
      insert into capital.pool (id, code, source_code, budget_year, vintage, origin_year, tier,
                                loan_agreement, name, opens_on, on_day, by_account, by_name)
      select 1000000 + (y - 2011) * 12 + p, 'DO-' || y || '-' || p, 'DO', y, 'this_year', y, 'do',
             'L' || p, 'Nhóm vốn đo', make_date(y - 1, 12, 1), '2010-06-01', -1, 'đo'
        from generate_series(2011, 2020) y, generate_series(1, 12) p;
      insert into capital.term (pool_id, pay_until, advance_until, on_day, by_account, by_name)
      select id, make_date(budget_year + 1, 1, 31), make_date(budget_year, 12, 31), '2010-06-01', -1, 'đo'
        from capital.pool where source_code = 'DO';
      insert into capital.line (project_id, pool_id, on_day, by_account, by_name)
      select 1000000 + n, 1000000 + (y - 2011) * 12 + 1 + n %% 12, '2010-06-01', -1, 'đo'
        from generate_series(1, %1$d) n, generate_series(2011, 2020) y;
      insert into capital.posting (id, way, on_day, by_account, by_name)
      values (1000000, 'load', '2020-12-31', -1, 'đo')
      """;

  /** The past, put there without being weighed; what stands is then added up once. */
  static final String ENTRIES =
      """
      set session_replication_role = replica;
      insert into capital.entry (posting_id, line_id, pool_id, kind, authority, amount_vnd, value_on,
                                 number, series, issuer)
      select 1000000, null, p.id, 'assign', 'pm', 100000000000000, make_date(p.budget_year - 1, 12, 10),
             'A' || p.id, '', 'đo'
        from capital.pool p where p.source_code = 'DO';
      insert into capital.entry (posting_id, line_id, pool_id, kind, amount_vnd, value_on, number, series,
                                 issuer)
      select 1000000, l.id, l.pool_id,
             case k when 1 then 'allocate' when 2 then 'enter'
                    else case k %% 10 when 0 then 'advance' when 5 then 'recover' else 'payment' end end,
             case when k <= 2 then 50000000000 when k %% 10 = 5 then 1000000 else 1000000 + k end,
             case when k <= 2 then make_date(p.budget_year - 1, 12, 20)
                  else make_date(p.budget_year, 1, 5) + ((k * 7 + l.id %% 3) %% 350)::int end,
             'B' || l.id || '-' || k, '2011', 'Kho bạc đo'
        from capital.line l
        join capital.pool p on p.id = l.pool_id and p.source_code = 'DO'
        cross join generate_series(1, %1$d) k
       order by p.budget_year, k, l.id;
      set session_replication_role = origin;
      update capital.line_balance b
         set allocated = s.allocated, entered = s.entered, advanced = s.advanced,
             recovered = s.recovered, paid = s.paid
        from (select line_id, sum(amount_vnd) filter (where kind = 'allocate') as allocated,
                     sum(amount_vnd) filter (where kind = 'enter') as entered,
                     coalesce(sum(amount_vnd) filter (where kind = 'advance'), 0) as advanced,
                     coalesce(sum(amount_vnd) filter (where kind = 'recover'), 0) as recovered,
                     coalesce(sum(amount_vnd) filter (where kind = 'payment'), 0) as paid
                from capital.entry where posting_id = 1000000 and line_id is not null group by line_id) s
       where b.line_id = s.line_id;
      update capital.pool_balance b set assigned_pm = s.pm, allocated = s.allocated
        from (select pool_id, sum(amount_vnd) filter (where kind = 'assign') as pm,
                     coalesce(sum(amount_vnd) filter (where kind = 'allocate'), 0) as allocated
                from capital.entry where posting_id = 1000000 group by pool_id) s
       where b.pool_id = s.pool_id;
      update capital.project_balance b set disbursed = s.disbursed
        from (select project_id, sum(advanced + paid) as disbursed
                from capital.line_balance where project_id > 1000000 group by project_id) s
       where b.project_id = s.project_id;
      vacuum (analyze) capital.entry;
      analyze
      """;

  /** A table with the same keys, indexes and references. */
  static final String TWIN =
      """
      create table bench.entry (like capital.entry including all);
      alter table bench.entry
        add foreign key (line_id, pool_id) references capital.line (id, pool_id),
        add foreign key (posting_id) references capital.posting,
        add foreign key (pool_id) references capital.pool,
        add foreign key (movement_id) references capital.movement,
        add foreign key (corrects_id) references capital.entry;
      create unlogged table bench.payment (line_id bigint, pool_id int, amount bigint, day date,
                                           number text)
      """;

  /** Payments of one round: so many, over the lines of the last year. */
  static final String PAYMENTS =
      """
      truncate bench.payment;
      insert into bench.payment
      select l.id, l.pool_id, 1000 + k, make_date(2020, 12, 1) + (k %% 30)::int,
             'R%2$d-' || l.id || '-' || k
        from (select l.id, l.pool_id, row_number() over (order by l.id) as n, count(*) over () as lines
                from capital.line l join capital.pool p on p.id = l.pool_id
               where p.source_code = 'DO' and p.budget_year = 2020) l
        join generate_series(0, %1$d - 1) k on k %% l.lines = l.n - 1
      """;
  static final String COPY_OUT =
      """
      copy (select line_id, 1000000::bigint, amount, pool_id, day, 'payment'::text, number, '2020'::text,
                   'Kho bạc đo'::text
              from bench.payment)
        to '{file}' (format binary)
      """;
  static final String COPY_IN =
      """
      copy bench.entry (line_id, posting_id, amount_vnd, pool_id, value_on, kind, number, series, issuer)
        from '{file}' (format binary)
      """;
  static final String POST =
      """
      select capital.post(1000000, array_agg(line_id), array_agg(null::int),
                          array_agg('payment'::text), array_agg(1), array_agg(amount), array_agg(day),
                          array_agg('Kho bạc đo'::text), array_agg('2020'::text), array_agg(number),
                          array_agg(1), array_agg(null::text), array_agg(null::bigint),
                          array_agg(null::bigint), array_agg(null::text))
        from bench.payment
      """;

  /** Every line of a budget year at the end of a day. */
  static final String REPORT =
      "select * from capital.lines_on('%1$s', %2$d)";
  static final String REPORT_BY_HAND =
      """
      select l.id, l.project_id, l.pool_id, s.*
        from capital.line l
        join capital.pool p on p.id = l.pool_id and p.budget_year = %2$d
        left join (
          select e.line_id,
                 sum(case when e.kind in ('allocate', 'adjust', 'transfer_in', 'carry_in')
                          then e.direction * e.amount_vnd
                          when e.kind in ('transfer_out', 'carry_out', 'cancel')
                          then -e.direction * e.amount_vnd else 0 end) as plan,
                 sum(case when e.kind = 'enter' then e.direction * e.amount_vnd else 0 end) as entered,
                 sum(case when e.kind = 'advance' then e.direction * e.amount_vnd
                          when e.kind in ('recover', 'refund_advance')
                          then -e.direction * e.amount_vnd else 0 end) as outstanding,
                 sum(case when e.kind in ('payment', 'recover') then e.direction * e.amount_vnd
                          when e.kind = 'refund' then -e.direction * e.amount_vnd else 0 end) as volume
            from capital.entry e
            join capital.line x on x.id = e.line_id
            join capital.pool q on q.id = x.pool_id and q.budget_year = %2$d
           where e.value_on <= '%1$s'
           group by e.line_id) s on s.line_id = l.id
      """;

  /** What a whole year comes to, pool by pool. */
  static final String POOLS = "select * from capital.pools_on('%1$s', %2$d)";

  /** One line's page: its entries with the running balance. */
  static final String LINE =
      """
      select e.*, sum(e.direction * e.amount_vnd * capital.in_plan(e.kind))
                    over (order by e.value_on, e.id) as plan
        from capital.entry e
       where e.line_id = (select min(l.id) + %1$d from capital.line l where l.project_id > 1000000)
      """;

  private CapitalFloors() {}
}
