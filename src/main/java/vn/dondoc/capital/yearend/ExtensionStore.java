package vn.dondoc.capital.yearend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

@Repository
class ExtensionStore {
  private static final String ALL =
      """
      select r.*, concat_ws(' ', p.code, p.name) as project, l.project_id,
             coalesce(n.name, '–') as owner, o.code as pool_code, o.name as pool,
             d.request_id is not null as is_decided, d.accepted, d.amount_vnd as allowed_vnd,
             d.until_day as allowed_until, d.authority, d.document as decision, d.signed_on,
             d.why as refused_why, t.code as carried_to,
             coalesce(c.amount_vnd, d.amount_vnd) as carried_vnd, x.amount_vnd as changed_vnd,
             x.document as change_document, x.signed_on as change_signed, x.why as change_why,
             x.by_name as change_by, r.by_account as asked_account,
             exists (select from capital.extension_ground g
                      where g.code = r.ground and g.automatic
                        and daterange(g.from_on, g.until_on) @> make_date(o.budget_year, 12, 31))
               as automatic
        from capital.extension_request r
        join capital.line l on l.id = r.line_id
        join capital.pool o on o.id = l.pool_id
        join project.on_day(:day) p on p.project_id = l.project_id
        left join agency.name n
          on n.body_id = p.owner_id and n.kind = 'official' and n.valid @> :day::date
        left join capital.extension_decision d on d.request_id = r.id
        left join capital.extension_carry c on c.request_id = r.id
        left join capital.pool t on t.id = c.pool_id
        left join lateral (select k.* from capital.extension_change k
                            where k.request_id = r.id order by k.id desc limit 1) x on true
       where (:id::bigint is null or r.id = :id)
       order by r.id desc
       limit :most
      """;
  private static final String ASK =
      """
      insert into capital.extension_request (line_id, ground, amount_vnd, until_day, reason, document,
                                             on_day, by_account, by_name)
      values (:line, :ground, :amount, :until, :reason, :document, :day, :account, :by)
      returning id
      """;
  private static final String DECIDE =
      """
      insert into capital.extension_decision (request_id, accepted, amount_vnd, until_day, authority,
                                              document, signed_on, why, on_day, by_account, by_name)
      values (:id, :accepted, :amount, :until, :authority, :document, :signed, :why, :day, :account,
              :by)
      """;
  private static final String CARRY =
      """
      insert into capital.extension_carry (request_id, posting_id, pool_id, amount_vnd, on_day, by_account,
                                           by_name)
      values (:id, :posting, :pool, :amount, :day, :account, :by)
      """;
  private static final String CHANGE =
      """
      insert into capital.extension_change (request_id, amount_vnd, document, signed_on, why, on_day,
                                            by_account, by_name)
      values (:id, :amount, :document, :signed, :why, :day, :account, :by)
      """;

  private final JdbcClient jdbc;

  ExtensionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Extension> all(@Nullable Long id, LocalDate day, int most) {
    return jdbc.sql(ALL)
        .param("day", day)
        .param("id", id, Types.BIGINT)
        .param("most", most)
        .query(ExtensionStore::extension)
        .list();
  }

  boolean owns(long projectId) {
    return jdbc.sql("select :project = any((select project.scope_owned())::bigint[])")
        .param("project", projectId)
        .query(Boolean.class)
        .single();
  }

  long ask(long line, Extension.Asked asked, LocalDate day) {
    return jdbc.sql(ASK)
        .param("line", line)
        .param("ground", asked.ground())
        .param("amount", asked.amountVnd())
        .param("until", asked.until())
        .param("reason", asked.reason())
        .param("document", asked.document(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .query(Long.class)
        .single();
  }

  void decide(long id, Extension.Decided decided, LocalDate day) {
    jdbc.sql(DECIDE)
        .param("id", id)
        .param("accepted", decided.accepted())
        .param("amount", decided.amountVnd(), Types.BIGINT)
        .param("until", decided.until(), Types.DATE)
        .param("authority", decided.authority())
        .param("document", decided.document())
        .param("signed", decided.signedOn())
        .param("why", decided.why(), Types.VARCHAR)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  void change(long id, Extension.Change change, LocalDate day) {
    jdbc.sql(CHANGE)
        .param("id", id)
        .param("amount", change.amountVnd())
        .param("document", change.document())
        .param("signed", change.signedOn())
        .param("why", change.why())
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  /** What was carried of it, by which posting of the ledger, into which pool. */
  void carried(long id, long posting, int pool, long amount, LocalDate day) {
    jdbc.sql(CARRY)
        .param("id", id)
        .param("posting", posting)
        .param("pool", pool)
        .param("amount", amount)
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }

  private static Extension extension(ResultSet row, int number) throws SQLException {
    Extension.Line line =
        new Extension.Line(
            row.getLong("line_id"),
            row.getLong("project_id"),
            row.getString("project"),
            row.getString("owner"),
            row.getString("pool_code"),
            row.getString("pool"));
    Extension.Asked asked =
        new Extension.Asked(
            row.getString("ground"),
            row.getLong("amount_vnd"),
            Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
            row.getString("reason"),
            row.getString("document"),
            Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
            row.getString("by_name"),
            row.getLong("asked_account"),
            row.getBoolean("automatic"));
    Extension.Decided decided =
        row.getBoolean("is_decided")
            ? new Extension.Decided(
                row.getBoolean("accepted"),
                row.getObject("allowed_vnd", Long.class),
                row.getObject("allowed_until", LocalDate.class),
                row.getString("authority"),
                row.getString("decision"),
                Objects.requireNonNull(row.getObject("signed_on", LocalDate.class)),
                row.getString("refused_why"))
            : null;
    return new Extension(row.getLong("id"), line, asked, decided, change(row), carried(row));
  }

  private static Extension.@Nullable Change change(ResultSet row) throws SQLException {
    String document = row.getString("change_document");
    return document == null
        ? null
        : new Extension.Change(
            row.getLong("changed_vnd"),
            document,
            Objects.requireNonNull(row.getObject("change_signed", LocalDate.class)),
            row.getString("change_why"),
            row.getString("change_by"));
  }

  private static Extension.@Nullable Carried carried(ResultSet row) throws SQLException {
    String pool = row.getString("carried_to");
    return pool == null ? null : new Extension.Carried(pool, row.getLong("carried_vnd"));
  }
}
