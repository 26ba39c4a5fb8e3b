package vn.dondoc.rural.matrix;

import java.util.stream.Collectors;
import vn.dondoc.rural.matrix.MatrixView.Cell;
import vn.dondoc.rural.matrix.MatrixView.Column;
import vn.dondoc.web.Page;

/** Lời của bảng theo bản đồ khác. */
final class OtherMapView {
  private static final int TENTHS = 10;

  private OtherMapView() {}

  /** Of the communes that went into a unit of another map, how many meet a criterion. */
  static Cell told(MatrixView view, OtherMap.Line line, Column column) {
    Page page = view.page();
    if (column.indicator() != null || line.communes() == 0) {
      return new Cell("c nil" + column.edge(), "", "", page.t("rural.matrix.incomplete"));
    }
    int meeting = line.meeting(column.criterion());
    String count = page.formats().count(meeting);
    String of = page.formats().count(line.communes());
    return new Cell(
        "c h f" + meeting * TENTHS / line.communes() + column.edge(),
        count + "/" + of,
        "",
        page.t("rural.matrix.meeting", column.name().in(view.english()), count, of));
  }

  /** Where the parts of a divided commune went. */
  static String candidates(OtherMap.Open open, Page page) {
    return open.candidates().stream().map(page::t).collect(Collectors.joining(", "));
  }
}
