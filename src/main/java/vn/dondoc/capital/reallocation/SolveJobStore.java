package vn.dondoc.capital.reallocation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.capital.intake.staging.Problems;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.planning.reallocation.Instance;
import vn.dondoc.planning.reallocation.Proposal;

/** Solving in the background, claimed in the database. */
@Repository
class SolveJobStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<SolveJob.Reached>> REACHED = new TypeReference<>() {};
  private static final TypeReference<Map<Long, List<SlowLine.Hit>>> SLOW = new TypeReference<>() {};

  private static final String QUEUE =
      """
      insert into capital.solve_job (scenario_id, step, as_of, whole, bodies, places, by_account, by_name)
      values (:scenario, :step, :day, :whole, :bodies, :places, :account, :by)
      """;
  // Who claims has twenty seconds from each sign of life; after that anybody may go on, and the
  // page
  // says that it was interrupted.
  private static final String CLAIM =
      """
      update capital.solve_job j
         set state = 'running', claim = :claim, attempts = attempts + 1,
             begun_at = clock_timestamp(),
             interrupted_at = case when j.state = 'running' then j.claimed_until else j.interrupted_at end,
             claimed_until = clock_timestamp() + interval '20 seconds'
       where j.id = (select w.id from capital.solve_job w
                      where w.state = 'queued'
                         or w.state = 'running' and w.claimed_until < clock_timestamp()
                      order by w.id limit 1 for update skip locked)
      returning *
      """;
  private static final String BEAT =
      """
      update capital.solve_job
         set claimed_until = clock_timestamp() + interval '20 seconds', reached = :reached::jsonb
       where id = :id and claim = :claim and state = 'running'
      returning stop_asked
      """;
  private static final String KEEP =
      """
      update capital.solve_job
         set instance = coalesce(:instance::jsonb, instance), proposal = coalesce(:proposal::jsonb, proposal),
             slow = coalesce(:slow::jsonb, slow),
             chance_before = coalesce(:before, chance_before), chance_after = coalesce(:after, chance_after),
             forecast_before = coalesce(:rate_before, forecast_before),
             forecast_after = coalesce(:rate_after, forecast_after)
       where id = :id and claim = :claim and state = 'running'
      """;
  private static final String END =
      """
      update capital.solve_job
         set state = :state, problems = :problems, claim = null, claimed_until = null,
             ended_at = case when :state in ('done', 'stopped', 'failed') then clock_timestamp() end,
             interrupted_at = case when :state = 'queued' then clock_timestamp() else interrupted_at end
       where id = :id and claim = :claim and state = 'running'
      """;
  private static final String STOP =
      """
      update capital.solve_job set stop_asked = true
       where scenario_id = :scenario and state in ('queued', 'running')
      """;
  private static final String LAST =
      "select * from capital.solve_job where scenario_id = :id order by id desc limit 1";
  private static final String PROPOSED =
      """
      select * from capital.solve_job
       where scenario_id = :id and proposal is not null
       order by id desc limit 1
      """;
  private static final String PUT_FORWARD =
      """
      select j.* from capital.solve_job j
        join capital.reallocation s on s.job_id = j.id
       where s.id = :id
      """;
  private static final String ONE = "select * from capital.solve_job where id = :id";

  private final JdbcClient jdbc;

  SolveJobStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void queue(long scenario, int step, LocalDate day) {
    Actor actor = Acting.current();
    jdbc.sql(QUEUE)
        .param("scenario", scenario)
        .param("step", step)
        .param("day", day)
        .param("whole", actor.wholeProvince())
        .param("bodies", actor.bodies().toArray(Integer[]::new))
        .param("places", actor.places().toArray(Integer[]::new))
        .param("account", actor.accountId())
        .param("by", actor.name())
        .update();
  }

  /** The work that waits longest; empty when none does. */
  Optional<SolveJob> claim() {
    return jdbc.sql(CLAIM).param("claim", UUID.randomUUID()).query(SolveJobStore::job).optional();
  }

  /** A sign of life; whether somebody wants it to stop, empty when it was taken over. */
  Optional<Boolean> beat(SolveJob job, List<SolveJob.Reached> reached) {
    return jdbc.sql(BEAT)
        .param("id", job.id())
        .param("claim", job.claim())
        .param("reached", JSON.writeValueAsString(reached))
        .query(Boolean.class)
        .optional();
  }

  /** Keeps what it computes with, and the rules its lines break then. */
  void keep(SolveJob job, Instance instance, Map<Long, List<SlowLine.Hit>> slow) {
    keep(job, JSON.writeValueAsString(instance), JSON.writeValueAsString(slow), null, null);
  }

  /** Keeps the best so far. */
  void keep(SolveJob job, Proposal proposal, Instances.@Nullable Told told) {
    keep(job, null, null, JSON.writeValueAsString(proposal), told);
  }

  private void keep(
      SolveJob job,
      @Nullable String instance,
      @Nullable String slow,
      @Nullable String proposal,
      Instances.@Nullable Told told) {
    jdbc.sql(KEEP)
        .param("id", job.id())
        .param("claim", job.claim())
        .param("instance", instance, Types.VARCHAR)
        .param("slow", slow, Types.VARCHAR)
        .param("proposal", proposal, Types.VARCHAR)
        .param("before", told == null ? null : told.chanceBefore(), Types.DOUBLE)
        .param("after", told == null ? null : told.chanceAfter(), Types.DOUBLE)
        .param("rate_before", told == null ? null : told.rateBefore(), Types.DOUBLE)
        .param("rate_after", told == null ? null : told.rateAfter(), Types.DOUBLE)
        .update();
  }

  void end(SolveJob job, SolveJob.State state, List<Problem> problems) {
    jdbc.sql(END)
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("problems", problems.isEmpty() ? null : Problems.written(problems), Types.VARCHAR)
        .param("id", job.id())
        .param("claim", job.claim())
        .update();
  }

  /** Asks for the best so far; false when nothing is going on. */
  boolean stop(long scenario) {
    return jdbc.sql(STOP).param("scenario", scenario).update() > 0;
  }

  /** The last time a scenario was solved. */
  Optional<SolveJob> last(long scenario) {
    return jdbc.sql(LAST).param("id", scenario).query(SolveJobStore::job).optional();
  }

  /** The last one of a scenario that found a plan. */
  Optional<SolveJob> proposed(long scenario) {
    return jdbc.sql(PROPOSED).param("id", scenario).query(SolveJobStore::job).optional();
  }

  /** The one a submission was put forward from; empty where it is out of sight. */
  Optional<SolveJob> putForward(long submission) {
    return jdbc.sql(PUT_FORWARD).param("id", submission).query(SolveJobStore::job).optional();
  }

  Optional<SolveJob> one(long id) {
    return jdbc.sql(ONE).param("id", id).query(SolveJobStore::job).optional();
  }

  private static SolveJob job(ResultSet row, int number) throws SQLException {
    String problems = row.getString("problems");
    return new SolveJob(
        row.getLong("id"),
        row.getLong("scenario_id"),
        row.getInt("step"),
        new SolveJob.Progress(
            SolveJob.State.valueOf(
                Objects.requireNonNull(row.getString("state")).toUpperCase(Locale.ROOT)),
            row.getBoolean("stop_asked"),
            row.getInt("attempts"),
            moment(row, "interrupted_at"),
            JSON.readValue(row.getString("reached"), REACHED),
            moment(row, "begun_at"),
            moment(row, "ended_at")),
        Objects.requireNonNull(row.getObject("as_of", LocalDate.class)),
        new SolveJob.Found(
            value(row, "instance", Instance.class),
            value(row, "proposal", Proposal.class),
            ratio(row, "chance_before"),
            ratio(row, "chance_after"),
            ratio(row, "forecast_before"),
            ratio(row, "forecast_after"),
            slow(row)),
        new SolveJob.Asker(
            row.getLong("by_account"),
            row.getString("by_name"),
            row.getBoolean("whole"),
            numbers(row.getArray("bodies")),
            numbers(row.getArray("places"))),
        row.getObject("claim", UUID.class),
        problems == null ? List.of() : Problems.read(problems));
  }

  private static @Nullable Map<Long, List<SlowLine.Hit>> slow(ResultSet row) throws SQLException {
    String told = row.getString("slow");
    return told == null ? null : JSON.readValue(told, SLOW);
  }

  private static <T> @Nullable T value(ResultSet row, String column, Class<T> type)
      throws SQLException {
    String told = row.getString(column);
    return told == null ? null : JSON.readValue(told, type);
  }

  private static @Nullable Double ratio(ResultSet row, String column) throws SQLException {
    double ratio = row.getDouble(column);
    return row.wasNull() ? null : ratio;
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static List<Integer> numbers(Array array) throws SQLException {
    return Arrays.asList((Integer[]) array.getArray());
  }
}
