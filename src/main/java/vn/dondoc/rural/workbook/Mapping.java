package vn.dondoc.rural.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Mẫu ghép cột: how a sheet of somebody's own is to be read.
 *
 * @param tab name of its sheet
 * @param header row of the column titles
 * @param columns those that are read
 */
record Mapping(String tab, int header, List<Column> columns) {
  Mapping {
    columns = List.copyOf(columns);
  }

  /** Cột chứa gì. */
  enum Role {
    /** Xã. */
    UNIT,
    /** Số chỉ tiêu, in a sheet with a line for each. */
    INDICATOR,
    /** Giá trị, beside it. */
    VALUE,
    /** Giá trị của một chỉ tiêu. */
    PART
  }

  /**
   * Một cột.
   *
   * @param at its number, from 1
   * @param title what its header says
   * @param role what it holds
   * @param key the figure, {@code "17.1:nuoc_sach"}; empty unless it holds one
   * @param scale what its numbers are multiplied by
   */
  record Column(int at, String title, Role role, String key, int scale) {}

  Optional<Column> first(Role role) {
    return columns.stream().filter(column -> column.role() == role).findFirst();
  }

  boolean isLong() {
    return first(Role.VALUE).isPresent();
  }

  List<Column> parts() {
    return columns.stream().filter(column -> column.role() == Role.PART).toList();
  }

  /** The same columns where they stand in another file; those it lacks are left out. */
  Mapping in(SheetRow headerRow) {
    Map<String, Integer> titles = new HashMap<>();
    headerRow
        .cells()
        .forEach(cell -> titles.putIfAbsent(BookFigure.folded(cell.text()), cell.place().column()));
    List<Column> found = new ArrayList<>();
    for (Column column : columns) {
      Integer at = titles.get(BookFigure.folded(column.title()));
      if (at != null) {
        found.add(new Column(at, column.title(), column.role(), column.key(), column.scale()));
      }
    }
    return new Mapping(headerRow.sheet(), headerRow.number(), found);
  }

  /** What keeps it from being read; columns are named by their letters. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    Map<String, Column> met = new HashMap<>();
    for (Column column : columns) {
      String what = column.role() == Role.PART ? column.key() : column.role().name();
      Column earlier = met.putIfAbsent(what, column);
      if (earlier != null) {
        problems.add(
            Problem.at(
                "cot-" + column.at(),
                "rural.book.map.twice",
                letter(earlier.at()),
                letter(column.at()),
                column.title()));
      }
    }
    if (first(Role.UNIT).isEmpty()) {
      problems.add(Problem.at("cot", "rural.book.map.no_unit"));
    }
    if (first(Role.INDICATOR).isPresent() != isLong()) {
      problems.add(Problem.at("cot", "rural.book.map.half"));
    } else if (!isLong() && parts().isEmpty()) {
      problems.add(Problem.at("cot", "rural.book.map.no_value"));
    } else if (isLong() && !parts().isEmpty()) {
      problems.add(Problem.at("cot", "rural.book.map.mixed", letter(parts().getFirst().at())));
    }
    return problems;
  }

  /** 1 is "A", 27 is "AA". */
  static String letter(int column) {
    String address = new vn.dondoc.exchange.SheetPlace("", 1, column).address();
    return address.substring(0, address.length() - 1);
  }
}
