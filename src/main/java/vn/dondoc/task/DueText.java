package vn.dondoc.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Page;

/**
 * A deadline as a person reads it.
 *
 * @param main "còn 17 ngày", "hằng tháng", "không ghi hạn"
 * @param day the date behind it; null when there is none
 * @param style "due-bad", "due-due" or nothing, beside the words
 */
public record DueText(String main, @Nullable LocalDate day, String style) {
  private static final int SOON_DAYS = 7;

  /** In the words of the page's language, as it stands on the page's day. */
  public static DueText of(Due due, Page page) {
    LocalDate last = due.lastDay();
    if (last != null) {
      long left = java.time.temporal.ChronoUnit.DAYS.between(page.day(), last);
      String style = left < 0 ? "due-bad" : left <= SOON_DAYS ? "due-due" : "";
      return new DueText(page.formats().daysLeft(last, page.day()), last, style);
    }
    if (due.kind() == Due.Kind.RECURRING && due.every() != null) {
      return new DueText(cycle(due, page), null, "");
    }
    String key = "task.due." + due.kind().name().toLowerCase(java.util.Locale.ROOT);
    return new DueText(page.t(key), null, "");
  }

  private static String cycle(Due due, Page page) {
    String every = page.t("task.every." + due.every());
    if (due.day() == null) {
      return every;
    }
    return "week".equals(due.every())
        ? every + ", " + page.t("task.weekday." + due.day())
        : page.t("task.every_day", every, due.day());
  }
}
