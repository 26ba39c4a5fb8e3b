import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Việc của tôi, trang văn bản, theo dõi: whole pages over HTTP with 10,000 tasks of 200 bodies,
 * beside one query written by hand that reads the facts and tells what the page tells, the figure
 * in the menu included, as the same role for the same person; then the slowest of twenty of both,
 * each under eight readers at once.
 */
final class TaskBench {
  private static final String LOGIN = "van-phong";
  private static final String OWN = "mot cau that dai cua rieng phep do";
  private static final int READERS = 8;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int FEW = 20;
  private static final Pattern ASKED =
      Pattern.compile("(?i)(?:execute [^:]*|statement): (?:/\\*.*\\*/ *)?(?:select|with|insert|update)");
  private static final Pattern PASSWORD = Pattern.compile(LOGIN + "\\s+(\\S{4}-\\S{4}-\\S{4}-\\S{4})");

  private TaskBench() {}

  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    Path data = Files.createTempDirectory("dondoc-bench");
    int port = freePort();
    Process demo =
        new ProcessBuilder("./dondoc", "demo", "--data", "" + data, "--port", "" + port)
            .redirectErrorStream(true)
            .start();
    try {
      String password = password(demo);
      Rows rows = new Rows();
      try (Connection database = administrator(data)) {
        String base = "http://127.0.0.1:" + port;
        HttpClient person = signedIn(base, password);
        fill(database, 1, FEW);
        List<Long> few = statements(database, data, person, base);
        fill(database, FEW + 1, quick ? 2_000 : 10_000);
        List<Long> many = statements(database, data, person, base);
        for (int n = 0; n < TaskFloors.PAGES.size(); n++) {
          // The floor is the same page with few rows: a ratio of 1 means the rows cost none.
          rows.add(TaskFloors.PAGES.get(n).name() + ", statements", many.get(n), "SQL", few.get(n));
        }
        List<Connection> readers = new ArrayList<>();
        for (int n = 0; n < READERS; n++) {
          readers.add(asOffice(data));
        }
        for (TaskFloors.Page page : TaskFloors.PAGES) {
          measure(page, new Setting(readers, person, base, quick ? 10 : 60), rows);
        }
        for (Connection reader : readers) {
          reader.close();
        }
      }
      rows.print(List.of(args).contains("--json"));
    } finally {
      demo.destroy();
      demo.waitFor();
      try (var files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** How many statements each page sends, told by the log of the database. */
  private static List<Long> statements(
      Connection database, Path data, HttpClient person, String base) throws Exception {
    List<Long> counted = new ArrayList<>();
    for (TaskFloors.Page page : TaskFloors.PAGES) {
      get(person, base + page.path());
      log(database, "all");
      int before = Files.readAllLines(data.resolve("postgresql.log")).size();
      get(person, base + page.path());
      log(database, "none");
      counted.add(
          Files.readAllLines(data.resolve("postgresql.log")).stream()
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
      get(person, address);
      query(setting.readers().getFirst(), page.query());
    }
    List<Double> asked = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      asked.add(query(setting.readers().getFirst(), page.query()));
      shown.add(get(person, address));
    }
    rows.add(page.name(), Rows.median(shown), "ms", Rows.median(asked));
    BlockingQueue<Connection> free = new ArrayBlockingQueue<>(READERS, true, setting.readers());
    double floor =
        crowded(
            rounds * READERS / 2,
            () -> {
              Connection reader = free.take();
              try {
                return query(reader, page.query());
              } finally {
                free.add(reader);
              }
            });
    double slow = crowded(rounds * READERS / 2, () -> get(person, address));
    rows.add(page.name() + ", 95 % of both under " + READERS, slow, "ms", floor);
  }

  private static double crowded(int times, Callable<Double> one) throws Exception {
    List<Double> crowded = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<Double>> answers = new ArrayList<>();
      for (int n = 0; n < times; n++) {
        answers.add(readers.submit(one));
      }
      for (Future<Double> answer : answers) {
        crowded.add(answer.get());
      }
    }
    return crowded.stream().sorted().toList().get(times * 95 / 100);
  }

  private static double query(Connection database, String sql) throws SQLException {
    long start = System.nanoTime();
    try (PreparedStatement statement = database.prepareStatement(sql);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        found.getString(1);
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static double get(HttpClient person, String address)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = send(person, HttpRequest.newBuilder(URI.create(address)));
    double took = (System.nanoTime() - start) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(address + " answered " + answer.statusCode());
    }
    return took;
  }

  private static HttpResponse<String> send(HttpClient person, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return person.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpClient signedIn(String base, String password) throws Exception {
    HttpClient person = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    submit(person, base, "/dang-nhap", "login", LOGIN, "password", password);
    submit(person, base, "/doi-mat-khau", "old", password, "fresh", OWN, "again", OWN);
    return person;
  }

  private static void submit(HttpClient person, String base, String path, String... fields)
      throws Exception {
    String page = send(person, HttpRequest.newBuilder(URI.create(base + path))).body();
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException(path + " has no form");
    }
    StringBuilder body = new StringBuilder("_csrf=" + encoded(token.group(1)));
    for (int f = 0; f < fields.length; f += 2) {
      body.append('&').append(fields[f]).append('=').append(encoded(fields[f + 1]));
    }
    send(
        person,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Tasks with a lead and a helper; two thirds taken up, half reported, a third confirmed. */
  private static void fill(Connection database, int from, int to) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : TaskFloors.FILL.formatted(from, to).split(";\\s*\\n")) {
        statement.execute(sql);
      }
    }
  }

  private static Connection administrator(Path data) throws IOException, SQLException {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(reader);
    }
    String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/dondoc",
        "dondoc_administrator",
        secrets.getProperty("administrator"));
  }

  /** A session as the pages have one: the role that owns nothing, the scope of who looks. */
  private static Connection asOffice(Path data) throws IOException, SQLException {
    Connection session = administrator(data);
    try (Statement statement = session.createStatement()) {
      statement.execute(
          """
          select set_config('app.account', a.id::text, false), set_config('app.whole', 't', false),
                 set_config('app.places', '{}', false),
                 set_config('app.bodies', array_agg(distinct s.body_id)::text, false),
                 set_config('jit', 'off', false)
            from identity.account a join identity.assignment s on s.account_id = a.id
           where a.login = '%s' and s.body_id is not null
           group by a.id
          """
              .formatted(LOGIN));
      statement.execute("set role dondoc_web");
    }
    return session;
  }

  /** Waits until the demonstration is ready; the one-time password it printed. */
  private static String password(Process demo) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8));
    String found = "";
    for (String line; (line = lines.readLine()) != null; ) {
      Matcher word = PASSWORD.matcher(line);
      found = word.find() ? word.group(1) : found;
      if (line.contains("127.0.0.1:")) {
        return found;
      }
    }
    throw new IllegalStateException("the demonstration never became ready");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
