package vn.dondoc.cli.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.dondoc.capital.ledger.LedgerVerifier;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.cli.Command;
import vn.dondoc.cli.DatabaseAddress;
import vn.dondoc.cli.Logs;
import vn.dondoc.cli.Options;
import vn.dondoc.cli.PostgresServer;
import vn.dondoc.cli.Terminal;
import vn.dondoc.kernel.Refusal;

/**
 * {@code ./dondoc verify-ledger}: recomputes the capital ledger from its entries and tells every
 * broken invariant with its place; exit 1 when there is one.
 */
public final class VerifyLedgerCommand implements Command {
  @Override
  public int run(List<String> args, Terminal out) {
    Options options =
        Options.parse(args, Set.of("--db", "--user", "--password-file", "--data"), Set.of());
    Logs.warningsOnly();
    LedgerVerifier.Report report =
        options.value("--db").isPresent() ? ofServer(options) : ofTrial(options);
    (report.isSound() ? out.out() : out.err()).println(report.sentence());
    report.findings().forEach(finding -> out.err().println("- " + finding.sentence()));
    return report.isSound() ? 0 : 1;
  }

  private static LedgerVerifier.Report ofServer(Options options) {
    DatabaseAddress address = DatabaseAddress.from(options);
    PostgresServer.requireUsable(address);
    return verify(address);
  }

  private static LedgerVerifier.Report ofTrial(Options options) {
    return Trial.read(
        options.path("--data").orElse(Path.of(".dondoc")),
        CliRefusal.LEDGER_IN_USE,
        trial -> verify(trial.startDatabase().application()));
  }

  private static LedgerVerifier.Report verify(DatabaseAddress address) {
    try {
      return LedgerVerifier.verify(address.connect());
    } catch (IllegalStateException e) {
      throw Refusal.of(
          CliRefusal.LEDGER_UNREADABLE, address.url(), address.url(), PostgresServer.reason(e));
    }
  }
}
