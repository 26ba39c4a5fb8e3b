package vn.dondoc.capital.intake.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.DayText;
import vn.dondoc.capital.intake.cell.Unit;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;

/** Finds where the titles of a table stand, how many rows they have and what is told above them. */
public final class HeadFinder {
  /** Rows of a sheet that are looked at. */
  public static final int DEEPEST = 60;

  private static final int MOST_ROWS = 5;
  private static final int LONGEST_TITLE = 120;

  private final ColumnWords words;
  private final Content content;
  private final String tab;
  private final Map<Integer, SheetRow> rows = new HashMap<>();
  private final List<Merged> merged;

  /**
   * @param top the first rows of the sheet
   * @param merged its merged ranges
   */
  public HeadFinder(
      ColumnWords words, Content content, String tab, List<SheetRow> top, List<Merged> merged) {
    this.words = words;
    this.content = content;
    this.tab = tab;
    this.merged = List.copyOf(merged);
    top.forEach(row -> rows.put(row.number(), row));
  }

  /** The titles; empty when no row looks like them. */
  public Optional<Head> find() {
    Integer from = null;
    int best = 1;
    for (int at = 1; at <= DEEPEST; at++) {
      int known = known(at);
      if (known > best) {
        best = known;
        from = at;
      }
    }
    return from == null ? Optional.empty() : Optional.of(at(first(from), null));
  }

  /** The titles where somebody says they stand. */
  public Head at(int from, @Nullable Integer to) {
    int last = to == null ? last(from) : to;
    List<String> titles = new ArrayList<>();
    int width = 0;
    for (int row = from; row <= last; row++) {
      width = Math.max(width, cells(row).size());
    }
    for (int column = 1; column <= width; column++) {
      titles.add(title(from, last, column));
    }
    return told(from, last, titles);
  }

  /** Titles above the row that says most belong to it when they are merged across its columns. */
  private int first(int row) {
    int first = row;
    while (first > 1 && row - first < MOST_ROWS && joined(first - 1, row)) {
      first--;
    }
    return first;
  }

  private boolean joined(int above, int row) {
    boolean down =
        merged.stream()
            .anyMatch(
                m -> m.fromRow() == above && m.toRow() >= row && m.fromColumn() == m.toColumn());
    return down || known(above) >= 2;
  }

  private int known(int row) {
    List<SheetCell> cells = cells(row);
    long filled = cells.stream().filter(cell -> !cell.text().isBlank()).count();
    if (filled < 2 || cells.stream().anyMatch(cell -> cell.text().length() > LONGEST_TITLE)) {
      return 0;
    }
    Set<String> roles = new HashSet<>();
    for (SheetCell cell : cells) {
      if (cell instanceof SheetCell.Text && words.knows(content, cell.text())) {
        words.role(content, cell.text()).ifPresent(role -> roles.add(role.code()));
      }
    }
    return roles.size();
  }

  private int last(int from) {
    int last = from;
    for (Merged m : merged) {
      if (m.fromRow() == from && m.toRow() > last && m.toRow() < from + MOST_ROWS) {
        last = m.toRow();
      }
    }
    while (last < from + MOST_ROWS && goesOn(from, last + 1)) {
      last++;
    }
    return last;
  }

  /** A row of titles under titles: words only, none of them under the name of the project. */
  private boolean goesOn(int from, int row) {
    List<SheetCell> cells = cells(row);
    boolean wordsOnly =
        cells.stream()
            .allMatch(cell -> cell instanceof SheetCell.Blank || cell instanceof SheetCell.Text);
    long filled = cells.stream().filter(cell -> !cell.text().isBlank()).count();
    boolean underName =
        cells.stream()
            .filter(cell -> !cell.text().isBlank())
            .map(cell -> cell.place().column())
            .anyMatch(column -> {
              Optional<Role> above = words.role(content, text(from, column));
              return above.filter(role -> !role.isAmount()).isPresent();
            });
    return wordsOnly && filled > 0 && !underName && !RowKind.isIndex(cells);
  }

  private String title(int from, int to, int column) {
    List<String> parts = new ArrayList<>();
    for (int row = from; row <= to; row++) {
      String part = Words.tidy(covering(row, column, from, to));
      if (!part.isEmpty() && !parts.contains(part)) {
        parts.add(part);
      }
    }
    return String.join(" / ", parts);
  }

  private String covering(int row, int column, int from, int to) {
    String own = text(row, column);
    if (!own.isBlank()) {
      return own;
    }
    for (Merged m : merged) {
      if (m.holds(row, column) && m.fromRow() >= from) {
        return text(m.fromRow(), m.fromColumn());
      }
    }
    boolean spread =
        row < to
            && merged.stream().noneMatch(m -> m.fromRow() >= from && m.fromRow() <= to)
            && !text(row + 1, column).isBlank();
    for (int left = column - 1; spread && left > 0; left--) {
      if (!text(row, left).isBlank()) {
        // Titles laid over their columns without merging: the nearest on the left is meant.
        return text(row + 1, left).isBlank() ? "" : text(row, left);
      }
    }
    return "";
  }

  private Head told(int from, int to, List<String> titles) {
    Unit unit = null;
    String unitAt = null;
    LocalDate until = null;
    String untilAt = null;
    for (int row = 1; row <= to; row++) {
      for (SheetCell cell : cells(row)) {
        Optional<Unit> told = row < from ? Unit.told(cell.text()) : Unit.bracketed(cell.text());
        if (unit == null && told.isPresent()) {
          unit = told.get();
          unitAt = cell.place().toString();
        }
        Optional<LocalDate> day = DayText.until(cell.text());
        if (until == null && day.isPresent() && row < from) {
          until = day.get();
          untilAt = cell.place().toString();
        }
      }
    }
    return new Head(tab, from, to, titles, unit, unitAt, until, untilAt);
  }

  private List<SheetCell> cells(int row) {
    SheetRow found = rows.get(row);
    return found == null ? List.of() : found.cells();
  }

  private String text(int row, int column) {
    SheetRow found = rows.get(row);
    return found == null ? "" : found.cell(column).text();
  }
}
