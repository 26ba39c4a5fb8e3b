package vn.dondoc.rural.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.rural.matrix.MatrixFilter.Group;
import vn.dondoc.web.Formats;
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

  /** What communes come to, and of how many: a mean is that of the communes that reported. */
  static String lead(MatrixView view, Rollup all) {
    Formats formats = view.page().formats();
    String communes = formats.count(all.communes());
    return all.unreported() == 0
        ? view.page().t("rural.matrix.lead", communes, view.mean(all), full(view, all))
        : view.page()
            .t(
                "rural.matrix.lead.some",
                formats.count(all.reported()),
                communes,
                view.mean(all),
                full(view, all));
  }

  /** The same of the communes due in the year. */
  static String leadDue(MatrixView view, Rollup due) {
    Formats formats = view.page().formats();
    String communes = formats.count(due.communes());
    return due.unreported() == 0
        ? view.page()
            .t("rural.matrix.lead.due", communes, view.year(), view.mean(due), full(view, due))
        : view.page()
            .t(
                "rural.matrix.lead.due.some",
                communes,
                view.year(),
                view.mean(due),
                full(view, due),
                formats.count(due.reported()));
  }

  /** How many communes a group has, and of them those its mean is about. */
  static String count(MatrixView view, Rollup rollup) {
    Formats formats = view.page().formats();
    return rollup.unreported() == 0
        ? view.page().t("rural.matrix.count", formats.count(rollup.communes()))
        : view.page()
            .t(
                "rural.matrix.count.some",
                formats.count(rollup.reported()),
                formats.count(rollup.communes()));
  }

  /** How many of a group meet the whole set, or that none has reported. */
  static String whole(MatrixView view, Rollup rollup) {
    return rollup.reports()
        ? view.page()
            .t(
                "rural.matrix.full_of",
                full(view, rollup),
                view.page().formats().count(rollup.communes()))
        : view.page().t(Result.UNREPORTED.key());
  }

  /** How many more communes meet the whole set than at the end of the month before. */
  static String fuller(MatrixView view, String key) {
    int more = view.matrix().totals().more(key, view.matrix().bands().getFirst());
    return more == 0 ? "" : (more > 0 ? "+" : "−") + view.page().formats().count(Math.abs(more));
  }

  private static String full(MatrixView view, Rollup rollup) {
    return view.page().formats().count(rollup.in(view.matrix().bands().getFirst()));
  }
}
