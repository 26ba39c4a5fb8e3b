package vn.dondoc.capital.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.staging.Problems;
import vn.dondoc.kernel.Refusal.Problem;

/** What a reading would do; once it is committed, what it did. */
@Repository
class IntakePlanStore {
  private static final String SUMS =
      """
      select p.state, p.why, q.code as pool, q.name as pool_name, count(*) as rows,
             coalesce(sum(p.was_vnd), 0) as was, coalesce(sum(p.said_vnd), 0) as said,
             coalesce(sum(p.plan_vnd), 0) as plan
        from {plan} p
        left join capital.pool q on q.id = p.pool_id
       group by p.state, p.why, q.code, q.name
       order by q.code nulls last, p.state
      """;
  private static final String LINES =
      """
      select p.*, r.row, r.place, r.document, r.value_on, r.entry_kind, k.name as said_name,
             coalesce(k.code, k.budget_code) as said_code, q.code as pool,
             (select v.name from project.version v where v.project_id = p.project_id
               order by v.step desc limit 1) as project
        from (select x.* from {plan} x
               where (:state::text is null or x.state = :state::text)
                 and (:apart::boolean is not true
                      or x.other_vnd is not null and x.said_vnd is not null
                         and x.other_vnd <> x.said_vnd)
                 and x.number > :after
               order by x.number limit :most) p
        join capital.intake_row r on r.reading_id = :reading and r.number = p.number
        left join capital.intake_key k on k.reading_id = :reading and k.number = r.project_key
        left join capital.pool q on q.id = p.pool_id
       order by p.number
      """;
  private static final String SIDES =
      """
      select count(*) as told, count(*) filter (where p.said_vnd <> p.other_vnd) as apart,
             coalesce(sum(p.said_vnd), 0) as said, coalesce(sum(p.other_vnd), 0) as other
        from {plan} p
       where p.said_vnd is not null and p.other_vnd is not null
      """;
  private static final String REFUSED =
      """
      with p as materialized (select x.* from {plan} x)
      select r.place, p.why, p.was_vnd, p.said_vnd, r.document, r.value_on, k.name, k.code,
             k.budget_code, capital.closed_until()::text as closed, q.code as pool,
             coalesce(w.name, w.words) as pool_words,
             (select o.place from p x
                join capital.intake_row o on o.reading_id = :reading and o.number = x.number
               where p.why = 'twice' and x.why = 'twice' and x.number <> p.number
                 and x.project_id = p.project_id and x.pool_id = p.pool_id
               order by x.number limit 1) as other_place
        from p
        join capital.intake_row r on r.reading_id = :reading and r.number = p.number
        left join capital.intake_key k on k.reading_id = :reading and k.number = r.project_key
        left join capital.intake_key w on w.reading_id = :reading and w.number = r.pool_key
        left join capital.pool q on q.id = p.pool_id
       where p.state = 'refused'
       order by p.number limit :most
      """;
  // What the ledger would refuse as a whole, told with its cells before anybody commits.
  private static final String OVERSPENT =
      """
      with moved as (
        select x.line_id, min(x.number) as number,
               sum(case when r.entry_kind is null then x.said_vnd - coalesce(x.was_vnd, 0)
                        when r.entry_kind in ('advance', 'payment') then x.said_vnd
                        when r.entry_kind in ('refund', 'refund_advance') then -x.said_vnd
                        else 0 end) as more
          from {plan} x
          join capital.intake_row r on r.reading_id = :reading and r.number = x.number
         where x.state in ('new', 'changed') and x.line_id is not null
         group by x.line_id)
      select r.place, 'overspent' as why, b.entered as was_vnd,
             (b.advanced - b.returned + b.paid - b.refunded + m.more)::bigint as said_vnd,
             r.document, r.value_on, k.name, k.code, k.budget_code, null as closed,
             q.code as pool, null as pool_words, null as other_place
        from moved m
        join capital.line_balance b on b.line_id = m.line_id
        join capital.pool q on q.id = b.pool_id
        join capital.intake_row r on r.reading_id = :reading and r.number = m.number
        left join capital.intake_key k on k.reading_id = :reading and k.number = r.project_key
       where m.more > 0 and b.advanced - b.returned + b.paid - b.refunded + m.more > b.entered
       order by m.number limit :most
      """;
  // Vouchers and decisions: dated after today, recovered above what was advanced or before it was,
  // entered above plan.
  private static final String UNBALANCED =
      """
      with x as materialized (
        select p.number, p.project_id, p.pool_id, p.line_id, r.entry_kind, r.value_on,
               r.direction * r.amount_vnd as vnd
          from {plan} p
          join capital.intake_row r on r.reading_id = :reading and r.number = p.number
         where p.state = 'new' and r.entry_kind is not null),
      stands as (
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
      days as (
        select d.project_id, d.pool_id, d.value_on,
               sum(sum(d.vnd)) over (partition by d.project_id, d.pool_id order by d.value_on)
                 as outstanding
          from (select x.project_id, x.pool_id, x.value_on,
                       x.vnd * capital.in_outstanding(x.entry_kind) as vnd
                  from x
                union all
                select l.project_id, l.pool_id, e.value_on,
                       e.direction * e.amount_vnd * capital.in_outstanding(e.kind)
                  from (select distinct x.project_id, x.pool_id, x.line_id from x
                         where x.entry_kind = 'recover' and x.line_id is not null) l
                  join capital.entry e on e.line_id = l.line_id) d
         group by d.project_id, d.pool_id, d.value_on),
      early as (
        select distinct on (x.project_id, x.pool_id) x.number, d.outstanding, x.vnd
          from x join days d on d.project_id = x.project_id and d.pool_id = x.pool_id
                            and d.value_on >= x.value_on and d.outstanding < 0
         where x.entry_kind = 'recover'
         order by x.project_id, x.pool_id, x.value_on, x.number, d.value_on),
      told as (
        select x.number, 'ahead' as why, null::bigint as was_vnd, x.vnd as said_vnd
          from x where x.value_on > :day
        union all
        select s.recovery, 'over_recovered', s.outstanding + s.recovered, s.recovered
          from stands s where s.recovery is not null and s.outstanding < 0
        union all
        select y.number, 'early_recovered', y.outstanding + y.vnd, y.vnd
          from early y
         where not exists (select from x join stands s on s.project_id = x.project_id
                                                      and s.pool_id = x.pool_id
                            where x.number = y.number and s.outstanding < 0)
        union all
        select s.entering, 'over_entered', s.plan, s.entered
          from stands s where s.entering is not null and s.entered > s.plan)
      select r.place, t.why, t.was_vnd::bigint, t.said_vnd::bigint, r.document, r.value_on, k.name,
             k.code, k.budget_code, null as closed, q.code as pool, coalesce(w.name, w.words) as pool_words,
             null as other_place
        from told t
        join x on x.number = t.number
        join capital.intake_row r on r.reading_id = :reading and r.number = t.number
        left join capital.intake_key k on k.reading_id = :reading and k.number = r.project_key
        left join capital.intake_key w on w.reading_id = :reading and w.number = r.pool_key
        left join capital.pool q on q.id = x.pool_id
       order by t.number, t.why limit :most
      """;
  private static final String NOTES =
      """
      select place, key, arguments from capital.intake_note
       where reading_id = :reading and stops = :stops order by id
      """;
  private static final String HEADINGS =
      """
      select count(*) from capital.intake_row
       where reading_id = :reading and class in ('group', 'total')
      """;
  private static final String WEIGHT =
      """
      with p as materialized (
        select x.* from {plan} x where x.state not in ('left_out', 'asked') and x.said_vnd is not null)
      select (select sum(p.said_vnd) from p)::bigint as said,
             (select coalesce(sum(l.plan_vnd), 0)
                from (select distinct p.line_id, p.plan_vnd from p) l)::bigint as plan,
             (select coalesce(sum(v.total_vnd), 0) from project.investment_on('infinity') v
               where v.project_id in (select p.project_id from p))::bigint as invested,
             r.place, m.said_vnd as most
        from (select p.number, p.said_vnd from p order by p.said_vnd desc limit 1) m
        join capital.intake_row r on r.reading_id = :reading and r.number = m.number
      """;
  private static final String KEEP =
      """
      insert into capital.intake_outcome (reading_id, number, project_id, pool_id, line_id, how, state,
                                          why, was_outstanding, was_volume, was_vnd, said_vnd,
                                          plan_vnd, other_vnd, part)
      select :reading, p.* from capital.intake_plan(:reading) p
      """;
  private static final String LOCK =
      """
      select capital.lock_lines(array(select distinct n.line_id from capital.intake_lines(:reading) n
                                       where n.line_id is not null order by n.line_id))
      """;

  private final JdbcClient jdbc;

  IntakePlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một dòng không nhận được.
   *
   * @param place its cell
   * @param why why
   * @param was what stands
   * @param said what the file says
   * @param words what the file calls project, pool and document
   */
  record Refused(
      String place, String why, @Nullable Long was, @Nullable Long said, RefusedWords words) {}

  /** What a sentence about a refused row quotes. */
  record RefusedWords(
      String project,
      String pool,
      String document,
      @Nullable LocalDate day,
      @Nullable LocalDate closed,
      String otherPlace) {}

  /**
   * Độ lớn: to tell a wrong unit by.
   *
   * @param said what the file says
   * @param plan what its lines have
   * @param invested what its projects may cost
   * @param place the cell of the largest figure
   * @param most that figure
   */
  record Weight(long said, long plan, long invested, String place, long most) {}

  private JdbcClient.StatementSpec of(Intake intake, String sql) {
    String plan =
        intake.isCommitted()
            ? "(select * from capital.intake_outcome where reading_id = :reading)"
            : "capital.intake_plan(:reading)";
    return jdbc.sql(sql.replace("{plan}", plan))
        .param("reading", Objects.requireNonNull(intake.reading()));
  }

  List<Plan.Sum> sums(Intake intake) {
    return of(intake, SUMS)
        .query((row, number) ->
            new Plan.Sum(
                Plan.State.of(row.getString("state")),
                row.getString("why"),
                row.getString("pool"),
                row.getString("pool_name"),
                row.getLong("rows"),
                row.getLong("was"),
                row.getLong("said"),
                row.getLong("plan")))
        .list();
  }

  /** Its figures in their order; those of a state, or where the two sides differ. */
  List<Plan.Line> lines(Intake intake, Asked asked, int most) {
    return of(intake, LINES)
        .param("state", asked.state(), Types.VARCHAR)
        .param("apart", asked.apart())
        .param("after", asked.after())
        .param("most", most)
        .query(IntakePlanStore::line)
        .list();
  }

  /**
   * Những dòng cần xem.
   *
   * @param state of a state; null for all
   * @param apart only where the two sides differ
   * @param after after this number
   */
  record Asked(@Nullable String state, boolean apart, int after) {
    static final Asked ALL = new Asked(null, false, 0);
  }

  Plan.Sides sides(Intake intake) {
    return of(intake, SIDES)
        .query((row, number) -> {
          boolean report = intake.what().content() == Content.REPORT;
          return new Plan.Sides(
              row.getLong("told"),
              row.getLong("apart"),
              row.getLong(report ? "other" : "said"),
              row.getLong(report ? "said" : "other"));
        })
        .single();
  }

  List<Refused> refused(Intake intake, int most) {
    return told(of(intake, REFUSED), most);
  }

  /** The first row of each line that would be paid above what is entered for payment. */
  List<Refused> overspent(Intake intake, int most) {
    return told(of(intake, OVERSPENT), most);
  }

  /** Rows of vouchers and decisions the ledger would refuse for their day or what they come to. */
  List<Refused> unbalanced(Intake intake, LocalDate today, int most) {
    return told(of(intake, UNBALANCED).param("day", today), most);
  }

  private static List<Refused> told(JdbcClient.StatementSpec rows, int most) {
    return rows.param("most", most)
        .query((row, number) ->
            new Refused(
                row.getString("place"),
                row.getString("why"),
                row.getObject("was_vnd", Long.class),
                row.getObject("said_vnd", Long.class),
                new RefusedWords(
                    first(row, "name", "code", "budget_code"),
                    first(row, "pool", "pool_words"),
                    first(row, "document"),
                    row.getObject("value_on", LocalDate.class),
                    closed(row),
                    first(row, "other_place"))))
        .list();
  }

  private static @Nullable LocalDate closed(ResultSet row) throws SQLException {
    String day = row.getString("closed");
    return day == null || day.contains("infinity") ? null : LocalDate.parse(day);
  }

  private static String first(ResultSet row, String... columns) throws SQLException {
    for (String column : columns) {
      String text = row.getString(column);
      if (text != null) {
        return text;
      }
    }
    return "–";
  }

  List<Problem> notes(Intake intake, boolean stops) {
    return jdbc.sql(NOTES)
        .param("reading", intake.reading())
        .param("stops", stops)
        .query((row, number) ->
            new Problem(
                row.getString("place"),
                row.getString("key"),
                Problems.arguments(Objects.requireNonNull(row.getString("arguments")))))
        .list();
  }

  long headings(Intake intake) {
    return jdbc.sql(HEADINGS).param("reading", intake.reading()).query(Long.class).single();
  }

  Optional<Weight> weight(Intake intake) {
    return of(intake, WEIGHT)
        .query((row, number) ->
            new Weight(
                row.getLong("said"),
                row.getLong("plan"),
                row.getLong("invested"),
                row.getString("place"),
                row.getLong("most")))
        .optional();
  }

  /** Holds what its lines come to until the end of the transaction. */
  void lock(long reading) {
    jdbc.sql(LOCK).param("reading", reading).query((row, number) -> true).list();
  }

  /** Keeps what it does, as it is now. */
  void keep(long reading) {
    jdbc.sql(KEEP).param("reading", reading).update();
  }

  private static Plan.Line line(ResultSet row, int number) throws SQLException {
    String document = row.getString("document");
    return new Plan.Line(
        row.getInt("number"),
        row.getString("place"),
        row.getString("said_name"),
        row.getString("said_code"),
        row.getString("project"),
        row.getString("how"),
        row.getString("pool"),
        Plan.State.of(row.getString("state")),
        row.getString("why"),
        new Plan.Money(
            row.getObject("was_vnd", Long.class),
            row.getObject("said_vnd", Long.class),
            row.getObject("plan_vnd", Long.class),
            row.getObject("other_vnd", Long.class)),
        document == null
            ? null
            : new Plan.Paper(
                document,
                Objects.requireNonNull(row.getObject("value_on", LocalDate.class)),
                row.getString("entry_kind")));
  }
}
