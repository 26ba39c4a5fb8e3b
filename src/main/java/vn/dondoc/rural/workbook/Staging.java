package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Criterion.Indicator;

/**
 * Điều đọc được từ một tệp, before it is looked at.
 *
 * @param units the communes it tells of
 * @param rows what it says that it did not say when it went out
 * @param notes what stands in the way, and what is only to be looked at
 */
record Staging(List<Unit> units, List<Row> rows, List<Note> notes) {
  private static final int MOST_NOTES = 2_000;

  Staging() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /**
   * Một xã trong tệp.
   *
   * @param id đơn vị
   * @param name its name with that of the district
   * @param tab where it stands
   * @param same indicators that came back as they went out
   */
  record Unit(int id, String name, String tab, int same) {}

  /**
   * Một chỉ tiêu có sửa.
   *
   * @param number its number in this reading
   * @param unit đơn vị
   * @param indicator chỉ tiêu
   * @param place the cell
   * @param cells those of its figures, in the order of the parts
   * @param what what is said
   * @param seen how many facts of the month there were when it went out
   * @param was what it went out with, in the order of the parts
   * @param wasNothing it went out as having no content
   */
  record Row(
      int number,
      int unit,
      int indicator,
      String place,
      List<String> cells,
      Said what,
      int seen,
      List<@Nullable BigDecimal> was,
      boolean wasNothing) {
    /** All the cells, the sheet named once: "Xã Y Tịch!F55, F56". */
    String where() {
      return cells.size() < 2
          ? place
          : cells.getFirst()
              + cells.stream()
                  .distinct()
                  .skip(1)
                  .map(cell -> ", " + cell.substring(cell.lastIndexOf('!') + 1))
                  .collect(Collectors.joining());
    }

    /** Where the figure of a part stands. */
    String cell(int part) {
      return part < cells.size() ? cells.get(part) : place;
    }
  }

  /**
   * Điều nói về một chỉ tiêu.
   *
   * @param kind a claim, a wait or the end of one
   * @param arrived a claim that ends a wait
   * @param figures in the order of the parts
   * @param nothing there is nothing to assess
   * @param words ghi chú, or whom it waits for
   */
  record Said(
      Report.Kind kind,
      boolean arrived,
      List<@Nullable BigDecimal> figures,
      boolean nothing,
      @Nullable String words) {}

  /**
   * Điều phải sửa hoặc nên xem.
   *
   * @param unit the commune it is about; null when it is about the file
   * @param stops it has to be mended first
   * @param problem what
   */
  record Note(@Nullable Integer unit, boolean stops, Problem problem) {}

  /** A cell with the number of the indicator it tells of. */
  static String at(String cell, Indicator indicator) {
    return cell + " · " + indicator.number();
  }

  /** Something that has to be mended; the place is the first argument of its sentence. */
  void stop(@Nullable Integer unit, String place, String key, Object... arguments) {
    note(unit, true, located(place, key, arguments));
  }

  /** Something to look at. */
  void remark(@Nullable Integer unit, String place, String key, Object... arguments) {
    note(unit, false, located(place, key, arguments));
  }

  void note(@Nullable Integer unit, boolean stops, Problem problem) {
    if (notes.size() < MOST_NOTES) {
      notes.add(new Note(unit, stops, problem));
    } else if (notes.size() == MOST_NOTES) {
      notes.add(
          new Note(
              null,
              true,
              Problem.at(problem.place(), "exchange.sheet.more", problem.place(), MOST_NOTES)));
    }
  }

  private static Problem located(String place, String key, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(place));
    all.addAll(List.of(arguments));
    return new Problem(place, key, all);
  }

  boolean hasUnit(int id) {
    return units.stream().anyMatch(unit -> unit.id() == id);
  }
}
