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
  private static final int QUARTER = 3;
  private static final int HALF = 6;
  private static final int YEAR = 12;

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

  /** Tháng trong chu kỳ bằng chữ, one of those a form offers: "tháng đầu quý". */
  public static String month(String every, int month, Texts texts) {
    return place(
        new Due(
            Due.Kind.RECURRING,
            null,
            null,
            null,
            every,
            null,
            null,
            null,
            null,
            null,
            false,
            month),
        texts);
  }

  /** The last month that can be named in a period, those of the period behind counted on. */
  public static int lastMonth(String every) {
    return switch (every) {
      case "month" -> 2;
      case "quarter" -> 2 * QUARTER;
      case "half_year" -> 2 * HALF;
      case "year" -> 2 * YEAR;
      default -> 0;
    };
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
      case "month" -> within(day, texts.get("task.cycle.next_month"), texts);
      case "quarter" ->
          within(day, texts.get("task.cycle.in_quarter." + Math.min(2 * QUARTER, month)), texts);
      case "half_year" -> halves(day, month, texts);
      case "year" -> ofYear(day, month, texts);
      default -> day == null ? "" : texts.get("task.cycle.day", day);
    };
  }

  /** Beyond the half-year a month names the report of the first half first, 10/7, then 10/1. */
  private static String halves(@Nullable Integer day, int month, Texts texts) {
    String behind = month > HALF ? "_next" : "";
    int second = month > HALF ? month - HALF : month + HALF;
    return day == null
        ? texts.get("task.cycle.two_months" + behind, month, second)
        : texts.get("task.cycle.two_days" + behind, day, month, second);
  }

  private static String ofYear(@Nullable Integer day, int month, Texts texts) {
    String behind = month > YEAR ? "_next" : "";
    int named = month > YEAR ? month - YEAR : month;
    return day == null
        ? texts.get("task.cycle.month" + behind, named)
        : texts.get("task.cycle.day_month" + behind, day, named);
  }

  private static String within(@Nullable Integer day, String month, Texts texts) {
    return day == null ? month : texts.get("task.cycle.day_of", day, month);
  }
}
