package vn.dondoc.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Cells as the format keeps them become cells as a person means them. */
final class SheetCells {
  // A code keeps its leading zeros ("00178"), so those digits are meant as text.
  private static final Pattern LOOKS_NUMERIC =
      Pattern.compile("[+-]?(0|[1-9]\\d*|[1-9]\\d{0,2}([., ]\\d{3})+)([.,]\\d+)?\\s*%?");
  private static final Pattern CONSTANT = Pattern.compile("[+-]?\\d+([.,]\\d+)?\\s*%?");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
  private static final Set<Integer> BUILT_IN_DATES =
      Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 57);
  private static final Set<Integer> BUILT_IN_PERCENTS = Set.of(9, 10);
  private static final Set<String> ERRORS =
      Set.of(
          "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!");

  private SheetCells() {}

  /**
   * A row as a person means it.
   *
   * @param uncomputed addresses of formulas without a value
   */
  static SheetRow row(String sheet, Row row, Set<String> uncomputed) {
    List<SheetCell> cells = new ArrayList<>();
    int filled = 0;
    for (int column = 1; column <= row.getCellCount(); column++) {
      Cell cell = row.getCell(column - 1);
      SheetPlace place = new SheetPlace(sheet, row.getRowNum(), column);
      SheetCell read =
          cell != null && uncomputed.contains(place.address())
              ? SheetCell.Fault.uncomputed(place, cell.getFormula())
              : cell(place, cell);
      cells.add(read);
      if (!(read instanceof SheetCell.Blank)) {
        filled = column;
      }
    }
    return new SheetRow(sheet, row.getRowNum(), cells.subList(0, filled));
  }

  static SheetFinding.@Nullable Kind remark(SheetCell cell) {
    return switch (cell) {
      case SheetCell.Fault fault when fault.isUncomputed() ->
          SheetFinding.Kind.FORMULA_WITHOUT_VALUE;
      case SheetCell.Fault fault -> SheetFinding.Kind.FORMULA_ERROR;
      case SheetCell.Text text when LOOKS_NUMERIC.matcher(text.text().strip()).matches() ->
          SheetFinding.Kind.NUMBER_AS_TEXT;
      default -> null;
    };
  }

  private static SheetCell cell(SheetPlace place, @Nullable Cell cell) {
    Object value = cell == null ? null : cell.getValue();
    if (cell == null || value == null) {
      return new SheetCell.Blank(place);
    }
    return switch (value) {
      case BigDecimal number when isDate(cell) -> moment(place, cell, number);
      case BigDecimal number ->
          new SheetCell.Numeric(place, number, isPercent(cell), equation(cell));
      case Boolean flag -> new SheetCell.Flag(place, flag);
      case String text when cell.getType() == CellType.ERROR || ERRORS.contains(text) ->
          new SheetCell.Fault(place, text);
      case String text when text.isBlank() -> new SheetCell.Blank(place);
      // A file saved elsewhere may hold the other Unicode spelling of the same words.
      default ->
          new SheetCell.Text(place, Normalizer.normalize(value.toString(), Normalizer.Form.NFC));
    };
  }

  private static @Nullable String equation(Cell cell) {
    String formula = cell.getFormula();
    return formula != null && CONSTANT.matcher(formula.strip()).matches()
        ? "= " + formula.strip()
        : null;
  }

  private static SheetCell moment(SheetPlace place, Cell cell, BigDecimal number) {
    // Beyond these a number is no day Excel can show: 31/12/9999 is 2958465.
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
      return new SheetCell.Fault(place, number.toPlainString());
    }
    LocalDateTime moment =
        cell.getType() == CellType.NUMBER
            ? cell.asDate()
            : LocalDateTime.of(1899, 12, 30, 0, 0)
                .plusSeconds(number.multiply(BigDecimal.valueOf(86_400)).longValue());
    return new SheetCell.Moment(place, moment);
  }

  private static boolean isPercent(Cell cell) {
    Integer format = cell.getDataFormatId();
    String pattern = cell.getDataFormatString();
    return format != null && BUILT_IN_PERCENTS.contains(format)
        || pattern != null && QUOTED.matcher(pattern).replaceAll("").indexOf('%') >= 0;
  }

  private static boolean isDate(Cell cell) {
    Integer format = cell.getDataFormatId();
    String pattern = cell.getDataFormatString();
    if (format != null && BUILT_IN_DATES.contains(format)) {
      return true;
    }
    if (pattern == null || pattern.equalsIgnoreCase("General")) {
      return false;
    }
    String bare = QUOTED.matcher(pattern).replaceAll("");
    return bare.chars().anyMatch(c -> "dDmMyY".indexOf(c) >= 0);
  }
}
