package vn.dondoc.capital.intake;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.capital.intake.layout.Content;

/**
 * What a reading that waits comes to and what stands in its way. What it would do is worked out
 * once for all of it: a long reading takes a second.
 */
@Repository
class IntakeWeighingStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  // Figures of the reading as it would be written, each with what its row says: looked up by key,
  // for rows that just came are few to the planner.
  private static final String ROWS =
      """
      with raw as materialized (
        select p.*, r.place, r.document, r.value_on, r.entry_kind, r.direction, r.series,
               r.project_key, r.pool_key, r.direction * r.amount_vnd as vnd, r.row, r.plan_vnd as told_plan
          from capital.intake_plan(:reading) p
         cross join lateral (
           select x.* from capital.intake_row x
            where x.reading_id = :reading and x.number = p.number offset 0) r),
      """;
  private static final String SUMS =
      """
      sums as (
        select w.state, w.why, q.code as pool, q.name as pool_name, count(*) as rows,
               coalesce(sum(w.was_vnd), 0) as was, coalesce(sum(w.said_vnd), 0) as said,
               coalesce(sum(w.plan_vnd), 0) as plan,
               row_number() over (order by q.code nulls last, w.state) as at
          from w left join capital.pool q on q.id = w.pool_id
         group by w.state, w.why, q.code, q.name),
      heavy as materialized (
        select * from w where w.state not in ('left_out', 'asked') and w.said_vnd is not null),
      weight as (
        select (select sum(h.said_vnd) from heavy h) as said,
               (select coalesce(sum(l.plan_vnd), 0)
                  from (select distinct h.line_id, h.plan_vnd from heavy h) l) as plan,
               (select coalesce(sum(v.total_vnd), 0) from project.investment_on('infinity') v
                 where v.project_id in (select h.project_id from heavy h)) as invested,
               m.place, m.said_vnd as most, 1 as at
          from (select h.place, h.said_vnd from heavy h order by h.said_vnd desc limit 1) m),
      """;
  // Each row that two figures are told of names the other.
  private static final String REFUSED =
      """
      twice as (
        select w.number,
               case when row_number() over pair = 1 then nth_value(w.place, 2) over pair
                    else first_value(w.place) over pair end as other_place
          from w where w.why in ('twice', 'row_twice')
        window pair as (partition by w.why, w.project_id, w.pool_id,
                                     capital.paper_key(w.document, w.series), w.entry_kind, w.vnd,
                                     w.value_on order by w.number
                        rows between unbounded preceding and unbounded following)),
      refused as (
        select 1 as part, w.number, w.why, w.was_vnd, w.said_vnd, t.other_place
          from w left join twice t on t.number = w.number
         where w.state = 'refused' order by w.number limit :most),
      """;
  // The plan a file tells beside its figures, where the ledger's is another.
  private static final String PLANNED =
      """
      planned as (
        select w.row, w.number as at, q.code as pool, w.told_plan as said, w.plan_vnd as was,
               coalesce(k.name, k.code, k.budget_code) as project
          from w
          join capital.pool q on q.id = w.pool_id
          left join capital.intake_key k on k.reading_id = :reading and k.number = w.project_key
         where w.told_plan <> w.plan_vnd and w.state not in ('left_out', 'asked', 'refused')
         order by w.number limit :most),
      """;
  private static final String WEIGHED =
      """
      told as (
        select t.*, w.place, w.document, w.value_on, w.project_key, w.pool_key, w.pool_id
          from (select * from refused union all select * from overspent
                union all select * from unbalanced) t
          join w on w.number = t.number),
      named as (
        select t.place, t.why, t.was_vnd::bigint, t.said_vnd::bigint, t.document, t.value_on,
               t.other_place, coalesce(k.name, k.code, k.budget_code) as project,
               coalesce(q.code, o.name, o.words) as pool, o.place as pool_place,
               case when isfinite(c.until) then c.until end as closed,
               row_number() over (order by t.part, t.number, t.why) as at
          from told t
          cross join (select capital.closed_until() as until) c
          left join capital.intake_key k on k.reading_id = :reading and k.number = t.project_key
          left join capital.intake_key o on o.reading_id = :reading and o.number = t.pool_key
          left join capital.pool q on q.id = t.pool_id)
      select a.section, a.told
        from (select 1 as section, s.at, to_jsonb(s)::text as told from sums s
              union all select 2, h.at, to_jsonb(h)::text from weight h
              union all select 3, n.at, to_jsonb(n)::text from named n
              union all select 4, p.at, to_jsonb(p)::text from planned p
              union all select 5, i.at, to_jsonb(i)::text from listed i
              union all select 6, b.at, to_jsonb(b)::text from sides b
              union all select 7, u.at, to_jsonb(u)::text from questions u
              union all select 8, f.at, to_jsonb(f)::text from lifted f
              union all select 9, d.at, to_jsonb(d)::text from doubled d
              union all select 10, l.at, to_jsonb(l)::text from lowering l
              union all select 11, c.at, to_jsonb(c)::text from papers c
              union all select 12, e.at, to_jsonb(e)::text from fallen e) a
       order by a.section, a.at
      """;

  private static final String WHOLE =
      ROWS
          + IntakeBlocks.OVERSPENT
          + IntakeBlocks.UNBALANCED
          + IntakeBlocks.BLOCKED
          + SUMS
          + REFUSED
          + PLANNED
          + IntakeSections.PARTS
          + IntakeSections.LIFTED
          + IntakeSections.SEVERAL
          + IntakeSections.LOWERING
          + IntakePapers.PAPERS
          + IntakeSections.FALLEN
          + WEIGHED;

  private final JdbcClient jdbc;

  IntakeWeighingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Kết quả cân.
   *
   * @param sums what it comes to by state and pool
   * @param weight to tell a wrong unit by; null when nothing is weighed
   * @param refused rows that cannot be taken, and those the ledger would refuse
   * @param planned rows that tell of another plan than the ledger
   * @param parts what is looked at beside it
   */
  record Weighed(
      List<Plan.Sum> sums,
      @Nullable Weight weight,
      List<Refused> refused,
      List<Planned> planned,
      Parts parts) {}

  /**
   * Những phần khác của trang.
   *
   * @param lines of the list
   * @param both what both sides told of
   * @param questions names nobody is sure of, without what they may mean
   * @param lifted lines that vouchers lift above what was confirmed
   * @param several vouchers that would pay a line twice by one kind
   * @param lowering rows that take plan from a line
   * @param papers vouchers that may be booked under another spelling
   * @param fallen rows below what stands
   */
  record Parts(
      List<Plan.Line> lines,
      List<IntakeSections.Both> both,
      List<IntakeMatchStore.Question> questions,
      List<IntakeSections.Lifted> lifted,
      List<IntakeSections.Several> several,
      List<IntakeSections.Lowering> lowering,
      List<IntakePapers.Twin> papers,
      List<Plan.Line> fallen) {}

  /**
   * Kế hoạch ghi trong tệp khác kế hoạch trong sổ.
   *
   * @param row of the sheet
   * @param project as the file calls it
   * @param pool code of the pool
   * @param said what the file says, đồng
   * @param was what the ledger has
   */
  record Planned(int row, String project, String pool, long said, long was) {}

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
      String otherPlace,
      String poolPlace) {}

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

  /**
   * Căn cứ để cân.
   *
   * @param today of the province
   * @param held rows of an owner's report that cannot be kept as they are
   */
  record Ground(LocalDate today, List<Integer> held) {}

  /**
   * Weighs a reading that waits.
   *
   * @param wanted what is looked at beside its weight
   * @param most of each kind of what stands in the way
   */
  Weighed weigh(Intake intake, Ground ground, Preview.Wanted wanted, int most) {
    List<Plan.Sum> sums = new ArrayList<>();
    List<Weight> weight = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    List<Planned> planned = new ArrayList<>();
    Parts parts =
        new Parts(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    jdbc.sql(WHOLE)
        .param("reading", Objects.requireNonNull(intake.reading()))
        .param("foretold", intake.what().content() != Content.REPORT)
        .param("day", ground.today())
        .param("held", ground.held().toArray(Integer[]::new))
        .param("most", most)
        .param("state", wanted.asked().state(), Types.VARCHAR)
        .param("apart", wanted.asked().apart())
        .param("after", wanted.asked().after())
        .param("lines", wanted.lines())
        .param("questions", wanted.questions())
        .query(
            (RowCallbackHandler)
                row -> {
                  JsonNode told = JSON.readTree(row.getString("told"));
                  switch (row.getInt("section")) {
                    case 1 -> sums.add(sum(told));
                    case 2 -> weight.add(weight(told));
                    case 3 -> refused.add(refused(told));
                    case 4 -> planned.add(planned(told));
                    case 5 -> parts.lines().add(IntakeSections.line(told));
                    case 6 -> parts.both().add(IntakeSections.both(told));
                    case 7 -> parts.questions().add(IntakeSections.question(told));
                    case 8 -> parts.lifted().add(IntakeSections.lifted(told));
                    case 9 -> parts.several().add(IntakeSections.several(told));
                    case 10 -> parts.lowering().add(IntakeSections.lowering(told));
                    case 11 -> parts.papers().add(IntakePapers.twin(told));
                    default -> parts.fallen().add(IntakeSections.line(told));
                  }
                });
    return new Weighed(sums, weight.isEmpty() ? null : weight.getFirst(), refused, planned, parts);
  }

  private static Plan.Sum sum(JsonNode row) {
    return new Plan.Sum(
        Plan.State.of(row.get("state").asString()),
        IntakeSections.text(row, "why"),
        IntakeSections.text(row, "pool"),
        IntakeSections.text(row, "pool_name"),
        row.get("rows").asLong(),
        row.get("was").asLong(),
        row.get("said").asLong(),
        row.get("plan").asLong());
  }

  private static Weight weight(JsonNode row) {
    return new Weight(
        row.get("said").asLong(),
        row.get("plan").asLong(),
        row.get("invested").asLong(),
        row.get("place").asString(),
        row.get("most").asLong());
  }

  private static Refused refused(JsonNode row) {
    return new Refused(
        row.get("place").asString(),
        row.get("why").asString(),
        IntakeSections.amount(row, "was_vnd"),
        IntakeSections.amount(row, "said_vnd"),
        new RefusedWords(
            Objects.requireNonNullElse(IntakeSections.text(row, "project"), "–"),
            Objects.requireNonNullElse(IntakeSections.text(row, "pool"), "–"),
            Objects.requireNonNullElse(IntakeSections.text(row, "document"), "–"),
            IntakeSections.day(row, "value_on"),
            IntakeSections.day(row, "closed"),
            Objects.requireNonNullElse(IntakeSections.text(row, "other_place"), "–"),
            Objects.requireNonNullElse(IntakeSections.text(row, "pool_place"), "")));
  }

  private static Planned planned(JsonNode row) {
    return new Planned(
        row.get("row").asInt(),
        Objects.requireNonNullElse(IntakeSections.text(row, "project"), "–"),
        row.get("pool").asString(),
        row.get("said").asLong(),
        row.get("was").asLong());
  }
}
