package vn.dondoc.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Ô cất giữ: cells as a database keeps them, a letter for the kind before the text. */
public final class PackedCells {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private PackedCells() {}

  /** A row as one text. */
  public static String written(SheetRow row) {
    return JSON.writeValueAsString(row.cells().stream().map(PackedCells::packed).toList());
  }

  private static String packed(SheetCell cell) {
    return switch (cell) {
      case SheetCell.Blank blank -> "";
      // The database holds no zero character.
      case SheetCell.Text text -> "t" + text.text().replace("\0", "");
      case SheetCell.Numeric number ->
          (number.percent() ? "p" : "n") + number.value().toPlainString();
      case SheetCell.Moment moment -> "d" + moment.value().toLocalDate();
      case SheetCell.Flag flag -> "t" + flag.text();
      case SheetCell.Fault fault -> "e" + fault.text();
    };
  }

  /**
   * The row again.
   *
   * @param tab name of its sheet
   * @param number its number
   */
  public static SheetRow read(String tab, int number, String cells) {
    List<SheetCell> read = new ArrayList<>();
    for (String packed : JSON.readValue(cells, TEXTS)) {
      read.add(cell(new SheetPlace(tab, number, read.size() + 1), packed));
    }
    return new SheetRow(tab, number, read);
  }

  private static SheetCell cell(SheetPlace place, String packed) {
    String text = packed.isEmpty() ? "" : packed.substring(1);
    return switch (packed.isEmpty() ? ' ' : packed.charAt(0)) {
      case 't' -> new SheetCell.Text(place, text);
      case 'n' -> new SheetCell.Numeric(place, new BigDecimal(text));
      case 'p' -> new SheetCell.Numeric(place, new BigDecimal(text), true);
      case 'd' -> new SheetCell.Moment(place, LocalDate.parse(text).atStartOfDay());
      case 'e' -> new SheetCell.Fault(place, text);
      default -> new SheetCell.Blank(place);
    };
  }

  /** A cell as it goes out again. */
  public static @Nullable Object value(SheetCell cell) {
    if (cell instanceof SheetCell.Blank) {
      return null;
    }
    Object number = cell.number();
    Object day = cell.day();
    return day != null ? day : number != null ? number : cell.text();
  }
}
