package vn.dondoc.capital.intake.layout;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;

/** Nhóm theo nguồn vốn: headings inside a table that name a source, a vintage or a year. */
final class SourceHeading {
  /** How those without a number are numbered: other groups without one stand within them. */
  static final String UNNUMBERED = "~";

  private static final Pattern NUMBER =
      Pattern.compile("^\\s*(\\(?(?:[IVXLC]+(?:\\.\\d{1,2})*|[A-ZĐa-zđ])\\)?)\\s*[.):–—-]+\\s*");

  private final ColumnWords words;
  private final Known known;

  SourceHeading(ColumnWords words, Known known) {
    this.words = words;
    this.known = known;
  }

  /** Its words without the number before them. */
  static String bare(String title) {
    return NUMBER.matcher(title).replaceFirst("");
  }

  /** The number written before its words in the same cell; empty when there is none. */
  static String number(String title) {
    var found = NUMBER.matcher(title);
    return found.find() ? found.group(1) : "";
  }

  /** Words that name a source, a vintage or another year; those of the file's year name none. */
  boolean isSource(String title) {
    String bare = bare(title);
    return known.pool(bare) != null || words.isSource(withoutYear(bare));
  }

  /**
   * A row of one cell of words that name a source.
   *
   * @param money its first column of money
   * @param hasMoney it holds some
   */
  boolean isRow(SheetRow row, int money, boolean hasMoney) {
    List<SheetCell> filled =
        row.cells().stream()
            .filter(cell -> cell.place().column() < money && !cell.text().isBlank())
            .filter(cell -> RowKind.numbering(cell.text()) == null)
            .toList();
    boolean listed =
        filled.size() == 2 && !hasMoney && filled.getFirst().text().strip().matches("\\d.{0,5}");
    if (filled.size() != 1 && !listed) {
      return false;
    }
    String title = Words.tidy(filled.getLast().text());
    boolean begins = !number(title).isEmpty() || words.beginsWithSource(withoutYear(bare(title)));
    return isSource(title) && (known.pool(bare(title)) != null || begins);
  }

  /**
   * What a group is of, in the words a column of sources would hold.
   *
   * @param outer the group it stands in; null when that is of none
   */
  Totals.@Nullable Source of(String title, String place, Totals.@Nullable Source outer) {
    if (!isSource(title)) {
      return null;
    }
    String bare = bare(title);
    return new Totals.Source(outer == null ? bare : known.under(bare, outer.words()), place);
  }

  private String withoutYear(String text) {
    return Words.folded(text)
        .replaceAll("(nguon )?(ke hoach )?(von )?(dau tu (cong )?)?nam " + known.year(), "")
        .strip();
  }

  /**
   * Nguồn của một dòng.
   *
   * @param column the pool its column of money is of; null when it is of none
   * @param cell its cell of sources; null when the table has none
   * @param above what the nearest heading says; null when none does
   * @param sheet the pool of the whole sheet
   */
  Item.PoolWords of(
      @Nullable String column,
      @Nullable SheetCell cell,
      Totals.@Nullable Source above,
      @Nullable String sheet) {
    String own = cell == null ? "" : Words.tidy(cell.text());
    if (own.isEmpty() || own.matches("[-–—.]+")) {
      own = "";
    }
    String nearest = column == null ? own : column;
    if (above == null) {
      return column != null || own.isEmpty()
          ? Item.PoolWords.coded(column != null ? column : sheet)
          : new Item.PoolWords(own, null, place(cell));
    }
    if (nearest.isEmpty()) {
      return new Item.PoolWords(above.words(), null, above.place());
    }
    String both = known.under(nearest, above.words());
    if (!both.equals(nearest)) {
      return new Item.PoolWords(both, null, above.place());
    }
    return column != null
        ? Item.PoolWords.coded(column)
        : new Item.PoolWords(own, null, place(cell));
  }

  private static String place(@Nullable SheetCell cell) {
    return cell == null ? "" : cell.place().toString();
  }
}
