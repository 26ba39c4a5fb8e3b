package vn.dondoc.cli;

import java.util.List;
import java.util.Set;
import vn.dondoc.database.Migrations;
import vn.dondoc.kernel.Refusal;

/**
 * {@code ./dondoc migrate}: brings a database to this version, as the role that owns the tables.
 */
final class MigrateCommand implements Command {
  @Override
  public int run(List<String> args, Terminal out) {
    Options options = Options.parse(args, Set.of("--db", "--user", "--password-file"), Set.of());
    DatabaseAddress address = DatabaseAddress.from(options);
    Logs.warningsOnly();
    PostgresServer.requireUsable(address);
    int applied = migrate(address);
    out.out()
        .println(
            applied == 0
                ? out.texts().get("cli.migrate.nothing", address.url())
                : out.texts().get("cli.migrate.done", address.url(), applied));
    return 0;
  }

  private static int migrate(DatabaseAddress address) {
    try {
      return Migrations.migrate(address.connect());
    } catch (org.flywaydb.core.api.FlywayException e) {
      throw Refusal.of(
          CliRefusal.MIGRATION_FAILED, address.url(), address.url(), PostgresServer.reason(e));
    }
  }
}
