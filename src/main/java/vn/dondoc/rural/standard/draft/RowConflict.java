package vn.dondoc.rural.standard.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.standard.TwoSides;
import vn.dondoc.web.Page;

/** Hai người cùng sửa một dòng của bản nháp. */
final class RowConflict {
  private RowConflict() {}

  /**
   * Where a row stands now.
   *
   * @param at where it stood when it was looked at; less than 0 for a row still to be added
   * @return -1 when nothing of its name stands there any more
   */
  static int now(DraftTable table, DraftPaper seen, DraftPaper now, int at) {
    DraftRow was = row(table, seen, at);
    List<DraftRow> rows = now.rows(table);
    if (table == DraftTable.SET || was == null) {
      return was == null ? -1 : 0;
    }
    return IntStream.range(0, rows.size())
        .filter(i -> table.name(rows.get(i)).equals(table.name(was)))
        .findFirst()
        .orElse(-1);
  }

  static @Nullable DraftRow row(DraftTable table, DraftPaper paper, int at) {
    List<DraftRow> rows = paper.rows(table);
    return at >= 0 && at < rows.size() ? rows.get(at) : null;
  }

  /** What somebody else saved of the row, beside what is typed. */
  static TwoSides told(RowForm form, Page page) {
    DraftRow theirs = row(form.table(), form.draft().paper(), form.at());
    List<TwoSides.Field> fields = new ArrayList<>();
    for (DraftField field : form.fields()) {
      String now = theirs == null ? "" : field.shown(theirs.text(field.key()), page.texts());
      String mine = form.shown(field, page);
      if (!now.equals(mine)) {
        fields.add(new TwoSides.Field(page.t(field.label()), now, mine));
      }
    }
    Draft.Edition last = form.draft().edition();
    return new TwoSides(last.by() + ", " + page.moment(last.at()), fields);
  }
}
