package vn.dondoc.testing;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.directive.Directives;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/** A server in a process of its own that confirms one document, so that it can be killed. */
public final class ConfirmingProgram {
  private ConfirmingProgram() {}

  /** Starts the process; it ends when the confirmation is committed. */
  public static Process start(TestDatabase database, long document) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ConfirmingProgram.class.getName(),
            database.url() + "?ApplicationName=confirming",
            Long.toString(document))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) {
    try (ConfigurableApplicationContext server = Server.on(args[0])) {
      Directives directives = server.getBean(Directives.class);
      Acting.as(Actor.system("confirming"), () -> directives.confirm(Long.parseLong(args[1])));
    }
  }
}
