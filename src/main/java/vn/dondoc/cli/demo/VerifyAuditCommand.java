package vn.dondoc.cli.demo;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.dondoc.audit.AuditVerifier;
import vn.dondoc.audit.Verdict;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.cli.Command;
import vn.dondoc.cli.DatabaseAddress;
import vn.dondoc.cli.Logs;
import vn.dondoc.cli.Options;
import vn.dondoc.cli.PostgresServer;
import vn.dondoc.cli.Terminal;
import vn.dondoc.kernel.Refusal;

/**
 * {@code ./dondoc verify-audit}: proves that nothing in the audit was altered; exit 1 when
 * something was.
 */
public final class VerifyAuditCommand implements Command {
  @Override
  public int run(List<String> args, Terminal out) {
    Options options =
        Options.parse(
            args, Set.of("--db", "--user", "--password-file", "--anchors", "--data"), Set.of());
    Logs.warningsOnly();
    Verdict verdict = options.value("--db").isPresent() ? ofServer(options) : ofTrial(options);
    (verdict.isIntact() ? out.out() : out.err()).println(verdict.sentence());
    return verdict.isIntact() ? 0 : 1;
  }

  private static Verdict ofServer(Options options) {
    Path anchors = options.path("--anchors").orElse(Path.of("anchors"));
    DatabaseAddress address = DatabaseAddress.from(options);
    PostgresServer.requireUsable(address);
    return verify(address, anchors);
  }

  private static Verdict ofTrial(Options options) {
    return Trial.read(
        options.path("--data").orElse(Path.of(".dondoc")),
        CliRefusal.AUDIT_IN_USE,
        trial -> verify(trial.startDatabase().application(), trial.folder().anchors()));
  }

  private static Verdict verify(DatabaseAddress address, Path anchors) {
    try {
      return AuditVerifier.verify(address.connect(), anchors);
    } catch (UncheckedIOException e) {
      throw Refusal.of(
          CliRefusal.ANCHORS_UNREADABLE, anchors.toString(), anchors, PostgresServer.reason(e));
    } catch (IllegalStateException e) {
      throw Refusal.of(
          CliRefusal.AUDIT_UNREADABLE, address.url(), address.url(), PostgresServer.reason(e));
    }
  }
}
