package vn.dondoc.cli.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.cli.score.ScoreCommand.FileScore;
import vn.dondoc.cli.score.ScoreCommand.Row;

/** Scores for other programs. */
final class ScoreJson {
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ScoreJson() {}

  static String of(List<Row> rows, boolean byFile) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode each = json.putArray("rows");
    for (Row row : rows) {
      ObjectNode one = each.addObject().put("name", row.name()).put("files", row.files().size());
      put(one, row.all());
      if (byFile) {
        ArrayNode files = one.putArray("byFile");
        for (FileScore file : row.files()) {
          put(files.addObject().put("name", file.name()), file.score());
        }
      }
    }
    put(json.putObject("all"), rows.stream().map(Row::all).reduce(Score.NOTHING, Score::plus));
    return PRETTY.writeValueAsString(json);
  }

  private static void put(ObjectNode json, Score score) {
    json.putObject("tasks")
        .put("gold", score.found().of())
        .put("read", score.predicted().of())
        .put("found", score.found().right())
        .put("precision", rounded(score.precision()))
        .put("recall", rounded(score.recall()))
        .put("f1", rounded(score.f1()));
    tally(json, "lead", score.lead());
    tally(json, "coordinate", score.coordinate());
    tally(json, "deadline", score.deadline());
    tally(json, "deadlineWhereAny", score.dated());
    tally(json, "operator", score.operator());
    tally(json, "recurrence", score.recurrence());
    tally(json, "reportTo", score.reportTo());
    tally(json, "falseTasks", score.falseTasks());
    tally(json, "targets", score.targets());
    tally(json, "other", score.other());
    ArrayNode lost = json.putArray("lost");
    score.lost().forEach(lost::add);
  }

  private static void tally(ObjectNode json, String key, Score.Tally tally) {
    json.putObject(key)
        .put("right", tally.right())
        .put("of", tally.of())
        .put("share", rounded(tally.of() == 0 && isCountOfWrong(key) ? 0 : tally.share()));
  }

  private static boolean isCountOfWrong(String key) {
    return key.equals("falseTasks") || key.equals("other");
  }

  private static BigDecimal rounded(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
  }
}
