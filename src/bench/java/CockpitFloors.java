import java.util.List;

/** The pages of disbursement, each beside one query written by hand that reads the entries. */
final class CockpitFloors {
  /** Sums by month of a past that was put there without being weighed. */
  static final String MONTHS =
      """
      insert into capital.line_month (line_id, month, project_id, pool_id, plan, entered, outstanding,
                                      volume, planned_on, moved_on)
      select l.id, date_trunc('month', e.value_on::timestamp)::date, l.project_id, l.pool_id,
             sum(e.direction * e.amount_vnd * capital.in_plan(e.kind)),
             coalesce(sum(e.direction * e.amount_vnd) filter (where e.kind = 'enter'), 0),
             sum(e.direction * e.amount_vnd * capital.in_outstanding(e.kind)),
             sum(e.direction * e.amount_vnd * capital.in_volume(e.kind)),
             min(e.value_on) filter (where capital.plans(e.kind, e.direction)),
             max(e.value_on) filter (where capital.moves(e.kind, e.direction))
        from capital.entry e
        join capital.line l on l.id = e.line_id
        join capital.pool p on p.id = l.pool_id and p.source_code = 'DO'
       group by l.id, date_trunc('month', e.value_on::timestamp);
      vacuum (analyze) capital.line_month
      """;

  /**
   * A page and its floor.
   *
   * @param name of the row
   * @param path of the page
   * @param query what tells the same
   */
  record Page(String name, String path, String query) {}

  private static final String LINES =
      """
      with e as (
        select e.line_id, l.project_id, p.source_code, p.budget_year, e.value_on,
               case when e.kind in ('allocate', 'adjust', 'transfer_in', 'carry_in')
                    then e.direction * e.amount_vnd
                    when e.kind in ('transfer_out', 'carry_out', 'cancel')
                    then -e.direction * e.amount_vnd else 0 end as plan,
               case when e.kind = 'enter' then e.direction * e.amount_vnd else 0 end as entered,
               case when e.kind = 'advance' then e.direction * e.amount_vnd
                    when e.kind in ('recover', 'refund_advance')
                    then -e.direction * e.amount_vnd else 0 end as outstanding,
               case when e.kind in ('payment', 'recover') then e.direction * e.amount_vnd
                    when e.kind = 'refund' then -e.direction * e.amount_vnd else 0 end as volume
          from capital.entry e
          join capital.line l on l.id = e.line_id
          join capital.pool p on p.id = l.pool_id
         where {wanted}),
      line as (
        select line_id, project_id, source_code, budget_year, sum(plan) as plan,
               sum(entered) as entered, sum(outstanding) as outstanding, sum(volume) as volume,
               sum(outstanding + volume) filter (where value_on >= '2020-07-01') as month,
               min(value_on) filter (where plan > 0) as planned_on,
               max(value_on) filter (where outstanding + volume > 0) as moved_on
          from e group by line_id, project_id, source_code, budget_year)
      """;
  private static final String COCKPIT =
      LINES.replace(
              "{wanted}",
              """
              p.budget_year = 2020 and e.value_on <= '2020-07-20'
                   or p.budget_year = 2019 and e.value_on <= '2019-07-20'
              """)
          + """
            select 'row', source_code || budget_year, count(*), sum(plan), sum(outstanding), sum(volume),
                   sum(month), min(planned_on), max(moved_on)
              from line group by source_code, budget_year
            union all
            select 'month', date_trunc('month', value_on::timestamp)::text, 0, 0, sum(outstanding), sum(volume),
                   0, null, null
              from e where budget_year = 2020 group by date_trunc('month', value_on::timestamp)
            union all
            (select 'largest', project_id::text, count(*), sum(plan), sum(outstanding), sum(volume), 0, null,
                    null
               from line where budget_year = 2020 group by project_id order by sum(plan) desc limit 1)
            """;
  private static final String LISTED =
      LINES.replace("{wanted}", "p.budget_year = 2020 and e.value_on <= '2020-07-20'")
          + """
            select l.*, n.name, sum(l.plan) over () as plans, sum(l.outstanding) over () as outstandings,
                   sum(l.volume) over () as volumes, count(*) over () as lines
              from line l
              join (select distinct on (v.project_id) v.project_id, v.name from project.version v
                     order by v.project_id, v.step desc) n on n.project_id = l.project_id
             order by l.plan - l.outstanding - l.volume desc, l.line_id
             limit 50
            """;

  static final List<Page> PAGES =
      List.of(
          new Page("cockpit by source", "/von?nam=2020&ngay=20/7/2020&cach=R4", COCKPIT),
          new Page("cockpit by owner", "/von?nam=2020&ngay=20/7/2020&cach=R4&theo=chu", COCKPIT),
          new Page("capital lines", "/von/dong?nam=2020&ngay=20/7/2020&cach=R4", LISTED));

  private CockpitFloors() {}
}
