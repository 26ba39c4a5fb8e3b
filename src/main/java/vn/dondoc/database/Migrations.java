package vn.dondoc.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Nâng cấp lược đồ: one PostgreSQL schema and one folder of migrations per module, run in the order
 * of {@code db/migration/order.txt} by the role that owns the schemas.
 */
public final class Migrations {
  private static final String ROOT = "db/migration";

  private Migrations() {}

  /**
   * Brings the database to this version.
   *
   * @return how many migrations were applied
   */
  public static int migrate(DataSource owner) {
    int applied = 0;
    for (String module : modules()) {
      applied +=
          Flyway.configure()
              .dataSource(owner)
              .schemas(module)
              .defaultSchema(module)
              .table("migration")
              .locations("classpath:" + ROOT + "/" + module)
              .validateMigrationNaming(true)
              .load()
              .migrate()
              .migrationsExecuted;
    }
    return applied;
  }

  /** Schemas in the order they are built: a module only refers to earlier ones. */
  public static List<String> modules() {
    try (InputStream in =
        Migrations.class.getClassLoader().getResourceAsStream(ROOT + "/order.txt")) {
      if (in == null) {
        throw new IllegalStateException(ROOT + "/order.txt is not in the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
