package vn.dondoc.rural.matrix;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.rural.matrix.MatrixFilter.Group;

/** Tổng hợp: the province, its groups and its districts, a line each. */
final class TotalsView {
  private TotalsView() {}

  /**
   * Một dòng.
   *
   * @param key of its totals
   * @param title tên
   * @param rollup what it comes to
   */
  record Line(String key, String title, Rollup rollup) {}

  /** A group without any commune has no line. */
  static List<Line> lines(MatrixView view) {
    List<Line> lines = new ArrayList<>();
    add(lines, view, Totals.ALL, view.page().t("rural.matrix.all"));
    for (Group group : Group.values()) {
      if (group != Group.ALL) {
        add(lines, view, Totals.of(group), view.page().t(group.key("group")));
      }
    }
    view.strip().forEach(district -> add(lines, view, district.key(), district.title()));
    return lines;
  }

  private static void add(List<Line> lines, MatrixView view, String key, String title) {
    Rollup rollup = view.matrix().totals().of(key);
    if (rollup != null) {
      lines.add(new Line(key, title, rollup));
    }
  }
}
