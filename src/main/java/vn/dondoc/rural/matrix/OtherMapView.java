package vn.dondoc.rural.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.place.Place;
import vn.dondoc.rural.matrix.MatrixView.Cell;
import vn.dondoc.rural.matrix.MatrixView.Column;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.web.Page;

/** Bảng theo bản đồ khác: its lines and words, the same on the page and in the sheet. */
final class OtherMapView {
  private static final int TENTHS = 10;

  private OtherMapView() {}

  /**
   * Một dòng: a unit, a commune that stays open, or all of them.
   *
   * @param name đơn vị
   * @param unit the unit of the other map; null for the others
   * @param note what is to be known of it; empty for nothing
   * @param communes how many communes it stands for
   * @param met criteria met by them together
   * @param meeting how many of them meet a criterion
   */
  record Row(
      String name,
      @Nullable Place unit,
      String note,
      int communes,
      int met,
      ToIntFunction<Criterion> meeting) {
    boolean isUnit() {
      return unit != null;
    }
  }

  /** Units, then what stays open, then what both add up to. */
  static List<Row> rows(OtherMap map, Page page) {
    List<Row> rows = new ArrayList<>();
    for (OtherMap.Line line : map.lines()) {
      String note = line.incomplete() ? page.t("rural.matrix.incomplete") : "";
      rows.add(
          new Row(
              page.t(line.unit().titled()),
              line.unit(),
              note,
              line.communes(),
              line.met(),
              line::meeting));
    }
    for (OtherMap.Open open : map.open()) {
      rows.add(
          new Row(
              page.t(open.title()),
              null,
              where(open, page),
              open.communes(),
              open.met(),
              open::meeting));
    }
    String all = page.t("rural.matrix.all");
    rows.add(new Row(all, null, "", map.communes(), map.met(), map::meeting));
    return rows;
  }

  /** Of the communes of a line, how many meet a criterion. */
  static Cell told(MatrixView view, Row row, Column column) {
    Page page = view.page();
    if (column.indicator() != null || row.communes() == 0) {
      return new Cell("c nil" + column.edge(), "", "", page.t("rural.matrix.incomplete"));
    }
    int meeting = row.meeting().applyAsInt(column.criterion());
    String count = page.formats().count(meeting);
    String of = page.formats().count(row.communes());
    return new Cell(
        "c h f" + meeting * TENTHS / row.communes() + column.edge(),
        count + "/" + of,
        "",
        page.t("rural.matrix.meeting", column.name().in(view.english()), count, of));
  }

  private static String where(OtherMap.Open open, Page page) {
    return open.candidates().isEmpty()
        ? page.t("rural.matrix.no_heir")
        : page.t("rural.matrix.went_to", candidates(open, page));
  }

  /** Where the parts of a divided commune went. */
  static String candidates(OtherMap.Open open, Page page) {
    List<Bilingual> all = open.candidates();
    return all.stream().map(page::t).collect(Collectors.joining(", "));
  }
}
