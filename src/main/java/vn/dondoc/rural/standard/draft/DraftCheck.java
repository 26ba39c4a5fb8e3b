package vn.dondoc.rural.standard.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Rule;
import vn.dondoc.rural.standard.RuleSense;
import vn.dondoc.rural.standard.UnitGroups;
import vn.dondoc.web.Label;

/** Soát bản nháp: everything that is wrong with it, each at its row and cell. */
final class DraftCheck {
  private static final int SHOWN = 12;

  private final DraftPaper paper;
  private final DraftScope scope;
  private final List<Finding> findings = new ArrayList<>();

  private DraftCheck(DraftPaper paper, DraftScope scope) {
    this.paper = paper;
    this.scope = scope;
  }

  /**
   * One thing that is wrong.
   *
   * @param table in which table
   * @param row in which row, from 0
   * @param problem what; its place is the column
   */
  record Finding(DraftTable table, int row, Problem problem) {
    String field() {
      return problem.place();
    }
  }

  /** What cannot be kept. */
  static List<Finding> of(DraftPaper paper, DraftScope scope) {
    DraftCheck check = new DraftCheck(paper, scope);
    scope.tables().forEach(check::table);
    check.set();
    check.figures();
    check.levels();
    return check.findings;
  }

  /** What can be kept but not put in force. */
  static List<Problem> lacks(DraftPaper paper, DraftScope scope) {
    List<Problem> lacks = new ArrayList<>();
    DraftTable.SET.fields().stream()
        .filter(field -> field.need() == DraftField.Need.LATER)
        .filter(field -> paper.set().text(field.key()).isEmpty())
        .forEach(field -> lacks.add(field.empty()));
    if (scope.isChild()) {
      if (paper.rows(DraftTable.LEVELS).isEmpty()) {
        lacks.add(Problem.at("rule", "rural.draft.lack.levels"));
      }
      return lacks;
    }
    Set<String> used = new HashSet<>();
    paper.rows(DraftTable.INDICATORS).forEach(row -> used.add(row.text("criterion")));
    List<String> empty =
        scope.criteria(paper).keySet().stream().filter(number -> !used.contains(number)).toList();
    if (paper.rows(DraftTable.CRITERIA).isEmpty()) {
      lacks.add(Problem.at("number", "rural.draft.lack.criteria"));
    }
    if (!empty.isEmpty()) {
      lacks.add(Problem.at("number", "rural.draft.lack.indicators", some(empty)));
    }
    Map<String, Set<String>> figures = scope.figures(paper);
    List<String> without =
        scope.indicators(paper).keySet().stream()
            .filter(number -> figures.getOrDefault(number, Set.of()).isEmpty())
            .toList();
    if (!without.isEmpty()) {
      lacks.add(Problem.at("code", "rural.draft.lack.figures", without.size(), some(without)));
    }
    return lacks;
  }

  /** The first few of many names. */
  static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(names.size(), SHOWN)))
        + (names.size() > SHOWN ? ", …" : "");
  }

  private void table(DraftTable table) {
    List<DraftRow> rows = paper.rows(table);
    if (rows.size() > table.most()) {
      found(
          table, table.most(), table.fields().getFirst().key(), "many", rows.size(), table.most());
      return;
    }
    Map<String, Integer> names = new HashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      DraftRow row = rows.get(at);
      for (DraftField field : scope.fields(table)) {
        Problem fault = field.fault(row.text(field.key()));
        if (fault != null) {
          findings.add(new Finding(table, at, fault));
        } else {
          named(table, at, field);
        }
      }
      // Levels are told apart by their years below.
      if (table != DraftTable.LEVELS && names.put(table.name(row), at) != null) {
        found(table, at, table == DraftTable.FIGURES ? "code" : "number", "twice", table.name(row));
      }
    }
  }

  /** A cell that names a row of another table. */
  private void named(DraftTable table, int at, DraftField field) {
    Map<String, ?> known =
        switch (field.kind()) {
          case OBJECT -> scope.kinds();
          case CRITERION -> scope.criteria(paper);
          case INDICATOR -> scope.indicators(paper);
          default -> null;
        };
    String said = paper.rows(table).get(at).text(field.key());
    if (known != null && !known.containsKey(said)) {
      found(table, at, field.key(), "nowhere", new Label(field.label()), said);
    }
  }

  private void set() {
    String code = paper.set().text("code");
    if (DraftScope.holds(scope.codes(), code)) {
      found(DraftTable.SET, 0, "code", "code_taken", code);
    } else if (!code.isEmpty() && DraftScope.holds(scope.drafted(), code)) {
      found(DraftTable.SET, 0, "code", "code_drafted", code);
    }
    String grade = paper.set().text("grade");
    if (!grade.isEmpty() && !grade.matches("[a-z][a-z-]*")) {
      found(DraftTable.SET, 0, "grade", "grade", grade);
    }
  }

  private void figures() {
    Map<String, Set<String>> figures = scope.figures(paper);
    List<DraftRow> rows = paper.rows(DraftTable.FIGURES);
    for (int at = 0; at < rows.size(); at++) {
      BigDecimal least = rows.get(at).bound("least");
      BigDecimal most = rows.get(at).bound("most");
      if (least != null && most != null && least.compareTo(most) > 0) {
        found(DraftTable.FIGURES, at, "most", "range", least.toPlainString(), most.toPlainString());
      }
      String whole = rows.get(at).text("part_of");
      String indicator = rows.get(at).text("indicator");
      boolean known = figures.getOrDefault(indicator, Set.of()).contains(whole);
      if (!whole.isEmpty() && (!known || whole.equals(rows.get(at).text("code")))) {
        found(DraftTable.FIGURES, at, "part_of", "part_of", whole, indicator);
      }
    }
  }

  private void levels() {
    Map<String, Set<String>> figures = scope.figures(paper);
    Set<String> indicators = scope.indicators(paper).keySet();
    Map<String, List<int[]>> years = new HashMap<>();
    List<DraftRow> rows = paper.rows(DraftTable.LEVELS);
    for (int at = 0; at < Math.min(rows.size(), DraftTable.LEVELS.most()); at++) {
      DraftRow row = rows.get(at);
      int from = row.text("from_year").isEmpty() ? Integer.MIN_VALUE : row.number("from_year");
      int until = row.text("until_year").isEmpty() ? Integer.MAX_VALUE : row.number("until_year");
      if (from > until) {
        found(
            DraftTable.LEVELS,
            at,
            "until_year",
            "years",
            row.text("from_year"),
            row.text("until_year"));
      }
      List<int[]> others =
          years.computeIfAbsent(
              row.text("indicator") + "\n" + row.text("unit_group"), key -> new ArrayList<>());
      if (others.stream().anyMatch(other -> from <= other[1] && other[0] <= until)) {
        String name = row.text("indicator");
        found(DraftTable.LEVELS, at, "from_year", "overlap", name, group(row));
      }
      others.add(new int[] {from, until});
      if (indicators.contains(row.text("indicator"))) {
        rule(at, row, figures.getOrDefault(row.text("indicator"), Set.of()));
      }
    }
  }

  private static Object group(DraftRow row) {
    return UnitGroups.label(row.text("unit_group"));
  }

  /** The figures a rule asks for are there, and some of what they can be meets it. */
  private void rule(int at, DraftRow row, Set<String> figures) {
    Rule rule;
    try {
      rule = Rule.read(row.text("rule"));
    } catch (Refusal unreadable) {
      return; // Told at the cell already.
    }
    for (String part : rule.parts()) {
      if (!figures.contains(part)) {
        String known = figures.isEmpty() ? "–" : String.join(", ", new TreeSet<>(figures));
        found(DraftTable.LEVELS, at, "rule", "figure", row.text("indicator"), part, known);
      }
    }
    Map<String, RuleSense.Values> values = scope.values(paper, row.text("indicator"));
    Rule never = new RuleSense(values).never(rule);
    if (never != null) {
      String can =
          never.parts().stream()
              .filter(values::containsKey)
              .map(part -> part + " " + values.get(part))
              .collect(Collectors.joining("; "));
      found(DraftTable.LEVELS, at, "rule", "never", never, can.isEmpty() ? "–" : can);
    }
  }

  private void found(DraftTable table, int row, String field, String what, Object... arguments) {
    findings.add(
        new Finding(table, row, Problem.at(field, "rural.draft.fault." + what, arguments)));
  }
}
