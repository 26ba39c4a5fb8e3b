package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.dondoc.exchange.document.PdfRules.Rule;
import vn.dondoc.exchange.document.PdfWords.Word;

/**
 * Bảng có kẻ ô: cells framed by lines. Words belong to the cell they stand in, however many lines
 * they are broken into and wherever in its height they stand.
 *
 * @param levels the level lines, from the top
 * @param uprights the upright lines, from the left
 * @param tops where rows may begin
 * @param lefts where columns begin
 */
record PdfTable(List<Rule> levels, List<Rule> uprights, double[] tops, double[] lefts) {
  private static final double NEAR = 2.5;
  private static final int FEWEST_COLUMNS = 2;

  /** Tables of a page. */
  static List<PdfTable> of(List<Rule> rules) {
    List<PdfTable> tables = new ArrayList<>();
    List<Rule> left = new ArrayList<>(merged(rules));
    while (!left.isEmpty()) {
      List<Rule> touching = new ArrayList<>(List.of(left.removeLast()));
      for (int i = 0; i < touching.size(); i++) {
        Rule rule = touching.get(i);
        List<Rule> met = left.stream().filter(other -> meets(rule, other)).toList();
        touching.addAll(met);
        left.removeAll(met);
      }
      PdfTable table = framed(touching);
      boolean rows = table.tops.length > 2 || table.lefts.length > FEWEST_COLUMNS + 1;
      if (table.lefts.length > FEWEST_COLUMNS && table.tops.length > 1 && rows) {
        tables.add(table);
      }
    }
    return tables;
  }

  private static PdfTable framed(List<Rule> rules) {
    List<Rule> levels = rules.stream().filter(Rule::level).toList();
    List<Rule> uprights = rules.stream().filter(rule -> !rule.level()).toList();
    return new PdfTable(levels, uprights, places(levels, uprights), places(uprights, levels));
  }

  /** Places of lines that cross others, and where those others begin and end. */
  private static double[] places(List<Rule> lines, List<Rule> across) {
    List<Double> all = new ArrayList<>(lines.stream().map(Rule::at).toList());
    across.stream().mapToDouble(Rule::from).min().ifPresent(all::add);
    across.stream().mapToDouble(Rule::to).max().ifPresent(all::add);
    all.sort(null);
    List<Double> apart = new ArrayList<>();
    for (double place : all) {
      if (apart.isEmpty() || place - apart.getLast() > NEAR) {
        apart.add(place);
      }
    }
    return apart.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Lines drawn cell by cell, as one. */
  private static List<Rule> merged(List<Rule> rules) {
    List<Rule> sorted = new ArrayList<>(rules);
    sorted.sort(
        Comparator.comparing(Rule::level)
            .thenComparing(rule -> Math.round(rule.at()))
            .thenComparing(Rule::from));
    List<Rule> merged = new ArrayList<>();
    for (Rule rule : sorted) {
      Rule last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && goesOn(last, rule)) {
        merged.removeLast();
        merged.add(new Rule(rule.level(), last.at(), last.from(), Math.max(last.to(), rule.to())));
      } else {
        merged.add(rule);
      }
    }
    return merged;
  }

  private static boolean goesOn(Rule last, Rule rule) {
    return last.level() == rule.level()
        && Math.abs(last.at() - rule.at()) <= 1
        && rule.from() <= last.to() + NEAR;
  }

  private static boolean meets(Rule one, Rule other) {
    return one.level() != other.level()
        && other.at() >= one.from() - NEAR
        && other.at() <= one.to() + NEAR
        && one.at() >= other.from() - NEAR
        && one.at() <= other.to() + NEAR;
  }

  boolean holds(Word word) {
    double x = middle(word);
    double y = height(word);
    return x > lefts[0] && x < lefts[lefts.length - 1] && y > tops[0] && y < tops[tops.length - 1];
  }

  /** Its rows that hold words, as lines of a page; a merged cell stands in its first row. */
  List<PdfLine> rows(List<Word> words) {
    Map<Integer, Map<Integer, List<Word>>> rows = new TreeMap<>();
    for (Word word : words) {
      int row = before(tops, edge(levels, tops[0], middle(word), height(word)));
      int column = before(lefts, edge(uprights, lefts[0], height(word), middle(word)));
      rows.computeIfAbsent(row, k -> new TreeMap<>())
          .computeIfAbsent(column, k -> new ArrayList<>())
          .add(word);
    }
    return rows.values().stream().map(this::line).toList();
  }

  private PdfLine line(Map<Integer, List<Word>> cells) {
    List<PdfLine.Piece> pieces = new ArrayList<>();
    for (int column = 0; column < lefts.length - 1; column++) {
      String text =
          PdfLine.of(cells.getOrDefault(column, List.of())).stream()
              .flatMap(line -> line.pieces().stream())
              .map(PdfLine.Piece::text)
              .collect(Collectors.joining(" "));
      float left = (float) lefts[column];
      pieces.add(new PdfLine.Piece(text, left, (float) lefts[column + 1], left));
    }
    List<Word> all = cells.values().stream().flatMap(List::stream).toList();
    float y = (float) all.stream().mapToDouble(Word::y).min().orElse(0);
    float size = (float) all.stream().mapToDouble(Word::size).max().orElse(1);
    return new PdfLine(y, size, pieces, true);
  }

  /** The last line before a place that covers it; merged cells have none between them. */
  private static double edge(List<Rule> lines, double first, double along, double place) {
    return lines.stream()
        .filter(line -> line.at() <= place && line.from() <= along && along <= line.to())
        .mapToDouble(Rule::at)
        .max()
        .orElse(first);
  }

  private static int before(double[] places, double place) {
    int at = 0;
    while (at + 2 < places.length && places[at + 1] <= place + NEAR) {
      at++;
    }
    return at;
  }

  private static double middle(Word word) {
    return (word.x() + word.end()) / 2;
  }

  private static double height(Word word) {
    return word.y() - word.size() / 3;
  }
}
