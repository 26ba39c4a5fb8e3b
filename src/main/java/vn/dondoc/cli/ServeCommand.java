package vn.dondoc.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import vn.dondoc.database.RoleGuard;
import vn.dondoc.day.Nightly;

/** {@code ./dondoc serve}: the server on a province's own PostgreSQL, until it is interrupted. */
final class ServeCommand implements Command {
  private static final int PORT = 8080;

  @Override
  public int run(List<String> args, Terminal out) {
    Options options =
        Options.parse(
            args,
            Set.of("--db", "--user", "--password-file", "--port", "--address", "--anchors"),
            Set.of("--illustrative"));
    DatabaseAddress address = DatabaseAddress.from(options);
    int port = options.port(PORT);
    String listen = options.value("--address").orElse("127.0.0.1");
    Logs.warningsOnly();
    PostgresServer.requireUsable(address);
    // The server asks again; asked here first, a refusal is a sentence and not a page of log.
    RoleGuard.requireBoundRole(address.connect());
    Server.requireFreePort(listen, port);
    Server server =
        new Server(
            address,
            listen,
            port,
            options.has("--illustrative"),
            null,
            options.path("--anchors").orElse(null));
    ConfigurableApplicationContext running = server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(running::close, "close"));
    FirstSteps.take(running)
        .ifPresent(first ->
            out.out()
                .println(
                    out.texts().get("cli.serve.first", first.login(), first.oneTimePassword())));
    running.getBean(Nightly.class).start();
    out.out().println(out.texts().get("cli.serve.ready", server.home()));
    out.out().flush();
    waitForEndOf(running);
    return 0;
  }

  private static void waitForEndOf(ConfigurableApplicationContext running) {
    CountDownLatch closed = new CountDownLatch(1);
    running.addApplicationListener(event -> {
      if (event instanceof ContextClosedEvent) {
        closed.countDown();
      }
    });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
