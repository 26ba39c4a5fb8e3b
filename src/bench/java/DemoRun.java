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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A demonstration of its own that a measurement starts, asks and throws away. */
final class DemoRun implements AutoCloseable {
  static final int READERS = 8;
  private static final String LOGIN = "van-phong";
  private static final String OWN = "mot cau that dai cua rieng phep do";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern PASSWORD = Pattern.compile(LOGIN + "\\s+(\\S{4}-\\S{4}-\\S{4}-\\S{4})");

  final Path data;
  final String base;
  private final Process demo;
  private final String password;

  private DemoRun(Path data, String base, Process demo, String password) {
    this.data = data;
    this.base = base;
    this.demo = demo;
    this.password = password;
  }

  static DemoRun start() throws IOException {
    Path data = Files.createTempDirectory("dondoc-bench");
    int port = freePort();
    Process demo =
        new ProcessBuilder("./dondoc", "demo", "--data", "" + data, "--port", "" + port)
            .redirectErrorStream(true)
            .start();
    return new DemoRun(data, "http://127.0.0.1:" + port, demo, password(demo));
  }

  @Override
  public void close() throws Exception {
    demo.destroy();
    demo.waitFor();
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  static double crowded(int times, Callable<Double> one) throws Exception {
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

  static double query(Connection database, String sql) throws SQLException {
    long start = System.nanoTime();
    try (PreparedStatement statement = database.prepareStatement(sql);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        found.getString(1);
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  static double get(HttpClient person, String address)
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

  HttpClient signedIn() throws Exception {
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

  Connection administrator() throws IOException, SQLException {
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
  Connection asOffice() throws IOException, SQLException {
    Connection session = administrator();
    try (Statement statement = session.createStatement()) {
      statement.execute(
          """
          select set_config('app.account', a.id::text, false), set_config('app.whole', 't', false),
                 set_config('app.places', '{}', false),
                 set_config('app.bodies', array_agg(distinct s.body_id)::text, false),
                 set_config('app.own', array_agg(distinct s.body_id)::text, false),
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
