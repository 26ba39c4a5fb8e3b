package vn.dondoc.rural.standard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    List<Problem> problems = new ArrayList<>();
    Map<ReferenceTable.Row, Rule> rules = rules(tables, problems);
    problems.addAll(new StandardLinks(tables, known, store::numbers).problems());
    if (!problems.isEmpty()) {
      throw Refusal.of(StandardRefusal.FILE, problems);
    }
    List<ReferenceTable.Row> fresh = parentsFirst(tables.sets().rows(), known);
    refuseDaysWithResults(tables.sets(), fresh);
    store.kinds(tables.kinds(), tables.recognition());
    fresh.forEach(set -> add(set, tables, rules));
    return fresh.size();
  }

  /** Results keep the set they rest on: no new one takes force on their days. */
  private void refuseDaysWithResults(ReferenceTable sets, List<ReferenceTable.Row> fresh) {
    List<Problem> problems = new ArrayList<>();
    for (ReferenceTable.Row set : fresh) {
      LocalDate last = set.day("from") == null ? null : store.lastResult(set);
      if (last != null) {
        problems.add(
            Problem.at(
                sets.name() + ":" + set.line() + ":from",
                StandardRefusal.RESULTS.key(),
                sets.name(),
                set.line(),
                set.text("set"),
                last,
                last.plusDays(1)));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(StandardRefusal.FILE, problems);
    }
  }

  /** The new sets, each behind the one it fills in, whatever the order of the file. */
  private static List<ReferenceTable.Row> parentsFirst(
      List<ReferenceTable.Row> sets, Set<String> known) {
    List<ReferenceTable.Row> waiting =
        new ArrayList<>(sets.stream().filter(row -> !known.contains(row.text("set"))).toList());
    List<ReferenceTable.Row> ordered = new ArrayList<>();
    Set<String> there = new HashSet<>(known);
    while (!waiting.isEmpty()) {
      List<ReferenceTable.Row> next =
          waiting.stream()
              .filter(row -> row.optional("parent") == null || there.contains(row.text("parent")))
              .toList();
      next.forEach(row -> there.add(row.text("set")));
      ordered.addAll(next);
      waiting.removeAll(next);
    }
    return ordered;
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
              Problem.at(
                  tables.thresholds().name() + ":" + row.line() + ":rule:" + problem.place(),
                  StandardRefusal.RULE_AT.key(),
                  tables.thresholds().name(),
                  row.line(),
                  row.text("rule"),
                  problem));
        }
      }
    }
    rules.forEach((row, rule) -> {
      Set<String> figures = tables.figures(row.text("set"), row.text("indicator"));
      rule.parts().stream()
          .filter(part -> !figures.contains(part))
          .forEach(part ->
              problems.add(
                  StandardLinks.problem(
                      tables.thresholds(), row, "rule", part, String.join(", ", figures))));
    });
    return rules;
  }
}
