package vn.dondoc.rural.workbook;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Kỳ báo cáo: what a month is measured by and on which map.
 *
 * @param month the month
 * @param yardstick the sets in force on its last day
 * @param communes every rural commune of that day, in the order of the map
 * @param titles names of all units of that day, by id
 */
record BookMonth(
    YearMonth month,
    Yardstick yardstick,
    Map<Integer, Place> communes,
    Map<Integer, Bilingual> titles) {
  private static final String KIND = Standards.COMMUNE;
  private static final int NAMED = 5;

  LocalDate lastDay() {
    return month.atEndOfMonth();
  }

  String written() {
    return String.format("%02d/%d", month.getMonthValue(), month.getYear());
  }

  static String written(String month) {
    return month.replaceFirst("(\\d{4})-(\\d{2})", "$2/$1");
  }

  /** The communes whoever asks may report for. */
  List<Place> own() {
    List<Integer> places = Acting.current().places();
    return communes.values().stream().filter(place -> places.contains(place.id())).toList();
  }

  /** Where that is: the one commune, else the districts they lie in. */
  Bilingual area() {
    List<Place> own = own();
    List<Bilingual> names =
        own.size() == 1
            ? List.of(titled(own.getFirst()))
            : own.stream()
                .map(place -> titles.getOrDefault(place.parentId(), place.titled()))
                .distinct()
                .toList();
    return new Bilingual(listed(names, false), listed(names, true));
  }

  private static String listed(List<Bilingual> names, boolean english) {
    String first =
        names.stream().limit(NAMED).map(n -> n.in(english)).collect(Collectors.joining("; "));
    return names.isEmpty() ? "–" : names.size() > NAMED ? first + "; …" : first;
  }

  /** "xã Y Tịch, huyện Chi Lăng". */
  String title(Place commune) {
    return titled(commune).vi();
  }

  /** The same in both languages, "Y Tịch commune, Chi Lăng district". */
  Bilingual titled(Place commune) {
    Bilingual above = titles.get(commune.parentId());
    Bilingual own = commune.titled();
    return above == null
        ? own
        : new Bilingual(own.vi() + ", " + above.vi(), own.in(true) + ", " + above.in(true));
  }

  /** The indicator of a number; null when the set has none. */
  @Nullable Indicator indicator(String number) {
    return yardstick.indicator(number).orElse(null);
  }

  /** Whether these are the sets of the month. */
  boolean isMeasuredBy(String set, @Nullable String filling) {
    String own = yardstick.filling() == null ? null : yardstick.filling().code();
    return yardstick.set().code().equals(set) && Objects.equals(own, filling);
  }

  /** Finds what months are measured by. */
  @Component
  static class Months {
    private final Standards standards;
    private final Places places;

    Months(Standards standards, Places places) {
      this.standards = standards;
      this.places = places;
    }

    /**
     * A month.
     *
     * @throws Refusal when no set is in force in it
     */
    BookMonth of(YearMonth month) {
      LocalDate last = month.atEndOfMonth();
      String written = String.format("%02d/%d", month.getMonthValue(), month.getYear());
      Yardstick yardstick =
          standards
              .yardstick(KIND, last)
              .orElseThrow(() -> Refusal.of(BookRefusal.NO_SET, written, written));
      List<Place> all = new ArrayList<>(places.on(last).places());
      Map<Integer, Place> communes = new LinkedHashMap<>();
      Map<Integer, Bilingual> titles = new LinkedHashMap<>();
      for (Place place : all) {
        titles.put(place.id(), place.titled());
        if (place.type().code().equals(KIND)) {
          communes.put(place.id(), place);
        }
      }
      return new BookMonth(month, yardstick, communes, titles);
    }

    /** Versions of a unit, the latest last. */
    List<Place> versions(int unit) {
      return places.versions(unit);
    }

    /** Units of a name or code at any time. */
    List<Place> ever(String words) {
      return words.matches("\\d+")
          ? places.coded(words)
          : places.search(words).stream().map(match -> match.place()).toList();
    }
  }
}
