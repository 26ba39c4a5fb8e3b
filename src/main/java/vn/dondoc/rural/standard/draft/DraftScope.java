package vn.dondoc.rural.standard.draft;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.RuleSense;

/**
 * Khuôn của bản nháp: what its rows may name beside each other.
 *
 * @param parent the set it fills in; null when it stands alone
 * @param above the criteria of that set
 * @param kinds kinds of objects, with their names
 * @param codes numbers that sets have already
 * @param drafted numbers that other drafts are to have
 */
record DraftScope(
    @Nullable CriteriaSet parent,
    List<Criterion> above,
    Map<String, CriteriaSet.Name> kinds,
    Set<String> codes,
    Set<String> drafted) {
  DraftScope {
    above = List.copyOf(above);
    kinds = new LinkedHashMap<>(kinds);
    codes = Set.copyOf(codes);
    drafted = Set.copyOf(drafted);
  }

  boolean isChild() {
    return parent != null;
  }

  /** The tables it is written in. */
  List<DraftTable> tables() {
    return isChild() ? List.of(DraftTable.SET, DraftTable.LEVELS) : List.of(DraftTable.values());
  }

  /** What a row of a table is typed into: a set that fills in another is of the other's kind. */
  List<DraftField> fields(DraftTable table) {
    return table == DraftTable.SET && isChild()
        ? table.fields().stream()
            .filter(field -> !field.key().equals("kind") && !field.key().equals("grade"))
            .toList()
        : table.fields();
  }

  /** Criteria by number. */
  Map<String, String> criteria(DraftPaper paper) {
    Map<String, String> names = new LinkedHashMap<>();
    paper
        .rows(DraftTable.CRITERIA)
        .forEach(row -> names.putIfAbsent(row.text("number"), row.text("name_vi")));
    return names;
  }

  /** Indicators by number, of the set itself or of the one it fills in. */
  Map<String, String> indicators(DraftPaper paper) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Criterion criterion : above) {
      criterion.indicators().forEach(i -> names.put(i.number(), i.name().vi()));
    }
    if (!isChild()) {
      paper
          .rows(DraftTable.INDICATORS)
          .forEach(row -> names.putIfAbsent(row.text("number"), row.text("name_vi")));
    }
    return names;
  }

  /** Names of the figures of every indicator. */
  Map<String, Set<String>> figures(DraftPaper paper) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (Criterion criterion : above) {
      for (Criterion.Indicator indicator : criterion.indicators()) {
        Set<String> codes = names.computeIfAbsent(indicator.number(), number -> new HashSet<>());
        indicator.parts().forEach(part -> codes.add(part.code()));
      }
    }
    for (DraftRow row : paper.rows(DraftTable.FIGURES)) {
      names.computeIfAbsent(row.text("indicator"), number -> new HashSet<>()).add(row.text("code"));
    }
    return names;
  }

  /** What the figures of an indicator can be, by their names in rules. */
  Map<String, RuleSense.Values> values(DraftPaper paper, String indicator) {
    Map<String, RuleSense.Values> values = new LinkedHashMap<>();
    for (Criterion criterion : above) {
      criterion.indicators().stream()
          .filter(one -> one.number().equals(indicator))
          .flatMap(one -> one.parts().stream())
          .forEach(part -> {
            Criterion.Range range = part.range();
            RuleSense.Values can = RuleSense.Values.of(part.type(), range.least(), range.most());
            values.put(part.code(), can);
          });
    }
    for (DraftRow row : paper.rows(DraftTable.FIGURES)) {
      RuleSense.Values can = row.text("indicator").equals(indicator) ? row.values() : null;
      if (can != null) {
        values.put(row.text("code"), can);
      }
    }
    return values;
  }

  /** Whether a number is one of these, however it is written. */
  static boolean holds(Set<String> codes, String code) {
    String plain = code.replaceAll("\\s+", "");
    return codes.stream().anyMatch(one -> one.replaceAll("\\s+", "").equalsIgnoreCase(plain));
  }

  /** Whether the parent has a level of its own for the indicator and group of this one. */
  boolean isGiven(DraftRow level) {
    return above.stream()
        .flatMap(criterion -> criterion.indicators().stream())
        .filter(indicator -> indicator.number().equals(level.text("indicator")))
        .flatMap(indicator -> indicator.thresholds().stream())
        .anyMatch(threshold -> threshold.unitGroup().equals(level.text("unit_group")));
  }
}
