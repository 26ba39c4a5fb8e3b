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
 * {@code ./dondoc rehearse}: starts everything on a throw-away folder, opens a few pages and stops.
 * The start script runs it once after a build, while the virtual machine takes notes for a quick
 * start.
 */
public final class RehearseCommand implements Command {
  private static final List<String> PAGES =
      List.of("/", "/dang-nhap", "/css/dondoc.css", "/js/frame.js", "/khong-co-trang-nay");

  @Override
  public int run(List<String> args, Terminal out) {
    Options options = Options.parse(args, Set.of("--data"), Set.of());
    Logs.warningsOnly();
    Path data = Path.of(options.required("--data"));
    Trial trial = Trial.on(DataFolder.take(data));
    Runtime.getRuntime().addShutdownHook(new Thread(trial::close, "close"));
    try {
      EmbeddedDatabase database = trial.startDatabase();
      int port = freePort();
      Path log = trial.folder().serverLog();
      Server wanted = new Server(database.application(), "127.0.0.1", port, true, log, null);
      trial.load(trial.startServer(wanted));
      open(wanted.home());
    } finally {
      trial.close();
    }
    try {
      Tree.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Files.exists(data) ? 1 : 0;
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
