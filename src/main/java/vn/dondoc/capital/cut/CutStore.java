package vn.dondoc.capital.cut;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Acting;

@Repository
class CutStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Cut.Found>> FOUND = new TypeReference<>() {};

  private static final String LINE =
      """
      select l.id as line_id, l.project_id, concat_ws(' ', p.code, p.name) as project, p.owner_id,
             coalesce(n.name, '–') as owner, o.name as pool
        from capital.line l
        join project.on_day(:day) p on p.project_id = l.project_id
        join capital.pool o on o.id = l.pool_id
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
      """;
  private static final String CUTS =
      """
      with line as (
      """
          + LINE
          + """
          )
          select c.*, l.*, e.done, e.booked_vnd, e.document, e.signed_on, e.why as end_why, e.on_day as end_on,
                 e.by_name as end_by, c.by_name as cut_by, c.on_day as cut_on,
                 coalesce((select jsonb_agg(jsonb_build_object('words', m.words, 'on', m.on_day,
                                                               'by', m.by_name) order by m.id)
                             from capital.cut_comment m where m.cut_id = c.id), '[]')::text as comments
            from capital.cut c
            join line l on l.line_id = c.line_id
            left join capital.cut_end e on e.cut_id = c.id
           where (:id::bigint is null or c.id = :id)
           order by c.id desc
           limit :most
          """;
  private static final String EVIDENCE =
      CUTS.replace(
          "(:id::bigint is null or c.id = :id)",
          "c.reason = 'slow' and e.done and e.signed_on between :from and :until"
              + " and (:owner::int is null or l.owner_id = :owner)");
  private static final String UNEXPLAINED =
      """
      with line as (
      """
          + LINE
          + """
          )
          select u.*, l.project, l.owner, l.pool
            from capital.unexplained_cuts_on(:day) u
            join line l on l.line_id = u.line_id
           where (:entry::bigint is null or u.entry_id = :entry)
           order by u.value_on desc, u.entry_id
           limit :most
          """;
  private static final String MOVED =
      """
      with line as (
      """
          + LINE
          + """
          )
          select m.*, l.*
            from capital.moved_away_on(:day) m
            join line l on l.line_id = m.line_id
           where m.ground = any(:grounds)
           order by m.value_on desc, m.entry_id desc
           limit :most
          """;
  private static final String ADD =
      """
      insert into capital.cut (line_id, entry_id, amount_vnd, reason, why, plan_vnd, disbursed_vnd,
                               found, answer_by, evidence, on_day, by_account, by_name)
      values (:line, :entry, :amount, :reason, :why, :plan, :disbursed, :found::jsonb, :answer,
              :evidence, :day, :account, :by)
      returning id
      """;
  private static final String COMMENT =
      """
      insert into capital.cut_comment (cut_id, words, on_day, by_account, by_name)
      values (:cut, :words, :day, :account, :by)
      """;
  private static final String END =
      """
      insert into capital.cut_end (cut_id, done, posting_id, booked_vnd, document, signed_on, why,
                                   on_day, by_account, by_name)
      values (:cut, :done, :posting, :booked, :document, :signed, :why, :day, :account, :by)
      """;

  private static final String OF_PAPER =
      """
      select e.value_on = :signed and e.issuer_key = capital.issuer_key(:issuer)
             and capital.paper_key(:number, '') in (e.paper_key, capital.paper_key(e.number, ''))
        from capital.entry e where e.id = :id
      """;

  private static final String PROOF =
      """
      select * from (
        select true as settlement, d.number as words, d.signed_on as on_day
          from project.decisions_on(:day) d join project.decision_kind k on k.code = d.kind
         where d.project_id = :project and k.effect = 'settlement' and :settled
        union all
        select false, s.name_vi, p.state_since
          from project.on_day(:day) p
          join project.state s on s.kind = 'stage' and s.code = p.stage and s.finished
         where p.project_id = :project and :ended) x
       order by x.settlement desc, x.on_day desc
       limit 1
      """;

  private final JdbcClient jdbc;

  CutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Plan taken away that nobody explained. */
  record Unexplained(
      long entryId,
      long lineId,
      String project,
      String owner,
      String pool,
      long amountVnd,
      LocalDate on,
      String document) {}

  Optional<Cut.Line> line(long id, LocalDate day) {
    return jdbc.sql(LINE + " where l.id = :id")
        .param("day", day)
        .param("id", id)
        .query((row, number) -> line(row))
        .optional();
  }

  List<Cut> cuts(@Nullable Long id, LocalDate day, int most) {
    return jdbc.sql(CUTS)
        .param("day", day)
        .param("id", id, Types.BIGINT)
        .param("most", most)
        .query(CutStore::cut)
        .list();
  }

  /** Cuts for slowness that were carried out by documents of these days. */
  List<Cut> evidence(
      LocalDate from, LocalDate until, @Nullable Integer owner, LocalDate day, int most) {
    return jdbc.sql(EVIDENCE)
        .param("owner", owner, Types.INTEGER)
        .param("day", day)
        .param("from", from)
        .param("until", until)
        .param("most", most)
        .query(CutStore::cut)
        .list();
  }

  List<Unexplained> unexplained(@Nullable Long entry, LocalDate day, int most) {
    return jdbc.sql(UNEXPLAINED)
        .param("day", day)
        .param("entry", entry, Types.BIGINT)
        .param("most", most)
        .query((row, number) ->
            new Unexplained(
                row.getLong("entry_id"),
                row.getLong("line_id"),
                row.getString("project"),
                row.getString("owner"),
                row.getString("pool"),
                row.getLong("amount_vnd"),
                Objects.requireNonNull(row.getObject("value_on", LocalDate.class)),
                row.getString("document")))
        .list();
  }

  List<Moved> moved(LocalDate day, int most) {
    return jdbc.sql(MOVED)
        .param("day", day)
        .param(
            "grounds",
            Arrays.stream(CutReason.values()).map(CutReason::code).toArray(String[]::new))
        .param("most", most)
        .query((row, number) ->
            new Moved(
                row.getLong("entry_id"),
                line(row),
                row.getLong("amount_vnd"),
                CutReason.of(row.getString("ground")),
                row.getString("reason"),
                Objects.requireNonNull(row.getObject("value_on", LocalDate.class)),
                row.getString("document")))
        .list();
  }

  /** The open proposal that holds a line; waits for whoever just puts it forward. */
  Optional<Cuts.Held> holding(long line) {
    return jdbc.sql("select * from capital.proposal_of_line(:line)")
        .param("line", line)
        .query((row, number) ->
            new Cuts.Held(
                row.getString("name"),
                row.getString("by_name"),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class))))
        .optional();
  }

  /** How many days a unit has to comment; empty when no rule says so. */
  Optional<Integer> commentDays(LocalDate day) {
    return jdbc.sql(
            "select comment_days from capital.review_rule"
                + " where daterange(from_on, until_on) @> :day::date")
        .param("day", day)
        .query(Integer.class)
        .optional();
  }

  /** The line's project is the actor's own. */
  boolean owns(long projectId) {
    return jdbc.sql("select :project = any((select project.scope_owned())::bigint[])")
        .param("project", projectId)
        .query(Boolean.class)
        .single();
  }

  long posting(long entry) {
    return jdbc.sql("select posting_id from capital.entry where id = :id")
        .param("id", entry)
        .query(Long.class)
        .single();
  }

  /** By which document an entry was booked. */
  Voucher.Paper paper(long entry) {
    return jdbc.sql("select number, series, issuer, value_on from capital.entry where id = :id")
        .param("id", entry)
        .query((row, number) ->
            Voucher.Paper.of(
                row.getString("issuer"),
                row.getString("series"),
                row.getString("number"),
                Objects.requireNonNull(row.getObject("value_on", LocalDate.class))))
        .single();
  }

  /** Whether an entry was booked by this document, with its series or without, however spelled. */
  boolean isPaperOf(long entry, Voucher.Paper paper) {
    return jdbc.sql(OF_PAPER)
        .param("id", entry)
        .param("number", paper.number())
        .param("issuer", paper.issuer())
        .param("signed", paper.valueOn())
        .query(Boolean.class)
        .single();
  }

  /** What stands on a line when it is cut. */
  record Standing(
      long planVnd, long disbursedVnd, List<Cut.Found> found, @Nullable String evidence) {}

  /**
   * Chứng cứ of the register.
   *
   * @param settlement a settlement, else the end of the work
   * @param words number of the settlement, or the stage
   * @param on since when
   */
  record Proof(boolean settlement, String words, LocalDate on) {}

  /** What of the register shows that a project needs no more. */
  Optional<Proof> proof(long project, CutReason reason, LocalDate day) {
    return jdbc.sql(PROOF)
        .param("project", project)
        .param("day", day)
        .param("ended", reason == CutReason.TASK_ENDED)
        .param("settled", reason == CutReason.SETTLED || reason == CutReason.TASK_ENDED)
        .query((row, number) ->
            new Proof(
                row.getBoolean("settlement"),
                row.getString("words"),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class))))
        .optional();
  }

  long add(NewCut cut, Standing standing, @Nullable LocalDate answerBy, LocalDate day) {
    return jdbc.sql(ADD)
        .param("line", cut.lineId())
        .param("entry", cut.entryId(), Types.BIGINT)
        .param("amount", cut.amountVnd())
        .param("reason", cut.reason().code())
        .param("why", cut.why())
        .param("plan", standing.planVnd())
        .param("disbursed", standing.disbursedVnd())
        .param("found", JSON.writeValueAsString(standing.found()))
        .param("answer", answerBy, Types.DATE)
        .param("evidence", standing.evidence(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Long.class)
        .single();
  }

  void comment(long cut, String words, LocalDate day) {
    jdbc.sql(COMMENT)
        .param("cut", cut)
        .param("words", words)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  void end(long cut, @Nullable Long posting, Cut.End end) {
    jdbc.sql(END)
        .param("cut", cut)
        .param("booked", end.bookedVnd(), Types.BIGINT)
        .param("done", end.done())
        .param("posting", posting, Types.BIGINT)
        .param("document", end.document(), Types.VARCHAR)
        .param("signed", end.signedOn(), Types.DATE)
        .param("why", end.why(), Types.VARCHAR)
        .param("day", end.on())
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  private static Cut.Line line(ResultSet row) throws SQLException {
    return new Cut.Line(
        row.getLong("line_id"),
        row.getLong("project_id"),
        row.getString("project"),
        row.getInt("owner_id"),
        row.getString("owner"),
        row.getString("pool"));
  }

  private static Cut cut(ResultSet row, int number) throws SQLException {
    List<Cut.Comment> comments = new ArrayList<>();
    for (JsonNode node : JSON.readTree(row.getString("comments"))) {
      comments.add(
          new Cut.Comment(
              node.get("words").asString(),
              LocalDate.parse(node.get("on").asString()),
              node.get("by").asString()));
    }
    Cut.Content content =
        new Cut.Content(
            row.getObject("entry_id", Long.class),
            row.getLong("amount_vnd"),
            CutReason.of(row.getString("reason")),
            row.getString("why"),
            row.getString("evidence"),
            row.getLong("plan_vnd"),
            row.getLong("disbursed_vnd"),
            JSON.readValue(row.getString("found"), FOUND),
            row.getObject("answer_by", LocalDate.class),
            Objects.requireNonNull(row.getObject("cut_on", LocalDate.class)),
            row.getString("cut_by"));
    return new Cut(row.getLong("id"), line(row), content, comments, end(row));
  }

  private static Cut.@Nullable End end(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("end_on", LocalDate.class);
    return on == null
        ? null
        : new Cut.End(
            row.getBoolean("done"),
            row.getObject("booked_vnd", Long.class),
            row.getString("document"),
            row.getObject("signed_on", LocalDate.class),
            row.getString("end_why"),
            on,
            row.getString("end_by"));
  }
}
