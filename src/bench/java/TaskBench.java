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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Việc của tôi, trang văn bản, theo dõi: whole pages over HTTP with 10,000 tasks of 200 bodies,
 * beside one query written by hand for the same figures; then the slowest of twenty under eight
 * readers at once.
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

  private record Page(String name, String path, String query) {}

  /** Only what the page tells, for somebody who sees everything, with no rights to ask for. */
  private static final List<Page> PAGES =
      List.of(
          new Page(
              "my work of the office",
              "/viec-cua-toi",
              """
              select t.code, v.action, d.due_on, f.kind
                from task.duty d
                join task.task t on t.id = d.task_id
                join task.version v on v.task_id = t.id and v.number = 1
                join lateral (select kind, step from task.fact f where f.duty_id = d.id
                               order by step desc limit 1) f on true
               where f.kind = 'report'
               order by d.due_on, t.code
               limit 50
              """),
          new Page(
              "page of a notice with 200 tasks",
              "/chi-dao/1",
              """
              select t.code, v.action, d.body_id, d.due_on, max(f.step)
                from task.task t
                join task.version v on v.task_id = t.id and v.number = 1
                join task.duty d on d.task_id = t.id
                left join task.fact f on f.duty_id = d.id
               where t.source_kind = 'directive.document' and t.source_id = 1
               group by t.id, v.id, d.id
               order by t.ordinal
              """),
          new Page(
              "follow-up by body",
              "/tong-quan-chi-dao",
              """
              select d.body_id, count(*),
                     count(*) filter (where c.on_day is not null),
                     count(*) filter (where r.on_day > d.due_on),
                     count(*) filter (where r.on_day is null and d.due_on < date '2020-08-14'),
                     percentile_cont(array[0.5, 0.9]) within group (order by r.on_day - d.opened_on)
                from task.duty d
                left join task.fact r on r.duty_id = d.id and r.kind = 'report'
                left join task.fact c on c.duty_id = d.id and c.kind = 'confirm'
               group by d.body_id
              """));

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
        for (int n = 0; n < PAGES.size(); n++) {
          // The floor is the same page with few rows: a ratio of 1 means the rows cost none.
          rows.add(PAGES.get(n).name() + ", statements", many.get(n), "SQL", few.get(n));
        }
        for (Page page : PAGES) {
          measure(page, new Setting(database, person, base, quick ? 15 : 60), rows);
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
    for (Page page : PAGES) {
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
  private record Setting(Connection database, HttpClient person, String base, int rounds) {}

  private static void measure(Page page, Setting setting, Rows rows) throws Exception {
    HttpClient person = setting.person();
    String address = setting.base() + page.path();
    int rounds = setting.rounds();
    for (int warm = 0; warm < rounds; warm++) {
      get(person, address);
      query(setting.database(), page.query());
    }
    List<Double> asked = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      asked.add(query(setting.database(), page.query()));
      shown.add(get(person, address));
    }
    double floor = Rows.median(asked);
    rows.add(page.name(), Rows.median(shown), "ms", floor);
    List<Double> crowded = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<Double>> answers = new ArrayList<>();
      for (int n = 0; n < rounds * READERS / 2; n++) {
        answers.add(readers.submit(() -> get(person, address)));
      }
      for (Future<Double> answer : answers) {
        crowded.add(answer.get());
      }
    }
    List<Double> sorted = crowded.stream().sorted().toList();
    rows.add(
        page.name() + ", 95 % under " + READERS, sorted.get(sorted.size() * 95 / 100), "ms", floor);
  }

  private static double query(Connection database, String sql) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
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
      for (String sql : FILL.formatted(from, to).split(";\\s*\\n")) {
        statement.execute(sql);
      }
    }
  }

  private static final String FILL =
      """
      create temporary table if not exists bench_body as
        select id, row_number() over (order by id) - 1 as n from agency.body order by id limit 200;
      insert into task.task (year, serial, source_kind, source_id, source_key, source_path, ordinal)
        select 2020, g, 'directive.document', case when g <= 200 then 1 else 1000 + g / 50 end,
               'b' || g, array['1', 'a'], g
          from generate_series(%d, %d) g;
      insert into task.version (task_id, number, action, quote, due_kind, due_on, due_op,
                                recorded_by, recorded_by_name)
        select id, 1, 'rà soát, hoàn thiện hồ sơ mẫu số ' || serial, 'mẫu', 'date',
               date '2020-08-01' + serial %% 90, 'by', -1, 'bench'
          from task.task t
         where not exists (select from task.version v where v.task_id = t.id);
      insert into task.party (version_id, task_id, body_id, part, as_written, ordinal)
        select v.id, v.task_id, b.id, p.part, 'mẫu', p.ordinal
          from task.version v
          cross join (values ('lead', 0, 0), ('coordinate', 1, 7)) p (part, ordinal, step)
          join bench_body b on b.n = (v.task_id + p.step) %% 200
         where not exists (select from task.party q where q.version_id = v.id);
      insert into task.duty (task_id, body_id, part, due_on, opened_on)
        select p.task_id, p.body_id, p.part, v.due_on, date '2020-07-15'
          from task.party p join task.version v on v.id = p.version_id
         where not exists (select from task.duty d where d.task_id = p.task_id);
      insert into task.fact (duty_id, step, kind, on_day, words, by_account, by_name)
        select id, 1, 'receive', date '2020-07-16' + (id %% 5)::int, null, -1, 'bench'
          from task.duty d where id %% 3 > 0
           and not exists (select from task.fact f where f.duty_id = d.id and f.step = 1);
      insert into task.fact (duty_id, step, kind, on_day, words, by_account, by_name)
        select id, 2, 'report', date '2020-07-25' + (id %% 18)::int, 'xong', -1, 'bench'
          from task.duty d where id %% 3 > 0 and id %% 4 > 0
           and not exists (select from task.fact f where f.duty_id = d.id and f.step = 2);
      insert into task.fact (duty_id, step, kind, on_day, words, by_account, by_name)
        select id, 3, 'confirm', date '2020-08-12', null, -1, 'bench'
          from task.duty d where id %% 3 > 0 and id %% 4 > 1
           and not exists (select from task.fact f where f.duty_id = d.id and f.step = 3);
      analyze
      """;

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
