package vn.dondoc.capital.rate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.exchange.ReferenceTable.Row;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Bảng cách tính tỷ lệ: the table that comes with the program, or the one an administrator put in
 * its place. The same table again changes nothing.
 */
@Component
class RateReference {
  private static final String FILE = "capital/rates.csv";
  private static final List<String> COLUMNS =
      List.of(
          "code",
          "ordinal",
          "name_vi",
          "name_en",
          "numerator",
          "denominator",
          "vintages",
          "until",
          "added_until",
          "without_project",
          "used_by_vi",
          "used_by_en",
          "assumed",
          "basis",
          "confidence");

  /** A day of the year, {@code 31/1+1} for the year after. */
  private static final Pattern DAY =
      Pattern.compile("(0?[1-9]|[12]\\d|3[01])/(0?[1-9]|1[0-2])(\\+1)?");

  private final RateStore store;
  private final @Nullable Path directory;

  RateReference(RateStore store, @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /** How many definitions changed. */
  int load() {
    ReferenceTable table = ReferenceTable.read(directory, FILE, COLUMNS);
    require(table);
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("ordinals", table.column(row -> row.number("ordinal")).toArray(Integer[]::new));
    for (String column :
        List.of(
            "code",
            "name_vi",
            "name_en",
            "numerator",
            "denominator",
            "vintages",
            "used_by_vi",
            "used_by_en",
            "basis",
            "confidence")) {
      columns.put(column, texts(table, row -> row.text(column)));
    }
    columns.put("without", texts(table, row -> row.optional("without_project")));
    columns.put(
        "assumed", table.column(row -> "yes".equals(row.text("assumed"))).toArray(Boolean[]::new));
    days(table, "until", columns);
    days(table, "added_until", columns);
    return store.load(columns);
  }

  private static void days(
      ReferenceTable table, String column, Map<String, @Nullable Object> columns) {
    columns.put(column + "_day", table.column(row -> part(row, column, 1)).toArray(Integer[]::new));
    columns.put(
        column + "_month", table.column(row -> part(row, column, 2)).toArray(Integer[]::new));
    columns.put(
        column + "_next",
        table.column(row -> part(row, column, 3) != null).toArray(Boolean[]::new));
  }

  private static @Nullable Integer part(Row row, String column, int group) {
    String text = row.optional(column);
    Matcher day = DAY.matcher(text == null ? "" : text);
    String part = day.matches() ? day.group(group) : null;
    return part == null ? null : Integer.valueOf(part);
  }

  private static void require(ReferenceTable table) {
    List<Problem> problems = new ArrayList<>();
    int assumed = 0;
    for (Row row : table.rows()) {
      among(row, "numerator", names(RateDefinition.Numerator.values()), problems);
      among(row, "denominator", names(RateDefinition.Denominator.values()), problems);
      among(row, "assumed", List.of("yes", "no"), problems);
      List<String> vintages = Arrays.stream(Vintage.values()).map(Vintage::code).toList();
      if (row.list("vintages").isEmpty() || !vintages.containsAll(row.list("vintages"))) {
        problems.add(wrong(row, "vintages", String.join(";", vintages)));
      }
      for (String column : Set.of("until", "added_until")) {
        String day = row.optional(column);
        if (day == null ? column.equals("until") : !DAY.matcher(day).matches()) {
          problems.add(wrong(row, column, "31/1+1, 30/9"));
        }
      }
      if (row.optional("added_until") != null && "plan".equals(row.optional("denominator"))) {
        problems.add(wrong(row, "added_until", "assigned_pm, assigned"));
      }
      assumed += "yes".equals(row.optional("assumed")) ? 1 : 0;
    }
    if (assumed != 1) {
      problems.add(Problem.at(FILE, "capital.problem.rate_assumed", FILE, assumed));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(RateRefusal.FILE, problems);
    }
  }

  private static void among(Row row, String column, List<String> known, List<Problem> problems) {
    if (!known.contains(row.optional(column))) {
      problems.add(wrong(row, column, String.join(", ", known)));
    }
  }

  private static Problem wrong(Row row, String column, String known) {
    String value = row.optional(column);
    return Problem.at(
        FILE + ":" + row.line() + ":" + column,
        "capital.problem.rate",
        FILE,
        row.line(),
        column,
        value == null ? "" : value,
        known);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static @Nullable String[] texts(
      ReferenceTable table, Function<Row, @Nullable String> value) {
    return table.column(value).toArray(String[]::new);
  }
}
