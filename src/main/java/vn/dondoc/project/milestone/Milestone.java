package vn.dondoc.project.milestone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Mốc as it stands on a day.
 *
 * @param typeCode which, a code of the reference data
 * @param part of which package or section; empty for the whole
 * @param step how often it was recorded
 * @param firstDueOn the day it was due on at first; null when none was ever set
 * @param dueOn the day it is due on now
 * @param doneOn the day it was done; null while it is not
 * @param document văn bản that says so
 * @param moved how often its day was moved
 * @param missed how many of its days passed without it
 * @param state how it stands
 */
public record Milestone(
    String typeCode,
    String part,
    int step,
    @Nullable LocalDate firstDueOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate doneOn,
    @Nullable String document,
    int moved,
    int missed,
    State state) {
  /** Tình trạng của mốc. */
  public enum State {
    /** Chưa đến hạn. */
    DUE,
    /** Quá hạn. */
    LATE,
    /** Đúng hạn. */
    DONE,
    /** Xong nhưng chậm. */
    DONE_LATE,
    /** Chưa có hạn. */
    OPEN
  }
}
