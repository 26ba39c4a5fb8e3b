package vn.dondoc.rural.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A workbook opened, typed into and saved by LibreOffice, as most offices do it. */
public final class LibreOffice {
  private static final int PATIENCE_SECONDS = 300;

  private LibreOffice() {}

  /** Types text into a cell. */
  public static String text(String sheet, String cell, String value) {
    return String.join("\t", sheet, cell, "text", value);
  }

  /** Types a number into a cell. */
  public static String number(String sheet, String cell, String value) {
    return String.join("\t", sheet, cell, "number", value);
  }

  /** Types a number into a cell shown as a percentage. */
  static String percent(String sheet, String cell, String value) {
    return String.join("\t", sheet, cell, "percent", value);
  }

  /** Fills in every figure of every sheet. */
  static String fill() {
    return "*\tfill";
  }

  /** The workbook as it was saved. */
  public static byte[] edited(byte[] book, String... edits) {
    try {
      Path folder = Files.createTempDirectory("office");
      Path from = Files.write(folder.resolve("from.xlsx"), book);
      Path to = folder.resolve("to.xlsx");
      Path typed = Files.write(folder.resolve("edits.txt"), List.of(edits));
      Process office =
          new ProcessBuilder(
                  "/usr/bin/python3",
                  Path.of("src/test/resources/rural/office.py").toString(),
                  from.toString(),
                  to.toString(),
                  typed.toString())
              .inheritIO()
              .start();
      if (!office.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || office.exitValue() != 0) {
        office.destroyForcibly();
        throw new IllegalStateException("LibreOffice did not save " + to);
      }
      return Files.readAllBytes(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
