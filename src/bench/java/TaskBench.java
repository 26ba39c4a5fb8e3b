import java.net.http.HttpClient;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Pattern;

/**
 * Việc của tôi, trang văn bản, theo dõi: whole pages over HTTP with 10,000 tasks of 200 bodies,
 * beside one query written by hand that reads the facts and tells what the page tells, the figure
 * in the menu included, as the same role for the same person; then the slowest of twenty of both,
 * each under eight readers at once.
 */
final class TaskBench {
  private static final int FEW = 20;
  private static final Pattern ASKED =
      Pattern.compile("(?i)(?:execute [^:]*|statement): (?:/\\*.*\\*/ *)?(?:select|with|insert|update)");

  private TaskBench() {}

  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    try (DemoRun run = DemoRun.start();
        Connection database = run.administrator()) {
      Rows rows = new Rows();
      HttpClient person = run.signedIn();
      fill(database, 1, FEW);
      List<Long> few = statements(database, run, person);
      fill(database, FEW + 1, quick ? 2_000 : 10_000);
      List<Long> many = statements(database, run, person);
      for (int n = 0; n < TaskFloors.PAGES.size(); n++) {
        // The floor is the same page with few rows: a ratio of 1 means the rows cost none.
        rows.add(TaskFloors.PAGES.get(n).name() + ", statements", many.get(n), "SQL", few.get(n));
      }
      List<Connection> readers = new ArrayList<>();
      for (int n = 0; n < DemoRun.READERS; n++) {
        readers.add(run.asOffice());
      }
      for (TaskFloors.Page page : TaskFloors.PAGES) {
        measure(page, new Setting(readers, person, run.base, quick ? 10 : 60), rows);
      }
      for (Connection reader : readers) {
        reader.close();
      }
      rows.print(List.of(args).contains("--json"));
    }
  }

  /** How many statements each page sends, told by the log of the database. */
  private static List<Long> statements(
      Connection database, DemoRun run, HttpClient person) throws Exception {
    List<Long> counted = new ArrayList<>();
    for (TaskFloors.Page page : TaskFloors.PAGES) {
      DemoRun.get(person, run.base + page.path());
      log(database, "all");
      int before = Files.readAllLines(run.data.resolve("postgresql.log")).size();
      DemoRun.get(person, run.base + page.path());
      log(database, "none");
      counted.add(
          Files.readAllLines(run.data.resolve("postgresql.log")).stream()
              .skip(before)
              .filter(line -> ASKED.matcher(line).find())
              .count());
    }
    return counted;
  }

  private static void log(Connection database, String which) throws Exception {
    try (Statement statement = database.createStatement()) {
      statement.execute("alter system set log_statement = '" + which + "'");
      statement.execute("select pg_reload_conf()");
    }
    // The sessions take the setting over when they are next told something.
    Thread.sleep(500);
  }

  /** Whom the pages are shown to, and how often. */
  private record Setting(List<Connection> readers, HttpClient person, String base, int rounds) {}

  private static void measure(TaskFloors.Page page, Setting setting, Rows rows) throws Exception {
    HttpClient person = setting.person();
    String address = setting.base() + page.path();
    int rounds = setting.rounds();
    for (int warm = 0; warm < rounds; warm++) {
      DemoRun.get(person, address);
      DemoRun.query(setting.readers().getFirst(), page.query());
    }
    List<Double> asked = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      asked.add(DemoRun.query(setting.readers().getFirst(), page.query()));
      shown.add(DemoRun.get(person, address));
    }
    rows.add(page.name(), Rows.median(shown), "ms", Rows.median(asked));
    BlockingQueue<Connection> free = new ArrayBlockingQueue<>(DemoRun.READERS, true, setting.readers());
    double floor =
        DemoRun.crowded(
            rounds * DemoRun.READERS / 2,
            () -> {
              Connection reader = free.take();
              try {
                return DemoRun.query(reader, page.query());
              } finally {
                free.add(reader);
              }
            });
    double slow = DemoRun.crowded(rounds * DemoRun.READERS / 2, () -> DemoRun.get(person, address));
    rows.add(page.name() + ", 95 % of both under " + DemoRun.READERS, slow, "ms", floor);
  }

  /** Tasks with a lead and a helper; two thirds taken up, half reported, a third confirmed. */
  private static void fill(Connection database, int from, int to) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : TaskFloors.FILL.formatted(from, to).split(";\\s*\\n")) {
        statement.execute(sql);
      }
    }
  }
}
