package vn.dondoc.exchange.document;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Nhận dạng chữ: Tesseract with the Vietnamese language, when the machine has it. */
public final class Recognition {
  private static final long LANGUAGES_SECONDS = 20;

  private final @Nullable String program;

  private Recognition(@Nullable String program) {
    this.program = program;
  }

  /** The machine's own Tesseract, looked for on the path. */
  public static Recognition installed() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path program = Path.of(folder.isEmpty() ? "." : folder, "tesseract");
      if (!folder.isEmpty() && Files.isExecutable(program)) {
        return new Recognition(program.toString());
      }
    }
    return none();
  }

  /** A program that takes Tesseract's arguments. */
  public static Recognition with(Path program) {
    return new Recognition(program.toString());
  }

  /** A machine without it. */
  public static Recognition none() {
    return new Recognition(null);
  }

  /** Whether it can read Vietnamese here. */
  boolean available() throws IOException {
    return program != null
        && run(Duration.ofSeconds(LANGUAGES_SECONDS), "--list-langs")
            .lines()
            .anyMatch("vie"::equals);
  }

  /**
   * The words in a picture.
   *
   * @throws TookTooLong when the time is over before it is done
   */
  String words(Path picture, Duration time) throws IOException {
    return run(time, picture.toString(), "stdout", "-l", "vie", "--dpi", "200");
  }

  private String run(Duration time, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(String.valueOf(program));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("dondoc-words", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      await(process, time);
      if (process.exitValue() != 0) {
        throw new IOException("tesseract exited with " + process.exitValue());
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static void await(Process process, Duration time) throws TookTooLong {
    boolean done = false;
    try {
      done = process.waitFor(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
    if (!done) {
      throw new TookTooLong();
    }
  }

  /** The time given was over. */
  static final class TookTooLong extends IOException {}
}
