package vn.dondoc.task.calendar;

import java.util.List;
import vn.dondoc.task.life.DayOff;
import vn.dondoc.web.Days;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Một dòng của lịch năm as it was typed, in a form or in a sheet.
 *
 * @param places where its day, its kind and its name stand: cells, or the number of the line
 * @param day as typed
 * @param kind as typed
 * @param name as typed
 */
record YearLine(List<String> places, String day, String kind, String name) {
  static YearLine of(DayOff off) {
    return new YearLine(List.of(), Days.written(off.day()), code(off.kind()), off.name());
  }

  static String code(DayOff.Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  static String key(DayOff.Kind kind) {
    return "task.calendar.kind." + code(kind);
  }

  String dayPlace() {
    return places.getFirst();
  }

  String kindPlace() {
    return places.get(1);
  }

  String namePlace() {
    return places.get(2);
  }

  boolean isBlank() {
    return day.isBlank() && name.isBlank();
  }

  boolean isKind(DayOff.Kind asked) {
    if (kind.equalsIgnoreCase(code(asked))) {
      return true;
    }
    for (Language language : Language.values()) {
      if (Texts.in(language).get(key(asked)).equalsIgnoreCase(kind)) {
        return true;
      }
    }
    return false;
  }
}
