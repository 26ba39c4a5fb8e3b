package vn.dondoc.capital.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.kernel.Acting;

/** Files that came in, and how they ended. */
@Repository
public class IntakeStore {
  private static final String ADD =
      """
      insert into capital.intake (content, sender_id, issuer, file_name, digest, bytes, budget_year,
                                  cut_off, report_kind, document, annex, on_day, by_account, by_name)
      values (:content, :sender, :issuer, :file, :digest, :bytes, :year, :cutOff, :kind, :document,
              :annex, :day, :account, :by)
      returning id
      """;
  private static final String ALL =
      """
      select i.*, e.outcome, e.posting_id, e.reason, e.ended_at, e.by_name as ended_by,
             coalesce(e.reading_id,
                      (select max(j.reading_id) from capital.intake_job j
                        where j.intake_id = i.id and j.task = 'read' and j.state = 'done')) as reading
        from capital.intake i
        left join capital.intake_end e on e.intake_id = i.id
      """;
  private static final String END =
      """
      insert into capital.intake_end (intake_id, outcome, reading_id, posting_id, reason, on_day,
                                      by_account, by_name)
      values (:intake, :outcome, :reading, :posting, :reason, :day, :account, :by)
      """;
  private static final String LATER =
      ALL
          + """
           where e.outcome = 'committed' and i.content = :content and i.sender_id = :sender
             and i.budget_year = :year and i.cut_off > :cutOff
           order by i.cut_off desc limit 1
          """;
  private static final String SAME =
      ALL
          + """
           where e.outcome = 'committed' and i.digest = :digest and i.id <> :id
           order by i.id desc limit 1
          """;

  private final JdbcClient jdbc;

  IntakeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(Intake.What what, Intake.File file, byte[] bytes, LocalDate day) {
    long id =
        jdbc.sql(ADD)
            .param("content", what.content().code())
            .param("sender", what.senderId())
            .param("issuer", what.issuer())
            .param("file", file.name())
            .param("digest", file.digest())
            .param("bytes", file.bytes())
            .param("year", what.budgetYear())
            .param("cutOff", what.cutOff())
            .param("kind", what.reportKind(), Types.VARCHAR)
            .param("document", what.document(), Types.VARCHAR)
            .param("annex", what.annex(), Types.VARCHAR)
            .param("day", day)
            .param("account", Acting.current().accountId())
            .param("by", Acting.current().name())
            .query(Long.class)
            .single();
    jdbc.sql("insert into capital.intake_file (intake_id, content) values (:id, :content)")
        .param("id", id)
        .param("content", bytes, Types.BINARY)
        .update();
    return id;
  }

  public byte[] file(long id) {
    return jdbc.sql("select content from capital.intake_file where intake_id = :id")
        .param("id", id)
        .query((row, number) -> Objects.requireNonNull(row.getBytes(1)))
        .single();
  }

  public Optional<Intake> find(long id) {
    return jdbc.sql(ALL + " where i.id = :id")
        .param("id", id)
        .query(IntakeStore::intake)
        .optional();
  }

  List<Intake> latest(int most) {
    return jdbc.sql(ALL + " order by i.id desc limit :most")
        .param("most", most)
        .query(IntakeStore::intake)
        .list();
  }

  /** A committed file of the same sender with a later cut-off. */
  Optional<Intake> later(Intake intake) {
    return jdbc.sql(LATER)
        .param("content", intake.what().content().code())
        .param("sender", intake.what().senderId())
        .param("year", intake.what().budgetYear())
        .param("cutOff", intake.what().cutOff())
        .query(IntakeStore::intake)
        .optional();
  }

  /** The same file, committed before. */
  Optional<Intake> same(Intake intake) {
    return jdbc.sql(SAME)
        .param("digest", intake.file().digest())
        .param("id", intake.id())
        .query(IntakeStore::intake)
        .optional();
  }

  /** Held until the end of the transaction: a file is committed once, one of a sender at a time. */
  void lock(Intake intake) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('capital.intake'), :sender)")
        .param("sender", intake.what().senderId())
        .query((row, number) -> 0)
        .list();
  }

  void end(Intake intake, Intake.End end, LocalDate day) {
    jdbc.sql(END)
        .param("intake", intake.id())
        .param("outcome", end.outcome())
        .param("reading", intake.reading(), Types.BIGINT)
        .param("posting", end.postingId(), Types.BIGINT)
        .param("reason", end.reason(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", end.by())
        .update();
  }

  private static Intake intake(ResultSet row, int number) throws SQLException {
    return new Intake(
        row.getLong("id"),
        new Intake.What(
            Content.of(row.getString("content")),
            row.getInt("sender_id"),
            row.getString("issuer"),
            row.getInt("budget_year"),
            Objects.requireNonNull(row.getObject("cut_off", LocalDate.class)),
            row.getString("report_kind"),
            row.getString("document"),
            row.getString("annex")),
        new Intake.File(row.getString("file_name"), row.getString("digest"), row.getInt("bytes")),
        new Intake.Staged(
            Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
            at(row, "staged_at"),
            row.getString("by_name")),
        row.getObject("reading", Long.class),
        end(row));
  }

  private static Intake.@Nullable End end(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return outcome == null
        ? null
        : new Intake.End(
            outcome,
            row.getObject("posting_id", Long.class),
            row.getString("reason"),
            at(row, "ended_at"),
            row.getString("ended_by"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
