package vn.dondoc.rural.standard.draft;

import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTab;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/** Sổ bộ tiêu chí: the tables of a draft as a workbook, a sheet each; the same columns come back. */
final class DraftSheet {
  private DraftSheet() {}

  static List<SheetTab<?>> tabs(Draft draft, DraftScope scope, Page page) {
    return scope.tables().stream().<SheetTab<?>>map(table -> tab(draft, scope, table, page)).toList();
  }

  private static SheetTab<DraftRow> tab(
      Draft draft, DraftScope scope, DraftTable table, Page page) {
    SheetHead head =
        new SheetHead(
            name(table, page.texts()),
            draft.code() + " · " + page.t(table.label()),
            page.t("rural.draft.edition", draft.step()),
            page.t("web.source", draft.paper().set().text("legal_act")),
            page.t("web.as_of", page.formats().date(page.day())));
    return new SheetTab<>(
        head, columns(scope, table, page.texts()), draft.paper().rows(table));
  }

  /** The sheet of a table. */
  static String name(DraftTable table, Texts texts) {
    return new SheetHead(texts.get(table.label()), "", "", "", "").sheet();
  }

  static List<SheetColumn<DraftRow>> columns(DraftScope scope, DraftTable table, Texts texts) {
    return scope.fields(table).stream()
        .map(field ->
            new SheetColumn<DraftRow>(
                field.key(),
                texts.get(field.label()),
                row -> field.shown(row.text(field.key()), texts)))
        .toList();
  }
}
