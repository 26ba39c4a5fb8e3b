package vn.dondoc.task.overview;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.life.Timing;

/** Mức tiến độ: the groups of the office's report; every duty that counts is in exactly one. */
public enum Progress {
  /** Hoàn thành đúng hạn. */
  DONE_IN_TIME("xong-dung-han", "ok", Timing.DONE_IN_TIME),
  /** Hoàn thành quá hạn. */
  DONE_LATE("xong-tre", "no", Timing.DONE_LATE),
  /** Đã báo cáo, chờ xác nhận. */
  WAITING("cho-xac-nhan", "rev", Timing.REPORTED_IN_TIME, Timing.REPORTED_LATE),
  /** Đang thực hiện, trong hạn. */
  RUNNING("trong-han", "info", Timing.IN_TIME),
  /** Đang thực hiện, sắp đến hạn. */
  DUE_SOON("sap-den-han", "due", Timing.DUE_SOON),
  /** Đang thực hiện, quá hạn. */
  OVERDUE("qua-han", "bad", Timing.OVERDUE),
  /** Không ghi hạn, đã xong hay chưa. */
  UNDATED("khong-ghi-han", "nil", Timing.DONE_UNDATED, Timing.UNDATED);

  private final String word;
  private final String colour;
  private final List<Timing> timings;

  Progress(String word, String colour, Timing... timings) {
    this.word = word;
    this.colour = colour;
    this.timings = List.of(timings);
  }

  /** As addresses write it. */
  public String word() {
    return word;
  }

  /** Class of its tag. */
  public String style() {
    return "tag tag-" + colour;
  }

  public List<Timing> timings() {
    return timings;
  }

  /** Message key of its words. */
  public String key() {
    return "task.progress." + name().toLowerCase(Locale.ROOT);
  }

  /** Class of the tag of a timing, whatever it is. */
  static String style(Timing timing) {
    Progress progress = of(timing);
    return progress == null ? UNDATED.style() : progress.style();
  }

  /** The group of a timing; null for what does not count. */
  static @Nullable Progress of(Timing timing) {
    for (Progress progress : values()) {
      if (progress.timings.contains(timing)) {
        return progress;
      }
    }
    return null;
  }
}
