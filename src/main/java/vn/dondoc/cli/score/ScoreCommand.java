package vn.dondoc.cli.score;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.cli.Command;
import vn.dondoc.cli.Logs;
import vn.dondoc.cli.Operands;
import vn.dondoc.cli.Terminal;
import vn.dondoc.exchange.DocumentTexts;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.reading.Notices;

/**
 * {@code ./dondoc score GOLD…}: how well the reader reads annotated texts.
 *
 * <p>Exit codes: 0 when every file was scored, 1 when one was refused or its annotation does not
 * fit its text, 2 for a wrong call.
 */
public final class ScoreCommand implements Command {
  private static final List<String> FLAGS = List.of("--json", "--by-file", "--help");

  /** One argument's files. */
  record Row(String name, List<FileScore> files) {
    Score all() {
      return files.stream().map(FileScore::score).reduce(Score.NOTHING, Score::plus);
    }
  }

  /** One file's score. */
  record FileScore(String name, Score score) {}

  @Override
  public int run(List<String> args, Terminal out) {
    Operands operands = Operands.parse(args, Set.copyOf(FLAGS));
    if (operands.has("--help")) {
      out.out().println(out.texts().get("cli.score.help"));
      return 0;
    }
    if (operands.unknown() != null) {
      out.err()
          .println(
              out.texts()
                  .get("cli.refusal.option_unknown", operands.unknown(), String.join(" ", FLAGS)));
      return 2;
    }
    List<String> golds = operands.names();
    if (golds.isEmpty()) {
      out.err().println(out.texts().get("cli.score.help"));
      return 2;
    }
    Logs.silent();
    List<Row> rows = new ArrayList<>();
    boolean complete = true;
    for (String gold : golds) {
      complete &= score(gold, rows, out);
    }
    if (rows.isEmpty()) {
      return 1;
    }
    print(out.out(), operands.has("--json"), operands.has("--by-file"), rows, out);
    return complete ? 0 : 1;
  }

  private static void print(
      PrintStream to, boolean json, boolean byFile, List<Row> rows, Terminal out) {
    if (json) {
      to.println(ScoreJson.of(rows, byFile));
    } else {
      to.print(new ScoreTable(out.texts()).of(rows, byFile));
    }
  }

  private static boolean score(String gold, List<Row> rows, Terminal out) {
    List<FileScore> scores = new ArrayList<>();
    boolean complete = true;
    try {
      if (gold.isBlank()) {
        throw Refusal.of(CliRefusal.NAME_EMPTY, gold);
      }
      for (Path file : GoldFile.under(Path.of(gold))) {
        FileScore scored = score(file);
        scores.add(scored);
        for (String lost : scored.score().lost()) {
          out.err().println(out.texts().get("cli.score.lost", scored.name(), lost));
          complete = false;
        }
      }
    } catch (Refusal e) {
      e.problems().forEach(problem -> out.err().println(out.texts().tell(problem)));
      complete = false;
    }
    if (scores.isEmpty()) {
      // Nothing measured is no measure.
      return false;
    }
    rows.add(new Row(gold, scores));
    return complete;
  }

  private static FileScore score(Path file) {
    GoldFile gold = GoldFile.read(file);
    String text = DocumentTexts.standard().read(gold.text()).text();
    return new FileScore(
        gold.name(), Scorer.score(gold.gold(), text, Notices.standard().read(text)));
  }

  /** "0.958". */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }
}
