package vn.dondoc.directive.circulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.web.Asked;

/** The one question behind the list of recipients, its figures, its coverage and its sheet. */
@Component
@Transactional(readOnly = true)
class ReceiptListing {
  static final int PAGE = 50;
  private static final int SHEET = 20_000;
  private static final int MOST_SENDERS = 500;

  private static final String FROM =
      """
        from directive.receipts_on(:day) r
        join lateral (select n.name, n.folded from agency.name n
                       where n.body_id = r.body_id and n.kind = 'official'
                       order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) b on true
        left join lateral (select n.name from agency.name n
                            where n.body_id = r.from_body and n.kind = 'official'
                            order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) s
          on true
        left join directive.addressee a on a.id = r.addressee_id
       where r.document_id = :document
         and (:words::text = ''
              or database.fold(concat_ws(' ', b.name, a.words))
                 like '%' || database.fold(:words::text) || '%')
         and (:direct::boolean is null or (r.from_body is null) = :direct::boolean)
         and (:via::int is null or r.from_body = :via::int)
      """;
  private static final String STANDING =
      """
         and (:state::text is null or r.state = :state::text)
         and (not :late::boolean or r.late_days > 0)
      """;
  private static final String COUNTS =
      """
      select count(*) as total, count(*) filter (where r.state = 'unopened') as unopened,
             count(*) filter (where r.state = 'opened') as opened,
             count(*) filter (where r.state = 'received') as received,
             count(*) filter (where r.late_days > 0) as late
      """
          + FROM;
  private static final String ROWS =
      "with w as (select r.*, b.name, s.name as sender, a.words as named,"
          + " directive.district_of(r.body_id, :day) as district,"
          + " ({sort}) collate \"C\" as sort_key\n"
          + FROM
          + STANDING
          + """
          )
          select * from w
           where :after::bigint is null
              or (w.sort_key, w.id) > (select k.sort_key, k.id from w k where k.id = :after)
           order by w.sort_key, w.id
           limit :limit
          """;
  private static final String COVERAGE =
      """
      with r as materialized (
        select * from directive.receipts_on(:day) where document_id = :document
      ),
      -- Who received it from above sees that it came, and nothing of how far that one passed it on.
      sender as (
        select k.body_id
          from (select r.body_id from r join directive.addressee a on a.id = r.addressee_id
                 where r.from_body is null and a.onward is not null
                union
                select r.from_body from r where r.from_body is not null) k
         where (select database.scope_whole())
            or k.body_id = any((select database.scope_bodies())::int[])
      ),
      below as (
        select s.body_id as sender, w.body_id
          from sender s
         cross join lateral directive.bodies_below(s.body_id, :day) w
         where w.by_rule
           and not exists (select from r direct
                            where direct.body_id = w.body_id and direct.from_body is null)
        union
        select r.from_body, r.body_id from r join sender s on s.body_id = r.from_body
      )
      select w.sender, (select n.name from agency.name n
                         where n.body_id = w.sender and n.kind = 'official'
                         order by n.valid @> :day::date desc, lower(n.valid) desc limit 1) as name,
             count(*) as below, count(r.id) as forwarded, count(r.opened_on) as opened,
             count(r.acknowledged_on) as received,
             count(*) filter (where r.acknowledged_on is null and r.late_days > 0) as late
        from below w
        left join r on r.body_id = w.body_id
       group by w.sender
       order by 2, 1
       limit :limit
      """;

  private static final int MOST_TO_WITHDRAW = 1000;

  private final JdbcClient jdbc;
  private final ProvinceDay day;

  ReceiptListing(JdbcClient jdbc, ProvinceDay day) {
    this.jdbc = jdbc;
    this.day = day;
  }

  /** One page of the list, and one line more when there is another. */
  List<ReceiptLine> page(long document, ReceiptFilter filter) {
    List<ReceiptLine> found = list(document, filter, PAGE + 1);
    Long after = filter.after();
    // A next page is only offered when it has lines.
    if (after != null && found.isEmpty()) {
      throw Asked.noSuchRow(after);
    }
    return found;
  }

  /** Every line of the filter, for a sheet. */
  List<ReceiptLine> all(long document, ReceiptFilter filter) {
    return list(document, filter, SHEET);
  }

  /** Whom it can be taken back from, on whichever page the list stands; by these, or by all. */
  List<ReceiptLine> withdrawable(long document, @Nullable List<Integer> senders) {
    ReceiptFilter all = ReceiptFilter.of(Map.of());
    return senders == null
        ? list(document, all, MOST_TO_WITHDRAW)
        : senders.stream()
            .flatMap(sender -> list(document, all.through(sender), MOST_TO_WITHDRAW).stream())
            .toList();
  }

  /** How many stand how, whichever state is listed. */
  ReceiptFigures figures(long document, ReceiptFilter filter) {
    return asked(COUNTS, document, filter).query(ReceiptFigures.class).single();
  }

  /** How far each recipient that is to pass the document on has done so. */
  List<Coverage> coverage(long document) {
    return jdbc.sql(COVERAGE)
        .param("day", day.today())
        .param("document", document)
        .param("limit", MOST_SENDERS)
        .query((row, number) ->
            new Coverage(
                row.getInt("sender"),
                row.getString("name"),
                row.getInt("below"),
                row.getInt("forwarded"),
                row.getInt("opened"),
                row.getInt("received"),
                row.getInt("late")))
        .list();
  }

  private List<ReceiptLine> list(long document, ReceiptFilter filter, int limit) {
    return asked(ROWS.replace("{sort}", filter.sort().expression()), document, filter)
        .param("state", code(filter.state()), Types.VARCHAR)
        .param("late", filter.late())
        .param("after", filter.after(), Types.BIGINT)
        .param("limit", limit)
        .query(ReceiptListing::line)
        .list();
  }

  private static @Nullable String code(ReceiptFilter.@Nullable State state) {
    return state == null ? null : state.code();
  }

  private StatementSpec asked(String sql, long document, ReceiptFilter filter) {
    return jdbc.sql(sql)
        .param("day", day.today())
        .param("document", document)
        .param("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"))
        .param("direct", filter.direct(), Types.BOOLEAN)
        .param("via", filter.via(), Types.INTEGER);
  }

  private static ReceiptLine line(ResultSet row, int number) throws SQLException {
    return new ReceiptLine(
        row.getLong("id"),
        row.getInt("body_id"),
        row.getString("name"),
        row.getString("district"),
        row.getString("sender"),
        row.getString("named"),
        row.getObject("sent_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("opened_on", LocalDate.class),
        row.getString("opened_by"),
        row.getObject("acknowledged_on", LocalDate.class),
        row.getString("acknowledged_by"),
        ReceiptFilter.State.of(row.getString("state")),
        row.getInt("late_days"));
  }
}
