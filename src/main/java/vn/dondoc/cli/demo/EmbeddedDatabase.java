package vn.dondoc.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.cli.DatabaseAddress;
import vn.dondoc.database.Migrations;
import vn.dondoc.kernel.Refusal;

/**
 * Cơ sở dữ liệu kèm theo: a real PostgreSQL on the data folder, as durable as an installed one,
 * reachable only on the loopback and only with a password.
 */
final class EmbeddedDatabase implements AutoCloseable {
  static final String MAJOR = "18";
  private static final String NAME = "dondoc";
  private static final String HALF = "postgresql.half";
  private static final String ADMINISTRATOR = "dondoc_administrator";
  private static final String OWNER = "dondoc_owner";
  private static final String APPLICATION = "dondoc_web";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final DataFolder folder;
  private final Path programs;
  private final Confined confined;
  private final Secrets secrets;
  private boolean furnished;
  private int port;

  private EmbeddedDatabase(DataFolder folder, Path programs, Confined confined, Secrets secrets) {
    this.folder = folder;
    this.programs = programs;
    this.confined = confined;
    this.secrets = secrets;
  }

  /**
   * Starts it, making it on the first call.
   *
   * @throws Refusal with what a person can do, and nothing left running
   */
  static EmbeddedDatabase start(DataFolder folder, Confined confined) {
    Path programs = Programs.folder();
    ProvinceArchive archive = ProvinceArchive.here();
    try {
      if (archive.isThere() && !Files.exists(folder.loaded())) {
        // What an interrupted first start left is not the demonstration.
        Tree.delete(folder.cluster());
      }
      boolean first = Cluster.isMissing(folder);
      Secrets secrets = first ? Secrets.draw(folder) : Secrets.kept(folder);
      EmbeddedDatabase database = new EmbeddedDatabase(folder, programs, confined, secrets);
      database.removeHalves();
      if (first) {
        database.make(archive);
      } else {
        Cluster.requireWhole(folder);
      }
      confined.own(folder.cluster());
      database.run();
      return database;
    } catch (IOException e) {
      throw DataFolder.refused(folder.root(), e);
    }
  }

  private void make(ProvinceArchive archive) throws IOException {
    // A killed start leaves an initdb that goes on for a while and clears its folder when it fails:
    // each start has a folder of its own.
    Path half = Files.createTempDirectory(folder.root(), HALF);
    confined.own(half);
    if (archive.isThere()) {
      unpack(archive, half);
    } else {
      initialise(half);
    }
    Files.move(half, folder.cluster());
    takeAnchors();
  }

  /** Those of a start that was interrupted speak of a chain that is no more. */
  private void takeAnchors() throws IOException {
    Path packed = folder.cluster().resolve(ProvinceArchive.ANCHORS);
    Tree.delete(folder.anchors());
    if (Files.exists(packed)) {
      Files.createDirectories(folder.anchors());
      try (Stream<Path> files = Files.list(packed)) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.anchors().resolve(file.getFileName().toString()));
        }
      }
      Tree.delete(packed);
    }
  }

  private void initialise(Path half) throws IOException {
    Path word = folder.root().resolve("initdb.word");
    folder.writePrivately(word, secrets.administrator() + "\n");
    confined.own(word);
    Run made =
        run(
            "initdb",
            "-D",
            half.toString(),
            "--username=" + ADMINISTRATOR,
            "--auth=scram-sha-256",
            "--pwfile=" + word,
            "--encoding=UTF8",
            "--locale-provider=icu",
            "--icu-locale=vi-VN",
            "--locale=C.UTF-8");
    Files.delete(word);
    require(made, half);
  }

  /** The archive's roles get passwords of this folder before anything can connect. */
  private void unpack(ProvinceArchive archive, Path half) throws IOException {
    archive.unpack(half);
    confined.own(half);
    Run opened =
        Run.of(
            confined.command(
                programs.resolve("postgres"), "--single", "-D", half.toString(), "postgres"),
            Map.of("LC_ALL", "C"),
            LIMIT,
            Stream.of(
                    Map.entry(ADMINISTRATOR, secrets.administrator()),
                    Map.entry(OWNER, secrets.owner()),
                    Map.entry(APPLICATION, secrets.application()))
                .map(role ->
                    "alter role %s password '%s'%n".formatted(role.getKey(), role.getValue()))
                .collect(Collectors.joining()));
    boolean refused = opened.output().contains("ERROR:") || opened.output().contains("FATAL:");
    require(refused ? new Run(1, opened.output()) : opened, half);
    // Everything above lies on the disk before the folder is called a cluster.
    require(run("initdb", "--sync-only", "-D", half.toString()), half);
    furnished = true;
  }

  private void require(Run done, Path half) throws IOException {
    if (!done.ok()) {
      Tree.delete(half);
      throw explained(done);
    }
  }

  /** True when this start unpacked the province. */
  boolean isFurnished() {
    return furnished;
  }

  /** Leaves no work for who copies the files. */
  void settle() {
    JdbcClient administrator = JdbcClient.create(connect(ADMINISTRATOR, NAME));
    administrator.sql("vacuum (analyze)").update();
    administrator.sql("checkpoint").update();
  }

  /** Removes what earlier starts left half made, unless something still writes there. */
  private void removeHalves() throws IOException {
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder.root(), HALF + "*")) {
      for (Path half : halves) {
        try {
          Tree.delete(half);
        } catch (DirectoryNotEmptyException | NoSuchFileException stillWritten) {
          // The initdb of a killed start is still at it; the next start removes what it leaves.
          continue;
        }
      }
    }
  }

  private void run() throws IOException {
    Run started = null;
    // The port is free when asked for; another program may still be quicker.
    for (int attempt = 0; attempt < 3 && (started == null || !started.ok()); attempt++) {
      port = freePort();
      folder.writePrivately(folder.databaseLog(), "");
      confined.own(folder.databaseLog());
      started =
          run(
              "pg_ctl",
              "start",
              "--wait",
              "--timeout=60",
              "--pgdata=" + folder.cluster(),
              "--log=" + folder.databaseLog(),
              "--options="
                  + ("-p " + port + " -c listen_addresses=127.0.0.1")
                  + " -c unix_socket_directories= -c fsync=on -c synchronous_commit=on"
                  + " -c full_page_writes=on -c password_encryption=scram-sha-256"
                  // A log file that is done with goes: kept for the next one it would only be
                  // copied.
                  + " -c wal_recycle=off"
                  + " -c max_connections=40 -c wal_level=minimal -c max_wal_senders=0");
      if (!started.ok() && !log().contains("Address already in use")) {
        break;
      }
    }
    if (started == null || !started.ok()) {
      Run failure = started == null ? new Run(1, "") : started;
      Cluster.stop(folder, programs, confined);
      throw explained(failure);
    }
  }

  private Run run(String program, String... arguments) {
    return Run.of(
        confined.command(programs.resolve(program), arguments), Map.of("LC_ALL", "C"), LIMIT);
  }

  private String log() throws IOException {
    return Files.exists(folder.databaseLog()) ? Files.readString(folder.databaseLog()) : "";
  }

  private Refusal explained(Run failure) throws IOException {
    String said = failure.output() + log();
    String place = folder.root().toString();
    if (said.contains("No space left on device") || folder.isFull()) {
      return Refusal.of(CliRefusal.DISK_FULL, place, place, "200");
    }
    if (said.contains("Permission denied")) {
      return Refusal.of(CliRefusal.FOLDER_NOT_WRITABLE, place, place);
    }
    List<String> grave =
        said.lines().filter(l -> l.contains("PANIC:") || l.contains("FATAL:")).toList();
    return grave.isEmpty()
        ? Refusal.of(CliRefusal.DATABASE_START, place, folder.databaseLog())
        : Refusal.of(
            CliRefusal.FOLDER_DAMAGED,
            place,
            place,
            grave.getFirst().replaceFirst(".*(PANIC|FATAL): +", ""));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Makes the roles and the database when they are missing; {@code anew} drops what is there. */
  void prepare(boolean anew) {
    JdbcClient administrator = JdbcClient.create(connect(ADMINISTRATOR, "postgres"));
    if (anew) {
      administrator.sql("drop database if exists " + NAME + " with (force)").update();
    }
    if (count(administrator, "select count(*) from pg_roles where rolname = ?", OWNER) == 0) {
      administrator
          .sql(
              "create role dondoc_app nologin; create role %s login password '%s'; create role %s login password '%s' in role dondoc_app"
                  .formatted(OWNER, secrets.owner(), APPLICATION, secrets.application()))
          .update();
    }
    if (count(administrator, "select count(*) from pg_database where datname = ?", NAME) == 0) {
      administrator.sql("create database " + NAME + " owner " + OWNER).update();
    }
    Migrations.migrate(connect(OWNER, NAME));
  }

  private static long count(JdbcClient jdbc, String question, String name) {
    return jdbc.sql(question).param(name).query(Long.class).single();
  }

  private DataSource connect(String role, String database) {
    String word = role.equals(ADMINISTRATOR) ? secrets.administrator() : secrets.owner();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(role);
    source.setPassword(word);
    return source;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Where the server connects, with the role that owns nothing. */
  DatabaseAddress application() {
    return new DatabaseAddress(url(NAME), APPLICATION, secrets.application());
  }

  /** Done when the database process is no more, whoever ended it. */
  CompletableFuture<?> ended() {
    return Cluster.process(folder)
        .<CompletableFuture<?>>map(ProcessHandle::onExit)
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  @Override
  public void close() {
    Cluster.stop(folder, programs, confined);
  }
}
