package vn.dondoc.rural.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.place.Place;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Tên và mã xã trong bảng: which commune a cell means, on the map of the month. */
final class UnitNames {
  private static final int CODE_DIGITS = 5;
  private static final int MOST_SEARCHES = 50;

  private final BookMonth month;
  private final BookMonth.Months months;
  private final Staging staging;
  private final Map<String, List<Place>> byName = new HashMap<>();
  private final Map<String, Place> byCode = new HashMap<>();
  private int searches;

  UnitNames(BookMonth month, BookMonth.Months months, Staging staging) {
    this.month = month;
    this.months = months;
    this.staging = staging;
    for (Place place : month.communes().values()) {
      byCode.put(place.code(), place);
      byName.computeIfAbsent(BookFigure.folded(place.name()), name -> new ArrayList<>()).add(place);
      byName
          .computeIfAbsent(BookFigure.folded(month.title(place)), name -> new ArrayList<>())
          .add(place);
    }
  }

  /** The commune a cell means; null when it means none, and why was said. */
  @Nullable Place find(SheetCell cell) {
    String typed = cell.text().strip();
    String where = cell.place().toString();
    Place place = typed.matches("\\d{1,5}") ? byCode.get(code(typed)) : null;
    if (place == null) {
      List<Place> named = named(typed);
      if (named.size() > 1) {
        Bilingual all = new Bilingual(namesakes(named, false), namesakes(named, true));
        staging.stop(null, where, "rural.book.own.unit_namesakes", typed, all);
        return null;
      }
      place = named.isEmpty() ? null : named.getFirst();
    }
    if (place == null) {
      unknown(typed, where);
    } else if (!Acting.current().places().contains(place.id())) {
      staging.stop(null, where, "rural.book.own.other_commune", month.titled(place), month.area());
      return null;
    }
    return place;
  }

  /** Some commune of the month goes by this. */
  boolean isKnown(String typed) {
    return typed.matches("\\d{1,5}") && byCode.containsKey(code(typed)) || !named(typed).isEmpty();
  }

  private static String code(String digits) {
    return "0".repeat(Math.max(0, CODE_DIGITS - digits.length())) + digits;
  }

  /** Namesakes within one's own area come before those elsewhere. */
  private String namesakes(List<Place> named, boolean english) {
    return named.stream()
        .map(one -> month.titled(one).in(english) + " (" + one.code() + ")")
        .collect(Collectors.joining("; "));
  }

  private List<Place> named(String typed) {
    String name = BookFigure.folded(typed);
    List<Place> all =
        Objects.requireNonNullElseGet(
            byName.get(name), () -> byName.getOrDefault(name.replaceFirst("^xa ", ""), List.of()));
    List<Place> own = all.stream().filter(p -> Acting.current().places().contains(p.id())).toList();
    return own.isEmpty() ? all : own;
  }

  private void unknown(String typed, String where) {
    String name = BookFigure.folded(typed).replaceFirst("^xa ", "");
    Place elsewhere =
        searches++ >= MOST_SEARCHES
            ? null
            : months.ever(typed.matches("\\d{1,5}") ? code(typed) : typed).stream()
                .filter(place ->
                    BookFigure.folded(place.name()).equals(name)
                        || place.code().equals(code(typed))
                        || BookFigure.folded(place.title()).equals(BookFigure.folded(typed)))
                .filter(place -> place.level().equals("commune"))
                .findFirst()
                .orElse(null);
    if (elsewhere == null) {
      staging.stop(null, where, "rural.book.own.unit_unknown", typed, month.written());
    } else {
      staging.stop(
          null,
          where,
          "rural.book.own.unit_other_map",
          typed,
          elsewhere.titled(),
          day(elsewhere.from()),
          elsewhere.until() == null ? "…" : day(elsewhere.until()),
          month.written());
    }
  }

  private static Bilingual day(LocalDate day) {
    return new Bilingual(
        new Formats(Texts.in(Language.VI)).date(day), new Formats(Texts.in(Language.EN)).date(day));
  }
}
