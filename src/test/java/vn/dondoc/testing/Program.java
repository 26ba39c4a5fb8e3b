package vn.dondoc.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real program in a process of its own, as a person starts it; needs what ./check builds. */
public final class Program implements AutoCloseable {
  /** The user that owns nothing. */
  public static final String NOBODY = "65534";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final Thread reader;

  private Program(List<String> command, Map<String, String> environment) {
    if (!Files.exists(Path.of("target/dist/stamp"))) {
      throw new IllegalStateException("run ./dondoc --build (or ./check) first");
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reader = Thread.ofVirtual().start(this::listen);
  }

  /** Starts {@code ./dondoc} with these arguments. */
  public static Program dondoc(String... arguments) {
    return dondoc(Map.of(), arguments);
  }

  public static Program dondoc(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("./dondoc"));
    command.addAll(Arrays.asList(arguments));
    return new Program(command, environment);
  }

  /**
   * Starts {@code ./dondoc} as "nobody"; only root may, and only root's tests would not be that.
   */
  public static Program asNobody(Path home, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    command.addAll(List.of("--", "./dondoc"));
    command.addAll(Arrays.asList(arguments));
    return new Program(command, Map.of("HOME", home.toString()));
  }

  /** Starts a shell script. */
  public static Program shell(String script) {
    return new Program(List.of("sh", "-c", script), Map.of());
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        said.add(line);
      }
    } catch (IOException e) {
      said.add("(stream closed: " + e.getMessage() + ")");
    }
  }

  /** Waits until it says this; fails with all it said when it does not. */
  public Program untilSays(String words) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains(words)) {
      if (System.nanoTime() > end || (!process.isAlive() && !reader.isAlive())) {
        if (output().contains(words)) {
          break;
        }
        throw new AssertionError("never said “" + words + "” but:\n" + output());
      }
      pause();
    }
    return this;
  }

  /** Waits for its end and returns the exit code. */
  public int exit() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running, said:\n" + output());
      }
      reader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public String output() {
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** As Ctrl-C or the service manager ends it. */
  public int terminate() {
    process.destroy();
    return exit();
  }

  /** As a power cut ends it: nothing of its own runs any more. */
  public void kill() {
    process.destroyForcibly();
    exit();
  }

  /** A port nobody listens on just now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      terminate();
    }
  }
}
