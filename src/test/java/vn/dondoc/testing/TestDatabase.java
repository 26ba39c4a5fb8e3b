package vn.dondoc.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.cli.demo.capital.CapitalDemo;
import vn.dondoc.database.Migrations;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/**
 * A real PostgreSQL for the tests: one server per run, migrated once into a template; every test
 * class takes its own copy of the template.
 *
 * @param name database name
 */
public record TestDatabase(String name) {
  /** The login role of the server: owns nothing, a member of {@code dondoc_app}. */
  public static final String APP_ROLE = "dondoc_web";

  public static final String APP_PASSWORD = "only-for-tests";
  private static final String TEMPLATE = "dondoc_template";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();
  private static final Map<TestDatabase, Map<String, String>> LOADED = new HashMap<>();
  private static final List<TestDatabase> SAMPLE_YEAR = new ArrayList<>();
  private static final Map<TestDatabase, Map<String, String>> PASSWORDS = new ConcurrentHashMap<>();

  /** An empty, migrated database of its own. */
  public static TestDatabase fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    admin("create database " + name + " template " + TEMPLATE);
    return new TestDatabase(name);
  }

  /**
   * A database that already holds the province of August 2020: the first call of a run loads it
   * once, the others copy it.
   */
  public static synchronized TestDatabase ofProvince() {
    if (LOADED.isEmpty()) {
      TestDatabase loaded = fresh();
      try (Server server = Server.start(loaded)) {
        LOADED.put(loaded, Province.load(server));
      }
      JdbcClient.create(loaded.owner()).sql("analyze").update();
    }
    TestDatabase template = LOADED.keySet().iterator().next();
    return copy("province_", template, Map.copyOf(LOADED.get(template)));
  }

  private static TestDatabase copy(
      String prefix, TestDatabase template, Map<String, String> passwords) {
    String name = prefix + COUNT.incrementAndGet();
    admin("create database " + name + " template " + template.name());
    TestDatabase copy = new TestDatabase(name);
    PASSWORDS.put(copy, passwords);
    return copy;
  }

  /**
   * The province with its sample year of public investment up to 14 August 2020: composed once a
   * run, which takes a minute, then copied.
   */
  public static synchronized TestDatabase ofSampleYear() {
    if (SAMPLE_YEAR.isEmpty()) {
      TestDatabase loaded = ofProvince();
      try (Server server = Server.start(loaded)) {
        LocalDate day = LocalDate.of(2020, 8, 14);
        Acting.as(Actor.system("test"), () -> CapitalDemo.letHappen(server.context(), day));
      }
      JdbcClient.create(loaded.owner()).sql("analyze").update();
      SAMPLE_YEAR.add(loaded);
    }
    TestDatabase template = SAMPLE_YEAR.getFirst();
    return copy("year_", template, PASSWORDS.getOrDefault(template, Map.of()));
  }

  /** One-time passwords of the province this database holds; null when it holds none. */
  @Nullable Map<String, String> passwords() {
    return PASSWORDS.get(this);
  }

  /** A database with nothing in it, not even the schemas. */
  public static TestDatabase blank() {
    String name = "blank_" + COUNT.incrementAndGet();
    admin("create database " + name);
    return new TestDatabase(name);
  }

  /** Connects as the owner of the tables. */
  public DataSource owner() {
    return connect("postgres", "");
  }

  /** Connects as the server does. */
  public DataSource application() {
    return connect(APP_ROLE, APP_PASSWORD);
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
  }

  private DataSource connect(String role, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url());
    source.setUser(role);
    source.setPassword(password);
    return source;
  }

  private static EmbeddedPostgres start() {
    try {
      Path data = Files.createTempDirectory("dondoc-test");
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setLocaleConfig("locale-provider", "icu")
              .setLocaleConfig("icu-locale", "vi-VN")
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("max_connections", "200")
              // A machine that loses power loses the test as well.
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("synchronous_commit", "off")
              // A worker for each of a hundred databases every minute; templates are analysed once.
              .setServerConfig("autovacuum", "off")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
      prepareTemplate(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prepareTemplate(EmbeddedPostgres server) {
    JdbcClient admin = JdbcClient.create(server.getPostgresDatabase());
    admin.sql("create database " + TEMPLATE).update();
    Migrations.migrate(server.getDatabase("postgres", TEMPLATE));
    admin
        .sql(
            "create role " + APP_ROLE + " login password '" + APP_PASSWORD + "' in role dondoc_app")
        .update();
  }

  private static void admin(String statement) {
    JdbcClient.create(SERVER.getPostgresDatabase()).sql(statement).update();
  }

  /** A hundred databases are a hundred thousand files: who deletes them outlives the tests. */
  private static void stop(EmbeddedPostgres server, Path data) {
    try {
      server.close();
      new ProcessBuilder("rm", "-rf", data.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
