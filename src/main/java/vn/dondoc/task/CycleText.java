package vn.dondoc.task;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Texts;

/**
 * Chu kỳ bằng chữ: how often, and where in each period, the same on every page and in the terminal:
 * "hằng quý, trước ngày 5 tháng đầu quý", "hằng năm, ngày 10/12".
 */
public final class CycleText {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final int HALF = 6;

  private CycleText() {}

  /** Of work that comes back: {@link Due#every} is given. */
  public static String of(Due due, Texts texts) {
    String every = texts.get("task.every." + due.every());
    String place = place(due, texts);
    if (due.time() == null) {
      String op = due.op() == Due.Op.BEFORE ? "before" : "by";
      return place.isEmpty() ? every : texts.get("task.cycle." + op, every, place);
    }
    String op = due.op() == Due.Op.BEFORE ? "before_hour" : "by_hour";
    return texts.get("task.cycle." + op, every, place, HOUR.format(due.time())).strip();
  }

  private static String place(Due due, Texts texts) {
    Integer day = due.day();
    Integer month = due.month();
    if (day != null && "week".equals(due.every())) {
      return texts.get("task.weekday." + day);
    }
    if (month == null) {
      return day == null ? "" : texts.get("task.cycle.day", day);
    }
    return switch (due.every() == null ? "" : due.every()) {
      case "quarter" ->
          within(day, texts.get("task.cycle.in_quarter." + Math.min(3, month)), texts);
      case "half_year" ->
          day == null
              ? texts.get("task.cycle.two_months", month, month + HALF)
              : texts.get("task.cycle.two_days", day, month, month + HALF);
      case "year" ->
          day == null
              ? texts.get("task.cycle.month", month)
              : texts.get("task.cycle.day_month", day, month);
      default -> day == null ? "" : texts.get("task.cycle.day", day);
    };
  }

  private static String within(@Nullable Integer day, String month, Texts texts) {
    return day == null ? month : texts.get("task.cycle.day_of", day, month);
  }
}
