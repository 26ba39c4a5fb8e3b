package vn.dondoc.capital.intake.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Notation;
import vn.dondoc.capital.intake.cell.Unit;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.exchange.SheetPlace;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Label;

/**
 * Cách ghép cột của một người gửi: how its table is read.
 *
 * @param tab name of the sheet
 * @param from first row of the titles
 * @param to last row of the titles
 * @param unit đơn vị tính of money; null while nobody told it
 * @param notation how numbers are written as text
 * @param pool nhóm vốn all of it is of, by its code; null when columns or rows tell
 * @param columns those that are read
 * @param seen every title there was when it was told, also of those that are not read
 */
public record Mapping(
    String tab,
    int from,
    int to,
    @Nullable Unit unit,
    Notation notation,
    @Nullable String pool,
    List<Column> columns,
    List<String> seen) {
  public Mapping {
    columns = List.copyOf(columns);
    seen = List.copyOf(seen);
  }

  /**
   * Một cột.
   *
   * @param at its number, from 1
   * @param title what its titles say
   * @param role what it holds
   * @param pool nhóm vốn its money is of, by its code
   * @param unit its own unit; null for that of the sheet
   */
  public record Column(
      int at, String title, Role role, @Nullable String pool, @Nullable Unit unit) {}

  /** The first column of a role. */
  public Optional<Column> first(Role role) {
    return columns.stream().filter(column -> column.role() == role).findFirst();
  }

  /** Columns that hold money. */
  public List<Column> amounts() {
    return columns.stream().filter(column -> column.role().isAmount()).toList();
  }

  /** The same columns where they stand in another file; empty when one of them is lost. */
  public Optional<Mapping> in(Head head) {
    Map<String, Integer> titles = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (int at = 1; at <= head.titles().size(); at++) {
      String folded = folded(head.title(at));
      if (!folded.isEmpty() && titles.putIfAbsent(folded, at) != null) {
        twice.add(folded);
      }
    }
    List<Column> found = new ArrayList<>();
    for (Column column : columns) {
      String folded = folded(column.title());
      Integer at = twice.contains(folded) ? sameSpot(column, head) : titles.get(folded);
      if (at == null) {
        return Optional.empty();
      }
      found.add(new Column(at, column.title(), column.role(), column.pool(), column.unit()));
    }
    return Optional.of(
        new Mapping(head.tab(), head.from(), head.to(), unit, notation, pool, found, seen));
  }

  /** The same in the unit its own heading tells. */
  public Mapping told(Head head) {
    Unit said = head.unit() == null ? unit : head.unit();
    return new Mapping(tab, from, to, said, notation, pool, columns, seen);
  }

  /** It never saw a column that another mapping reads: somebody has to be asked about it. */
  public boolean misses(Mapping proposed) {
    List<String> known = seen.stream().map(Mapping::folded).toList();
    return proposed.columns().stream().anyMatch(column -> !known.contains(folded(column.title())));
  }

  private static @Nullable Integer sameSpot(Column column, Head head) {
    return folded(head.title(column.at())).equals(folded(column.title())) ? column.at() : null;
  }

  /** Months and years in a title change with every file. */
  private static String folded(String title) {
    return Words.folded(title).replaceAll("\\d+", "#");
  }

  /** What keeps it from being read; columns are named by their letters. */
  public List<Problem> problems(Content content) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Column> met = new HashMap<>();
    for (Column column : columns) {
      String what = column.role() + " " + (column.role().isAmount() ? column.pool() : "");
      Column earlier = met.putIfAbsent(what, column);
      if (earlier != null) {
        problems.add(
            Problem.at(
                "cot-" + column.at(),
                "capital.intake.map.twice",
                letter(earlier.at()),
                letter(column.at()),
                column.title()));
      }
    }
    if (unit == null) {
      problems.add(Problem.at("don-vi", "capital.intake.map.no_unit"));
    }
    if (first(Role.NAME).or(() -> first(Role.CODE)).or(() -> first(Role.BUDGET_CODE)).isEmpty()) {
      problems.add(Problem.at("cot", "capital.intake.map.no_project"));
    }
    if (amounts().stream().noneMatch(column -> column.role().isKept())) {
      problems.add(Problem.at("cot", "capital.intake.map.no_money"));
    }
    if (content == Content.VOUCHERS) {
      for (Role needed : List.of(Role.NUMBER, Role.DAY)) {
        if (first(needed).isEmpty()) {
          problems.add(Problem.at("cot", "capital.intake.map.no_voucher", new Label(needed.key())));
        }
      }
      if (first(Role.AMOUNT).isPresent() && first(Role.KIND).isEmpty()) {
        problems.add(Problem.at("cot", "capital.intake.map.no_kind"));
      }
    }
    return problems;
  }

  /** 1 is "A", 27 is "AA". */
  public static String letter(int column) {
    String address = new SheetPlace("", 1, column).address();
    return address.substring(0, address.length() - 1);
  }
}
