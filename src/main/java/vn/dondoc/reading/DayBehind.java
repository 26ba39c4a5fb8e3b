package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/** Ngày đứng sau việc: "hằng tháng … báo cáo A trước ngày 25.", the day of a cycle told last. */
final class DayBehind {
  private final Words words;

  DayBehind(Words words) {
    this.words = words;
  }

  /** "hàng tháng báo cáo A trước ngày 25": the day stands behind the work. */
  @Nullable Integer dayBehind(int from) {
    int at = leadBehind(from);
    return at < 0 ? null : words.number(at + 2);
  }

  /** Whether the day behind is one to be before: "hằng tháng … báo cáo trước ngày 25.". */
  boolean isBeforeDayBehind(int from) {
    return words.is(leadBehind(from), "trước");
  }

  private int leadBehind(int from) {
    for (int k = from; k < Math.min(words.count() - 2, from + 30); k++) {
      boolean stop = words.isOneOf(k, ";:") || Clause.endsSentence(words, k, words.count());
      if (stop || words.lines(k) > 0) {
        return -1;
      }
      int day = words.number(k + 2);
      boolean led = words.is(k, "trước") || words.is(k, "nhất") || words.is(k, "vào");
      boolean alone =
          words.isOneOf(k + 3, ".,;)") && (!words.isNumber(k + 4) || words.lines(k + 4) > 0);
      if (led && words.is(k + 1, Dates.DAY) && day >= 1 && day <= 31 && alone) {
        return k;
      }
    }
    return -1;
  }
}
