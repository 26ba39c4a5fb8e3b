package vn.dondoc.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.kernel.Refusal;

/** PostgreSQL's data directory as it lies on the disk, and the process that may run on it. */
final class Cluster {
  private static final int CONTROL_FILE_BYTES = 8192;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(70);

  private Cluster() {}

  /** True before the first start has finished; what an interrupted one left is nothing. */
  static boolean isMissing(DataFolder folder) {
    boolean neverMade = !Files.exists(folder.cluster());
    if (neverMade && Files.exists(folder.loaded())) {
      throw damaged(folder, folder.cluster());
    }
    return neverMade;
  }

  /**
   * Looks at the files a start cannot do without.
   *
   * @throws Refusal when one is missing, cut, or of another PostgreSQL
   */
  static void requireWhole(DataFolder folder) throws IOException {
    Path cluster = folder.cluster();
    Path version = cluster.resolve("PG_VERSION");
    for (String name :
        List.of("PG_VERSION", "postgresql.conf", "pg_hba.conf", "base", "pg_wal", "global")) {
      if (!Files.exists(cluster.resolve(name))) {
        throw damaged(folder, cluster.resolve(name));
      }
    }
    String major = Files.readString(version).strip();
    if (major.isEmpty()) {
      throw damaged(folder, version);
    }
    if (!major.equals(EmbeddedDatabase.MAJOR)) {
      throw Refusal.of(
          CliRefusal.FOLDER_VERSION,
          folder.root().toString(),
          folder.root(),
          major,
          EmbeddedDatabase.MAJOR);
    }
    Path control = cluster.resolve("global/pg_control");
    if (!Files.exists(control) || Files.size(control) != CONTROL_FILE_BYTES) {
      throw damaged(folder, control);
    }
  }

  private static Refusal damaged(DataFolder folder, Path file) {
    return Refusal.of(
        CliRefusal.FOLDER_DAMAGED, folder.root().toString(), folder.root(), file.toString());
  }

  /** The PostgreSQL that runs on this directory. */
  static Optional<ProcessHandle> process(DataFolder folder) {
    Path note = folder.cluster().resolve("postmaster.pid");
    try {
      if (!Files.exists(note)) {
        return Optional.empty();
      }
      String pid = Files.readString(note).lines().findFirst().orElse("").strip();
      return pid.matches("[0-9]{1,9}")
          ? ProcessHandle.of(Long.parseLong(pid)).filter(p -> runsOn(p, folder.cluster()))
          : Optional.empty();
    } catch (IOException e) {
      throw DataFolder.refused(folder.root(), e);
    }
  }

  /** PostgreSQL's first process works in its data directory, which tells it from a reused pid. */
  private static boolean runsOn(ProcessHandle process, Path cluster) {
    Path about = Path.of("/proc", Long.toString(process.pid()));
    try {
      return Files.readString(about.resolve("comm")).strip().equals("postgres")
          && Files.isSameFile(about.resolve("cwd"), cluster);
    } catch (IOException e) {
      // Gone meanwhile, or another user's: not ours in either case.
      return false;
    }
  }

  /**
   * Ends what a killed program left behind.
   *
   * @return true when there was a process to end
   */
  static boolean endOrphan(DataFolder folder, Path programs, Confined confined) {
    boolean orphaned = stop(folder, programs, confined);
    try {
      // A note without its process would stop the next start once its pid is another program's.
      Files.deleteIfExists(folder.cluster().resolve("postmaster.pid"));
    } catch (IOException e) {
      throw DataFolder.refused(folder.root(), e);
    }
    return orphaned;
  }

  /** Ends the process on this directory, politely first; false when there is none. */
  static boolean stop(DataFolder folder, Path programs, Confined confined) {
    Optional<ProcessHandle> process = process(folder);
    if (process.isEmpty()) {
      return false;
    }
    Run stopped =
        Run.of(
            confined.command(
                programs.resolve("pg_ctl"),
                "stop",
                "--wait",
                "--timeout=60",
                "--mode=fast",
                "--pgdata=" + folder.cluster()),
            Map.of("LC_ALL", "C"),
            STOP_LIMIT);
    if (!stopped.ok() && process.get().isAlive()) {
      // SIGTERM would wait for clients; after a minute PostgreSQL recovers from its log instead.
      process.get().destroyForcibly();
      process.get().onExit().join();
    }
    return true;
  }
}
