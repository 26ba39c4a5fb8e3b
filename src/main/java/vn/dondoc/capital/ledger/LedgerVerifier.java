package vn.dondoc.capital.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Kiểm tra sổ vốn: recomputes everything from the entries alone and tells every broken invariant
 * with its place, by other words than the triggers that are to hold them.
 */
public final class LedgerVerifier {
  /** Findings of one kind that are told; more would hide the others. */
  private static final int MOST = 100;

  // Sees every entry also with the server's own role; one snapshot, whatever is added meanwhile.
  private static final String SCOPE =
      "select set_config('app.whole', 't', true), set_config('app.account', '-1', true)";
  private static final String COUNTED =
      "select (select count(*) from capital.entry), (select count(*) from capital.line)";

  private LedgerVerifier() {}

  /**
   * What was found.
   *
   * @param entries how many entries were read
   * @param lines of how many lines
   * @param findings what is broken; empty when everything holds
   */
  public record Report(long entries, long lines, List<Finding> findings) {
    public Report {
      findings = List.copyOf(findings);
    }

    public boolean isSound() {
      return findings.isEmpty();
    }

    /** The report in one sentence. */
    public String sentence() {
      return Texts.in(Language.VI)
          .get(
              isSound() ? "capital.verify.sound" : "capital.verify.broken",
              entries,
              lines,
              findings.size());
    }
  }

  /**
   * Verifies the ledger of a database.
   *
   * @param database with the owner's role or the server's
   * @throws IllegalStateException when the database cannot be read
   */
  public static Report verify(DataSource database) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return report(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the ledger: " + e.getMessage(), e);
    }
  }

  /** What the running transaction of a connection sees. */
  static Report report(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SCOPE);
      List<Finding> findings = new ArrayList<>();
      for (LedgerCheck check : LedgerCheck.values()) {
        findings.addAll(findings(statement, check));
      }
      try (ResultSet row = statement.executeQuery(COUNTED)) {
        row.next();
        return new Report(row.getLong(1), row.getLong(2), findings);
      }
    }
  }

  private static List<Finding> findings(Statement statement, LedgerCheck check)
      throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(check.sql(MOST))) {
      while (row.next()) {
        String place = String.valueOf(row.getString("place"));
        LocalDate day = row.getObject("day", LocalDate.class);
        long amount = row.getLong("amount");
        long most = row.getLong("most");
        Problem problem =
            Problem.at(
                place, check.key(), place, day == null ? "–" : day, amount, most, amount - most);
        findings.add(
            new Finding(
                check.name().toLowerCase(Locale.ROOT), place, Texts.in(Language.VI).tell(problem)));
      }
    }
    return findings;
  }
}
