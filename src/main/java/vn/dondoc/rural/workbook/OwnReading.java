package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;

/** Đọc bảng tự có theo mẫu ghép. */
final class OwnReading {
  private final BookMonth month;
  private final Mapping mapping;
  private final Staging staging = new Staging();
  private final UnitNames names;
  private final Map<Known.Spot, Found> found = new LinkedHashMap<>();
  private final Map<Integer, Place> units = new LinkedHashMap<>();
  private final Map<String, String> places = new HashMap<>();

  OwnReading(BookMonth month, BookMonth.Months months, Mapping mapping) {
    this.month = month;
    this.mapping = mapping;
    this.names = new UnitNames(month, months, staging);
  }

  /** Figures of one indicator of one commune, and the first cell they stand in. */
  private record Found(
      Place unit, Indicator indicator, String place, Map<String, BigDecimal> figures) {}

  /**
   * Reads the rows below the header.
   *
   * @param known asks what is known of units and indicators, in one question
   */
  Staging read(
      List<SheetRow> rows, BiFunction<Set<Integer>, Set<Integer>, Map<Known.Spot, Known>> known) {
    lost();
    int unitAt = mapping.first(Mapping.Role.UNIT).map(Mapping.Column::at).orElseThrow();
    for (SheetRow row : rows) {
      if (row.number() > mapping.header()) {
        row(row, row.cell(unitAt));
      }
    }
    Set<Integer> indicators = new HashSet<>();
    found.keySet().forEach(spot -> indicators.add(spot.indicator()));
    finish(known.apply(units.keySet(), indicators));
    return staging;
  }

  /** A profile made for another set may name figures this one does not know. */
  private void lost() {
    String place =
        new vn.dondoc.exchange.SheetPlace(mapping.tab(), Math.max(1, mapping.header()), 1)
            .toString();
    List<String> lost =
        mapping.parts().stream()
            .filter(column -> {
              String key = column.key();
              Indicator indicator = month.indicator(key.replaceFirst(":.*", ""));
              return indicator == null || part(indicator, key.replaceFirst("[^:]*:", "")) == null;
            })
            .map(column -> column.key().replaceFirst(":.*", "") + " “" + column.title() + "”")
            .toList();
    if (!lost.isEmpty()) {
      staging.remark(null, place, "rural.book.left_out", String.join(", ", lost));
    }
  }

  private void row(SheetRow row, SheetCell unit) {
    String typed = unit.text().strip();
    if (typed.isEmpty()) {
      valued(row)
          .ifPresent(cell ->
              staging.stop(
                  null, cell.place().toString(), "rural.book.own.no_unit", cell.text().strip()));
      return;
    }
    if (!names.isKnown(typed) && isTotal(typed)) {
      staging.remark(null, unit.place().toString(), "rural.book.own.total", typed);
      return;
    }
    Place place = names.find(unit);
    if (place == null) {
      return;
    }
    units.put(place.id(), place);
    if (mapping.isLong()) {
      line(row, place);
    } else {
      mapping.parts().forEach(column -> figure(row, place, column.key(), column));
    }
  }

  /** A line that sums up; "công" with no tone below is a name, not a sum. */
  private static boolean isTotal(String typed) {
    String toned = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return !toned.startsWith("công")
        && BookFigure.folded(typed)
            .matches("(tong|cong|toan huyen|toan tinh|trung binh|binh quan)\\b.*");
  }

  private java.util.Optional<SheetCell> valued(SheetRow row) {
    return mapping.columns().stream()
        .filter(column -> column.role() == Mapping.Role.PART || column.role() == Mapping.Role.VALUE)
        .map(column -> row.cell(column.at()))
        .filter(cell -> !cell.text().isBlank())
        .findFirst();
  }

  private void line(SheetRow row, Place place) {
    SheetCell cell =
        row.cell(mapping.first(Mapping.Role.INDICATOR).map(Mapping.Column::at).orElseThrow());
    Mapping.Column value = mapping.first(Mapping.Role.VALUE).orElseThrow();
    String typed = cell.text().strip();
    String number = typed.replace(',', '.').replaceFirst("[ :/].*", "");
    Indicator indicator = month.indicator(number);
    String part = typed.length() > number.length() ? typed.substring(number.length() + 1) : "";
    String code =
        indicator == null
            ? null
            : indicator.parts().stream()
                .map(Part::code)
                .filter(one -> part.isBlank() || one.equals(part.strip()))
                .findFirst()
                .orElse(null);
    if (code == null) {
      if (!row.cell(value.at()).text().isBlank()) {
        staging.stop(
            place.id(), cell.place().toString(), "rural.book.own.indicator_unknown", typed);
      }
      return;
    }
    figure(row, place, number + ":" + code, value);
  }

  private void figure(SheetRow row, Place place, String key, Mapping.Column column) {
    String[] parts = key.split(":", 2);
    Indicator indicator = month.indicator(parts[0]);
    Part part = indicator == null ? null : part(indicator, parts[1]);
    SheetCell cell = row.cell(column.at());
    if (indicator == null || part == null) {
      return;
    }
    switch (BookFigure.of(cell, part, column.scale())) {
      case BookFigure.Open open -> {}
      case BookFigure.Wrong wrong ->
          staging.stop(
              place.id(),
              Staging.at(cell.place().toString(), indicator),
              wrong.key(),
              wrong.arguments().toArray());
      case BookFigure.Read read ->
          keep(
              new Found(place, indicator, cell.place().toString(), new LinkedHashMap<>()),
              part,
              read.value());
    }
  }

  private void keep(Found one, Part part, BigDecimal value) {
    String key = one.unit().id() + " " + BookForm.key(one.indicator(), part);
    String earlier = places.putIfAbsent(key, one.place());
    if (earlier != null) {
      staging.stop(
          one.unit().id(),
          one.place(),
          "rural.book.own.twice",
          month.titled(one.unit()),
          one.indicator().number(),
          earlier);
      return;
    }
    found
        .computeIfAbsent(new Known.Spot(one.unit().id(), one.indicator().id()), spot -> one)
        .figures()
        .put(part.code(), value);
  }

  private List<String> cells(Found one) {
    return one.indicator().parts().stream()
        .map(part ->
            places.getOrDefault(
                one.unit().id() + " " + BookForm.key(one.indicator(), part), one.place()))
        .toList();
  }

  private static @Nullable Part part(Indicator indicator, String code) {
    return indicator.parts().stream().filter(p -> p.code().equals(code)).findFirst().orElse(null);
  }

  private void finish(Map<Known.Spot, Known> known) {
    Map<Integer, Integer> same = new HashMap<>();
    found.forEach((spot, one) -> {
      Known now = known.getOrDefault(spot, Known.none());
      // A figure the sheet has no column for stays as it is.
      Map<String, BigDecimal> figures =
          new LinkedHashMap<>(Figures.byName(now.figures(), one.indicator()));
      figures.putAll(one.figures());
      Staging.Said said =
          new Staging.Said(
              Report.Kind.CLAIM, false, Answer.ordered(one.indicator(), figures), false, null);
      Staging.Row row =
          new Staging.Row(
              staging.rows().size() + 1,
              spot.unit(),
              spot.indicator(),
              one.place(),
              cells(one),
              said,
              now.step(),
              now.figures(),
              now.nothing());
      if (PlannedRow.isSaid(row, now)) {
        same.merge(spot.unit(), 1, Integer::sum);
      } else {
        staging.rows().add(row);
        // A column of figures does not say that the result which is waited for has come.
        if (now.waits() != null) {
          staging.remark(
              spot.unit(),
              Staging.at(one.place(), one.indicator()),
              "rural.book.own.still_waits",
              now.waits());
        }
      }
    });
    units
        .values()
        .forEach(place ->
            staging
                .units()
                .add(
                    new Staging.Unit(
                        place.id(),
                        month.title(place),
                        mapping.tab(),
                        same.getOrDefault(place.id(), 0))));
  }
}
