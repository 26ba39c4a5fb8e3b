package vn.dondoc.rural.standard.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Bản nháp as a whole: the rows of every table. It is never changed; each act gives another.
 *
 * @param tables rows by table; a set that fills in another has only its own row and levels
 */
record DraftPaper(Map<DraftTable, List<DraftRow>> tables) {
  DraftPaper {
    Map<DraftTable, List<DraftRow>> all = new EnumMap<>(DraftTable.class);
    for (DraftTable table : DraftTable.values()) {
      all.put(table, List.copyOf(tables.getOrDefault(table, List.of())));
    }
    tables = all;
  }

  List<DraftRow> rows(DraftTable table) {
    return tables.getOrDefault(table, List.of());
  }

  /** The row about the set itself. */
  DraftRow set() {
    return rows(DraftTable.SET).getFirst();
  }

  DraftPaper with(DraftTable table, List<DraftRow> rows) {
    Map<DraftTable, List<DraftRow>> changed = new EnumMap<>(tables);
    changed.put(table, rows);
    return new DraftPaper(changed);
  }

  /** With one more row, behind the others. */
  DraftPaper added(DraftTable table, DraftRow row) {
    List<DraftRow> rows = new ArrayList<>(rows(table));
    rows.add(row);
    return with(table, rows);
  }

  /** With another row in the place of one; rows that name it follow it to its new number. */
  DraftPaper replaced(DraftTable table, int at, DraftRow row) {
    List<DraftRow> rows = new ArrayList<>(rows(table));
    DraftRow old = rows.set(at, row);
    DraftPaper changed = with(table, rows);
    String was = old.text("number");
    String now = row.text("number");
    if (was.equals(now) || now.isEmpty()) {
      return changed;
    }
    return switch (table) {
      case CRITERIA -> changed.renamed(DraftTable.INDICATORS, "criterion", was, now);
      case INDICATORS ->
          changed
              .renamed(DraftTable.FIGURES, "indicator", was, now)
              .renamed(DraftTable.LEVELS, "indicator", was, now);
      default -> changed;
    };
  }

  private DraftPaper renamed(DraftTable table, String column, String was, String now) {
    return with(
        table,
        rows(table).stream()
            .map(row -> row.text(column).equals(was) ? row.with(column, now) : row)
            .toList());
  }

  /** Without a row, and without what cannot stand without it. */
  DraftPaper without(DraftTable table, int at) {
    List<DraftRow> rows = new ArrayList<>(rows(table));
    String number = rows.remove(at).text("number");
    DraftPaper changed = with(table, rows);
    return switch (table) {
      case CRITERIA -> {
        DraftPaper less = changed;
        for (int i = rows(DraftTable.INDICATORS).size() - 1; i >= 0; i--) {
          if (rows(DraftTable.INDICATORS).get(i).text("criterion").equals(number)) {
            less = less.without(DraftTable.INDICATORS, i);
          }
        }
        yield less;
      }
      case INDICATORS -> {
        Predicate<DraftRow> stays = row -> !row.text("indicator").equals(number);
        yield changed
            .with(DraftTable.FIGURES, rows(DraftTable.FIGURES).stream().filter(stays).toList())
            .with(DraftTable.LEVELS, rows(DraftTable.LEVELS).stream().filter(stays).toList());
      }
      default -> changed;
    };
  }

  /**
   * With levels that count before its own: of an indicator and a group the levels say anything
   * about, its own are left out for the years they speak of, and stay for every other.
   */
  DraftPaper filled(List<DraftRow> levels) {
    Map<String, List<DraftRow>> said = new HashMap<>();
    levels.forEach(row -> said.computeIfAbsent(whose(row), key -> new ArrayList<>()).add(row));
    List<DraftRow> all = new ArrayList<>();
    for (DraftRow row : rows(DraftTable.LEVELS)) {
      List<DraftRow> left = List.of(row);
      for (DraftRow level : said.getOrDefault(whose(row), List.of())) {
        left = left.stream().flatMap(part -> part.outside(level).stream()).toList();
      }
      all.addAll(left);
    }
    all.addAll(levels);
    return with(DraftTable.LEVELS, all);
  }

  private static String whose(DraftRow level) {
    return level.text("indicator") + " " + level.text("unit_group");
  }

  /**
   * Indicators that groups of units have no level for in a year, by group: none of its units can
   * meet them before a set that fills this one in does.
   *
   * @param groups those units belong to; of none, the groups the set speaks of are asked for
   */
  Map<String, List<String>> withoutLevel(int year, Set<String> groups) {
    Map<String, Set<String>> held = new HashMap<>();
    Set<String> spoken = new TreeSet<>();
    for (DraftRow level : rows(DraftTable.LEVELS)) {
      spoken.add(level.text("unit_group"));
      if (level.counts(year)) {
        held.computeIfAbsent(level.text("unit_group"), key -> new HashSet<>())
            .add(level.text("indicator"));
      }
    }
    Map<String, List<String>> open = new TreeMap<>();
    for (String group : groups.isEmpty() ? spoken : groups) {
      Set<String> has = held.getOrDefault(group, Set.of());
      List<String> lacks =
          rows(DraftTable.INDICATORS).stream()
              .map(row -> row.text("number"))
              .filter(number -> !has.contains(number))
              .toList();
      if (!lacks.isEmpty()) {
        open.put(group, lacks);
      }
    }
    return open;
  }

  /** How many rows there are in all. */
  int size() {
    return tables.values().stream().mapToInt(List::size).sum();
  }

  /**
   * In the order of the act, whatever order the rows were typed in.
   *
   * @param indicators numbers of the indicators the rows name, in their order
   */
  DraftPaper ordered(List<String> indicators) {
    Map<String, Integer> places = new HashMap<>();
    indicators.forEach(number -> places.putIfAbsent(number, places.size()));
    Comparator<DraftRow> ordinal = Comparator.comparingInt(row -> row.number("ordinal"));
    Comparator<DraftRow> indicator =
        Comparator.comparingInt(
            row -> places.getOrDefault(row.text("indicator"), Integer.MAX_VALUE));
    return sorted(DraftTable.CRITERIA, ordinal)
        .sorted(DraftTable.INDICATORS, ordinal)
        .sorted(DraftTable.FIGURES, indicator.thenComparing(ordinal))
        .sorted(
            DraftTable.LEVELS,
            indicator
                .thenComparing(row -> row.text("unit_group"), Comparator.reverseOrder())
                .thenComparing(row -> row.text("from_year")));
  }

  private DraftPaper sorted(DraftTable table, Comparator<DraftRow> order) {
    return with(table, rows(table).stream().sorted(order).toList());
  }
}
