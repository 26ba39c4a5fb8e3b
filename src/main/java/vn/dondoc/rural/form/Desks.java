package vn.dondoc.rural.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.rural.standard.Standards;

/** Các bàn nhập: which communes somebody may speak for, and what each is measured by. */
@Component
public class Desks {
  private static final String KIND = Standards.COMMUNE;
  private static final int MONTHS = 12;
  private static final int SHOWN = 40;

  /** "2020-08" in addresses, "8/2020" as people type it. */
  private static final Pattern WRITTEN =
      Pattern.compile("((?:19|20|21)\\d\\d)-(\\d\\d)|(\\d{1,2})/((?:19|20|21)\\d\\d)");

  private final Places places;
  private final Standards standards;
  private final ProvinceDay day;

  Desks(Places places, Standards standards, ProvinceDay day) {
    this.places = places;
    this.standards = standards;
    this.day = day;
  }

  /** The month an address names, {@code "2020-08"}; the province's own when it names none. */
  public YearMonth month(String asked) {
    if (asked.isBlank()) {
      return YearMonth.from(day.today());
    }
    Matcher written = WRITTEN.matcher(asked.strip());
    if (written.matches()) {
      boolean byYear = written.group(1) != null;
      int year = Integer.parseInt(written.group(byYear ? 1 : 4));
      int month = Integer.parseInt(written.group(byYear ? 2 : 3));
      if (month >= 1 && month <= MONTHS) {
        return YearMonth.of(year, month);
      }
    }
    throw Refusal.of(FormRefusal.MONTH, "ky", asked.substring(0, Math.min(asked.length(), SHOWN)));
  }

  /** The communes there were in a month that the actor speaks for, by name. */
  public List<Place> communes(YearMonth month) {
    List<Integer> mine = Acting.current().places();
    return every(month).stream().filter(place -> mine.contains(place.id())).toList();
  }

  /** Every commune of the province in a month, by name. */
  public List<Place> every(YearMonth month) {
    return places.on(month.atEndOfMonth()).places().stream()
        .filter(place -> place.type().code().equals(KIND))
        .sorted(java.util.Comparator.comparing(Place::name))
        .toList();
  }

  /** The desk of a commune the actor speaks for, in a month. */
  public Desk open(String unit, YearMonth month) {
    return open(unit, month, communes(month));
  }

  /** The desk of one of some communes, in a month. */
  public Desk open(String unit, YearMonth month, List<Place> communes) {
    String period = Desk.written(month);
    Place commune =
        communes.stream()
            .filter(place -> Integer.toString(place.id()).equals(unit))
            .findFirst()
            .orElseThrow(() -> Refusal.of(FormRefusal.NO_COMMUNE, unit, period));
    LocalDate last = month.atEndOfMonth();
    Integer parent = commune.parentId();
    Bilingual nowhere = new Bilingual("", null);
    Bilingual above =
        parent == null ? nowhere : places.find(parent, last).map(Place::titled).orElse(nowhere);
    return new Desk(
        commune,
        above,
        month,
        standards
            .yardstick(KIND, last)
            .orElseThrow(() -> Refusal.of(FormRefusal.NO_SET, period, period)));
  }
}
