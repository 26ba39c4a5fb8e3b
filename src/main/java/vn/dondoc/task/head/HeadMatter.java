package vn.dondoc.task.head;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.State;
import vn.dondoc.task.life.Timing;

/**
 * Vụ việc cần xem xét, kiểm điểm: a duty that was late although the words told a consequence.
 *
 * @param dutyId the duty
 * @param taskId its task
 * @param code mã nhiệm vụ
 * @param words the words of the notice that were in force the day it became late
 * @param whose whose file it stands in
 * @param part LEAD or COORDINATE
 * @param period the period, for work that comes back
 * @param life where the duty stands
 * @param lateOn the day it appeared
 * @param mostLate how many days late it was at most
 * @param standing what has come of it
 */
public record HeadMatter(
    long dutyId,
    long taskId,
    String code,
    Words words,
    Whose whose,
    Party.Part part,
    Duty.@Nullable Span period,
    Life life,
    LocalDate lateOn,
    int mostLate,
    Standing standing) {
  /**
   * Lời văn bản.
   *
   * @param action việc phải làm
   * @param quote nguyên văn
   * @param consequence hệ quả
   * @param added the consequence was written when the task was corrected, not by the document
   * @param sourceId the document
   * @param sourceKey the paragraph within it
   * @param paragraph mục
   */
  public record Words(
      String action,
      String quote,
      String consequence,
      boolean added,
      long sourceId,
      String sourceKey,
      String paragraph) {}

  /**
   * Của ai.
   *
   * @param postId the head's post on the day it became late; null when the directory has none
   * @param bodyId the body that owed it
   * @param body name of the body
   * @param title chức danh
   * @param holder the person, when known
   */
  public record Whose(
      @Nullable Integer postId,
      int bodyId,
      String body,
      @Nullable String title,
      @Nullable String holder) {
    /** The word of its file's address. */
    public String word() {
      return new HeadKey(postId, postId == null ? Integer.valueOf(bodyId) : null).word();
    }
  }

  /**
   * Phần việc nay ra sao.
   *
   * @param state trạng thái
   * @param timing tiến độ
   * @param due hạn hiện tại
   * @param originalDue hạn ban đầu
   * @param reportedOn ngày báo cáo
   * @param confirmedOn ngày xác nhận
   */
  public record Life(
      State state,
      Timing timing,
      @Nullable LocalDate due,
      @Nullable LocalDate originalDue,
      @Nullable LocalDate reportedOn,
      @Nullable LocalDate confirmedOn) {}
}
