package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.testing.Program;

/** {@code ./dondoc migrate} and {@code serve} on the PostgreSQL 15 that Debian installs. */
class InstalledPostgresIT {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final String READY = "Sẵn sàng: ";
  private static final Map<String, String> AS_OWNER = Map.of("PGPASSWORD", "chu-so-huu");
  private static final Map<String, String> AS_SERVER = Map.of("PGPASSWORD", "may-chu");

  @TempDir static Path work;
  private static final int PORT = Program.freePort();

  @BeforeAll
  static void startServer() throws Exception {
    assertThat(PROGRAMS).as("apt-get install postgresql-15").isDirectory();
    Path word = Files.writeString(work.resolve("word"), "quan-tri");
    run("initdb", "-D", cluster(), "-U", "quan_tri", "-A", "scram-sha-256", "--pwfile=" + word);
    run(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        cluster(),
        "-l",
        work.resolve("log").toString(),
        "-o",
        "-p " + PORT + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
    administer("create role dondoc_app nologin");
    administer("create role dondoc_owner login password 'chu-so-huu'");
    administer("create role dondoc_web login password 'may-chu' in role dondoc_app");
    administer("create database dondoc owner dondoc_owner");
  }

  @AfterAll
  static void stopServer() throws Exception {
    run("pg_ctl", "stop", "-m", "fast", "-w", "-D", cluster());
  }

  private static String cluster() {
    return work.resolve("cluster").toString();
  }

  /** PostgreSQL refuses root, so root calls it from a user namespace of its own. */
  private static void run(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U", "--"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = work.resolve(program + ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> "%s: %s".formatted(command, output)).isZero();
  }

  private static void administer(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + PORT + "/postgres", "quan_tri", "quan-tri");
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String address(String role) {
    return "postgresql://" + role + "@127.0.0.1:" + PORT + "/dondoc";
  }

  private static Program migrate() {
    return Program.dondoc(AS_OWNER, "migrate", "--db", address("dondoc_owner"));
  }

  @Test
  void migratesTwiceAndServesWithRoleThatOwnsNothing() throws Exception {
    assertThat(migrate().exit()).isZero();
    Program again = migrate();
    assertThat(again.exit()).isZero();
    assertThat(again.output()).contains("không có gì phải làm");
    int port = Program.freePort();
    String[] serve = {"serve", "--db", address("dondoc_web"), "--port", Integer.toString(port)};
    try (Program server = Program.dondoc(AS_SERVER, serve).untilSays(READY)) {
      assertThat(server.output()).contains("http://127.0.0.1:" + port + "/");
      assertThat(server.output())
          .containsPattern("quản trị quan-tri, mật khẩu dùng một lần \\S{19}\\.");
      assertThat(dayBegins()).as("the server begins the day by itself").isTrue();
      Program second = Program.dondoc(AS_SERVER, serve);
      assertThat(second.exit()).isNotZero();
      assertThat(second.output()).contains("Cổng " + port).doesNotContain("Exception");
    }
    try (Program later = Program.dondoc(AS_SERVER, serve).untilSays(READY)) {
      assertThat(later.output()).doesNotContain("mật khẩu");
    }
  }

  /** Waits for the one day a new installation begins with. */
  private static boolean dayBegins() throws SQLException, InterruptedException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + PORT + "/dondoc", "dondoc_owner", "chu-so-huu");
        Statement sql = connection.createStatement()) {
      for (int tries = 0; tries < 300; tries++) {
        try (ResultSet begun = sql.executeQuery("select count(*) from database.day_begun")) {
          if (begun.next() && begun.getInt(1) == 1) {
            return true;
          }
        }
        Thread.sleep(100);
      }
      return false;
    }
  }

  @Test
  void refusesToServeAsTheOwnerOrBeforeMigration() throws SQLException {
    assertThat(migrate().exit()).isZero();
    refuses(AS_OWNER, "sở hữu", "serve", "--db", address("dondoc_owner"));
    refuses(Map.of("PGPASSWORD", "quan-tri"), "superuser", "serve", "--db", address("quan_tri"));
    administer("create database chua_nang_cap");
    refuses(
        AS_SERVER,
        "migrate",
        "serve",
        "--db",
        address("dondoc_web")
            .replace("dondoc", "chua_nang_cap")
            .replace("chua_nang_cap_web", "dondoc_web"));
  }

  @Test
  void refusesToMigrateWithRoleThatMayNot() throws SQLException {
    administer("create database cua_nguoi_khac");
    refuses(
        AS_SERVER,
        "sở hữu",
        "migrate",
        "--db",
        "postgresql://dondoc_web@127.0.0.1:" + PORT + "/cua_nguoi_khac");
  }

  @Test
  void refusesWrongPasswordWrongAddressAndPasswordInTheAddress() throws IOException {
    String address = address("dondoc_owner");
    refuses(Map.of("PGPASSWORD", "sai"), "mật khẩu", "migrate", "--db", address);
    refuses(AS_OWNER, "--password-file", "migrate", "--db", address.replace("@", ":chu-so-huu@"));
    refuses(AS_OWNER, "postgresql://", "migrate", "--db", "mysql://may/dondoc");
    refuses(AS_OWNER, "--db", "migrate");
    String nobody = address.replace(":" + PORT, ":" + Program.freePort());
    refuses(AS_OWNER, "Không kết nối được", "migrate", "--db", nobody);
    Path word = Files.writeString(work.resolve("owner-word"), "chu-so-huu\n");
    assertThat(
            Program.dondoc("migrate", "--db", address, "--password-file", word.toString()).exit())
        .isZero();
    refuses(Map.of(), "tệp mật khẩu", "migrate", "--db", address, "--password-file", "/khong/co");
  }

  private static void refuses(Map<String, String> environment, String words, String... arguments) {
    Program program = Program.dondoc(environment, arguments);
    assertThat(program.exit()).as(program.output()).isNotZero();
    assertThat(program.output()).contains(words).doesNotContain("Exception");
  }
}
