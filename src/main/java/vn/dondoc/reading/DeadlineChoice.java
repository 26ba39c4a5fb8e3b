package vn.dondoc.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chọn thời hạn: which of the dates inside a task is its deadline. */
final class DeadlineChoice {
  private static final Set<String> FINISHING =
      Deadlines.keys(
          "thành xong trình báo nộp gửi hiện kết khai giao công nghiệm thiện ban hành đấu hết dứt");

  // Words behind which a year belongs to things spoken of.
  private static final Set<String> TOLD_OF =
      Deadlines.keys(
          "được đã chưa thuộc phát xảy diễn vốn quả nguồn mục danh khởi tồn hoạch đoạn liệu");

  private DeadlineChoice() {}

  static Deadlines.@Nullable Found of(
      Timeline timeline, Words words, int from, int to, List<int[]> ignored) {
    Deadlines.Found best = null;
    for (Deadlines.Found found : timeline.between(from, to)) {
      if (inside(found, ignored)) {
        continue;
      }
      if (found.strength() == Deadlines.WEAK && !finishes(words, found, from, to)) {
        continue;
      }
      if (best == null
          || vague(words, best, found)
          || found.strength() > best.strength() && !yearly(best, found)) {
        best = found;
      }
    }
    return best;
  }

  /** "hằng năm … trước ngày 15 tháng 12": the day names no year because the work comes back. */
  private static boolean yearly(Deadlines.Found best, Deadlines.Found found) {
    boolean dated = best.deadline().every() != null && best.deadline().month() != null;
    return (dated || best.deadline().every() == Deadline.Every.YEAR)
        && found.deadline().yearInferred();
  }

  /**
   * "định kỳ báo cáo … trước ngày 23 hàng tháng": the period named stands for the one not named.
   */
  private static boolean vague(Words words, Deadlines.Found best, Deadlines.Found found) {
    return words.is(best.from(), "định")
        && best.deadline().every() == Deadline.Every.PERIODIC
        && found.deadline().every() != null
        && found.deadline().every() != Deadline.Every.PERIODIC;
  }

  private static boolean inside(Deadlines.Found found, List<int[]> ignored) {
    for (int[] range : ignored) {
      if (found.from() >= range[0] && found.to() <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /** "trong năm 2020" is a deadline where something is finished in it or where the clause ends. */
  private static boolean finishes(Words words, Deadlines.Found found, int from, int to) {
    boolean ends = found.to() >= to || words.isOneOf(found.to(), ".;,)");
    boolean starts = found.from() == from || words.isOneOf(found.from() - 1, ",;:");
    if (starts || FINISHING.contains(words.key(found.to()))) {
      return true;
    }
    for (int k = found.from() - 1; k >= Math.max(from, found.from() - 9); k--) {
      if (isFinishing(words, k, from)) {
        return ends || found.from() - k < 4;
      }
    }
    if (ends && placesWork(words, found, from)) {
      return true;
    }
    if (ends && found.deadline().kind() == Deadline.Kind.DATE) {
      for (int k = from; k < found.from(); k++) {
        if (isFinishing(words, k, from)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "hoàn thành", "trình"; a word of a name ("Sở Công Thương") finishes nothing. */
  private static boolean isFinishing(Words words, int k, int from) {
    return FINISHING.contains(words.key(k)) && (k == from || !words.isCapital(k));
  }

  /**
   * "mở 02 lớp tập huấn trong năm 2022.": a year that ends the clause is when its work is done; not
   * so the year of things the work is about ("các dự án được khởi công trong năm 2022").
   */
  private static boolean placesWork(Words words, Deadlines.Found found, int from) {
    int last = found.to() - 1;
    boolean year =
        found.deadline().kind() == Deadline.Kind.DATE
            && (words.is(last - 1, Dates.YEAR) || words.is(last - 1, "năm"))
            && (words.isNumber(last) || words.is(last, "này") || words.is(last, "nay"));
    for (int k = found.from() - 1; year && k >= from && !words.isOneOf(k, ";:."); k--) {
      if (TOLD_OF.contains(words.key(k))) {
        return false;
      }
    }
    return year;
  }
}
