package vn.dondoc.project.milestone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Điều nói về một mốc.
 *
 * @param typeCode which milestone
 * @param part of which package or section; empty for the whole
 * @param seen the step it was said from; 0 for the first
 * @param kind what is said
 * @param day the day it is due on or was done; null where it is undone
 * @param document văn bản
 * @param why lý do; asked for where a day moves or something is undone
 */
public record Saying(
    String typeCode,
    String part,
    int seen,
    Kind kind,
    @Nullable LocalDate day,
    @Nullable String document,
    @Nullable String why) {
  /** Loại. */
  public enum Kind {
    /** Đặt hạn; a second time it moves it. */
    DUE,
    /** Đã xong. */
    DONE,
    /** Chưa xong, ghi nhầm. */
    UNDO
  }
}
