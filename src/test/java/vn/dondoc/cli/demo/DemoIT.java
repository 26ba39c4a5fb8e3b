package vn.dondoc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.testing.Program;

/** The real {@code ./dondoc demo}: it starts, is refused, is killed, and starts again. */
class DemoIT {
  private static final String READY = "Sẵn sàng sau";

  @TempDir static Path kept;
  @TempDir Path work;
  private final int port = Program.freePort();

  /** Made once: a first start takes longer than all the others. */
  @BeforeAll
  static void makeOnce() {
    int port = Program.freePort();
    String[] demo = {"demo", "--data", made().toString(), "--port", Integer.toString(port)};
    try (Program first = Program.dondoc(demo)) {
      first.untilSays(READY).terminate();
    }
  }

  private static Path made() {
    return kept.resolve("data");
  }

  /** A demonstration that was started and stopped before. */
  private Path stopped() {
    Program copy = Program.shell("cp -a " + made() + " " + data());
    assertThat(copy.exit()).as(copy.output()).isZero();
    return data();
  }

  private Program demo(Path data, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("demo", "--data", data.toString(), "--port", Integer.toString(port)));
    arguments.addAll(List.of(more));
    return Program.dondoc(arguments.toArray(String[]::new));
  }

  private Path data() {
    return work.resolve("data");
  }

  private static boolean databaseRuns(Path data) throws IOException {
    Path note = data.resolve("postgresql/postmaster.pid");
    return Files.exists(note)
        && ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst())).isPresent();
  }

  @Test
  void servesUntilItIsStoppedAndComesBackWithItsState() throws Exception {
    try (Program demo = demo(data()).untilSays(READY)) {
      assertThat(demo.output()).contains("http://127.0.0.1:" + port + "/", "Tài khoản dùng thử");
      assertThat(answers()).isLessThan(500);
      assertThat(demo.terminate()).isEqualTo(128 + 15);
    }
    assertThat(databaseRuns(data())).isFalse();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data().resolve("accounts.txt"))))
        .isEqualTo("rw-------");
    try (Program again = demo(data()).untilSays(READY)) {
      assertThat(again.output()).contains("đã ghi ở " + data().resolve("accounts.txt"));
    }
    Program audit = Program.dondoc("verify-audit", "--data", data().toString());
    assertThat(audit.exit()).isZero();
    // The anchors go back to the first entry, which the build wrote.
    assertThat(audit.output()).contains("Nhật ký nguyên vẹn").doesNotContain("đã mất");
  }

  private int answers() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI home = URI.create("http://127.0.0.1:" + port + "/");
      return client
          .send(HttpRequest.newBuilder(home).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static final String AS_NOBODY =
      "HOME=/tmp setpriv --reuid 65534 --regid 65534 --clear-groups --";
  private static final String SAMPLE =
      "src/test/resources/reading/corpus/tuned/01-thong-bao-cung-ung-dien.txt";

  @Test
  void startsForAUserThatIsNotRoot() throws Exception {
    // Only root can become somebody else, and only where others may look into this folder.
    assumeThat(Program.shell(AS_NOBODY + " ./dondoc read " + SAMPLE).exit()).isZero();
    Path home = Files.createTempDirectory("dondoc-nobody");
    int nobody = Integer.parseInt(Program.NOBODY);
    Files.setAttribute(home, "unix:uid", nobody);
    String data = home.resolve("data").toString();
    try (Program demo =
        Program.asNobody(home, "demo", "--data", data, "--port", Integer.toString(port))
            .untilSays(READY)) {
      assertThat(answers()).isLessThan(500);
      assertThat(Files.getAttribute(home.resolve("data/postgresql"), "unix:uid")).isEqualTo(nobody);
      demo.terminate();
    }
    Tree.delete(home);
  }

  @Test
  void refusesSecondStartOnTheSameDataAndTakenPort() throws Exception {
    try (Program first = demo(stopped()).untilSays(READY)) {
      Program second = demo(data());
      assertThat(second.exit()).isNotZero();
      assertThat(second.output())
          .contains(Long.toString(first.pid()), "http://127.0.0.1:" + port + "/")
          .doesNotContain("Exception");
      Path other = work.resolve("other");
      Program third = demo(other);
      assertThat(third.exit()).isNotZero();
      assertThat(third.output()).contains("Cổng " + port, "--port");
      assertThat(other).doesNotExist();
      assertThat(answers()).isLessThan(500);
      Program audit = Program.dondoc("verify-audit", "--data", data().toString());
      assertThat(audit.exit()).isEqualTo(1);
      assertThat(audit.output()).contains(Long.toString(first.pid()), "--db", "--anchors");
    }
  }

  @Test
  void refusesPortTakenByAnotherProgram() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      for (Path nested : List.of(data(), work.resolve("a/b"))) {
        Program demo = demo(nested);
        assertThat(demo.exit()).isNotZero();
        assertThat(demo.output()).contains("Cổng " + taken.getLocalPort());
      }
      assertThat(work).isEmptyDirectory();
      Path empty = Files.createDirectory(data());
      assertThat(demo(empty).exit()).isNotZero();
      assertThat(empty).isEmptyDirectory();
    }
  }

  @Test
  void stopsDatabaseLeftByKilledProgramAndGoesOn() throws Exception {
    Program killed = demo(stopped()).untilSays(READY);
    killed.kill();
    assertThat(databaseRuns(data())).isTrue();
    try (Program again = demo(data()).untilSays(READY)) {
      assertThat(again.output()).contains("dừng đột ngột", "đã ghi ở");
    }
    assertThat(databaseRuns(data())).isFalse();
  }

  @Test
  void makesTheDemonstrationAnewWhenTheFirstStartWasKilled() throws Exception {
    Program killed = demo(data()).untilSays("Đang tạo");
    Thread.sleep(700);
    killed.kill();
    try (Program again = demo(data()).untilSays(READY)) {
      assertThat(again.output()).contains("Tài khoản dùng thử, mỗi vai trò");
    }
  }

  @Test
  void refusesDamagedFolderAndTakesItFresh() throws Exception {
    Path control = stopped().resolve("postgresql/global/pg_control");
    try (RandomAccessFile file = new RandomAccessFile(control.toFile(), "rw")) {
      file.setLength(100);
    }
    refuses(data(), "đã hỏng", "--fresh");
    Files.writeString(data().resolve("postgresql/PG_VERSION"), "16\n");
    refuses(data(), "PostgreSQL 16", "PostgreSQL 18");
    Files.delete(data().resolve("postgresql/PG_VERSION"));
    refuses(data(), "đã hỏng", "PG_VERSION");
    demo(data(), "--fresh").untilSays(READY).terminate();
  }

  @Test
  void refusesControlFileThatIsWholeButOverwritten() throws Exception {
    Files.write(stopped().resolve("postgresql/global/pg_control"), new byte[8192]);
    refuses(data(), "đã hỏng");
    assertThat(databaseRuns(data())).isFalse();
  }

  @Test
  void refusesFolderThatIsNotOursAndLeavesItAlone() throws Exception {
    Path letters = Files.createDirectory(work.resolve("thu-tu"));
    Files.writeString(letters.resolve("thu.txt"), "thư");
    refuses(letters, "không phải dữ liệu của Đôn Đốc");
    Program fresh = demo(letters, "--fresh");
    assertThat(fresh.exit()).isNotZero();
    assertThat(letters.resolve("thu.txt")).hasContent("thư");
    assertThat(letters.resolve("dondoc.lock")).doesNotExist();
    refuses(letters.resolve("thu.txt"), "không phải là thư mục");
  }

  @Test
  void refusesFullDisk() throws Exception {
    Path disk = Files.createDirectory(work.resolve("disk"));
    String script =
        """
        mount -t tmpfs -o %s none %s && exec ./dondoc demo --data %s/data --port %d
        """;
    for (String small : List.of("size=60m", "size=1g,nr_inodes=300", "size=1g,nr_inodes=1250")) {
      String command = script.formatted(small, disk, disk, port).strip();
      Program demo = Program.shell("unshare -r -m sh -c '" + command + "'");
      assertThat(demo.exit()).isNotZero();
      assertThat(demo.output().lines().filter(line -> !line.startsWith("Đang")))
          .as(small)
          .singleElement()
          .asString()
          .contains("đã đầy");
    }
  }

  @Test
  void refusesOptionItDoesNotHaveAndPortThatIsNone() {
    for (String wrong : List.of("--port=abc", "--port=70000", "--cong=1", "thua")) {
      Program demo = Program.dondoc("demo", "--data", data().toString(), wrong);
      assertThat(demo.exit()).isNotZero();
      assertThat(demo.output())
          .contains(wrong.replaceFirst("(--port)=", ""))
          .doesNotContain("Exception");
    }
    assertThat(data()).doesNotExist();
  }

  private void refuses(Path data, String... words) throws IOException {
    Program demo = demo(data);
    assertThat(demo.exit()).isNotZero();
    assertThat(demo.output()).contains(words).doesNotContain("Exception");
    assertThat(databaseRuns(data)).isFalse();
  }
}
