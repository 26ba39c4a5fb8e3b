package vn.dondoc.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Page;

/**
 * Thời hạn bằng chữ: a deadline as a person reads it, the same on every page.
 *
 * @param main "còn 17 ngày", "hằng tháng", "không ghi hạn"
 * @param said "trước 17:00 ngày 20/03/2020"; empty when there is no day
 * @param note what it is counted from, or its last day where that is another; may be empty
 * @param day the last day in time; null when there is none
 * @param style "due-bad", "due-due" or nothing, beside the words
 */
public record DueText(
    String main, String said, String note, @Nullable LocalDate day, String style) {
  private static final int SOON_DAYS = 7;

  /** In the words of the page's language, as it stands on the page's day. */
  public static DueText of(Due due, Page page) {
    return of(due, null, page);
  }

  /**
   * The same with a day that was counted from the words, or fixed later.
   *
   * @param counted the last day in time; null when none can be told
   */
  public static DueText of(Due due, @Nullable LocalDate counted, Page page) {
    LocalDate last = due.lastDay();
    if (last != null && due.on() != null) {
      String note = due.leavesDayOut() ? page.t("task.due_last", page.formats().date(last)) : "";
      if (counted != null && !counted.equals(last)) {
        // The count of days and the day beside it are of the same deadline.
        String written = page.t("task.due_written", said(due, due.on(), page));
        return dated(counted, now(counted, page), written, page);
      }
      return dated(last, said(due, due.on(), page), note, page);
    }
    String main = form(due, page);
    if (counted != null && due.kind() != Due.Kind.RECURRING) {
      String note = due.kind() == Due.Kind.RELATIVE ? main + " " + from(due, page) : main;
      return dated(counted, page.t("task.due_by", page.formats().date(counted)), note, page);
    }
    String next = counted == null ? "" : page.t("task.due_next", page.formats().date(counted));
    return new DueText(main, next, from(due, page), counted, "");
  }

  private static String now(LocalDate day, Page page) {
    return page.t("task.due_now", page.formats().date(day));
  }

  private static DueText dated(LocalDate last, String said, String note, Page page) {
    long left = ChronoUnit.DAYS.between(page.day(), last);
    String style = left < 0 ? "due-bad" : left <= SOON_DAYS ? "due-due" : "";
    return new DueText(page.formats().daysLeft(last, page.day()), said, note, last, style);
  }

  /** The same where nothing is owed any more: the day stands, but nobody is late by it. */
  public DueText settled(Page page) {
    return style.isEmpty() ? this : new DueText(page.t("task.due_settled"), said, note, day, "");
  }

  /** Everything in one line, for a sheet. */
  public String whole() {
    String both = said.isEmpty() ? main : main + " · " + said;
    return note.isEmpty() ? both : both + " · " + note;
  }

  private static String said(Due due, LocalDate on, Page page) {
    String key = due.op() == Due.Op.BEFORE ? "task.due_before" : "task.due_by";
    String day = page.formats().date(on);
    return due.time() == null
        ? page.t(key, day)
        : page.t(key + "_hour", day, page.formats().hour(due.time()));
  }

  private static String form(Due due, Page page) {
    if (due.kind() == Due.Kind.RECURRING && due.every() != null) {
      return CycleText.of(due, page.texts());
    }
    if (due.kind() == Due.Kind.RELATIVE && due.within() != null) {
      String unit = due.unit() == null ? "day" : due.unit();
      return page.t("task.due_within." + unit, due.within());
    }
    return page.t("task.due." + due.kind().name().toLowerCase(Locale.ROOT));
  }

  /** What a length of time is counted from: the words, or the day when there are none. */
  private static String from(Due due, Page page) {
    if (due.kind() != Due.Kind.RELATIVE) {
      return "";
    }
    if (due.from() != null) {
      String key = due.op() == Due.Op.BEFORE ? "task.due_back_from" : "task.due_from";
      return page.t(key, due.from());
    }
    return due.on() == null
        ? page.t("task.due_from_given")
        : page.t("task.due_from_paper", page.formats().date(due.on()));
  }
}
