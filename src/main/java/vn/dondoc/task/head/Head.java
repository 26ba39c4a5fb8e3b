package vn.dondoc.task.head;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Người đứng đầu trong danh sách: a post with the matters of its file; a body without a head keeps
 * them itself.
 *
 * @param key tells it from every other row
 * @param postId the post; null where the directory has no head on that day
 * @param bodyId its body
 * @param body name of the body
 * @param title chức danh; null without a head
 * @param holder name of the person, when it is known and may be kept
 * @param total matters in the file
 * @param overdue those whose duty is late and not yet reported
 * @param open chờ giải trình
 * @param explained đã giải trình, chờ xem xét
 * @param decided those the authority decided about
 * @param mostLate most days late among them
 * @param firstOn the day the first of them appeared
 * @param evidence what other fields hold against it
 */
record Head(
    long key,
    @Nullable Integer postId,
    int bodyId,
    String body,
    @Nullable String title,
    @Nullable String holder,
    int total,
    int overdue,
    int open,
    int explained,
    int decided,
    int mostLate,
    LocalDate firstOn,
    int evidence) {
  /** The word of its address. */
  String word() {
    return postId == null ? HeadKey.BODY + bodyId : postId.toString();
  }
}
