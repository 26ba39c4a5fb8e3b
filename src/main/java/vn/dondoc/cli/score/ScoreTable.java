package vn.dondoc.cli.score;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.cli.score.ScoreCommand.FileScore;
import vn.dondoc.cli.score.ScoreCommand.Row;
import vn.dondoc.web.Texts;

/** Scores as a table on a terminal. */
final class ScoreTable {
  private static final List<String> COLUMNS =
      List.of(
          "files",
          "gold",
          "precision",
          "recall",
          "f1",
          "lead",
          "coordinate",
          "deadline",
          "dated",
          "operator",
          "recurrence",
          "report_to",
          "false",
          "targets",
          "other");

  private final Texts texts;

  ScoreTable(Texts texts) {
    this.texts = texts;
  }

  String of(List<Row> rows, boolean byFile) {
    List<List<String>> table = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(texts.get("cli.score.name")));
    COLUMNS.forEach(column -> header.add(texts.get("cli.score." + column)));
    table.add(header);
    for (Row row : rows) {
      if (byFile) {
        for (FileScore file : row.files()) {
          table.add(line("  " + file.name(), 1, file.score()));
        }
      }
      table.add(line(row.name(), row.files().size(), row.all()));
    }
    if (rows.size() > 1) {
      Score all = rows.stream().map(Row::all).reduce(Score.NOTHING, Score::plus);
      int files = rows.stream().mapToInt(row -> row.files().size()).sum();
      table.add(line(texts.get("cli.score.all"), files, all));
    }
    return aligned(table);
  }

  private static List<String> line(String name, int files, Score score) {
    return List.of(
        name,
        Integer.toString(files),
        Long.toString(score.found().of()),
        ScoreCommand.share(score.precision()),
        ScoreCommand.share(score.recall()),
        ScoreCommand.share(score.f1()),
        share(score.lead()),
        share(score.coordinate()),
        share(score.deadline()),
        share(score.dated()),
        share(score.operator()),
        share(score.recurrence()),
        share(score.reportTo()),
        score.falseTasks().right() + "/" + score.falseTasks().of(),
        score.targets().right() + "/" + score.targets().of(),
        score.other().of() == 0 ? "–" : ScoreCommand.share(score.other().share()));
  }

  private static String share(Score.Tally tally) {
    return tally.of() == 0 ? "–" : ScoreCommand.share(tally.share());
  }

  private static String aligned(List<List<String>> table) {
    StringBuilder out = new StringBuilder();
    int columns = table.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : table) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : table) {
      out.append(row.getFirst()).append(" ".repeat(widths[0] - row.getFirst().length()));
      for (int i = 1; i < columns; i++) {
        out.append("  ").append(" ".repeat(widths[i] - row.get(i).length())).append(row.get(i));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
