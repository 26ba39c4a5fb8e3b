package vn.dondoc.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.cli.Server;
import vn.dondoc.identity.OneTimePassword;
import vn.dondoc.kernel.Refusal;

/**
 * Một lần chạy thử: data folder, database and server taken in this order, given back in the
 * opposite one, however far the start has come.
 */
final class Trial implements AutoCloseable {
  private final DataFolder folder;
  private final Confined confined;
  private @Nullable EmbeddedDatabase database;
  private @Nullable ConfigurableApplicationContext server;
  private @Nullable CompletableFuture<List<OneTimePassword>> passwords;
  private boolean closed;

  private Trial(DataFolder folder) {
    this.folder = folder;
    this.confined = Confined.here(Programs.folder(), folder);
  }

  /** Takes the folder; nothing is started yet. */
  static Trial on(DataFolder folder) {
    try {
      return new Trial(folder);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Reads a trial nobody is running, without its server.
   *
   * @param inUse what is told to who reads while it runs
   * @throws Refusal when there is no trial, or a process has it
   */
  static <T> T read(Path data, CliRefusal inUse, Function<Trial, T> reading) {
    if (!Files.isDirectory(data.resolve("postgresql"))) {
      // What checks must not make what it was to check.
      throw Refusal.of(CliRefusal.NO_TRIAL, data.toString(), data);
    }
    try (Trial trial = on(taken(data, inUse))) {
      trial.endOrphan();
      return reading.apply(trial);
    }
  }

  private static DataFolder taken(Path data, CliRefusal inUse) {
    try {
      return DataFolder.take(data);
    } catch (Refusal e) {
      if (e.code() != CliRefusal.DEMO_RUNNING) {
        throw e;
      }
      // Who verifies has another way than who starts a second demonstration.
      throw Refusal.of(inUse, data.toString(), e.problems().getFirst().arguments().toArray());
    }
  }

  DataFolder folder() {
    return folder;
  }

  /** Ends a database process that outlived its program; true when there was one. */
  boolean endOrphan() {
    return Cluster.endOrphan(folder, Programs.folder(), confined);
  }

  /** Starts the database with this version's tables in it. */
  synchronized EmbeddedDatabase startDatabase() {
    requireOpen();
    if (!isLoaded()) {
      passwords = CompletableFuture.supplyAsync(Demonstration::drawPasswords);
    }
    EmbeddedDatabase started = EmbeddedDatabase.start(folder, confined);
    database = started;
    // What an interrupted first load left is not the demonstration: it starts from nothing again.
    started.prepare(!isLoaded() && !started.isFurnished());
    return started;
  }

  synchronized ConfigurableApplicationContext startServer(Server wanted) {
    requireOpen();
    // Readable by its owner alone.
    if (!Files.exists(folder.serverLog())) {
      folder.writePrivately(folder.serverLog(), "");
    }
    ConfigurableApplicationContext started = wanted.start();
    server = started;
    return started;
  }

  boolean isLoaded() {
    return Files.exists(folder.loaded());
  }

  /** Loads the demonstration and keeps its accounts; marks it done last. */
  List<Demonstration.Account> load(ConfigurableApplicationContext application) {
    if (database == null || !database.isFurnished()) {
      Demonstration.furnish(application);
    }
    List<OneTimePassword> drawn =
        passwords == null ? Demonstration.drawPasswords() : passwords.join();
    List<Demonstration.Account> accounts = Demonstration.openAccounts(application, drawn);
    folder.writePrivately(folder.accounts(), table(accounts));
    folder.writePrivately(folder.loaded(), Demonstration.DAY + "\n");
    return accounts;
  }

  /** The accounts as aligned columns. */
  static String table(List<Demonstration.Account> accounts) {
    return accounts.stream()
        .map(a -> "  %-20s %-20s %s%n".formatted(a.login(), a.password(), a.role()))
        .collect(Collectors.joining());
  }

  /** A failure nobody foresaw: told in a sentence, its trace kept in the log. */
  Refusal explained(RuntimeException failure) {
    String place = folder.root().toString();
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    if (folder.isFull() || trace.toString().contains("No space left on device")) {
      return Refusal.of(CliRefusal.DISK_FULL, place, place, "200");
    }
    try {
      Files.writeString(
          folder.serverLog(),
          trace.toString(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw DataFolder.refused(folder.root(), e);
    }
    return Refusal.of(CliRefusal.SERVER_START, place, folder.serverLog().toString());
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("interrupted while starting");
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (server != null) {
        server.close();
      }
    } finally {
      try {
        if (database != null) {
          database.close();
        }
      } finally {
        folder.close();
      }
    }
  }
}
