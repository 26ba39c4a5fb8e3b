package vn.dondoc.capital.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.kernel.Acting;

/** What of a committed reading goes into the ledger, and into the owners' reports. */
@Repository
class IntakeBookingStore {
  private static final String STANDINGS =
      """
      select o.line_id, r.place, o.was_outstanding, o.was_volume, r.outstanding_vnd, r.volume_vnd,
             r.disbursed_vnd, o.reason
        from capital.intake_outcome o
        join capital.intake_row r on r.reading_id = o.reading_id and r.number = o.number
       where o.reading_id = :reading and o.state in ('new', 'changed', 'lower')
       order by o.number
      """;
  // A voucher is called as its first row calls it, and its rows keep the places they have in the
  // ledger.
  private static final String ENTRIES =
      """
      select o.line_id, o.project_id, o.pool_id, r.place, r.series, r.value_on, r.entry_kind, r.direction,
             r.amount_vnd, first_value(r.document) over paper as document
        from capital.intake_outcome o
        join capital.intake_row r on r.reading_id = o.reading_id and r.number = o.number
       where o.reading_id = :reading and o.state in ('new', 'same')
      window paper as (partition by capital.paper_key(r.document, r.series),
                                    extract(year from r.value_on) order by o.number)
       order by min(o.number) over (partition by capital.paper_key(r.document, r.series),
                                                 extract(year from r.value_on)), o.part
      """;
  // What the file has no word for stays as it was said last.
  private static final String REPORT =
      """
      insert into capital.owner_report (line_id, month, kind, step, disbursed_vnd, work_done_vnd,
                                        accepted_vnd, promised_next_vnd, expected_31_12_vnd,
                                        expected_31_1_vnd, difficulty, blocker, proposal, authority,
                                        import_id, on_day, by_account, by_name)
      select o.line_id, :month, :kind, 1 + coalesce(b.step, 0),
             coalesce(r.disbursed_vnd, b.disbursed_vnd), coalesce(r.work_done_vnd, b.work_done_vnd),
             coalesce(r.accepted_vnd, b.accepted_vnd),
             coalesce(r.promised_next_vnd, b.promised_next_vnd),
             coalesce(r.expected_31_12_vnd, b.expected_31_12_vnd),
             coalesce(r.expected_31_1_vnd, b.expected_31_1_vnd),
             coalesce(r.difficulty, b.difficulty), b.blocker, b.proposal, b.authority, :intake, :day,
             :account, :by
        from capital.intake_outcome o
        join capital.intake_row r on r.reading_id = o.reading_id and r.number = o.number
        left join lateral (
          select x.* from capital.owner_report x
           where x.line_id = o.line_id and x.month = :month and x.kind = :kind
           order by x.step desc limit 1) b on true
       where o.reading_id = :reading and o.state in ('new', 'changed')
       order by o.number
      """;

  private final JdbcClient jdbc;

  IntakeBookingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Số đang có và số mới của một dòng vốn, đồng.
   *
   * @param line dòng vốn
   * @param place the cell that says it
   * @param wasOutstanding tạm ứng chưa thu hồi đang ghi
   * @param wasVolume khối lượng đã thanh toán đang ghi
   * @param outstanding as the file says; null when it does not
   * @param volume as the file says; null when it does not
   * @param disbursed both together, as the file says; null when it does not
   * @param reason why it goes down; null when it does not
   */
  record Standing(
      long line,
      String place,
      long wasOutstanding,
      long wasVolume,
      @Nullable Long outstanding,
      @Nullable Long volume,
      @Nullable Long disbursed,
      @Nullable String reason) {}

  /**
   * Một dòng của một chứng từ.
   *
   * @param line dòng vốn; null while it is not open
   * @param project dự án
   * @param pool nhóm vốn
   * @param place the cell
   * @param paper the document
   * @param what what it books
   */
  record Entry(@Nullable Long line, long project, int pool, String place, Paper paper, What what) {}

  /** A document. */
  record Paper(String series, String number, LocalDate day) {}

  /** What a row of it books, đồng. */
  record What(String kind, int direction, long amountVnd) {}

  List<Standing> standings(long reading) {
    return jdbc.sql(STANDINGS)
        .param("reading", reading)
        .query((row, number) ->
            new Standing(
                row.getLong("line_id"),
                row.getString("place"),
                row.getLong("was_outstanding"),
                row.getLong("was_volume"),
                row.getObject("outstanding_vnd", Long.class),
                row.getObject("volume_vnd", Long.class),
                row.getObject("disbursed_vnd", Long.class),
                row.getString("reason")))
        .list();
  }

  List<Entry> entries(long reading) {
    return jdbc.sql(ENTRIES).param("reading", reading).query(IntakeBookingStore::entry).list();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("line_id", Long.class),
        row.getLong("project_id"),
        row.getInt("pool_id"),
        row.getString("place"),
        new Paper(
            row.getString("series"),
            row.getString("document"),
            Objects.requireNonNull(row.getObject("value_on", LocalDate.class))),
        new What(row.getString("entry_kind"), row.getInt("direction"), row.getLong("amount_vnd")));
  }

  /** Keeps what owners say; how many lines. */
  int report(Intake intake, LocalDate day) {
    return jdbc.sql(REPORT)
        .param("reading", intake.reading())
        .param("intake", intake.id())
        .param("month", intake.what().cutOff().withDayOfMonth(1))
        .param("kind", intake.what().reportKind())
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("by", Acting.current().name())
        .update();
  }
}
