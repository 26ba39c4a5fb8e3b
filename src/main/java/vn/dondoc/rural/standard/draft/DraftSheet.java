package vn.dondoc.rural.standard.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTab;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Texts;

/**
 * Sổ bộ tiêu chí: the tables of a draft as a workbook, a sheet each; the same columns come back.
 */
final class DraftSheet {
  private DraftSheet() {}

  /**
   * The sheets.
   *
   * @param asOf the province's day
   */
  static List<SheetTab<?>> tabs(Draft draft, DraftScope scope, Texts texts, LocalDate asOf) {
    String act = draft.paper().set().text("legal_act");
    List<SheetTab<?>> tabs = new ArrayList<>();
    for (DraftTable table : scope.tables()) {
      SheetHead head =
          new SheetHead(
              name(table, texts),
              draft.code() + " · " + texts.get(table.label()),
              texts.get("rural.draft.edition", draft.step()),
              act.isEmpty() ? "" : texts.get("web.source", act),
              texts.get("web.as_of", new Formats(texts).date(asOf)));
      tabs.add(new SheetTab<>(head, columns(scope, table, texts), draft.paper().rows(table)));
    }
    return tabs;
  }

  /** The sheet of a table. */
  static String name(DraftTable table, Texts texts) {
    return new SheetHead(texts.get(table.label()), "", "", "", "").sheet();
  }

  /** Numbers to count with are numbers; a year or the number of an act is text. */
  private static Object cell(DraftField field, String kept, Texts texts) {
    boolean whole = field.kind() == DraftField.Kind.WHOLE && kept.matches("\\d{1,6}");
    return whole ? Integer.valueOf(kept) : field.shown(kept, texts);
  }

  static List<SheetColumn<DraftRow>> columns(DraftScope scope, DraftTable table, Texts texts) {
    return scope.fields(table).stream()
        .map(field ->
            new SheetColumn<DraftRow>(
                field.key(),
                texts.get(field.label()),
                row -> cell(field, row.text(field.key()), texts)))
        .toList();
  }
}
