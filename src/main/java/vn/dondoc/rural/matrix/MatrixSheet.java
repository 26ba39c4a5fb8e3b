package vn.dondoc.rural.matrix;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.rural.matrix.Matrix.Totals;
import vn.dondoc.web.Page;

/** Bảng ma trận: what the page shows, as Excel sheets. */
final class MatrixSheet {
  private MatrixSheet() {}

  static SheetHead head(MatrixView view, String sheet) {
    Page page = view.page();
    return new SheetHead(
        page.t(sheet),
        page.t("rural.matrix.title", page.formats().count(view.matrix().criteria())),
        page.t("web.period", view.period()),
        page.t("web.source", view.source()),
        page.t("web.as_of", page.formats().date(view.filter().day())));
  }

  /** Communes in the order of the page: those due first, then by district. */
  static List<Commune> communes(MatrixView view) {
    List<Commune> rows = new ArrayList<>();
    view.matrix().shown().stream().filter(Commune::due).forEach(rows::add);
    for (MatrixView.Section section : view.districts()) {
      view.matrix().shown().stream()
          .filter(c -> !c.due() && Totals.of(c.aboveId()).equals(section.key()))
          .forEach(rows::add);
    }
    return rows;
  }

  static List<SheetColumn<Commune>> columns(MatrixView view) {
    Page page = view.page();
    List<SheetColumn<Commune>> columns = new ArrayList<>();
    columns.add(new SheetColumn<>("code", page.t("rural.matrix.code"), Commune::code));
    columns.add(new SheetColumn<>("commune", page.t("rural.matrix.commune"), Commune::name));
    columns.add(new SheetColumn<>("district", page.t("rural.matrix.district"), Commune::above));
    columns.add(
        new SheetColumn<>(
            "due",
            page.t("rural.matrix.group.due"),
            c -> c.due() ? page.t("rural.matrix.yes") : null));
    columns.add(
        new SheetColumn<>(
            "met",
            page.t("rural.matrix.met"),
            c -> view.matrix().reported(c) ? view.matrix().met(c) : null));
    for (MatrixView.Column column : view.columns()) {
      columns.add(
          new SheetColumn<>(
              (column.indicator() == null ? "c" : "i") + column.number(),
              column.number() + ". " + column.name().in(view.english()),
              c -> {
                MatrixView.Cell cell = view.cell(c, column);
                return cell.text().isEmpty() ? cell.words() : cell.text();
              }));
    }
    return columns;
  }

  /** The lines of the page: each cell how many communes meet a criterion, of how many. */
  static List<SheetColumn<OtherMapView.Row>> columns(MatrixView view, OtherMap map) {
    Page page = view.page();
    List<SheetColumn<OtherMapView.Row>> columns = new ArrayList<>();
    columns.add(
        new SheetColumn<>(
            "code",
            page.t("rural.matrix.code"),
            row -> row.unit() == null ? null : row.unit().code()));
    columns.add(
        new SheetColumn<>(
            "unit",
            page.t("rural.matrix.unit_of", page.formats().date(map.day())),
            OtherMapView.Row::name));
    columns.add(
        new SheetColumn<>(
            "note",
            page.t("rural.matrix.restated.note"),
            row -> row.note().isEmpty() ? null : row.note()));
    columns.add(
        new SheetColumn<>(
            "communes", page.t("rural.matrix.predecessors"), OtherMapView.Row::communes));
    columns.add(
        new SheetColumn<>("met", page.t("rural.matrix.met_together"), OtherMapView.Row::met));
    for (MatrixView.Column column : view.columns()) {
      if (column.indicator() == null) {
        columns.add(
            new SheetColumn<>(
                "c" + column.number(),
                column.number() + ". " + column.name().in(view.english()),
                row -> OtherMapView.told(view, row, column).text()));
      }
    }
    return columns;
  }

  static List<SheetColumn<TotalsView.Line>> totals(MatrixView view) {
    Page page = view.page();
    List<SheetColumn<TotalsView.Line>> columns = new ArrayList<>();
    columns.add(new SheetColumn<>("group", page.t("rural.matrix.group"), TotalsView.Line::title));
    columns.add(
        new SheetColumn<>("communes", page.t("rural.matrix.communes"), l -> l.rollup().communes()));
    columns.add(new SheetColumn<>("mean", page.t("rural.matrix.mean"), l -> l.rollup().mean()));
    columns.add(
        new SheetColumn<>(
            "change",
            page.t(
                "rural.matrix.change_since",
                page.formats().date(view.matrix().totals().beforeOn())),
            l -> view.matrix().totals().change(l.key()).orElse(null)));
    view.matrix()
        .bands()
        .forEach(band ->
            columns.add(
                new SheetColumn<>(
                    "band-" + band.code(),
                    page.t("rural.matrix.band_of", view.band(band)),
                    l -> l.rollup().in(band))));
    columns.add(
        new SheetColumn<>(
            "unreported", page.t("rural.result.unreported"), l -> l.rollup().unreported()));
    view.matrix()
        .yardstick()
        .criteria()
        .forEach(c ->
            columns.add(
                new SheetColumn<>(
                    "c" + c.number(),
                    c.number() + ". " + c.name().in(view.english()),
                    l -> l.rollup().meeting(c.id()))));
    return columns;
  }
}
