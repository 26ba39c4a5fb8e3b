package vn.dondoc.cli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.kernel.Refusal;

/** Chương trình PostgreSQL kèm theo, as the build unpacked them next to the jar. */
final class Programs {
  private Programs() {}

  /**
   * The folder of initdb, pg_ctl and postgres.
   *
   * @throws Refusal when they were not unpacked
   */
  static Path folder() {
    Path folder = Path.of(System.getProperty("dondoc.home", "target/dist"), "postgresql", "bin");
    if (!Files.isExecutable(folder.resolve("postgres"))) {
      throw Refusal.of(CliRefusal.PROGRAMS_MISSING, folder.toString(), folder);
    }
    return folder.toAbsolutePath();
  }
}
