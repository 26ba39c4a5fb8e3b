package vn.dondoc.rural.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.standard.Standards;

/** Các bàn nhập: which communes somebody may speak for, and what each is measured by. */
@Component
class Desks {
  private static final String KIND = "xa";

  private final Places places;
  private final Standards standards;
  private final ProvinceDay day;

  Desks(Places places, Standards standards, ProvinceDay day) {
    this.places = places;
    this.standards = standards;
    this.day = day;
  }

  /** The month an address names, {@code "2020-08"}; the province's own when it names none. */
  YearMonth month(String asked) {
    if (asked.isBlank()) {
      return YearMonth.from(day.today());
    }
    try {
      if (asked.matches("(19|20|21)\\d\\d-\\d\\d")) {
        return YearMonth.parse(asked);
      }
    } catch (DateTimeException e) {
      throw Refusal.of(FormRefusal.MONTH, "ky", asked);
    }
    throw Refusal.of(FormRefusal.MONTH, "ky", asked.substring(0, Math.min(asked.length(), 40)));
  }

  /** The communes there were in a month that the actor speaks for, by name. */
  List<Place> communes(YearMonth month) {
    LocalDate last = month.atEndOfMonth();
    List<Integer> mine = Acting.current().places();
    return places.on(last).places().stream()
        .filter(place -> place.type().code().equals(KIND) && mine.contains(place.id()))
        .sorted(java.util.Comparator.comparing(Place::name))
        .toList();
  }

  /** The desk of a commune in a month. */
  Desk open(String unit, YearMonth month) {
    String period = Desk.written(month);
    Place commune =
        communes(month).stream()
            .filter(place -> Integer.toString(place.id()).equals(unit))
            .findFirst()
            .orElseThrow(() -> Refusal.of(FormRefusal.NO_COMMUNE, unit, period));
    LocalDate last = month.atEndOfMonth();
    Integer parent = commune.parentId();
    String above =
        parent == null ? "" : places.find(parent, last).map(Place::title).orElse("");
    return new Desk(
        commune,
        above,
        month,
        standards
            .yardstick(KIND, last)
            .orElseThrow(() -> Refusal.of(FormRefusal.NO_SET, period, period)));
  }
}
