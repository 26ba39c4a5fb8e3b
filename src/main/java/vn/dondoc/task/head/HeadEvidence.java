package vn.dondoc.task.head;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Căn cứ xem xét trách nhiệm that another field keeps: what a body lost or failed in, told to the
 * file of whoever headed it that day. A task does not know what it is.
 */
public interface HeadEvidence {
  /**
   * Every line up to the end of a day, the latest first, as far as the actor sees.
   *
   * @param bodyId held against this body; null for any
   */
  List<Line> until(LocalDate day, @Nullable Integer bodyId);

  /**
   * Một dòng căn cứ.
   *
   * @param bodyId the body it is held against
   * @param on the day it counts from: whoever headed the body then answers
   * @param what what happened, in the words of the page
   * @param why lý do, in the words of whoever decided
   * @param document số quyết định
   * @param comments what the body said to it, in their order
   * @param path where it is looked at
   */
  record Line(
      int bodyId,
      LocalDate on,
      String what,
      String why,
      @Nullable String document,
      List<Comment> comments,
      String path) {
    public Line {
      comments = List.copyOf(comments);
    }
  }

  /** Ý kiến của đơn vị. */
  record Comment(String words, LocalDate on, String by) {}
}
