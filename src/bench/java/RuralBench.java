import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Nông thôn mới: the matrix of the demonstration beside its one query written by hand; then a nation
 * of 10,600 communes with 49 indicators and 24 months: taking in, keeping and adding up, each beside
 * plain PostgreSQL doing the same in the same run.
 */
final class RuralBench {
  private static final int MONTHS = 24;
  private static final int ROUNDS = 20;

  private RuralBench() {}

  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    int communes = quick ? 300 : 10_600;
    int months = quick ? 6 : MONTHS;
    Rows rows = new Rows();
    try (DemoRun run = DemoRun.start();
        Connection database = run.administrator()) {
      execute(database, "analyze rural.assessment, rural.standing, place.version, place.attribute");
      matrix(run, rows);
      execute(database, RuralFloors.NATION.formatted(communes));
      execute(database, RuralFloors.TWIN);
      Taking taking = new Taking(database, run.data.resolve("bench-rows.bin").toString());
      takeIn(taking, communes, months, rows);
      execute(database, "analyze rural.assessment, rural.standing, bench.assessment");
      one(taking, rows);
      keep(database, rows);
      add(database, rows);
      rows.print(List.of(args).contains("--json"));
    }
  }

  /** Takes the same rows in twice: by COPY, and as facts that are judged and kept. */
  private record Taking(Connection database, String file) {
    double copy() throws SQLException {
      return timed(database, in(RuralFloors.COPY_OUT), in(RuralFloors.COPY_IN));
    }

    double record() throws SQLException {
      return timed(database, "select 1", RuralFloors.RECORD);
    }

    private String in(String sql) {
      return sql.replace("{file}", file);
    }
  }

  /** The matrix of 181 communes and 19 criteria: its figures, its whole page, eight readers. */
  private static void matrix(DemoRun run, Rows rows) throws Exception {
    HttpClient person = run.signedIn();
    String page = run.base + "/nong-thon-moi";
    List<Connection> readers = new ArrayList<>();
    for (int n = 0; n < DemoRun.READERS; n++) {
      readers.add(run.asOffice());
    }
    Connection reader = readers.getFirst();
    List<Double> figures = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    List<Double> pages = new ArrayList<>();
    for (int round = 0; round < 2 * ROUNDS; round++) {
      double figure = DemoRun.query(reader, RuralFloors.MATRIX);
      double floor = DemoRun.query(reader, RuralFloors.MATRIX_BY_HAND);
      double whole = DemoRun.get(person, page);
      // The first half warms up.
      if (round >= ROUNDS) {
        figures.add(figure);
        floors.add(floor);
        pages.add(whole);
      }
    }
    rows.add("matrix 181 x 19, figures", Rows.median(figures), "ms", Rows.median(floors));
    rows.add("matrix 181 x 19, whole page", Rows.median(pages), "ms", Rows.median(floors));
    double slowFigures = crowded(readers, RuralFloors.MATRIX);
    double slowFloor = crowded(readers, RuralFloors.MATRIX_BY_HAND);
    rows.add("matrix figures, 95 % of both under 8", slowFigures, "ms", slowFloor);
    double slowPage = DemoRun.crowded(ROUNDS * 4, () -> DemoRun.get(person, page));
    rows.add("matrix page, 95 % of both under 8", slowPage, "ms", slowFloor);
    for (Connection one : readers) {
      one.close();
    }
  }

  private static double crowded(List<Connection> readers, String sql) throws Exception {
    BlockingQueue<Connection> free =
        new ArrayBlockingQueue<>(DemoRun.READERS, true, readers);
    return DemoRun.crowded(
        ROUNDS * 4,
        () -> {
          Connection reader = free.take();
          try {
            return DemoRun.query(reader, sql);
          } finally {
            free.add(reader);
          }
        });
  }

  /** Every month of every commune: judged and kept, beside COPY into a table of the same shape. */
  private static void takeIn(Taking taking, int communes, int months, Rows rows)
      throws Exception {
    double taken = 0;
    double copied = 0;
    for (int month = 0; month < months; month++) {
      execute(taking.database(), RuralFloors.MONTH.formatted(month));
      copied += taking.copy();
      taken += taking.record();
    }
    String size = String.format(Locale.ROOT, "%,d", (long) communes * 49 * months);
    rows.add("bulk import, " + size + " rows", taken, "ms", copied);
  }

  /** One commune's 49 rows of one month, as its workbook brings them. */
  private static void one(Taking taking, Rows rows) throws Exception {
    List<Double> taken = new ArrayList<>();
    List<Double> copied = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      execute(taking.database(), RuralFloors.COMMUNE.formatted(round));
      copied.add(taking.copy());
      taken.add(taking.record());
    }
    rows.add("a commune's workbook, 49 rows", Rows.median(taken), "ms", Rows.median(copied));
  }

  /** What stands, anew: everything, and one commune. */
  private static void keep(Connection database, Rows rows) throws Exception {
    double whole = DemoRun.query(database, "select rural.keep_all()");
    double floor = timed(database, "truncate bench.standing", RuralFloors.KEEP_BY_HAND);
    rows.add("full recompute", whole, "ms", floor);
    List<Double> some = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      some.add(DemoRun.query(database, RuralFloors.KEEP_ONE));
      floors.add(
          timed(database, "truncate bench.standing", RuralFloors.KEEP_ONE_BY_HAND));
    }
    rows.add("recompute of one commune", Rows.median(some), "ms", Rows.median(floors));
  }

  /** Communes meeting each criterion, mean and bands of the whole nation. */
  private static void add(Connection database, Rows rows) throws Exception {
    List<Double> rolled = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      rolled.add(DemoRun.query(database, RuralFloors.ROLLUP));
      floors.add(DemoRun.query(database, RuralFloors.ROLLUP_BY_HAND));
    }
    rows.add("roll-up of the nation", Rows.median(rolled), "ms", Rows.median(floors));
  }

  private static double timed(Connection database, String before, String sql) throws SQLException {
    execute(database, before);
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
