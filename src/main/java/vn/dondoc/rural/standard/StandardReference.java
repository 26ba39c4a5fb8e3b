package vn.dondoc.rural.standard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Dữ liệu bộ tiêu chí: sets of any shape from six tables. A set whose number is there already stays
 * as it is; new ones come in whole or not at all.
 */
@Component
@Transactional
class StandardReference {
  private final StandardStore store;
  private final AuditTrail audit;
  private final @Nullable Path directory;

  StandardReference(
      StandardStore store, AuditTrail audit, @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.audit = audit;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  int load() {
    return load(directory);
  }

  /** From a folder; null for the tables that come with the program. */
  int load(@Nullable Path from) {
    return load(StandardTables.read(from));
  }

  /** What the demonstration's province decides, made up and marked so. */
  int loadDemonstration() {
    return load(StandardTables.demonstration());
  }

  private int load(StandardTables tables) {
    Set<String> known = new HashSet<>(store.codes());
    List<String> fresh =
        tables.sets().rows().stream()
            .map(row -> row.text("set"))
            .filter(code -> !known.contains(code))
            .toList();
    List<Problem> problems = new ArrayList<>();
    Map<ReferenceTable.Row, Rule> rules = rules(tables, problems);
    connected(tables, known, problems);
    if (!problems.isEmpty()) {
      throw Refusal.of(StandardRefusal.FILE, problems);
    }
    store.kinds(tables.kinds(), tables.recognition());
    for (ReferenceTable.Row set : tables.sets().rows()) {
      if (fresh.contains(set.text("set"))) {
        add(set, tables, rules);
      }
    }
    return fresh.size();
  }

  private void add(
      ReferenceTable.Row set, StandardTables tables, Map<ReferenceTable.Row, Rule> rules) {
    String code = set.text("set");
    int id = store.addSet(set);
    store.addCriteria(id, StandardTables.of(tables.criteria(), code));
    store.addIndicators(id, StandardTables.of(tables.indicators(), code));
    store.addParts(id, StandardTables.of(tables.parts(), code));
    Map<String, Rule> byText = new HashMap<>();
    List<ReferenceTable.Row> thresholds = StandardTables.of(tables.thresholds(), code);
    thresholds.forEach(row -> byText.put(row.text("rule"), Objects.requireNonNull(rules.get(row))));
    store.addThresholds(id, thresholds);
    store.addTerms(id, byText);
    if (set.day("from") != null) {
      store.putInForce(id, Objects.requireNonNull(set.day("from")), set.day("until"), code);
    }
    audit.record(
        new Act(
            "rural.load_set",
            "rural.criteria_set",
            Integer.toString(id),
            null,
            Map.of(),
            Map.of("code", code, "thresholds", thresholds.size())));
  }

  /** Every rule read; what cannot be read is named with its line. */
  private static Map<ReferenceTable.Row, Rule> rules(
      StandardTables tables, List<Problem> problems) {
    Map<ReferenceTable.Row, Rule> rules = new HashMap<>();
    for (ReferenceTable.Row row : tables.thresholds().rows()) {
      try {
        rules.put(row, RuleGrammar.parse(row.text("rule")));
      } catch (Refusal refusal) {
        for (Problem problem : refusal.problems()) {
          problems.add(
              new Problem(
                  tables.thresholds().name() + ":" + row.line() + ":rule:" + problem.place(),
                  problem.key(),
                  problem.arguments()));
        }
      }
    }
    rules.forEach((row, rule) -> {
      Set<String> figures = tables.figures(row.text("set"), row.text("indicator"));
      rule.parts().stream()
          .filter(part -> !figures.contains(part))
          .forEach(part ->
              problems.add(
                  problem(tables.thresholds(), row, "rule", part, String.join(", ", figures))));
    });
    return rules;
  }

  /** Rows that name a set, a criterion or an indicator that is nowhere. */
  private void connected(StandardTables tables, Set<String> known, List<Problem> problems) {
    Set<String> sets = new LinkedHashSet<>(known);
    tables.sets().rows().forEach(row -> sets.add(row.text("set")));
    for (ReferenceTable table : tables.all()) {
      for (ReferenceTable.Row row : table.rows()) {
        if (!sets.contains(row.text("set"))) {
          problems.add(problem(table, row, "set", row.text("set"), String.join(", ", sets)));
        }
      }
    }
    for (ReferenceTable.Row row : tables.indicators().rows()) {
      List<String> numbers =
          StandardTables.of(tables.criteria(), row.text("set")).stream()
              .map(criterion -> criterion.text("number"))
              .toList();
      if (!numbers.contains(row.text("criterion"))) {
        problems.add(
            problem(
                tables.indicators(),
                row,
                "criterion",
                row.text("criterion"),
                String.join(", ", numbers)));
      }
    }
    for (ReferenceTable.Row row : tables.sets().rows()) {
      String parent = row.optional("parent");
      if (parent != null && !sets.contains(parent)) {
        problems.add(problem(tables.sets(), row, "parent", parent, String.join(", ", sets)));
      }
    }
  }

  private static Problem problem(
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
