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

  private record Page(String name, String path, String query) {}

  /** Where every duty stands and what waits for the office, from the facts themselves. */
  private static final String STAND =
      """
      with told as (
        select f.duty_id,
               (array_agg(f.leads_to order by f.step desc)
                  filter (where f.leads_to is not null))[1] as state,
               (array_agg(f.until order by f.step desc)
                  filter (where f.kind in ('grant_extension', 'set_date', 'event')))[1] as moved,
               (array_agg(f.kind order by f.step desc)
                  filter (where f.kind like '%extension'))[1] as asked,
               min(f.on_day) filter (where f.kind in ('receive', 'progress', 'report')) as begun_on,
               max(f.on_day) filter (where f.kind = 'report') as reported_on,
               max(f.on_day) filter (where f.kind = 'confirm') as confirmed_on,
               count(*) filter (where f.kind = 'return') as returns,
               count(*) filter (where f.kind = 'hand_back') as handed
          from task.fact f
         where f.on_day <= date '2020-08-14'
         group by f.duty_id
      ),
      stand as (
        select d.id, d.task_id, d.body_id, d.part, d.period_from, d.opened_on, d.due_on,
               coalesce(t.state, 'new') as state, coalesce(t.moved, d.due_on) as due,
               t.asked, t.begun_on, t.reported_on, t.confirmed_on, t.returns, t.handed,
               case when t.state in ('void', 'withdrawn', 'transferred') then null
                    when t.state in ('reported', 'done')
                      then t.state || (t.reported_on > coalesce(t.moved, d.due_on))::text
                    when coalesce(t.moved, d.due_on) < date '2020-08-14' then 'overdue'
                    when coalesce(t.moved, d.due_on) <= date '2020-08-21' then 'soon'
                    when coalesce(t.moved, d.due_on) is null then 'undated'
                    else 'later' end as timing,
               d.body_id = any((select database.scope_bodies())::int[]) as own
          from task.duty d left join told t on t.duty_id = d.id
         where d.opened_on <= date '2020-08-14'
      ),
      line as (
        select s.*, case when not own then 'waiting' else timing end as grp
          from stand s
         where own and timing is not null
            or not own and (state = 'reported' or timing = 'undated'
                            or asked = 'ask_extension' and state in ('new', 'active', 'returned'))
      ),
      menu as (
        select count(*) filter (where grp in ('overdue', 'soon', 'waiting')) as pressing from line
      )
      """;

  private static final List<Page> PAGES =
      List.of(
          new Page(
              "my work of the office",
              "/viec-cua-toi",
              STAND
                  + """
                  , placed as (
                    select l.*, t.code, t.source_path, count(*) over (partition by grp) as of_group,
                           row_number() over (partition by grp order by due, t.code) as place
                      from line l join task.task t on t.id = l.task_id
                  )
                  select p.code, p.source_path, v.action, p.body_id, p.grp, p.of_group, p.due,
                         p.reported_on, (select pressing from menu),
                         (select array_agg(body_id) from task.party q
                           where q.version_id = v.id and q.part = 'lead'),
                         (select q.words from task.fact q
                           where q.duty_id = p.id and q.kind in ('progress', 'report')
                           order by q.step desc limit 1),
                         h.helpers, h.reported
                    from placed p
                    left join (select task_id, count(*) as helpers, count(reported_on) as reported
                                 from stand where part = 'coordinate' group by task_id) h
                      on h.task_id = p.task_id
                    join task.current v on v.task_id = p.task_id
                   where p.place <= 50
                   order by p.grp, p.place
                  """),
          new Page(
              "page of a notice with 200 tasks",
              "/chi-dao/1",
              """
              with menu as (
                select (select count(*)
                          from (select f.duty_id from task.fact f
                                 where f.leads_to is not null and f.on_day <= date '2020-08-14'
                                 group by f.duty_id
                                having max(f.step) = max(f.step) filter (where f.kind = 'report')) r
                          join task.duty d on d.id = r.duty_id
                         where not d.body_id = any((select database.scope_bodies())::int[]))
                     + (select count(*) from task.duty d
                         where d.body_id = any((select database.scope_bodies())::int[])
                           and d.due_on <= date '2020-08-21'
                           and not exists (select from task.fact f where f.duty_id = d.id
                                              and f.kind in ('report', 'confirm'))) as pressing
              ),
              stand as (
                select d.task_id, d.due_on, f.leads_to, f.on_day
                  from task.task t
                  join task.duty d on d.task_id = t.id
                  left join lateral (select g.leads_to, g.on_day from task.fact g
                                      where g.duty_id = d.id and g.leads_to is not null
                                      order by g.step desc limit 1) f on true
                 where t.source_kind = 'directive.document' and t.source_id = 1
              )
              select t.code, t.source_path, t.ordinal, v.*, s.*,
                     (select array_agg(q.body_id || ' ' || q.part || ' ' || q.as_written
                                       order by q.ordinal)
                        from task.party q where q.version_id = v.id),
                     (select pressing from menu)
                from task.task t
                join task.version v on v.task_id = t.id
                 and v.number = (select max(number) from task.version where task_id = t.id)
                left join (select task_id, min(due_on), count(*),
                                  count(*) filter (where leads_to = 'done'),
                                  count(*) filter (where leads_to = 'reported'),
                                  count(*) filter (where due_on < date '2020-08-14')
                             from stand group by task_id) s on s.task_id = t.id
               where t.source_kind = 'directive.document' and t.source_id = 1
               order by t.ordinal
              """),
          new Page(
              "follow-up by body",
              "/tong-quan-chi-dao",
              STAND
                  + """
                  select s.body_id, to_char(s.due, 'YYYY-MM'), s.timing, grouping(s.timing),
                         count(*), sum(s.returns), sum(s.handed),
                         avg(coalesce(s.reported_on, date '2020-08-14') - s.due)
                           filter (where s.timing in ('overdue', 'reportedtrue', 'donetrue')),
                         max(coalesce(s.reported_on, date '2020-08-14') - s.due),
                         percentile_cont(array[0.5, 0.9]) within group
                           (order by greatest(0, s.begun_on - s.opened_on)),
                         percentile_cont(array[0.5, 0.9]) within group
                           (order by s.reported_on - s.begun_on),
                         percentile_cont(array[0.5, 0.9]) within group
                           (order by s.confirmed_on - s.reported_on),
                         (select pressing from menu)
                    from stand s
                   where s.timing is not null
                   group by grouping sets
                         ((s.body_id), (s.body_id, s.timing), (to_char(s.due, 'YYYY-MM'), s.timing),
                          (s.timing), ())
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
        List<Connection> readers = new ArrayList<>();
        for (int n = 0; n < READERS; n++) {
          readers.add(asOffice(data));
        }
        for (Page page : PAGES) {
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
  private record Setting(List<Connection> readers, HttpClient person, String base, int rounds) {}

  private static void measure(Page page, Setting setting, Rows rows) throws Exception {
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
        select 2019, g, 'directive.document', case when g <= 200 then 1 else 1000 + g / 50 end,
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
