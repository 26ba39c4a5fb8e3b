package vn.dondoc.capital.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Refusal;

/**
 * Quy định của việc rà soát, cuối năm và điều chuyển: when owners report, which lines are slow,
 * when a year ends, on what ground it is extended, who may move plan by when and who may receive
 * it. The same tables again change nothing.
 */
@Component
public class CapitalRules {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  // A rule is told from another by what it is of and the day it counts from.
  private static final String LOAD =
      """
      insert into capital.{table} as t ({columns})
      select {columns} from jsonb_populate_recordset(null::capital.{table}, :rows::jsonb)
          on conflict ({key}) do update set {changes}
       where ({old}) is distinct from ({new})
      """;

  private static final List<Rules> ALL =
      List.of(
          new Rules(
              "report-rules",
              "report_rule",
              List.of("kind", "from_on"),
              List.of("until_on", "due_day", "months_later", "basis", "confidence")),
          new Rules(
              "review-rules",
              "review_rule",
              List.of("from_on"),
              List.of(
                  "until_on",
                  "tolerance_percent",
                  "months",
                  "comment_days",
                  "basis",
                  "confidence")),
          new Rules(
              "slow-rules",
              "slow_rule",
              List.of("code", "from_on"),
              List.of(
                  "until_on",
                  "ordinal",
                  "measure",
                  "threshold",
                  "begins",
                  "name_vi",
                  "name_en",
                  "clause",
                  "basis",
                  "confidence")),
          new Rules(
              "year-end-rules",
              "year_end_rule",
              List.of("what", "from_on"),
              List.of("until_on", "day", "years_later", "clause", "basis", "confidence")),
          new Rules(
              "extension-grounds",
              "extension_ground",
              List.of("code", "money", "from_on"),
              List.of(
                  "until_on",
                  "ordinal",
                  "name_vi",
                  "name_en",
                  "authority_vi",
                  "authority_en",
                  "automatic",
                  "added_after",
                  "clause",
                  "basis",
                  "confidence")),
          new Rules(
              "move-authorities",
              "move_authority",
              List.of("source_code", "what", "from_on"),
              List.of(
                  "until_on",
                  "authority",
                  "name_vi",
                  "name_en",
                  "deadline",
                  "lead_days",
                  "pay_days",
                  "clause",
                  "basis",
                  "confidence")),
          new Rules(
              "receiver-rules",
              "receiver_rule",
              List.of("kind", "key", "from_on"),
              List.of("until_on", "number", "clause", "basis", "confidence")));

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final @Nullable Path directory;

  CapitalRules(JdbcClient jdbc, AuditTrail audit, @Value("${dondoc.reference:}") String directory) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  private record Rules(String file, String table, List<String> key, List<String> values) {
    List<String> columns() {
      List<String> columns = new ArrayList<>(key);
      columns.addAll(values);
      return columns;
    }

    private static String joined(List<String> columns, String pattern) {
      return columns.stream()
          .map(column -> pattern.replace("*", column))
          .collect(Collectors.joining(", "));
    }

    String statement() {
      return LOAD.replace("{table}", table)
          .replace("{columns}", joined(columns(), "*"))
          .replace("{key}", joined(key, "*"))
          .replace("{changes}", joined(values, "* = excluded.*"))
          .replace("{old}", joined(values, "t.*"))
          .replace("{new}", joined(values, "excluded.*"));
    }
  }

  /**
   * Loads every table.
   *
   * @return how many rows changed
   * @throws Refusal naming the file and what is wrong with it
   */
  @Transactional
  public int load() {
    int changed = 0;
    for (Rules rules : ALL) {
      changed += load(rules);
    }
    if (changed > 0) {
      audit.record(
          new Act(
              "capital.load_rules",
              "capital.rules",
              "rules",
              null,
              Map.of(),
              Map.of("rows", changed)));
    }
    return changed;
  }

  private int load(Rules rules) {
    String file = "capital/" + rules.file() + ".csv";
    ReferenceTable table = ReferenceTable.read(directory, file, rules.columns());
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    for (ReferenceTable.Row row : table.rows()) {
      Map<String, @Nullable String> said = new LinkedHashMap<>();
      rules.columns().forEach(column -> said.put(column, row.optional(column)));
      rows.add(said);
    }
    try {
      return jdbc.sql(rules.statement()).param("rows", JSON.writeValueAsString(rows)).update();
    } catch (DataIntegrityViolationException e) {
      throw Refusal.of(
          ReviewRefusal.FILE, file, file, String.valueOf(e.getMostSpecificCause().getMessage()));
    }
  }
}
