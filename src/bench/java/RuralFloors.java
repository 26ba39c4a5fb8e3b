/** The questions of the New Rural programme, each beside what plain PostgreSQL does by hand. */
final class RuralFloors {
  /** Communes of a nation, below the province that is there. */
  static final String NATION =
      """
      create schema bench;
      insert into place.unit (key) select 'do-' || n from generate_series(1, %d) n;
      insert into place.version (unit_id, code, name, type, parent_id, valid, confidence)
      select u.id, 'D' || substr(u.key, 4), 'Xã đo ' || substr(u.key, 4), 'xa',
             (select v.unit_id from place.version v where v.parent_id is null limit 1),
             daterange('2016-01-01', null), 'high'
        from place.unit u where u.key like 'do-%%';
      analyze place.unit, place.version
      """;

  /** A table with the same keys, indexes and references, and one for what stands. */
  static final String TWIN =
      """
      create table bench.assessment (like rural.assessment including all);
      alter table bench.assessment
        add foreign key (entry_id) references rural.entry,
        add foreign key (unit_id) references place.unit,
        add foreign key (indicator_id) references rural.indicator,
        add foreign key (threshold_id) references rural.threshold;
      create table bench.standing (like rural.standing including all);
      create unlogged table bench.month (
        entry_id bigint, unit_id int, indicator_id int, period date, on_day date, figures numeric[],
        threshold_id int)
      """;

  private static final String ROWS =
      """
      truncate bench.month;
      insert into rural.entry (way, on_day, by_account, by_name)
      values ('load', '2020-08-14', -1, 'đo');
      insert into bench.month
      select (select max(id) from rural.entry), u.id, i.id,
             (date '2018-09-01' + interval '%1$d months')::date, '2020-08-14',
             array_fill((abs(hashint8(u.id * 1000::bigint + i.id + %1$d)) %% i.most)::numeric
                          / i.scale, array[i.parts]),
             i.threshold
        from place.unit u
        cross join (select i.id, count(p.id)::int as parts,
                           case when bool_and(p.value_type = 'yes_no') then 2 else 1001 end as most,
                           case when bool_and(p.value_type = 'yes_no') then 1 else 10 end as scale,
                           (select min(t.id) from rural.threshold t where t.indicator_id = i.id)
                             as threshold
                      from rural.indicator i join rural.part p on p.indicator_id = i.id
                      join rural.criteria_set s on s.id = i.set_id and s.code = '1980/QĐ-TTg'
                     group by i.id) i
       where u.key like 'do-%%'
      """;

  /** A month of every commune. */
  static final String MONTH = ROWS;

  /** A month of one commune. */
  static final String COMMUNE =
      ROWS.replace("%1$d months", "24 months' + interval '%1$d months") + " and u.key = 'do-7'";

  static final String COPY_OUT =
      """
      copy (select m.entry_id, m.unit_id, m.indicator_id, m.period, 1, 'claim'::text, m.on_day,
                   m.figures, false, true, m.threshold_id
              from bench.month m)
        to '{file}' (format binary)
      """;
  static final String COPY_IN =
      """
      copy bench.assessment (entry_id, unit_id, indicator_id, period, step, kind, on_day, figures,
                             nothing, verdict, threshold_id)
        from '{file}' (format binary)
      """;
  static final String RECORD =
      """
      select rural.record(array_agg(m.entry_id), array_agg(m.unit_id), array_agg(m.indicator_id),
                          array_agg(m.period), array_agg(1), array_agg('claim'::text),
                          array_agg(m.figures::text), array_agg(false), array_agg(null::text))
        from bench.month m
      """;

  private static final String BY_HAND =
      """
      insert into bench.standing
      with c as (
        select distinct on (unit_id, indicator_id) * from rural.assessment
         where kind = 'claim'{where} order by unit_id, indicator_id, period desc, step desc),
      v as (
        select distinct on (unit_id, indicator_id) * from rural.assessment
         where kind = 'verify'{where} order by unit_id, indicator_id, period desc, step desc),
      a as (
        select distinct on (unit_id, indicator_id) * from rural.assessment
         where kind = 'appraise'{where} order by unit_id, indicator_id, period desc, step desc)
      select c.unit_id, c.indicator_id, c.id, c.period, c.on_day, c.verdict, c.figures, c.nothing,
             v.id, v.verdict, a.id, a.verdict, null, null, null, null, c.period, c.step,
             case when a.verdict then 3 when v.verdict then 2 when c.verdict then 1 else 0 end
        from c
        left join v using (unit_id, indicator_id)
        left join a using (unit_id, indicator_id)
      """;
  static final String KEEP_BY_HAND = BY_HAND.replace("{where}", "");
  private static final String ONE = "(select id from place.unit where key = 'do-7')";
  static final String KEEP_ONE_BY_HAND = BY_HAND.replace("{where}", " and unit_id = " + ONE);
  static final String KEEP_ONE =
      """
      select rural.keep(array_agg(unit_id), array_agg(indicator_id))
        from rural.standing where unit_id =
      """
          + ONE;

  private static final String SET = "(select id from rural.criteria_set where code = '1980/QĐ-TTg')";
  static final String MATRIX =
      """
      select * from rural.criteria_at(
        (select array_agg(unit_id) from rural.units_on('xa', '2020-08-14')), {set}, '2020-08-14', 1)
      """
          .replace("{set}", SET);
  static final String MATRIX_BY_HAND =
      """
      select u.unit_id, i.criterion_id, count(*) as indicators,
             count(*) filter (where s.reached >= 1) as met,
             count(*) filter (where s.reached < 1 and s.wait_id is not null) as pending,
             count(s.return_id) as returned, count(s.claim_id) as reported,
             count(*) filter (where s.reached >= 1 and s.expires_on < '2020-08-14') as expired
        from place.version u
        cross join rural.indicator i
        left join rural.standing s on s.unit_id = u.unit_id and s.indicator_id = i.id
       where u.type = 'xa' and u.valid @> date '2020-08-14' and i.set_id = {set}
       group by u.unit_id, i.criterion_id
      """
          .replace("{set}", SET);

  private static final String MEMBERS = "(select array_agg(id) from place.unit where key like 'do-%')";
  static final String ROLLUP =
      """
      select * from rural.rollup({members}, (select array_agg('all'::text) from place.unit
                                              where key like 'do-%'), {set}, '2020-08-31', 1)
      """
          .replace("{members}", MEMBERS)
          .replace("{set}", SET);
  static final String ROLLUP_BY_HAND =
      """
      with cell as (
        select s.unit_id, i.criterion_id, count(*) filter (where s.reached >= 1) = n.all as met
          from rural.standing s
          join rural.indicator i on i.id = s.indicator_id and i.set_id = {set}
          join (select criterion_id, count(*) as all from rural.indicator where set_id = {set}
                 group by criterion_id) n on n.criterion_id = i.criterion_id
          join place.unit u on u.id = s.unit_id and u.key like 'do-%'
         group by s.unit_id, i.criterion_id, n.all)
      select criterion_id, count(*) filter (where met) as met, null::numeric
        from cell group by criterion_id
      union all
      select width_bucket(m, array[5, 10, 15, 19]), count(*), avg(m)
        from (select unit_id, count(*) filter (where met) as m from cell group by unit_id) scored
       group by 1
      """
          .replace("{set}", SET);

  private RuralFloors() {}
}
