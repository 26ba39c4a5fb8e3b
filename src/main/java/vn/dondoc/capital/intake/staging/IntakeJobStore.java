package vn.dondoc.capital.intake.staging;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;

/** Work in the background, claimed in the database. */
@Repository
class IntakeJobStore {
  private static final String QUEUE =
      """
      insert into capital.intake_job (intake_id, task, reading_id, rows_total, whole, bodies, places,
                                      by_account, by_name)
      values (:intake, :task, :reading, :total, :whole, :bodies, :places, :account, :by)
      """;
  // Who claims has two minutes from each sign of life; after that anybody may go on.
  private static final String CLAIM =
      """
      update capital.intake_job j
         set state = 'running', claim = :claim, attempts = attempts + 1,
             claimed_until = clock_timestamp() + interval '2 minutes'
       where j.id = (select w.id from capital.intake_job w
                      where w.state = 'queued'
                         or w.state = 'running' and w.claimed_until < clock_timestamp()
                      order by w.id limit 1 for update skip locked)
      returning *
      """;
  private static final String ADVANCE =
      """
      update capital.intake_job
         set rows_done = :rows, claimed_until = clock_timestamp() + interval '2 minutes'
       where id = :id and claim = :claim and state = 'running'
      """;
  private static final String END =
      """
      update capital.intake_job
         set state = :state, problems = :problems, claim = null, claimed_until = null,
             ended_at = case when :state in ('done', 'failed') then clock_timestamp() end
       where id = :id and claim = :claim and state = 'running'
      """;

  private final JdbcClient jdbc;

  IntakeJobStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void queue(long intake, Job.Task task, @Nullable Long reading, @Nullable Integer total) {
    Actor actor = Acting.current();
    jdbc.sql(QUEUE)
        .param("intake", intake)
        .param("task", task.name().toLowerCase(Locale.ROOT))
        .param("reading", reading, Types.BIGINT)
        .param("total", total, Types.INTEGER)
        .param("whole", actor.wholeProvince())
        .param("bodies", actor.bodies().toArray(Integer[]::new))
        .param("places", actor.places().toArray(Integer[]::new))
        .param("account", actor.accountId())
        .param("by", actor.name())
        .update();
  }

  /** The work that waits longest; empty when none does. */
  Optional<Job> claim() {
    return jdbc.sql(CLAIM).param("claim", UUID.randomUUID()).query(IntakeJobStore::job).optional();
  }

  /** Tells how far it has come; false when somebody else has taken it over. */
  boolean advance(Job job, int rows) {
    return jdbc.sql(ADVANCE)
            .param("rows", rows)
            .param("id", job.id())
            .param("claim", job.claim())
            .update()
        == 1;
  }

  /** Ends it; false when somebody else has taken it over. */
  boolean end(Job job, Job.State state, List<Problem> problems) {
    return jdbc.sql(END)
            .param("state", state.name().toLowerCase(Locale.ROOT))
            .param(
                "problems", problems.isEmpty() ? null : Problems.written(problems), Types.VARCHAR)
            .param("id", job.id())
            .param("claim", job.claim())
            .update()
        == 1;
  }

  /** The last work on a file. */
  Optional<Job> last(long intake) {
    return jdbc.sql(
            "select * from capital.intake_job where intake_id = :id order by id desc limit 1")
        .param("id", intake)
        .query(IntakeJobStore::job)
        .optional();
  }

  private static Job job(ResultSet row, int number) throws SQLException {
    String problems = row.getString("problems");
    return new Job(
        row.getLong("id"),
        row.getLong("intake_id"),
        Job.Task.valueOf(named(row, "task")),
        row.getObject("reading_id", Long.class),
        new Job.Progress(
            Job.State.valueOf(named(row, "state")),
            row.getInt("rows_done"),
            row.getObject("rows_total", Integer.class),
            row.getInt("attempts")),
        new Job.Asker(
            row.getLong("by_account"),
            row.getString("by_name"),
            row.getBoolean("whole"),
            numbers(row.getArray("bodies")),
            numbers(row.getArray("places"))),
        row.getObject("claim", UUID.class),
        problems == null ? List.of() : Problems.read(problems));
  }

  private static String named(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column)).toUpperCase(Locale.ROOT);
  }

  private static List<Integer> numbers(Array array) throws SQLException {
    return Arrays.asList((Integer[]) array.getArray());
  }
}
