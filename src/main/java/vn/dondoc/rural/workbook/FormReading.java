package vn.dondoc.rural.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.HeadedRows;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetFinding;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;

/**
 * Đọc biểu gửi về: every sheet of a workbook the program made, however it was moved about.
 *
 * @param month what is reported on
 * @param seals tells whose the sheets are
 * @param months tells of other maps
 */
record FormReading(BookMonth month, BookSeals.Opener seals, BookMonth.Months months) {
  private static final int DEEPEST_SEAL = 30;

  /** A sheet with its seal and the rows under its header. */
  private record Tab(
      String name, List<SheetRow> rows, HeadedRows.@Nullable Header header, List<Line> lines) {}

  /**
   * Reads a workbook.
   *
   * @throws Refusal when no sheet of it is a form
   */
  Staging read(SheetBook book) {
    Map<String, List<SheetRow>> byTab = new LinkedHashMap<>();
    book.rows().forEach(row -> byTab.computeIfAbsent(row.sheet(), t -> new ArrayList<>()).add(row));
    Staging staging = new Staging();
    boolean any = false;
    for (Map.Entry<String, List<SheetRow>> one : byTab.entrySet()) {
      Tab tab = tab(one.getKey(), one.getValue(), book.fileName());
      SheetCell seal = seal(tab.rows());
      any |= seal != null || tab.header() != null;
      if (seal != null) {
        sealed(tab, seal, book, staging);
      } else if (tab.header() != null) {
        staging.stop(null, tab.name() + "!A1", "rural.book.unsigned");
      } else {
        staging.remark(null, tab.name() + "!A1", "rural.book.no_form");
      }
    }
    hidden(book, staging);
    if (!any && staging.notes().stream().noneMatch(Staging.Note::stops)) {
      throw Refusal.of(BookRefusal.NOT_A_FORM, book.fileName(), book.fileName());
    }
    return staging;
  }

  private static Tab tab(String name, List<SheetRow> rows, String file) {
    List<Line> lines = new ArrayList<>();
    HeadedRows headed = new HeadedRows(BookForm.wanted(), lines::add);
    rows.forEach(headed);
    try {
      return new Tab(name, rows, headed.header(file), lines);
    } catch (Refusal noHeader) {
      return new Tab(name, rows, null, lines);
    }
  }

  private static @Nullable SheetCell seal(List<SheetRow> rows) {
    return rows.stream()
        .filter(row -> row.number() <= DEEPEST_SEAL)
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.text().startsWith(BookSeals.MARK))
        .findFirst()
        .orElse(null);
  }

  private void sealed(Tab tab, SheetCell cell, SheetBook book, Staging staging) {
    BookSeal seal = seals.open(cell.text());
    String place = cell.place().toString();
    if (seal == null) {
      staging.stop(null, place, "rural.book.altered");
      return;
    }
    int before = staging.notes().size();
    if (seal.form() > BookSeal.FORM) {
      staging.stop(null, place, "rural.book.newer_form", seal.form(), BookSeal.FORM);
    }
    if (!seal.month().equals(month.month().toString())) {
      String line = tab.name() + "!A2";
      staging.stop(
          null, line, "rural.book.other_month", BookMonth.written(seal.month()), month.written());
    }
    Place commune = commune(seal, tab, staging);
    if (tab.header() == null) {
      staging.stop(null, tab.name() + "!A4", "rural.book.no_header");
    } else if (seal.form() == BookSeal.FORM) {
      lost(tab.name(), tab.header(), staging);
    }
    if (commune == null || staging.notes().size() > before) {
      return;
    }
    merged(tab, commune, book, staging);
    new TabReading(month, seal, commune, staging).read(tab.name(), tab.lines());
  }

  /** Without the column of the states or the notes every wait would be taken for over. */
  private static void lost(String tab, HeadedRows.Header header, Staging staging) {
    for (String column : List.of(BookForm.STATE, BookForm.NOTE)) {
      if (!header.columns().containsKey(column)) {
        String place = tab + "!A" + header.row();
        staging.stop(null, place, "rural.book.no_column", BookForm.title(column));
      }
    }
  }

  private @Nullable Place commune(BookSeal seal, Tab tab, Staging staging) {
    String place = tab.name() + "!A1";
    Place commune = month.communes().get(seal.unit());
    if (commune == null) {
      List<Place> versions = months.versions(seal.unit());
      Object name = versions.isEmpty() ? "?" : versions.getLast().titled();
      staging.stop(null, place, "rural.book.other_map", name, month.written());
      return null;
    }
    if (!Acting.current().places().contains(commune.id())) {
      staging.stop(null, place, "rural.book.other_commune", month.titled(commune), month.area());
      return null;
    }
    if (staging.hasUnit(commune.id())) {
      String first =
          staging.units().stream()
              .filter(unit -> unit.id() == commune.id())
              .map(Staging.Unit::tab)
              .findFirst()
              .orElse("");
      staging.stop(null, place, "rural.book.twice_sheet", month.titled(commune), first);
      return null;
    }
    return commune;
  }

  private static void merged(Tab tab, Place commune, SheetBook book, Staging staging) {
    int header = Objects.requireNonNull(tab.header()).row();
    for (SheetFinding finding : book.findings()) {
      if (finding.kind() == SheetFinding.Kind.MERGED_CELLS
          && finding.place().sheet().equals(tab.name())
          && finding.place().row() >= header) {
        staging.note(commune.id(), true, finding.problem());
      }
    }
  }

  /** A hidden sheet of ours would be taken for sent; any other is none of our business. */
  private static void hidden(SheetBook book, Staging staging) {
    for (SheetFinding finding : book.findings()) {
      switch (finding.kind()) {
        case HIDDEN_SHEET -> {
          String tab = finding.place().sheet();
          List<SheetRow> rows =
              book.hidden().stream().filter(row -> row.sheet().equals(tab)).toList();
          boolean ours = seal(rows) != null || tab(tab, rows, book.fileName()).header() != null;
          String place = finding.place().toString();
          if (ours) {
            staging.stop(null, place, "rural.book.hidden_form", tab);
          } else {
            staging.remark(null, place, "rural.book.hidden_other", tab);
          }
        }
        case HIDDEN_ROW -> staging.note(null, false, finding.problem());
        case MERGED_CELLS, FORMULA_ERROR, FORMULA_WITHOUT_VALUE, NUMBER_AS_TEXT, MORE -> {}
      }
    }
  }
}
