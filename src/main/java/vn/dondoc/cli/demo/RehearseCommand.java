package vn.dondoc.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.dondoc.cli.Command;
import vn.dondoc.cli.Logs;
import vn.dondoc.cli.Options;
import vn.dondoc.cli.Server;
import vn.dondoc.cli.Terminal;

/**
 * {@code ./dondoc rehearse}: composes the demonstration province and packs it for first starts,
 * starts everything on a throw-away folder, opens a few pages and stops. The start script runs it
 * once after a build, while the virtual machine takes notes for a quick start.
 */
public final class RehearseCommand implements Command {
  private static final List<String> PAGES =
      List.of("/", "/dang-nhap", "/css/dondoc.css", "/js/frame.js", "/khong-co-trang-nay");

  @Override
  public int run(List<String> args, Terminal out) {
    Options options = Options.parse(args, Set.of("--data"), Set.of());
    Logs.warningsOnly();
    Path data = Path.of(options.required("--data"));
    try {
      if (!ProvinceArchive.here().isThere()) {
        pack(data.resolve("furnished"));
      }
      start(data.resolve("started"));
      Tree.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Files.exists(data) ? 1 : 0;
  }

  /** Composes the province once and keeps it for first starts. */
  private static void pack(Path data) throws IOException {
    Trial trial = Trial.on(DataFolder.take(data));
    Runtime.getRuntime().addShutdownHook(new Thread(trial::close, "close"));
    Path cluster = trial.folder().cluster();
    try (trial) {
      EmbeddedDatabase database = trial.startDatabase();
      Demonstration.furnish(trial.startServer(wanted(trial, database)));
      database.settle();
    }
    ProvinceArchive.here().pack(cluster, trial.folder().anchors());
  }

  /** A first start as a person makes it. */
  private static void start(Path data) {
    Trial trial = Trial.on(DataFolder.take(data));
    Runtime.getRuntime().addShutdownHook(new Thread(trial::close, "close"));
    try (trial) {
      Server wanted = wanted(trial, trial.startDatabase());
      trial.load(trial.startServer(wanted));
      open(wanted.home());
    }
  }

  private static Server wanted(Trial trial, EmbeddedDatabase database) {
    Path log = trial.folder().serverLog();
    Path anchors = trial.folder().anchors();
    return new Server(database.application(), "127.0.0.1", freePort(), true, log, anchors);
  }

  private static void open(String home) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        // Whatever the answer, the way to it has been walked.
        client.send(
            HttpRequest.newBuilder(URI.create(home).resolve(page)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
