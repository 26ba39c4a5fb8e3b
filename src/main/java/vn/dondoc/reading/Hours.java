package vn.dondoc.reading;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Giờ trong ngày: "14 giờ", "17h00 ngày", "16 giờ 30 phút, ngày". */
final class Hours {
  private static final Set<String> PARTS = Deadlines.keys("sáng trưa chiều tối đêm");

  private final Words words;

  Hours(Words words) {
    this.words = words;
  }

  static boolean isPartOfDay(Words words, int p) {
    return PARTS.contains(words.key(p));
  }

  /** Where a date may start: behind the hour at p, or p itself. */
  int skip(int p) {
    int after = end(p);
    return after < 0 ? p : after;
  }

  /** One past the hour at p and what joins it to its day, or -1. */
  int end(int p) {
    int hour = words.number(p);
    if (hour < 0 || hour > 99) {
      return -1;
    }
    if (isClock(p)) {
      return joints(p + 3);
    }
    int q = p + 1;
    if (!words.is(q, "giờ") && !words.is(q, "h") && !words.is(q, "g")) {
      return -1;
    }
    q++;
    if (words.isNumber(q)) {
      q++;
      if (words.is(q, "phút")) {
        q++;
      }
    }
    return joints(q);
  }

  private int joints(int from) {
    int q = from;
    while (words.isOneOf(q, ",'") || words.is(q, "của") || isPartOfDay(words, q)) {
      q++;
    }
    return q;
  }

  /** "17:00": hours and two figures of minutes, nothing between them. */
  private boolean isClock(int p) {
    return words.isMark(p + 1, ':')
        && words.touches(p + 1)
        && words.touches(p + 2)
        && words.number(p + 2) >= 0
        && words.number(p + 2) < 60
        && words.end(p + 2) - words.start(p + 2) == 2;
  }

  /** The hour at p; null when none is there. */
  @Nullable LocalTime at(int p, int until) {
    if (end(p) < 0) {
      return null;
    }
    int minute = p + 2 < until && words.isNumber(p + 2) ? words.number(p + 2) : 0;
    int hour = words.number(p);
    if (hour > 24 || minute > 59) {
      // No clock shows it: the day stands, the hour stays in the words.
      return null;
    }
    return hour == 24 ? LocalTime.of(23, 59) : LocalTime.of(hour, minute);
  }
}
