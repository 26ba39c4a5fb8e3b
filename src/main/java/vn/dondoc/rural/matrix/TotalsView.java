package vn.dondoc.rural.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.rural.matrix.MatrixFilter.Group;
import vn.dondoc.web.ListAddress;

/** Tổng hợp: the province, its groups and its districts, a line each. */
final class TotalsView {
  private TotalsView() {}

  /**
   * Một dòng.
   *
   * @param key of its totals
   * @param title tên
   * @param list address of the communes it counts; null for that of all
   * @param rollup what it comes to
   */
  record Line(String key, String title, @Nullable String list, Rollup rollup) {}

  /** A group without any commune has no line. */
  static List<Line> lines(MatrixView view) {
    List<Line> lines = new ArrayList<>();
    add(lines, view, Totals.ALL, view.page().t("rural.matrix.all"), null);
    for (Group group : Group.values()) {
      if (group != Group.ALL) {
        String list = kept(view).with(MatrixFilter.GROUP, group.word());
        String title = view.page().t(group.key("group"));
        add(lines, view, Totals.of(group), title, list);
      }
    }
    for (MatrixView.Section district : view.strip()) {
      String list =
          kept(view).with(MatrixFilter.DISTRICT, Objects.toString(district.district(), ""));
      add(lines, view, district.key(), district.title(), list);
    }
    return lines;
  }

  /** Totals count whole groups: of what was asked for, the list keeps day and stage. */
  private static ListAddress kept(MatrixView view) {
    Map<String, String> kept = new LinkedHashMap<>(view.asked());
    kept.keySet().retainAll(List.of(MatrixFilter.DAY, MatrixFilter.STAGE));
    return new ListAddress(MatrixView.PATH, kept);
  }

  private static void add(
      List<Line> lines, MatrixView view, String key, String title, @Nullable String list) {
    Rollup rollup = view.matrix().totals().of(key);
    if (rollup != null) {
      lines.add(new Line(key, title, list, rollup));
    }
  }
}
