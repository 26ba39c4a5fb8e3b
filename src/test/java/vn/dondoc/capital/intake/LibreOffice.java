package vn.dondoc.capital.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Workbooks opened and saved by LibreOffice, many in one run. */
final class LibreOffice {
  private static final int PATIENCE_SECONDS = 180;

  private LibreOffice() {}

  /** Every workbook as LibreOffice saves it, under the same name. */
  static Map<String, byte[]> saved(Map<String, byte[]> books) {
    return saved(books, "xlsx", "Calc MS Excel 2007 XML");
  }

  /** Every workbook saved in another format. */
  static Map<String, byte[]> saved(Map<String, byte[]> books, String ending, String filter) {
    try {
      Path folder = Files.createTempDirectory("office");
      Path out = Files.createDirectory(folder.resolve("saved"));
      List<String> command =
          new ArrayList<>(
              List.of(
                  "soffice",
                  "--headless",
                  "--norestore",
                  "--nolockcheck",
                  "-env:UserInstallation=file://" + folder.resolve("home"),
                  "--convert-to",
                  ending + ":" + filter,
                  "--outdir",
                  out.toString()));
      for (Map.Entry<String, byte[]> book : books.entrySet()) {
        Path file = folder.resolve(book.getKey() + ".xlsx");
        command.add(Files.write(file, book.getValue()).toString());
      }
      Process office =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      if (!office.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || office.exitValue() != 0) {
        office.destroyForcibly();
        throw new IllegalStateException(Files.readString(folder.resolve("said.txt")));
      }
      Map<String, byte[]> saved = new LinkedHashMap<>();
      for (String name : books.keySet()) {
        saved.put(name, Files.readAllBytes(out.resolve(name + "." + ending)));
      }
      return saved;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
