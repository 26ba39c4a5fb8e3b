package vn.dondoc.cli.demo;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.cli.Command;
import vn.dondoc.cli.Logs;
import vn.dondoc.cli.Options;
import vn.dondoc.cli.Server;
import vn.dondoc.cli.Terminal;
import vn.dondoc.kernel.Refusal;

/** {@code ./dondoc demo}: the demonstration on a database of its own, until it is interrupted. */
public final class DemoCommand implements Command {
  private static final int PORT = 8080;
  private static final String LOOPBACK = "127.0.0.1";

  @Override
  public int run(List<String> args, Terminal out) {
    Options options = Options.parse(args, Set.of("--data", "--port"), Set.of("--fresh", "--help"));
    if (options.has("--help")) {
      out.out().println(out.texts().get("cli.demo.help"));
      return 0;
    }
    Logs.warningsOnly();
    int port = options.port(PORT);
    Path data = options.path("--data").orElse(Path.of(".dondoc"));
    Trial trial = Trial.on(DataFolder.take(data));
    // Interrupted at any moment, the program still takes down what it had put up.
    Thread hook = new Thread(trial::close, "close");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return serve(trial, port, options.has("--fresh"), out);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      throw trial.explained(e);
    } finally {
      trial.close();
    }
  }

  private static int serve(Trial trial, int port, boolean fresh, Terminal out) {
    DataFolder folder = trial.folder();
    Server.requireFreePort(LOOPBACK, port);
    folder.announce("http://" + LOOPBACK + ":" + port + "/");
    if (trial.endOrphan()) {
      say(out, "cli.demo.orphan", folder.root());
    }
    if (fresh) {
      folder.empty();
    }
    folder.requireRoom();
    EmbeddedDatabase database = startDatabase(trial, out);
    Server wanted =
        new Server(
            database.application(), LOOPBACK, port, true, folder.serverLog(), folder.anchors());
    ConfigurableApplicationContext server = trial.startServer(wanted);
    if (trial.isLoaded()) {
      say(out, "cli.demo.accounts_kept", folder.accounts());
    } else {
      List<Demonstration.Account> accounts = trial.load(server);
      say(out, "cli.demo.accounts", folder.accounts());
      out.out().print(Trial.table(accounts));
    }
    say(out, "cli.demo.ready", wanted.home(), seconds());
    database.ended().join();
    throw Refusal.of(CliRefusal.DATABASE_LOST, folder.root().toString(), folder.databaseLog());
  }

  private static EmbeddedDatabase startDatabase(Trial trial, Terminal out) {
    DataFolder folder = trial.folder();
    say(out, trial.isLoaded() ? "cli.demo.starting" : "cli.demo.making", folder.root());
    return trial.startDatabase();
  }

  private static String seconds() {
    return Long.toString(ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
  }

  private static void say(Terminal out, String key, Object... arguments) {
    out.out().println(out.texts().get(key, arguments));
    out.out().flush();
  }
}
