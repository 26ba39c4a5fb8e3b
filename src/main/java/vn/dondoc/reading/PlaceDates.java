package vn.dondoc.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Địa danh và thời gian ban hành: "Lạng Sơn, ngày tháng 8 năm 2020", "Hà Nội, ngày 05 tháng 7 năm
 * 2010".
 */
final class PlaceDates {
  /**
   * What the line tells.
   *
   * @param words the date as written
   * @param date the day; null when it is blank or no calendar has it
   * @param month first day of the month; null when the month is blank
   * @param place where; null when the line names no place
   */
  record Told(
      String words, @Nullable LocalDate date, @Nullable LocalDate month, @Nullable String place) {}

  private final Words words;

  PlaceDates(Words words) {
    this.words = words;
  }

  /** "ngày 22/7/2021": the month and the year stand behind marks of one kind. */
  private boolean inFigures(int p) {
    return words.isOneOf(p, "/-.")
        && words.isNumber(p - 1)
        && words.isNumber(p + 1)
        && words.text(p, p + 1).equals(words.text(p + 2, p + 3))
        && words.isNumber(p + 3);
  }

  /** Place and date of the line [from, to); null when it tells none. */
  @Nullable Told at(int from, int to) {
    for (int k = from; k < Math.min(to, from + 40); k++) {
      if (!words.is(k, "ngày")) {
        continue;
      }
      int p = k + 1;
      int day = -1;
      while (words.isOneOf(p, "._") || words.isMark(p, '…')) {
        p++;
      }
      if (words.isNumber(p)) {
        day = words.number(p);
        p++;
      }
      boolean figures = inFigures(p);
      if (!figures && !words.is(p, "tháng")) {
        continue;
      }
      p++;
      while (!figures && (words.isOneOf(p, "._") || words.isMark(p, '…'))) {
        p++;
      }
      int at = words.isNumber(p) ? words.number(p) : -1;
      p += at >= 0 ? 1 : 0;
      if (!figures && !words.is(p, "năm") || !Dates.plausible(words.number(p + 1))) {
        continue;
      }
      boolean comma = words.isMark(k - 1, ',') || beforeHour(from, k) < k;
      boolean alone = p + 2 - k >= to - from - 1;
      boolean ends = p + 2 >= to || words.isMark(p + 2, '|');
      if (!comma && !alone || !ends) {
        continue;
      }
      LocalDate month = null;
      LocalDate date = null;
      int year = words.number(p + 1);
      if (at >= 1 && at <= 12) {
        month = LocalDate.of(year, at, 1);
        boolean real = day >= 1 && day <= month.lengthOfMonth();
        date = real ? month.withDayOfMonth(day) : null;
      }
      int named = beforeHour(from, words.isMark(k - 1, ',') ? k - 1 : k);
      int start = named;
      while (start > from
          && (words.isCapital(start - 1)
              || words.isMark(start - 1, '.')
              || words.isMark(start - 1, '-'))
          && !words.isShout(start - 1)
          && !words.is(start - 1, "số")) {
        start--;
      }
      while (start < named && words.isMark(start)) {
        start++;
      }
      String place = comma && start < named ? words.text(start, named) : null;
      return new Told(words.text(k, p + 2), date, month, place);
    }
    return null;
  }

  /**
   * "Lào Cai, [hồi 15 giờ 30 phút,] ngày …": where the place ends when an hour stands behind it.
   */
  private int beforeHour(int from, int comma) {
    for (int k = comma - 1; k > Math.max(from, comma - 9); k--) {
      if (words.is(k, "hồi") || words.is(k, "lúc")) {
        int end = words.is(k - 1, "vào") ? k - 1 : k;
        return words.isMark(end - 1, ',') ? end - 1 : end;
      }
    }
    return comma;
  }
}
