package vn.dondoc.rural.standard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Refusal.Problem;

/** Tham chiếu giữa các tệp: rows that name a set, a kind, a criterion or an indicator nowhere. */
final class StandardLinks {
  private final StandardTables tables;
  private final Set<String> sets;
  private final Set<String> known;
  private final Function<String, List<String>> stored;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * What the files and the database hold together.
   *
   * @param known sets of the database
   * @param stored numbers of the indicators of such a set
   */
  StandardLinks(StandardTables tables, Set<String> known, Function<String, List<String>> stored) {
    this.tables = tables;
    this.known = known;
    this.stored = stored;
    this.sets = new LinkedHashSet<>(known);
    tables.sets().rows().forEach(row -> sets.add(row.text("set")));
  }

  List<Problem> problems() {
    sets();
    parents();
    criteria();
    for (ReferenceTable.Row row : fresh(tables.parts())) {
      // The figures of an indicator stand with the set that has the indicator.
      indicator(tables.parts(), row, row.text("set"));
    }
    for (ReferenceTable.Row row : fresh(tables.thresholds())) {
      String parent = tables.parent(row.text("set"));
      indicator(tables.thresholds(), row, parent == null ? row.text("set") : parent);
    }
    return problems;
  }

  private void sets() {
    for (ReferenceTable table : tables.all()) {
      for (ReferenceTable.Row row : table.rows()) {
        named(table, row, "set", sets);
      }
    }
  }

  /** A parent is there, and no set fills in itself by way of others. */
  private void parents() {
    for (ReferenceTable.Row row : tables.sets().rows()) {
      String parent = row.optional("parent");
      if (parent == null) {
        continue;
      }
      named(tables.sets(), row, "parent", sets);
      Set<String> above = new LinkedHashSet<>();
      String up = parent;
      while (up != null && !known.contains(up) && above.add(up)) {
        up = tables.parent(up);
      }
      if (above.contains(row.text("set"))) {
        Set<String> others = new LinkedHashSet<>(sets);
        others.removeAll(above);
        problems.add(problem(tables.sets(), row, "parent", parent, String.join(", ", others)));
      }
    }
  }

  private void criteria() {
    for (ReferenceTable.Row row : tables.indicators().rows()) {
      Set<String> numbers = new LinkedHashSet<>();
      StandardTables.of(tables.criteria(), row.text("set"))
          .forEach(criterion -> numbers.add(criterion.text("number")));
      named(tables.indicators(), row, "criterion", numbers);
    }
  }

  private void indicator(ReferenceTable table, ReferenceTable.Row row, String owner) {
    Set<String> numbers = new TreeSet<>();
    StandardTables.of(tables.indicators(), owner)
        .forEach(indicator -> numbers.add(indicator.text("number")));
    if (known.contains(owner)) {
      numbers.addAll(stored.apply(owner));
    }
    named(table, row, "indicator", numbers);
  }

  /** Rows of sets that come in now; those of a set that is there already are not read. */
  private List<ReferenceTable.Row> fresh(ReferenceTable table) {
    return table.rows().stream().filter(row -> !known.contains(row.text("set"))).toList();
  }

  private void named(
      ReferenceTable table, ReferenceTable.Row row, String column, Set<String> choices) {
    if (!choices.contains(row.text(column))) {
      problems.add(problem(table, row, column, row.text(column), String.join(", ", choices)));
    }
  }

  static Problem problem(
      ReferenceTable table, ReferenceTable.Row row, String column, String value, String choices) {
    return Problem.at(
        table.name() + ":" + row.line() + ":" + column,
        StandardRefusal.RULE_FIGURE.key(),
        table.name(),
        row.line(),
        column,
        value,
        choices);
  }
}
