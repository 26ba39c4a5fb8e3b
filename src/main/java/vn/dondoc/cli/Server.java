package vn.dondoc.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.Application;
import vn.dondoc.kernel.Refusal;

/**
 * Máy chủ: starts the application on a database.
 *
 * @param database where, with a role that owns nothing
 * @param address the network address it listens on
 * @param port the TCP port
 * @param illustrative says on every page that the figures are a demonstration's
 * @param log a file for the log; null writes it to the standard output
 * @param anchors where the audit's anchors are kept; null keeps none
 */
public record Server(
    DatabaseAddress database,
    String address,
    int port,
    boolean illustrative,
    @Nullable Path log,
    @Nullable Path anchors) {

  /**
   * Starts it and returns once it answers.
   *
   * @throws Refusal when the port is taken or the role is not one it may run with
   */
  public ConfigurableApplicationContext start() {
    SpringApplication application = new SpringApplication(Application.class);
    application.setDefaultProperties(defaults());
    // The command closes the server itself, before the database it stands on.
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(log == null);
    try {
      return application.run(settings().toArray(String[]::new));
    } catch (RuntimeException e) {
      throw explained(e);
    }
  }

  /** What an operator's own setting, in the environment or a file, comes before. */
  private Map<String, Object> defaults() {
    Path folder = log == null ? Path.of("") : log.toAbsolutePath().getParent();
    return Map.of(
        "dondoc.address",
        home(),
        "dondoc.intake.poll",
        "true",
        "dondoc.reallocation.poll",
        "true",
        "dondoc.mail.poll",
        "true",
        "dondoc.mail.folder",
        Objects.requireNonNullElse(folder, Path.of(""))
            .resolve("mail")
            .toAbsolutePath()
            .toString());
  }

  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--server.address=" + address,
                "--server.port=" + port,
                "--dondoc.illustrative=" + illustrative,
                // A proxy on this machine says who asked and how; nobody else is believed.
                "--server.forward-headers-strategy=native",
                "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1"));
    if (database.password() != null) {
      settings.add("--spring.datasource.password=" + database.password());
    }
    if (anchors != null) {
      settings.add("--dondoc.anchors=" + anchors);
    }
    if (illustrative) {
      settings.add("--dondoc.province=Lạng Sơn");
    }
    if (log != null) {
      settings.add("--logging.file.name=" + log);
      settings.add("--logging.threshold.console=OFF");
    }
    return settings;
  }

  private RuntimeException explained(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
      if (cause instanceof PortInUseException) {
        return portTaken(port);
      }
    }
    return failure;
  }

  /**
   * Tries the port before anything is started for its sake.
   *
   * @throws Refusal when another program listens on it, or the system does not give it
   */
  public static void requireFreePort(String address, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new java.net.InetSocketAddress(InetAddress.getByName(address), port));
    } catch (BindException e) {
      boolean forbidden = String.valueOf(e.getMessage()).contains("Permission denied");
      throw forbidden
          ? Refusal.of(CliRefusal.PORT_FORBIDDEN, "--port", Integer.toString(port))
          : portTaken(port);
    } catch (IOException e) {
      throw Refusal.of(CliRefusal.SERVER_START, address, String.valueOf(e.getMessage()));
    }
  }

  private static Refusal portTaken(int port) {
    return Refusal.of(
        CliRefusal.PORT_TAKEN, "--port", Integer.toString(port), Integer.toString(port + 1));
  }

  /** Where a browser finds it. */
  public String home() {
    String host = address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
    return "http://" + host + ":" + port + "/";
  }
}
