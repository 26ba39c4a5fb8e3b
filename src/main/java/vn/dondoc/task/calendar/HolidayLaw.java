package vn.dondoc.task.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.task.life.DayOff;

/**
 * Ngày nghỉ lễ, Tết theo luật: which public holidays a year has and on which days they fall, as
 * data (Bộ luật Lao động, Điều 112 and before it Điều 115).
 */
@Component
class HolidayLaw {
  private static final String HOLIDAYS = "task/holidays.csv";
  private static final String LUNAR = "task/lunar-days.csv";

  private final List<Rule> rules;
  private final Map<Integer, Map<String, LocalDate>> lunar = new HashMap<>();

  private record Rule(
      String name,
      int month,
      int day,
      @Nullable String lunar,
      int days,
      int coreBefore,
      int coreAfter,
      int before,
      int after,
      int fromYear,
      int toYear) {}

  /**
   * Một dịp nghỉ lễ: a public holiday as it falls in a year.
   *
   * @param name what it is
   * @param core days that are off whatever a notice says
   * @param days how many days it has
   * @param from first day it may be taken on
   * @param to last day it may be taken on, days in place of a weekend included
   */
  record Holiday(String name, List<LocalDate> core, int days, LocalDate from, LocalDate to) {}

  HolidayLaw(@Value("${dondoc.reference:}") String directory) {
    Path own = directory.isBlank() ? null : Path.of(directory);
    rules =
        ReferenceTable.read(
                own,
                HOLIDAYS,
                List.of("name", "month", "day", "lunar", "days", "before", "after", "from_year"))
            .column(HolidayLaw::rule);
    for (ReferenceTable.Row row :
        ReferenceTable.read(own, LUNAR, List.of("year", "tet", "gio_to")).rows()) {
      Map<String, LocalDate> days = new HashMap<>();
      for (String column : List.of("tet", "gio_to")) {
        LocalDate day = row.day(column);
        if (day != null) {
          days.put(column, day);
        }
      }
      lunar.put(row.number("year"), days);
    }
  }

  private static Rule rule(ReferenceTable.Row row) {
    String lunar = row.optional("lunar");
    return new Rule(
        row.text("name"),
        lunar == null ? row.number("month") : 0,
        lunar == null ? row.number("day") : 0,
        lunar,
        row.number("days"),
        row.number("core_before"),
        row.number("core_after"),
        row.number("before"),
        row.number("after"),
        row.number("from_year"),
        row.optional("to_year") == null ? Integer.MAX_VALUE : row.number("to_year"));
  }

  /** Whether the lunar days of that year are known. */
  boolean knows(int year) {
    return lunar.containsKey(year);
  }

  /** The public holidays of a year, in their order. */
  List<Holiday> of(int year) {
    List<Holiday> holidays = new ArrayList<>();
    for (Rule rule : rules) {
      LocalDate first =
          rule.lunar() == null
              ? LocalDate.of(year, rule.month(), rule.day())
              : lunar.getOrDefault(year, Map.of()).get(rule.lunar());
      if (first == null || year < rule.fromYear() || year > rule.toYear()) {
        continue;
      }
      List<LocalDate> core =
          first
              .minusDays(rule.coreBefore())
              .datesUntil(first.plusDays(rule.coreAfter() + 1L))
              .toList();
      holidays.add(
          new Holiday(
              rule.name(),
              core,
              rule.days(),
              first.minusDays(rule.before()),
              first.plusDays(rule.after())));
    }
    return holidays.stream().sorted(Comparator.comparing(Holiday::from)).toList();
  }

  /**
   * What a year would look like by the law alone, to begin from: the notice of the year decides
   * which days are taken around Tết and Quốc khánh, and what is exchanged.
   */
  List<DayOff> suggested(int year) {
    Map<LocalDate, String> off = new TreeMap<>();
    List<String> shifted = new ArrayList<>();
    Set<LocalDate> proper = new HashSet<>();
    for (Holiday holiday : of(year)) {
      List<LocalDate> days = new ArrayList<>(holiday.core());
      while (days.size() < holiday.days()) {
        days.add(days.getLast().plusDays(1));
      }
      for (LocalDate day : days) {
        proper.add(day);
        if (isWeekend(day)) {
          shifted.add(day + " " + holiday.name());
        } else {
          off.put(day, holiday.name());
        }
      }
    }
    shifted.sort(Comparator.naturalOrder());
    for (String weekend : shifted) {
      LocalDate day = LocalDate.parse(weekend.substring(0, 10));
      while (isWeekend(day) || proper.contains(day) || off.containsKey(day)) {
        day = day.plusDays(1);
      }
      off.put(day, weekend.substring(11));
    }
    return off.entrySet().stream()
        .map(day -> new DayOff(day.getKey(), DayOff.Kind.HOLIDAY, day.getValue()))
        .toList();
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
