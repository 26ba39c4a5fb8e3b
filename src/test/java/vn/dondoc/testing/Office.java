package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** LibreOffice, as an office has it: opens a document and prints it. */
public final class Office {
  private static final long PATIENCE_SECONDS = 120;

  private Office() {}

  /**
   * A document printed to PDF.
   *
   * @param name its file name, which says what it is
   */
  public static byte[] printed(String name, byte[] document) {
    try {
      Path folder = Files.createTempDirectory("office");
      Path from = Files.write(folder.resolve(name), document);
      Process office =
          new ProcessBuilder(
                  "soffice",
                  "--headless",
                  "--norestore",
                  "-env:UserInstallation=" + folder.resolve("home").toUri(),
                  "--convert-to",
                  "pdf",
                  "--outdir",
                  folder.toString(),
                  from.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      if (!office.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || office.exitValue() != 0) {
        office.destroyForcibly();
        throw new IllegalStateException("LibreOffice did not print " + name);
      }
      return Files.readAllBytes(folder.resolve(name.replaceFirst("\\.\\w+$", ".pdf")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
