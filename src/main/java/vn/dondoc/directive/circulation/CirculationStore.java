package vn.dondoc.directive.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.dondoc.directive.circulation.AddresseeStore.Told;

@Repository
class CirculationStore {
  private static final String INSERT =
      """
      insert into directive.circulation (document_id, body_id, round, kind, from_body, addressee_id,
             on_day, due_on, why, by_account, by_name)
      """;
  // Groups become their members of the day; whoever has the document already is left alone.
  private static final String SEND =
      INSERT
          + """
          select :document, f.body_id, directive.round_of(:document, f.body_id), 'sent',
                 :sender::int, f.addressee_id, :day, :due, null, :by, :byName
            from (select distinct on (b.id) b.id as body_id, c.addressee_id
                    from unnest(:addressees::bigint[], :bodies::int[])
                           as c (addressee_id, body_id)
                    join agency.body named on named.id = c.body_id
                    left join agency.membership m
                      on named.kind = 'GROUP' and m.group_id = named.id and m.valid @> :of::date
                    join agency.body b
                      on b.id = case when named.kind = 'GROUP' then m.member_id else named.id end
                   where b.kind <> 'GROUP'
                   order by b.id, c.addressee_id nulls last) f
           where not directive.has_fact(:document, f.body_id, 'sent')
          on conflict do nothing
          returning body_id
          """;
  private static final String TELL =
      INSERT
          + """
          select r.document_id, r.body_id, r.round, :kind, r.from_body, r.addressee_id, :day, null,
                 :why, :by, :byName
            from directive.receipts_on(:day) r
           where r.document_id = :document and r.body_id = any(:bodies::int[])
          on conflict do nothing
          returning body_id
          """;
  private static final String HELD =
      """
      select r.from_body, directive.acts_for(r.body_id) as own,
             r.from_body is not null and directive.acts_for(r.from_body) as sender,
             r.acknowledged_on is not null as acknowledged
        from directive.receipts_on(:day) r
       where r.document_id = :document and r.body_id = :body
      """;
  private static final String OWN_UNOPENED =
      """
      select r.body_id from directive.receipts_on(:day) r
       where r.document_id = :document and r.opened_on is null and directive.acts_for(r.body_id)
      """;
  private static final String OWN =
      """
      select r.*, d.subject, a.onward,
             coalesce(d.kind, 'Văn bản') || coalesce(' ' || d.number, '') as title,
             (select n.name from agency.name n where n.body_id = r.body_id and n.kind = 'official'
               order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) as name,
             (select n.name from agency.name n where n.body_id = r.from_body and n.kind = 'official'
               order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) as sender,
             o.below, o.forwarded, o.received
        from directive.receipts_on(:day) r
        join directive.document d on d.id = r.document_id
        left join directive.addressee a on a.id = r.addressee_id
       cross join lateral (
         select count(*) as below, count(t.id) as forwarded, count(t.acknowledged_on) as received
           from directive.bodies_below(r.body_id, :day) w
           left join directive.receipts_on(:day) t
             on t.document_id = r.document_id and t.body_id = w.body_id
          -- What the office sent itself is not the body's to pass on: as the coverage counts it.
          where w.by_rule and (t.id is null or t.from_body is not null)
             or t.from_body = r.body_id) o
       where r.body_id = any(:bodies::int[])
      """;
  private static final String OF_DOCUMENT =
      OWN.replace(
              "r.body_id = any(:bodies::int[])",
              "r.document_id = :document and r.body_id = any((select database.scope_bodies())::int[])"
                  + " and directive.acts_for(r.body_id)")
          + " order by name, r.body_id limit 50";
  private static final String WAITING =
      OWN
          + """
             and r.acknowledged_on is null and directive.acts_for(r.body_id)
           order by r.due_on, r.document_id, name
           limit :limit
          """;
  private static final String COUNT_WAITING =
      """
      select count(*) from directive.receipts_on(:day) r
       where r.body_id = any(:bodies::int[]) and r.acknowledged_on is null
         and directive.acts_for(r.body_id)
      """;
  private static final String BELOW =
      """
      select w.body_id, w.by_rule, n.name, r.from_body, r.sent_on, r.opened_on, r.acknowledged_on,
             r.late_days, r.state
        from directive.bodies_below(:body, :day) w
        join lateral (select n.name from agency.name n
                       where n.body_id = w.body_id and n.kind = 'official'
                       order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) n on true
        left join directive.receipts_on(:day) r
          on r.document_id = :document and r.body_id = w.body_id
       order by w.by_rule desc, n.name, w.body_id
       limit 1000
      """;
  private static final String WITHOUT =
      """
      select distinct d.body_id,
             (select n.name from agency.name n where n.body_id = d.body_id and n.kind = 'official'
               order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) as name
        from task.duties_on(:day) d
        join task.task t on t.id = d.task_id
       where t.source_kind = 'directive.document' and t.source_id = :document
         and d.timing <> 'not_counted'
         and not directive.has_fact(:document, d.body_id, 'sent')
       order by name, d.body_id
       limit 1000
      """;

  private final JdbcClient jdbc;

  CirculationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One sending.
   *
   * @param document what
   * @param sender who passes it on; null for the office
   * @param dueOn the last day to acknowledge in time
   * @param countedOn the day groups are counted on
   */
  record Sending(long document, @Nullable Integer sender, LocalDate dueOn, LocalDate countedOn) {}

  /** Whom to send to: a body or a group, and the words that name it. */
  record Target(@Nullable Long addressee, int body) {}

  /** Sends, and tells whom it was sent to now. */
  List<Integer> send(Sending sending, List<Target> targets, Told told) {
    return by(jdbc.sql(SEND), told)
        .param("document", sending.document())
        .param("sender", sending.sender(), Types.INTEGER)
        .param("due", sending.dueOn())
        .param("of", sending.countedOn())
        .param("addressees", targets.stream().map(Target::addressee).toArray(Long[]::new))
        .param("bodies", targets.stream().map(Target::body).toArray(Integer[]::new))
        .query((row, number) -> row.getInt(1))
        .list();
  }

  /** Records that something happened with these bodies; tells those for which it is new. */
  List<Integer> tell(
      long document, Collection<Integer> bodies, String kind, @Nullable String why, Told told) {
    return by(jdbc.sql(TELL), told)
        .param("document", document)
        .param("bodies", bodies.toArray(Integer[]::new))
        .param("kind", kind)
        .param("why", why, Types.VARCHAR)
        .query((row, number) -> row.getInt(1))
        .list();
  }

  private static StatementSpec by(StatementSpec statement, Told told) {
    return statement
        .param("day", told.day())
        .param("by", told.by().accountId())
        .param("byName", told.by().name());
  }

  /**
   * How a document is with a body.
   *
   * @param fromBody who passed it on
   * @param own the actor speaks for the body
   * @param sender the actor speaks for who passed it on
   * @param acknowledged the body said it was received
   */
  record Held(@Nullable Integer fromBody, boolean own, boolean sender, boolean acknowledged) {}

  Optional<Held> held(long document, int body, LocalDate day) {
    return jdbc.sql(HELD)
        .param("document", document)
        .param("body", body)
        .param("day", day)
        .query(Held.class)
        .optional();
  }

  List<Integer> ownUnopened(long document, LocalDate day) {
    return jdbc.sql(OWN_UNOPENED)
        .param("document", document)
        .param("day", day)
        .query((row, number) -> row.getInt(1))
        .list();
  }

  /** How a document stands with the bodies the actor speaks for. */
  List<OwnReceipt> own(long document, LocalDate day) {
    return jdbc.sql(OF_DOCUMENT)
        .param("document", document)
        .param("day", day)
        .query(CirculationStore::own)
        .list();
  }

  List<OwnReceipt> waiting(Collection<Integer> bodies, LocalDate day, int limit) {
    return jdbc.sql(WAITING)
        .param("bodies", bodies.toArray(Integer[]::new))
        .param("day", day)
        .param("limit", limit)
        .query(CirculationStore::own)
        .list();
  }

  int countWaiting(Collection<Integer> bodies, LocalDate day) {
    return jdbc.sql(COUNT_WAITING)
        .param("bodies", bodies.toArray(Integer[]::new))
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  List<Below> below(long document, int body, LocalDate day) {
    return jdbc.sql(BELOW)
        .param("document", document)
        .param("body", body)
        .param("day", day)
        .query((row, number) ->
            new Below(
                row.getInt("body_id"),
                row.getString("name"),
                row.getBoolean("by_rule"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("state") == null
                    ? null
                    : ReceiptFilter.State.of(row.getString("state")),
                row.getObject("acknowledged_on", LocalDate.class),
                row.getInt("late_days")))
        .list();
  }

  /** Bodies that have work of the document and were not sent it. */
  List<Missing> missing(long document, LocalDate day) {
    return jdbc.sql(WITHOUT)
        .param("document", document)
        .param("day", day)
        .query((row, number) -> new Missing(row.getInt("body_id"), row.getString("name")))
        .list();
  }

  /** Cơ quan có nhiệm vụ nhưng không có trong nơi nhận. */
  record Missing(int bodyId, String name) {}

  private static OwnReceipt own(ResultSet row, int number) throws SQLException {
    return new OwnReceipt(
        row.getLong("document_id"),
        row.getString("title"),
        row.getString("subject"),
        row.getInt("body_id"),
        row.getString("name"),
        row.getString("sender"),
        row.getObject("sent_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("acknowledged_on", LocalDate.class),
        row.getString("acknowledged_by"),
        row.getString("onward"),
        row.getInt("below"),
        row.getInt("forwarded"),
        row.getInt("received"));
  }
}
