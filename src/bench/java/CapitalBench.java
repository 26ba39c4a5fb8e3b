import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sổ vốn: a ledger of five million entries; posting a hundred thousand payments with every invariant
 * held beside COPY of the same rows into a table with the same keys, indexes and references; what
 * stood on any past day beside the query written by hand.
 */
final class CapitalBench {
  private static final int ROUNDS = 5;
  private static final int REPORTS = 9;

  private CapitalBench() {}

  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    int projects = quick ? 200 : 2_000;
    int each = quick ? 100 : 250;
    int payments = quick ? 20_000 : 100_000;
    Rows rows = new Rows();
    try (DemoRun run = DemoRun.start();
        Connection database = run.administrator();
        Connection reader = run.asOffice()) {
      execute(database, CapitalFloors.GROUND.formatted(projects));
      execute(database, CapitalFloors.ENTRIES.formatted(each));
      execute(database, CapitalFloors.TWIN);
      String file = run.data.resolve("bench-payments.bin").toString();
      long entries = projects * 10L * each;
      post(new Posting(database, file), payments, entries, rows);
      report(reader, entries, rows);
      rows.print(List.of(args).contains("--json"));
    }
  }

  /** Books the same payments twice: by COPY, and in the ledger. */
  private record Posting(Connection database, String file) {
    double copy() throws SQLException {
      execute(database, CapitalFloors.COPY_OUT.replace("{file}", file));
      return timed(database, CapitalFloors.COPY_IN.replace("{file}", file));
    }

    double post() throws SQLException {
      return timed(database, CapitalFloors.POST);
    }
  }

  private static void post(Posting posting, int payments, long entries, Rows rows)
      throws SQLException {
    String behind = String.format(Locale.ROOT, " behind %,d", entries);
    bulk(posting, new Size(payments, ROUNDS, 0), behind, rows);
    bulk(posting, new Size(1_000, 2 * ROUNDS, ROUNDS), behind, rows);
    bulk(posting, new Size(1, 20 * ROUNDS, 3 * ROUNDS), behind, rows);
  }

  /** So many payments at once, so many times; the first round has this number. */
  private record Size(int payments, int rounds, int first) {}

  private static void bulk(Posting posting, Size size, String behind, Rows rows)
      throws SQLException {
    List<Double> posted = new ArrayList<>();
    List<Double> copied = new ArrayList<>();
    for (int round = 0; round < size.rounds(); round++) {
      execute(posting.database(), CapitalFloors.PAYMENTS.formatted(size.payments(), size.first() + round));
      copied.add(posting.copy());
      posted.add(posting.post());
    }
    String name = String.format(Locale.ROOT, "post %,d payments%s", size.payments(), behind);
    rows.add(name, Rows.median(posted), "ms", Rows.median(copied));
  }

  /** Past days of several years, as somebody of the office reads them. */
  private static void report(Connection reader, long entries, Rows rows) throws SQLException {
    List<Double> reports = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    List<Double> pools = new ArrayList<>();
    List<Double> lines = new ArrayList<>();
    for (int n = 0; n < REPORTS; n++) {
      int year = 2012 + n;
      LocalDate day = LocalDate.of(year, 1 + n, 5 + 2 * n);
      // The first of each warms up.
      DemoRun.query(reader, CapitalFloors.REPORT_BY_HAND.formatted(day, year));
      floors.add(DemoRun.query(reader, CapitalFloors.REPORT_BY_HAND.formatted(day, year)));
      DemoRun.query(reader, CapitalFloors.REPORT.formatted(day, year));
      reports.add(DemoRun.query(reader, CapitalFloors.REPORT.formatted(day, year)));
      pools.add(DemoRun.query(reader, CapitalFloors.POOLS.formatted(day, year)));
      lines.add(DemoRun.query(reader, CapitalFloors.LINE.formatted(n)));
    }
    String of = String.format(Locale.ROOT, " of %,d", entries);
    rows.add("as-of report, lines" + of, Rows.median(reports), "ms", Rows.median(floors));
    rows.add("as-of report, pools" + of, Rows.median(pools), "ms", Rows.median(floors));
    rows.add("a line's ledger" + of, Rows.median(lines), "ms");
  }

  private static double timed(Connection database, String sql) throws SQLException {
    long start = System.nanoTime();
    execute(database, sql);
    return (System.nanoTime() - start) / 1e6;
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String one : sql.split(";\\s*\\n")) {
        statement.execute(one);
      }
    }
  }
}
