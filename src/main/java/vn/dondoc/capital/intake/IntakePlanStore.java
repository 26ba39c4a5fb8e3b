package vn.dondoc.capital.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.staging.Problems;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.kernel.Refusal.Problem;

/** What a reading would do; once it is committed, what it did. */
@Repository
class IntakePlanStore {
  private static final String SUMS =
      """
      select p.state, p.why, q.code as pool, q.name as pool_name, count(*) as rows,
             coalesce(sum(p.was_vnd), 0) as was, coalesce(sum(p.said_vnd), 0) as said,
             coalesce(sum(p.plan_vnd), 0) as plan
        from capital.intake_outcome p
        left join capital.pool q on q.id = p.pool_id
       where p.reading_id = :reading
       group by p.state, p.why, q.code, q.name
       order by q.code nulls last, p.state
      """;
  private static final String LINES =
      """
      select p.*, r.row, r.place, r.document, r.value_on, r.entry_kind, k.name as said_name,
             coalesce(k.code, k.budget_code) as said_code, q.code as pool,
             (select v.name from project.version v where v.project_id = p.project_id
               order by v.step desc limit 1) as project
        from (select x.* from capital.intake_outcome x
               where x.reading_id = :reading and (:state::text is null or x.state = :state::text)
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
        from capital.intake_outcome p
       where p.reading_id = :reading and p.said_vnd is not null and p.other_vnd is not null
      """;
  private static final String NOTES =
      """
      select place, key, arguments from capital.intake_note
       where reading_id = :reading and stops = :stops order by id
      """;
  private static final String TOLD =
      """
      select p.number, r.row, r.place, p.line_id, q.code as pool,
             coalesce(k.name, k.code, k.budget_code, '–') as project, r.disbursed_vnd,
             r.work_done_vnd, r.accepted_vnd, r.promised_next_vnd, r.expected_31_12_vnd,
             r.expected_31_1_vnd
        from capital.intake_plan(:reading) p
       cross join lateral (
         select x.* from capital.intake_row x
          where x.reading_id = :reading and x.number = p.number offset 0) r
        join capital.pool q on q.id = p.pool_id
        left join capital.intake_key k on k.reading_id = :reading and k.number = r.project_key
       where p.state in ('new', 'changed')
       order by p.number
      """;
  private static final String HEADINGS =
      """
      select count(*) from capital.intake_row
       where reading_id = :reading and class in ('group', 'total')
      """;
  private static final String KEEP =
      """
      insert into capital.intake_outcome (reading_id, number, project_id, pool_id, line_id, how, state,
                                          why, was_outstanding, was_volume, was_vnd, said_vnd,
                                          plan_vnd, other_vnd, part, reason)
      select :reading, p.*, case when p.state = 'lower' then coalesce(y.reason, :otherwise) end
        from capital.intake_plan(:reading) p
        left join unnest(:numbers::int[], :reasons::text[]) as y (number, reason)
          on y.number = p.number
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

  private JdbcClient.StatementSpec of(Intake intake, String sql) {
    return jdbc.sql(sql).param("reading", Objects.requireNonNull(intake.reading()));
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

  /** What the rows of an owner's report say that are to be kept. */
  List<IntakeReports.Told> told(Intake intake) {
    return of(intake, TOLD)
        .query((row, number) ->
            new IntakeReports.Told(
                row.getInt("number"),
                row.getInt("row"),
                row.getString("place"),
                row.getLong("line_id"),
                new IntakeReports.Words(row.getString("project"), row.getString("pool")),
                new OwnerReport.Money(
                    row.getObject("disbursed_vnd", Long.class),
                    row.getObject("work_done_vnd", Long.class),
                    row.getObject("accepted_vnd", Long.class),
                    row.getObject("promised_next_vnd", Long.class),
                    row.getObject("expected_31_12_vnd", Long.class),
                    row.getObject("expected_31_1_vnd", Long.class))))
        .list();
  }

  long headings(Intake intake) {
    return jdbc.sql(HEADINGS).param("reading", intake.reading()).query(Long.class).single();
  }

  /** Holds what its lines come to until the end of the transaction. */
  void lock(long reading) {
    jdbc.sql(LOCK).param("reading", reading).query((row, number) -> true).list();
  }

  /**
   * Keeps what it does, as it is now.
   *
   * @param reasons why figures go down, by their numbers
   * @param otherwise why the others do
   */
  void keep(long reading, Map<Integer, String> reasons, @Nullable String otherwise) {
    List<Integer> numbers = List.copyOf(reasons.keySet());
    jdbc.sql(KEEP)
        .param("reading", reading)
        .param("numbers", numbers.toArray(Integer[]::new))
        .param("reasons", numbers.stream().map(reasons::get).toArray(String[]::new))
        .param("otherwise", otherwise, Types.VARCHAR)
        .update();
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
                row.getString("entry_kind")),
        row.getString("reason"));
  }
}
