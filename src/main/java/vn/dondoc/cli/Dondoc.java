package vn.dondoc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dondoc.cli.demo.DemoCommand;
import vn.dondoc.cli.demo.RehearseCommand;
import vn.dondoc.cli.demo.VerifyAuditCommand;
import vn.dondoc.cli.demo.VerifyLedgerCommand;
import vn.dondoc.cli.read.ReadCommand;
import vn.dondoc.cli.score.ScoreCommand;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Đôn Đốc: the program. */
public final class Dondoc {
  private static final Map<String, Command> COMMANDS =
      Map.of(
          "verify-audit", new VerifyAuditCommand(),
          "verify-ledger", new VerifyLedgerCommand(),
          "read", new ReadCommand(),
          "score", new ScoreCommand(),
          "demo", new DemoCommand(),
          "rehearse", new RehearseCommand(),
          "migrate", new MigrateCommand(),
          "serve", new ServeCommand(),
          "states", new StatesCommand());

  private Dondoc() {}

  public static void main(String[] args) {
    Terminal out =
        new Terminal(
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            Texts.in(Language.of(System.getenv().getOrDefault("DONDOC_LANG", "vi"))));
    System.exit(run(List.of(args), out));
  }

  /** Runs one command; 2 when the call itself is wrong. */
  static int run(List<String> args, Terminal out) {
    if (args.isEmpty() || Set.of("help", "--help", "-h").contains(args.getFirst())) {
      (args.isEmpty() ? out.err() : out.out()).println(out.texts().get("cli.help"));
      return args.isEmpty() ? 2 : 0;
    }
    Command command = COMMANDS.get(args.getFirst());
    if (command == null) {
      out.err().println(out.texts().get("cli.refusal.command_unknown", args.getFirst()));
      return 2;
    }
    try {
      int code = command.run(args.subList(1, args.size()), out);
      // A full disk or a closed pipe: what was to be told did not arrive.
      if (out.out().checkError() && code == 0) {
        out.err().println(out.texts().get("cli.refusal.output_lost"));
        return 1;
      }
      return code;
    } catch (Refusal e) {
      tell(e, out);
      return e.code() instanceof CliRefusal code && code.isWrongCall() ? 2 : 1;
    }
  }

  private static void tell(Refusal refusal, Terminal out) {
    out.err().println(out.texts().tell(refusal));
    if (refusal.problems().size() > 1) {
      refusal.problems().forEach(p -> out.err().println("- " + out.texts().tell(p)));
    }
  }
}
