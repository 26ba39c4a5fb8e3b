package vn.dondoc.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program run to its end.
 *
 * @param exit its exit code; 127 when there is no such program, 124 when it was stopped for time
 * @param output what it said on both streams
 */
record Run(int exit, String output) {
  /** Runs a command; a program that is not there is an outcome, not a failure of ours. */
  static Run of(List<String> command, Map<String, String> environment, Duration limit) {
    return of(command, environment, limit, "");
  }

  /** The same, given these words to read. */
  static Run of(
      List<String> command, Map<String, String> environment, Duration limit, String input) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Run(127, String.valueOf(e.getMessage()));
    }
    // The limit also ends the reading below: a stopped program closes its streams.
    Thread watch =
        Thread.ofVirtual()
            .start(() -> {
              try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (InputStream said = process.getInputStream()) {
      try (OutputStream words = process.getOutputStream()) {
        words.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      watch.join();
      return new Run(process.isAlive() ? 124 : process.exitValue(), output);
    } catch (IOException e) {
      process.destroyForcibly();
      return new Run(124, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Run(124, "interrupted");
    }
  }

  boolean ok() {
    return exit == 0;
  }
}
