package vn.dondoc.capital.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.exchange.ReferenceTable.Row;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Cây nguồn vốn: the table that comes with the program, or the one an administrator put in its
 * place. The same table again changes nothing.
 */
@Component
class SourceReference {
  private static final String FILE = "capital/sources.csv";
  private static final List<String> COLUMNS =
      List.of(
          "code",
          "parent",
          "ordinal",
          "name_vi",
          "name_en",
          "tier",
          "programme",
          "from_abroad",
          "as_collected",
          "by_sector",
          "by_loan",
          "from",
          "until",
          "basis",
          "confidence");
  private static final List<String> YES_NO =
      List.of("from_abroad", "as_collected", "by_sector", "by_loan");

  private final SourceStore store;
  private final @Nullable Path directory;

  SourceReference(SourceStore store, @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /** How many sources changed. */
  int load() {
    ReferenceTable table = ReferenceTable.read(directory, FILE, COLUMNS);
    require(table);
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("codes", texts(table, row -> row.text("code")));
    columns.put("parents", texts(table, row -> row.optional("parent")));
    columns.put("ordinals", table.column(row -> row.number("ordinal")).toArray(Integer[]::new));
    columns.put("vi", texts(table, row -> row.text("name_vi")));
    columns.put("en", texts(table, row -> row.text("name_en")));
    columns.put("tiers", texts(table, row -> row.text("tier")));
    columns.put("programmes", texts(table, row -> row.optional("programme")));
    columns.put("abroad", texts(table, row -> row.text("from_abroad")));
    columns.put("collected", texts(table, row -> row.text("as_collected")));
    columns.put("sectors", texts(table, row -> row.text("by_sector")));
    columns.put("loans", texts(table, row -> row.text("by_loan")));
    columns.put("firsts", texts(table, row -> Objects.toString(row.day("from"), null)));
    columns.put("lasts", texts(table, row -> Objects.toString(row.day("until"), null)));
    columns.put("bases", texts(table, row -> row.text("basis")));
    columns.put("confidences", texts(table, row -> row.text("confidence")));
    return store.load(columns);
  }

  private static void require(ReferenceTable table) {
    Set<String> codes = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (Row row : table.rows()) {
      String parent = row.optional("parent");
      if (parent != null && !codes.contains(parent)) {
        problems.add(problem(row, "parent", parent, "capital.problem.source_parent"));
      }
      if (!codes.add(row.text("code"))) {
        problems.add(problem(row, "code", row.text("code"), "capital.problem.source_twice"));
      }
      for (String column : YES_NO) {
        if (!Set.of("yes", "no").contains(row.text(column))) {
          problems.add(problem(row, column, row.text(column), "capital.problem.source_yes_no"));
        }
      }
      if (row.day("from") == null) {
        problems.add(problem(row, "from", "", "capital.problem.source_from"));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(SourceRefusal.FILE, problems);
    }
  }

  private static Problem problem(Row row, String column, String value, String key) {
    return Problem.at(FILE + ":" + row.line() + ":" + column, key, FILE, row.line(), column, value);
  }

  private static @Nullable String[] texts(
      ReferenceTable table, Function<Row, @Nullable String> value) {
    return table.column(value).toArray(String[]::new);
  }
}
