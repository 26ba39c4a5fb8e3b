package vn.dondoc.capital.line;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Voucher;

/** Papers that are booked, as another spelling of them is typed. */
@Repository
class LineTwinStore {
  private static final String LIKE =
      """
      select b.number, b.series, b.issuer, b.value_on
        from capital.papers_like(:line, :day, :kind, 1, :amount,
                                 capital.paper_key(:number, :series), capital.issuer_key(:issuer)) b
      """;
  private static final String PAPER =
      """
      select e.number || ' (' || e.issuer || ')' from capital.entry e where e.id = :entry
      """;
  private static final String IS_OF =
      """
      select exists (
        select from capital.entry e
         where e.id = :entry
           and capital.paper_key(e.number, '') = capital.paper_key(:number, '')
           and capital.issuer_key(e.issuer)
                 in (capital.issuer_key(:issuer), capital.issuer_key(:official)))
      """;

  private final JdbcClient jdbc;

  LineTwinStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Chứng từ đã ghi.
   *
   * @param words number, series and issuer
   * @param on ngày giá trị
   */
  record Twin(String words, LocalDate on) {}

  /** One of the same number, day, line, kind and amount under another spelling. */
  Optional<Twin> like(long line, EntryKind kind, long amount, Voucher.Paper paper) {
    return jdbc.sql(LIKE)
        .param("line", line)
        .param("day", paper.valueOn())
        .param("kind", kind.code())
        .param("amount", amount)
        .param("number", paper.number())
        .param("series", paper.series())
        .param("issuer", paper.issuer())
        .query((row, number) ->
            new Twin(
                (row.getString("number") + " " + row.getString("series")).strip()
                    + " ("
                    + row.getString("issuer")
                    + ")",
                Objects.requireNonNull(row.getObject("value_on", LocalDate.class))))
        .optional();
  }

  /** Number and issuer of an entry. */
  String paper(long entry) {
    return jdbc.sql(PAPER).param("entry", entry).query(String.class).single();
  }

  /**
   * The entry was booked by this very document.
   *
   * @param official the issuer's name as the directory has it
   */
  boolean isOf(long entry, Voucher.Paper paper, String official) {
    return jdbc.sql(IS_OF)
        .param("entry", entry)
        .param("number", paper.number())
        .param("issuer", paper.issuer())
        .param("official", official)
        .query(Boolean.class)
        .single();
  }
}
