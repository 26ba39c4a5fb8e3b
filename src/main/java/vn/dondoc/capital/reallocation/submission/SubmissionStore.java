package vn.dondoc.capital.reallocation.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Acting;

@Repository
class SubmissionStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String HEADS =
      """
      select r.*, capital.reallocation_state(r.id) as state, d.why as dropped_why, d.by_name as dropped_by,
             d.on_day as dropped_on
        from capital.reallocation r
        left join capital.reallocation_drop d on d.reallocation_id = r.id
       where (:id::bigint is null or r.id = :id) and (:year::int is null or r.budget_year = :year)
       order by r.id desc
       limit :most
      """;
  private static final String MOVES =
      """
      select m.*, u.approved_vnd, u.decision_id, i.total_vnd, f.medium_term, f.accumulated
        from capital.reallocation_move m
        join capital.reallocation r on r.id = m.reallocation_id
        join capital.line l on l.id = m.line_id
        join capital.pool p on p.id = m.pool_id
        left join capital.reallocation_ruling u
          on u.reallocation_id = m.reallocation_id and u.line_id = m.line_id
        left join project.investment_on(:day) i on i.project_id = l.project_id
        left join capital.reallocation_lines_on(:day, :year) f on f.line_id = m.line_id
       where m.reallocation_id = :id
       order by p.code, m.amount_vnd > 0, abs(m.amount_vnd) desc, m.line_id
      """;
  private static final String SUMS =
      """
      select m.reallocation_id,
             sum(coalesce(u.approved_vnd, -m.amount_vnd)) filter (where m.amount_vnd < 0) as moved
        from capital.reallocation_move m
        left join capital.reallocation_ruling u
          on u.reallocation_id = m.reallocation_id and u.line_id = m.line_id
       where m.reallocation_id = any(:ids)
       group by m.reallocation_id
      """;
  private static final String DECISIONS =
      """
      select * from capital.reallocation_decision where reallocation_id = :id order by id
      """;
  private static final String ADD =
      """
      insert into capital.reallocation (job_id, scenario_id, budget_year, name, words, told, on_day,
                                        by_account, by_name)
      values (:job, :scenario, :year, :name, :words, :told::jsonb, :day, :account, :by)
      returning id
      """;
  private static final String MOVE =
      """
      insert into capital.reallocation_move (reallocation_id, line_id, pool_id, amount_vnd, plan_vnd,
                                             paid_vnd, unpaid_vnd, why, why_en, documents, cut_id)
      select :id, s.line_id, l.pool_id, s.amount, s.plan, s.paid, s.unpaid, s.why, s.why_en,
             string_to_array(s.documents, ' '), s.cut
        from unnest(:lines::bigint[], :amounts::bigint[], :plans::bigint[], :paid::bigint[],
                    :unpaid::bigint[], :whys::text[], :english::text[], :documents::text[], :cuts::bigint[])
             as s (line_id, amount, plan, paid, unpaid, why, why_en, documents, cut)
        join capital.line l on l.id = s.line_id
      """;
  private static final String DECIDE =
      """
      insert into capital.reallocation_decision (reallocation_id, number, issuer, signer, signed_on,
                                                 on_day, by_account, by_name, medium_number,
                                                 medium_issuer, medium_signed_on, late_why,
                                                 changed_lines, medium_lines, late_pools)
      values (:id, :number, :issuer, :signer, :signed, :day, :account, :by, :mediumNumber,
              :mediumIssuer, :mediumSigned, :late, :changed, :raised, :pools)
      returning id
      """;
  private static final String RULE =
      """
      insert into capital.reallocation_ruling (reallocation_id, line_id, decision_id, approved_vnd)
      select :id, s.line_id, :decision, s.approved
        from unnest(:lines::bigint[], :approved::bigint[]) as s (line_id, approved)
      """;
  private static final String DROP =
      """
      insert into capital.reallocation_drop (reallocation_id, why, on_day, by_account, by_name)
      values (:id, :why, :day, :account, :by)
      """;
  private static final String UNALLOCATED =
      """
      select greatest(b.assigned_pm + b.assigned_province - b.allocated, 0)
        from capital.pool_balance b where b.pool_id = :pool
      """;
  private static final String HOLDERS =
      """
      select r.name, r.by_name, r.on_day, o.amount_vnd
        from capital.open_takes o join capital.reallocation r on r.id = o.reallocation_id
       where o.pool_id = :pool and r.id <> :id
       order by r.id
      """;

  private final JdbcClient jdbc;

  SubmissionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Đề xuất without its moves. */
  record Head(
      long id,
      long scenarioId,
      int year,
      String name,
      @Nullable String words,
      Submission.Told told,
      String by,
      LocalDate on,
      Submission.@Nullable Drop drop,
      Submission.State state) {}

  /** One move as it is kept. */
  record MoveRow(
      long lineId,
      long amountVnd,
      long planVnd,
      long paidVnd,
      @Nullable Long unpaidVnd,
      Submission.Figures figures,
      String why,
      @Nullable String whyEn,
      List<String> documents,
      @Nullable Long cutId,
      @Nullable Long approvedVnd,
      @Nullable Long decisionId) {}

  /** What is put forward of one line. */
  record NewMove(
      long lineId,
      long amountVnd,
      long planVnd,
      long paidVnd,
      long unpaidVnd,
      String why,
      String whyEn,
      String documents,
      @Nullable Long cutId) {}

  /**
   * Which open proposal holds what of what a pool has unallocated.
   *
   * @param name its name
   * @param by who put it forward
   * @param on when
   */
  record Holder(String name, String by, LocalDate on, long amountVnd) {}

  /**
   * What was found of a decision when it was booked.
   *
   * @param changed lines that had changed since the proposal
   * @param raised lines raised above the medium-term plan
   * @param late pools whose deadline was over
   */
  record Found(List<Long> changed, List<Long> raised, List<Integer> late) {}

  List<Head> heads(@Nullable Long id, @Nullable Integer year, int most) {
    return jdbc.sql(HEADS)
        .param("id", id, Types.BIGINT)
        .param("year", year, Types.INTEGER)
        .param("most", most)
        .query(SubmissionStore::head)
        .list();
  }

  private static Head head(ResultSet row, int number) throws SQLException {
    String dropped = row.getString("dropped_why");
    return new Head(
        row.getLong("id"),
        row.getLong("scenario_id"),
        row.getInt("budget_year"),
        row.getString("name"),
        row.getString("words"),
        JSON.readValue(row.getString("told"), Submission.Told.class),
        row.getString("by_name"),
        Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
        dropped == null
            ? null
            : new Submission.Drop(
                dropped,
                row.getString("dropped_by"),
                Objects.requireNonNull(row.getObject("dropped_on", LocalDate.class))),
        Submission.State.valueOf(row.getString("state")));
  }

  /** What leaves lines of each, as decided where it is. */
  Map<Long, Long> sums(Collection<Long> ids) {
    Map<Long, Long> sums = new java.util.HashMap<>();
    jdbc.sql(SUMS)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, number) -> sums.put(row.getLong("reallocation_id"), row.getLong("moved")))
        .list();
    return sums;
  }

  List<MoveRow> moves(long id, int year, LocalDate day) {
    return jdbc.sql(MOVES)
        .param("id", id)
        .param("year", year)
        .param("day", day)
        .query((row, number) ->
            new MoveRow(
                row.getLong("line_id"),
                row.getLong("amount_vnd"),
                row.getLong("plan_vnd"),
                row.getLong("paid_vnd"),
                row.getObject("unpaid_vnd", Long.class),
                new Submission.Figures(
                    row.getObject("total_vnd", Long.class),
                    row.getObject("medium_term", Long.class),
                    row.getLong("accumulated")),
                row.getString("why"),
                row.getString("why_en"),
                Arrays.asList((String[]) row.getArray("documents").getArray()),
                row.getObject("cut_id", Long.class),
                row.getObject("approved_vnd", Long.class),
                row.getObject("decision_id", Long.class)))
        .list();
  }

  List<Submission.Decision> decisions(long id) {
    return jdbc.sql(DECISIONS)
        .param("id", id)
        .query((row, number) ->
            new Submission.Decision(
                row.getLong("id"),
                row.getString("number"),
                row.getString("issuer"),
                row.getString("signer"),
                Objects.requireNonNull(row.getObject("signed_on", LocalDate.class)),
                row.getString("by_name"),
                mediumTerm(row),
                row.getString("late_why"),
                Arrays.asList((Integer[]) row.getArray("late_pools").getArray()),
                Arrays.asList((Long[]) row.getArray("changed_lines").getArray()),
                Arrays.asList((Long[]) row.getArray("medium_lines").getArray())))
        .list();
  }

  private static NewDecision.@Nullable MediumTerm mediumTerm(ResultSet row) throws SQLException {
    String number = row.getString("medium_number");
    return number == null
        ? null
        : new NewDecision.MediumTerm(
            number,
            row.getString("medium_issuer"),
            Objects.requireNonNull(row.getObject("medium_signed_on", LocalDate.class)));
  }

  boolean seesAll() {
    return jdbc.sql("select project.sees_all()").query(Boolean.class).single();
  }

  long unallocated(int pool) {
    return jdbc.sql(UNALLOCATED).param("pool", pool).query(Long.class).optional().orElse(0L);
  }

  /** Other open proposals that take from what a pool has unallocated. */
  List<Holder> holders(int pool, long id) {
    return jdbc.sql(HOLDERS)
        .param("pool", pool)
        .param("id", id)
        .query((row, number) ->
            new Holder(
                row.getString("name"),
                row.getString("by_name"),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                row.getLong("amount_vnd")))
        .list();
  }

  long add(
      vn.dondoc.capital.reallocation.Scenario scenario,
      long job,
      @Nullable String words,
      Submission.Told told,
      LocalDate day) {
    return jdbc.sql(ADD)
        .param("job", job)
        .param("scenario", scenario.id())
        .param("year", scenario.year())
        .param("name", scenario.name())
        .param("words", words, Types.VARCHAR)
        .param("told", JSON.writeValueAsString(told))
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Long.class)
        .single();
  }

  /** All at once: the database weighs them together. */
  void move(long id, List<NewMove> moves) {
    jdbc.sql(MOVE)
        .param("id", id)
        .param("lines", moves.stream().map(NewMove::lineId).toArray(Long[]::new))
        .param("amounts", moves.stream().map(NewMove::amountVnd).toArray(Long[]::new))
        .param("plans", moves.stream().map(NewMove::planVnd).toArray(Long[]::new))
        .param("paid", moves.stream().map(NewMove::paidVnd).toArray(Long[]::new))
        .param("unpaid", moves.stream().map(NewMove::unpaidVnd).toArray(Long[]::new))
        .param("whys", moves.stream().map(NewMove::why).toArray(String[]::new))
        .param("english", moves.stream().map(NewMove::whyEn).toArray(String[]::new))
        .param("documents", moves.stream().map(NewMove::documents).toArray(String[]::new))
        .param("cuts", moves.stream().map(NewMove::cutId).toArray(Long[]::new))
        .update();
  }

  /** Enters a decision, with what was found when it was booked. */
  long decide(long id, NewDecision decision, Found found, LocalDate day) {
    NewDecision.MediumTerm medium = decision.mediumTerm();
    String late = decision.said().late();
    return jdbc.sql(DECIDE)
        .param("id", id)
        .param("number", decision.number())
        .param("issuer", decision.issuer())
        .param("signer", decision.signer())
        .param("signed", decision.signedOn())
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .param("mediumNumber", medium == null ? null : medium.number(), Types.VARCHAR)
        .param("mediumIssuer", medium == null ? null : medium.issuer(), Types.VARCHAR)
        .param("mediumSigned", medium == null ? null : medium.signedOn(), Types.DATE)
        .param("late", late.isEmpty() ? null : late, Types.VARCHAR)
        .param("changed", found.changed().toArray(Long[]::new))
        .param("raised", found.raised().toArray(Long[]::new))
        .param("pools", found.late().toArray(Integer[]::new))
        .query(Long.class)
        .single();
  }

  void rule(long id, long decision, Map<Long, Long> approved) {
    List<Long> lines = approved.keySet().stream().sorted().toList();
    jdbc.sql(RULE)
        .param("id", id)
        .param("decision", decision)
        .param("lines", lines.toArray(Long[]::new))
        .param("approved", lines.stream().map(approved::get).toArray(Long[]::new))
        .update();
  }

  void drop(long id, String why, LocalDate day) {
    jdbc.sql(DROP)
        .param("id", id)
        .param("why", why)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }
}
